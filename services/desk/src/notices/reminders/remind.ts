import type { NeedBody } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import { serviceContext, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import type { CopiesRepository } from '../../copies/persistence/copies.repository';
import type { NoticeDraft } from '../notice';
import type { NoticeDue, NoticeDueRepository } from '../persistence/notice-due.repository';
import type { Tell } from '../tell';
import { remindersOfMilestone, remindersOfNeed, remindersOfObjection } from './reminders-of';

const atOnce = 50;

/** Providers whose introduction to a need still stands. */
export type IntroducedIds = (ctx: Context, needId: string) => Promise<readonly string[]>;

/** One round: tells what is due now, each in a transaction of its own. */
export const remind = (deps: {
  readonly database: Database;
  readonly clock: Clock;
  readonly copies: CopiesRepository;
  readonly dues: NoticeDueRepository;
  readonly introducedIds: IntroducedIds;
  readonly tell: Tell;
}) => {
  const { clock, copies, database, dues, introducedIds, tell } = deps;
  async function draftsOf(ctx: TransactionContext, due: NoticeDue, need: NeedBody | null): Promise<NoticeDraft[]> {
    if (due.kind === 'objection_answer')
      return remindersOfObjection(due, await copies.find(ctx, 'objection', due.sourceId), need);
    if (due.kind === 'delivery' || due.kind === 'acceptance')
      return remindersOfMilestone(due, await copies.find(ctx, 'agreement', due.sourceId), need);
    return remindersOfNeed(due, need, {
      responses: await copies.ofNeed(ctx, 'response', due.needId),
      introducedIds: await introducedIds(ctx, due.needId),
    });
  }
  const one = (due: NoticeDue): Promise<void> =>
    database.run(serviceContext('desk'), async (ctx) => {
      await copies.lockNeed(ctx, due.needId);
      if (!(await dues.take(ctx, due))) return;
      const need = await copies.find(ctx, 'need', due.needId);
      await tell(ctx, await draftsOf(ctx, due, need));
    });
  return async (): Promise<void> => {
    for (;;) {
      const found = await dues.due(serviceContext('desk'), clock.now(), atOnce);
      for (const due of found) await one(due);
      if (found.length < atOnce) return;
    }
  };
};
