import type { AcceptanceSheet } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { actingForOf, NotFound, type Context, type TransactionContext } from '@duijie/service-kit';
import type { Agreement, Milestone } from './agreement';
import type { AgreementDeps } from './agreement-deps';
import { requireFiles } from './agreement-files';
import { lockedAgreement } from './agreement-reach';
import { nextMilestoneState, requireAgreementState } from './next-agreement-state';
import type { MilestoneStepEntity } from './persistence/delivery.entity';

/** @throws NotFound when the agreement has no such milestone */
export function milestoneOf({ milestones }: Agreement, milestoneId: string): Milestone {
  const found = milestones.find(({ id }) => id === milestoneId);
  if (!found) throw new NotFound();
  return found;
}

/** @returns the agreement with this milestone in its place */
export const withMilestone = (one: Agreement, milestone: Milestone): Agreement => ({
  ...one,
  milestones: one.milestones.map((each) => (each.id === milestone.id ? milestone : each)),
});

/** What was said and shown with a step. */
export interface StepSaid {
  readonly note: string;
  readonly fileIds: readonly string[];
  readonly sheet?: AcceptanceSheet;
}

/** Keeps what happened to a milestone, for the page and the record. */
export async function keepStep(
  { delivery, clock }: AgreementDeps,
  ctx: TransactionContext,
  agreementId: string,
  milestoneId: string,
  kind: MilestoneStepEntity['kind'],
  { note, fileIds, sheet }: StepSaid,
): Promise<void> {
  await requireFiles(delivery, ctx, agreementId, fileIds, '/fileIds');
  const at = clock.now();
  await delivery.addStep(ctx, {
    id: newId(at.getTime()),
    agreementId,
    milestoneId,
    kind,
    organisationId: actingForOf(ctx).organisationId,
    at,
    note,
    fileIds: [...fileIds],
    sheet: sheet ?? null,
  });
}

/** The provider, or a member of it, says that a milestone is done; again after it was sent back. */
export const deliverMilestone =
  (deps: AgreementDeps) =>
  (ctx: Context, agreementId: string, milestoneId: string, ifMatch: number, said: StepSaid): Promise<Agreement> =>
    deps.database.run(ctx, async (inner) => {
      const [before] = await lockedAgreement(deps.agreements, inner, agreementId, ifMatch, ['provider']);
      const milestone = milestoneOf(before, milestoneId);
      requireAgreementState(before.state, ['signed']);
      const state = nextMilestoneState(milestone.state, 'deliver');
      await keepStep(deps, inner, agreementId, milestoneId, 'delivered', said);
      return deps.store(inner, before, withMilestone(before, { ...milestone, state, deliveredAt: deps.clock.now() }), {
        action: 'milestone.delivered',
        data: { milestoneId, title: milestone.title, files: said.fileIds.length },
      });
    });

/** The community sends a delivery back with reasons (退回整改). */
export const sendMilestoneBack =
  (deps: AgreementDeps) =>
  (
    ctx: Context,
    agreementId: string,
    milestoneId: string,
    ifMatch: number,
    { reason, fileIds }: { readonly reason: string; readonly fileIds: readonly string[] },
  ): Promise<Agreement> =>
    deps.database.run(ctx, async (inner) => {
      const [before] = await lockedAgreement(deps.agreements, inner, agreementId, ifMatch, ['payer']);
      const milestone = milestoneOf(before, milestoneId);
      requireAgreementState(before.state, ['signed']);
      const state = nextMilestoneState(milestone.state, 'sendBack');
      await keepStep(deps, inner, agreementId, milestoneId, 'sent_back', { note: reason, fileIds });
      return deps.store(inner, before, withMilestone(before, { ...milestone, state }), {
        action: 'milestone.sent-back',
        reason: reason.slice(0, 1000),
        data: { milestoneId, title: milestone.title },
      });
    });
