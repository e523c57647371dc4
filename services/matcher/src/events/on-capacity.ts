import type { EventData, EventEnvelope } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import type { TransactionContext } from '@duijie/service-kit';
import type { MatchingJobs } from '../jobs/matching-jobs';
import type { CopiesRepository } from '../persistence/copies.repository';
import type { FeedRepository } from '../persistence/feed.repository';

/**
 * Keeps how much of a package is taken. A full one leaves the lists and a freed one comes back; only needs that list it,
 * or would, are ranked anew.
 */
export const onCapacity =
  (deps: {
    readonly clock: Clock;
    readonly copies: CopiesRepository;
    readonly feeds: FeedRepository;
    readonly jobs: MatchingJobs;
  }) =>
  async (
    ctx: TransactionContext,
    { data, sequence }: EventEnvelope<EventData<'capacity.changed.v1'>>,
  ): Promise<void> => {
    const { copies, feeds, jobs } = deps;
    await feeds.hold(ctx, 'packages');
    const before = await copies.capacity(ctx, data.packageId);
    if (before !== null && before.sequence >= sequence) return;
    await copies.putCapacity(ctx, data.packageId, { sequence, used: data.used });
    const unchanged = (before?.used ?? 0) === data.used;
    if (unchanged || (await copies.package(ctx, data.packageId))?.body.state !== 'published') return;
    await copies.movePackage(ctx, data.packageId, await feeds.advance(ctx, 'packages', 'alone'), deps.clock.now());
    ctx.transaction.afterCommit(() => jobs.packageChanged({ id: data.packageId, sequence: `c${sequence}` }));
  };
