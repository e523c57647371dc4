import type { EventEnvelope, PackageBody } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import type { TransactionContext } from '@duijie/service-kit';
import type { MatchingJobs } from '../jobs/matching-jobs';
import type { CopiesRepository } from '../persistence/copies.repository';
import type { FeedRepository } from '../persistence/feed.repository';

/** Keeps the copy of a package; one that is or was published enters the feed and is matched. */
export const onPackage =
  (deps: {
    readonly clock: Clock;
    readonly copies: CopiesRepository;
    readonly feeds: FeedRepository;
    readonly jobs: MatchingJobs;
  }) =>
  async (ctx: TransactionContext, { data: pkg, sequence }: EventEnvelope<PackageBody>): Promise<void> => {
    const { copies, feeds, jobs } = deps;
    await feeds.hold(ctx, 'packages');
    if ((await copies.sequenceOf(ctx, 'package_copy', pkg.id)) >= sequence) return;
    const matters = pkg.state === 'published' || (await copies.packageState(ctx, pkg.id)) === 'published';
    const changeNo = matters ? await feeds.advance(ctx, 'packages') : null;
    await copies.putPackage(ctx, pkg, { sequence, changeNo, now: deps.clock.now() });
    if (matters) ctx.transaction.afterCommit(() => jobs.packageChanged({ id: pkg.id, sequence }));
  };
