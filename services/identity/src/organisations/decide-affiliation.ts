import type { AffiliationView } from '@duijie/contracts';
import { Conflict, NotAllowed, NotFound, requireVersion, type Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { affiliationLifecycle, type AffiliationStep } from './affiliation-lifecycle';
import { actsFor, staffRoleOf } from './caller';
import { createAffiliationsRepository } from './persistence/affiliations.repository';
import { createOrganisationsRepository } from './persistence/organisations.repository';
import { saveOrganisation } from './save-organisation';

const actions = { confirm: 'confirmed', decline: 'declined', end: 'ended' } as const satisfies Record<
  AffiliationStep,
  string
>;

/**
 * One step of a tie: the other side or a broker confirms and declines, either side or a broker ends it.
 * @throws NotFound to third parties; NotAllowed `affiliation.own-proposal`; Conflict `affiliation.wrong-state`
 */
export function decideAffiliation(deps: IdentityDeps) {
  const { database, audit, clock } = deps;
  const organisations = createOrganisationsRepository(database);
  const affiliations = createAffiliationsRepository(database);
  const save = saveOrganisation(deps);
  return (
    ctx: Context,
    step: AffiliationStep,
    command: { readonly affiliationId: string; readonly reason: string | null },
    ifMatch: number,
  ): Promise<AffiliationView> =>
    database.run(ctx, async (tx) => {
      const affiliation = await affiliations.lock(tx, command.affiliationId);
      if (!affiliation) throw new NotFound();
      const { fromId, toId, proposedBy, state, id, type } = affiliation;
      const staff = staffRoleOf(ctx) !== null;
      if (!staff && !actsFor(ctx, fromId) && !actsFor(ctx, toId)) throw new NotFound();
      requireVersion(ifMatch, affiliation.version);
      if (!staff && step !== 'end' && actsFor(ctx, proposedBy))
        throw new NotAllowed({
          reason: 'affiliation.own-proposal',
          detail: { zh: '由对方机构或协会确认', en: 'The other side or the association decides' },
        });
      const decided = affiliationLifecycle.next(state, step);
      if (!decided.ok) throw new Conflict('affiliation.wrong-state', decided.refusal);
      await affiliations.setState(tx, affiliation, decided.value, clock.now());
      await audit.record(tx, {
        action: `affiliation.${actions[step]}`,
        aggregate: { type: 'affiliation', id },
        from: state,
        to: decided.value,
        reason: command.reason,
        data: { type, fromId, toId },
      });
      // The public state of `from` names its confirmed ties.
      if (state === 'confirmed' || decided.value === 'confirmed') {
        const from = await organisations.lock(tx, fromId);
        if (from) await save.change(tx, from, {});
      }
      return affiliations.view(tx, id);
    });
}
