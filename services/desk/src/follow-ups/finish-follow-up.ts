import type { finishFollowUp as contract } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import type { Context } from '@duijie/service-kit';
import type { z } from 'zod';
import type { AboutInput } from './about';
import { lockedFollowUp, type ChangeDeps } from './change-follow-up';
import type { LogContact } from './log-contact';
import type { FollowUpEntity } from './persistence/follow-up.entity';
import type { PlanFollowUp } from './plan-follow-up';

type Command = z.output<(typeof contract)['body']>;

/** What a follow-up is about, for what comes of it. */
export const inputOf = ({ needId, organisationId, introductionId, caseId }: FollowUpEntity): AboutInput => ({
  needId: needId ?? undefined,
  organisationId: organisationId ?? undefined,
  introductionId: introductionId ?? undefined,
  caseId: caseId ?? undefined,
});

/** Ends a follow-up, logs the contact that did it, and plans the next one for the same person: all in one tap. */
export const finishFollowUp =
  ({
    database,
    followUps,
    store,
    clock,
    log,
    plan,
  }: ChangeDeps & { readonly clock: Clock; readonly log: LogContact; readonly plan: PlanFollowUp }) =>
  (
    ctx: Context,
    id: string,
    ifMatch: number,
    { outcome, contact, next }: Command,
  ): Promise<{ readonly followUp: FollowUpEntity; readonly next: FollowUpEntity | null }> =>
    database.run(ctx, async (tx) => {
      const before = await lockedFollowUp(followUps, tx, id, ifMatch);
      const followUp = await store(tx, before, { ...before, state: outcome, doneAt: clock.now() }, outcome);
      if (contact) await log(tx, { ...inputOf(before), ...contact, direction: 'out' });
      return {
        followUp,
        next: next && (await plan(tx, { ...inputOf(before), ...next, assigneeId: before.assigneeId })),
      };
    });
