import type { EventEnvelope, NeedBody } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import type { TransactionContext } from '@duijie/service-kit';
import type { MatchingJobs } from '../jobs/matching-jobs';
import { isMatched, takesResponses } from '../need-openness';
import type { CopiesRepository } from '../persistence/copies.repository';
import type { FeedRepository } from '../persistence/feed.repository';

/** Keeps the copy of a need and leaves its matching. */
export const onNeed =
  (deps: {
    readonly clock: Clock;
    readonly copies: CopiesRepository;
    readonly feeds: FeedRepository;
    readonly jobs: MatchingJobs;
  }) =>
  async (ctx: TransactionContext, { data: need, sequence, actor }: EventEnvelope<NeedBody>): Promise<void> => {
    const { copies, feeds, jobs } = deps;
    await feeds.hold(ctx, 'needs');
    if ((await copies.sequenceOf(ctx, 'need_copy', need.id)) >= sequence) return;
    const changedBy = actor.type === 'person' ? actor.personId : actor.type;
    const changeNo = await feeds.advance(ctx, 'needs');
    await copies.putNeed(ctx, need, { sequence, changeNo, changedBy, now: deps.clock.now() });
    if (!isMatched(need.state)) return;
    const backlog = await copies.backlogOf(ctx, changedBy);
    ctx.transaction.afterCommit(() =>
      jobs.needChanged({ id: need.id, sequence, draft: !takesResponses(need.state), backlog }),
    );
  };
