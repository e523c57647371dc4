import type { acceptanceInput } from '@duijie/contracts';
import { ValidationFailed, type Context, type TransactionContext } from '@duijie/service-kit';
import type { z } from 'zod';
import type { Lot } from '../lots/lot';
import { nextLotState } from '../lots/next-lot-state';
import { acceptanceFaults } from './acceptance-faults';
import { isFundProject, noOpenChange, type Agreement } from './agreement';
import type { AgreementDeps } from './agreement-deps';
import { lockedWithLots } from './agreement-reach';
import { keepStep, milestoneOf, withMilestone } from './deliver-milestone';
import { nextAgreementState, nextMilestoneState, requireAgreementState } from './next-agreement-state';

/** What the community fills in when it accepts. */
export type Acceptance = z.output<typeof acceptanceInput> & { readonly fileIds: readonly string[] };

/** In the light form a tap is enough; then the conclusion says just that. */
const plainConclusion = '全部节点验收通过';

async function completed(
  deps: AgreementDeps,
  ctx: TransactionContext,
  lot: Lot,
  before: Agreement,
  accepted: Agreement,
  conclusion: string,
): Promise<Agreement> {
  await deps.delivery.dropOpenChange(ctx, before.id, deps.clock.now());
  const done = await deps.store(
    ctx,
    before,
    {
      ...accepted,
      state: nextAgreementState(before.state, 'complete'),
      conclusion,
      ...noOpenChange,
      endedAt: deps.clock.now(),
    },
    { action: 'agreement.completed', data: { conclusion } },
  );
  const state = nextLotState(lot.state, 'complete');
  await deps.storeLot(ctx, lot, { ...lot, state }, [{ action: 'lot.completed', from: lot.state, to: state }]);
  await deps.awards.freeCapacity(ctx, done.awardId);
  await deps.onCompleted(ctx, done);
  return done;
}

/**
 * The community accepts a delivery (验收). The last acceptance completes the agreement and its lot, and frees the capacity,
 * in one transaction.
 * @throws ValidationFailed when a fund project's last sheet is not complete
 */
export const acceptMilestone =
  (deps: AgreementDeps) =>
  (
    ctx: Context,
    agreementId: string,
    milestoneId: string,
    ifMatch: number,
    { note, fileIds, ...sheet }: Acceptance,
  ): Promise<Agreement> =>
    deps.database.run(ctx, async (inner) => {
      const [lot, before] = await lockedWithLots(deps, inner, agreementId, ifMatch, ['payer']);
      const milestone = milestoneOf(before, milestoneId);
      requireAgreementState(before.state, ['signed']);
      const after = withMilestone(before, { ...milestone, state: nextMilestoneState(milestone.state, 'accept') });
      const final = after.milestones.every(({ state }) => state === 'accepted');
      const faults = acceptanceFaults(sheet, isFundProject(before), final);
      if (faults.length > 0) throw new ValidationFailed(faults);
      const conclusion = final ? (sheet.conclusion ?? plainConclusion) : null;
      await keepStep(deps, inner, agreementId, milestoneId, 'accepted', {
        note,
        fileIds,
        sheet: { scores: sheet.scores, supervisors: sheet.supervisors, conclusion },
      });
      const step = { action: 'milestone.accepted', data: { milestoneId, title: milestone.title } };
      if (conclusion === null) return deps.store(inner, before, after, step);
      await deps.audit.record(inner, { ...step, aggregate: { type: 'agreement', id: agreementId } });
      return completed(deps, inner, lot, before, after, conclusion);
    });
