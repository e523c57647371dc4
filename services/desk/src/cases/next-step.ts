import { dayOf, type Clock } from '@duijie/domain-kit';
import type { TransactionContext } from '@duijie/service-kit';
import type { FollowUps } from '../follow-ups/create-follow-ups';
import type { CaseEntity } from './persistence/case.entity';

/** Left out stays as it is; both null ends it. */
export interface NextStep {
  readonly nextStep?: string | null | undefined;
  readonly nextOn?: string | null | undefined;
}
/** What is to be done where only a day is known. */
const someStep = '跟进';

/**
 * Makes the case's one open follow-up say what is given: opens, changes or ends it. A step without a day is due today, a
 * day without a step is a call. A case that is not open has no next step.
 */
export const setNextStep =
  ({ clock, steps }: { readonly clock: Clock; readonly steps: Pick<FollowUps, 'plan' | 'store' | 'followUps'> }) =>
  async (ctx: TransactionContext, one: CaseEntity, { nextStep, nextOn }: NextStep): Promise<void> => {
    const ends = one.state !== 'open' || (nextStep === null && nextOn === null);
    if (!ends && nextStep === undefined && nextOn === undefined) return;
    const open = await steps.followUps.lockOpenOfCase(ctx, one.id);
    if (ends) {
      const state = one.state === 'done' ? 'done' : 'dropped';
      if (open) await steps.store(ctx, open, { ...open, state, doneAt: clock.now() }, state);
      return;
    }
    const what = nextStep ?? open?.what ?? someStep;
    const dueOn = nextOn ?? open?.dueOn ?? dayOf(clock.now());
    if (!open) await steps.plan(ctx, { caseId: one.id, what, dueOn, assigneeId: one.assigneeId });
    else if (open.what !== what || open.dueOn !== dueOn)
      await steps.store(ctx, open, { ...open, what, dueOn }, 'changed');
  };
