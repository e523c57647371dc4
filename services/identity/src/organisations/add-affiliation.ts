import type { AffiliationView } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { NotFound, requireReach, ValidationFailed, type Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { staffRoleOf } from './caller';
import { organisationSubject } from './organisation-subject';
import type { AffiliationEntity } from './persistence/affiliation.entity';
import { createAffiliationsRepository } from './persistence/affiliations.repository';
import { createOrganisationsRepository } from './persistence/organisations.repository';
import { saveOrganisation } from './save-organisation';

interface Command {
  readonly organisationId: string;
  readonly type: AffiliationView['type'];
  readonly direction: 'outgoing' | 'incoming';
  readonly otherId: string;
}

/** Proposed by one side; what staff of the association enter is confirmed at once. */
export function addAffiliation(deps: IdentityDeps) {
  const { database, audit, clock } = deps;
  const organisations = createOrganisationsRepository(database);
  const affiliations = createAffiliationsRepository(database);
  const save = saveOrganisation(deps);
  return (ctx: Context, command: Command): Promise<AffiliationView> =>
    database.run(ctx, async (tx) => {
      const { organisationId, otherId, type, direction } = command;
      const own = await organisations.find(tx, organisationId);
      if (!own) throw new NotFound();
      requireReach(ctx, organisationSubject(own));
      const other = await organisations.find(tx, otherId);
      const staff = staffRoleOf(ctx) !== null;
      const known = other && (staff || organisationSubject(other).visible);
      if (!known || otherId === organisationId)
        throw new ValidationFailed([
          { pointer: '/organisationId', detail: { zh: '没有这家机构', en: 'There is no such organisation' } },
        ]);
      const now = clock.now();
      const [fromId, toId] = direction === 'outgoing' ? [organisationId, otherId] : [otherId, organisationId];
      const affiliation: AffiliationEntity = {
        id: newId(now.getTime()),
        version: 1,
        type,
        fromId,
        toId,
        state: staff ? 'confirmed' : 'proposed',
        live: 1,
        proposedBy: organisationId,
        createdAt: now,
        updatedAt: now,
      };
      await affiliations.insert(tx, affiliation);
      await audit.record(tx, {
        action: 'affiliation.added',
        aggregate: { type: 'affiliation', id: affiliation.id },
        to: affiliation.state,
        data: { type, fromId, toId },
      });
      if (staff) {
        const from = await organisations.lock(tx, fromId);
        if (from) await save.change(tx, from, {});
      }
      return affiliations.view(tx, affiliation.id);
    });
}
