import type { getMe as contract } from '@duijie/contracts';
import { NotAuthenticated, personOf, type Context } from '@duijie/service-kit';
import type { z } from 'zod';
import type { IdentityDeps } from '../identity-deps';
import { createDelegationsRepository } from '../members/persistence/delegations.repository';
import { createMembershipsRepository } from '../members/persistence/memberships.repository';
import { createSessionsRepository } from '../sessions/persistence/sessions.repository';
import { secondFactorState } from '../sessions/second-factor-state';
import { presentPerson } from './http/person.presenter';
import { createPeopleRepository } from './persistence/people.repository';

export function getMe({ database, clock, host }: IdentityDeps) {
  const people = createPeopleRepository(database);
  const memberships = createMembershipsRepository(database);
  const delegations = createDelegationsRepository(database);
  const sessions = createSessionsRepository(database);
  return async (ctx: Context): Promise<z.input<(typeof contract)['response']>> => {
    const actor = personOf(ctx);
    const [person, organisations, standIns, session] = await Promise.all([
      people.find(ctx, actor.personId),
      memberships.ofPerson(ctx, actor.personId),
      delegations.inForce(ctx, actor.personId, clock.now()),
      sessions.find(ctx, actor.credentialId),
    ]);
    if (!person) throw new NotAuthenticated();
    return {
      person: presentPerson(person),
      organisations,
      actingFor: actor.actingFor,
      inPlaceOf: actor.inPlaceOf,
      standingInFor: standIns.map((d) => ({
        organisationId: d.organisationId,
        organisationName: d.organisationName,
        absent: { id: d.absentId, name: d.absentName },
        until: d.until.toISOString(),
      })),
      secondFactor: secondFactorState(person, organisations, host.production, session?.secondFactor ?? false),
    };
  };
}
