import type { PersonView } from '@duijie/contracts';
import { NotAuthenticated, personOf, requireVersion, type Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { createMembershipsRepository } from '../members/persistence/memberships.repository';
import { publishStaff } from '../members/publish-staff';
import { presentPerson } from './http/person.presenter';
import { createPeopleRepository } from './persistence/people.repository';

export function changeMe(deps: IdentityDeps) {
  const { database, audit, clock } = deps;
  const memberships = createMembershipsRepository(database);
  const staff = publishStaff(deps);
  const people = createPeopleRepository(database);
  return (ctx: Context, command: { readonly name: string }, ifMatch: number): Promise<PersonView> =>
    database.run(ctx, async (tx) => {
      const person = await people.lock(tx, personOf(ctx).personId);
      if (!person) throw new NotAuthenticated();
      requireVersion(ifMatch, person.version);
      const next = { ...person, name: command.name, version: person.version + 1, updatedAt: clock.now() };
      await people.update(tx, next);
      await audit.record(tx, { action: 'person.renamed', aggregate: { type: 'person', id: person.id } });
      for (const { organisationId } of await memberships.ofPerson(tx, person.id))
        await staff.changed(tx, organisationId);
      return presentPerson(next);
    });
}
