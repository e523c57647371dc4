import type { ActingFor } from '@duijie/contracts';
import { NotAllowed, NotFound, type Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { createDelegationsRepository } from '../members/persistence/delegations.repository';
import { createMembershipsRepository } from '../members/persistence/memberships.repository';
import { createSessionsRepository } from './persistence/sessions.repository';
import { presentActingFor } from './present-acting-for';
import { requireSession } from './require-session';
import { usableMemberships } from './usable-memberships';

interface Chosen {
  readonly actingFor: ActingFor;
  readonly inPlaceOf: string | null;
}

/** For the rest of the session. @throws NotFound when the person is no member; NotAllowed `delegation.none`, `totp.required` */
export function chooseOrganisation({ database, audit, clock, host }: IdentityDeps) {
  const sessions = createSessionsRepository(database);
  const memberships = createMembershipsRepository(database);
  const delegations = createDelegationsRepository(database);
  return (
    ctx: Context,
    command: { readonly organisationId: string; readonly inPlaceOf: string | null },
  ): Promise<Chosen> =>
    database.run(ctx, async (tx) => {
      const session = await requireSession(tx, sessions);
      const all = await memberships.ofPerson(tx, session.personId);
      const isIt = (m: { readonly organisationId: string }): boolean => m.organisationId === command.organisationId;
      if (!all.some(isIt)) throw new NotFound();
      const membership = usableMemberships(all, host.production, session.secondFactor).find(isIt);
      if (!membership)
        throw new NotAllowed({
          reason: 'totp.required',
          detail: { zh: '代表这个机构需要动态口令', en: 'Acting for this organisation needs a second factor' },
        });
      const standIn =
        command.inPlaceOf === null
          ? undefined
          : (await delegations.inForce(tx, session.personId, clock.now())).find(
              (d) => isIt(d) && d.absentId === command.inPlaceOf,
            );
      if (command.inPlaceOf !== null && !standIn)
        throw new NotAllowed({
          reason: 'delegation.none',
          detail: { zh: '您现在没有受托代理这位同事', en: 'You are not the deputy of this colleague now' },
        });
      await sessions.change(tx, session.id, {
        organisationId: membership.organisationId,
        inPlaceOf: standIn?.absentId ?? null,
      });
      await audit.record(tx, {
        action: 'session.organisation-chosen',
        aggregate: { type: 'person', id: session.personId },
        data: { organisationId: membership.organisationId, inPlaceOf: standIn?.absentId ?? null },
      });
      return { actingFor: presentActingFor(membership, standIn?.role), inPlaceOf: standIn?.absentId ?? null };
    });
}
