import type { EventEnvelope, PackageBody } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import type { TransactionContext } from '@duijie/service-kit';
import type { MatchingJobs } from '../jobs/matching-jobs';
import type { CopiesRepository } from '../persistence/copies.repository';
import type { FeedRepository } from '../persistence/feed.repository';
import { sameOffer } from '../same-offer';

/**
 * Keeps the copy of a package; one that is or was published enters the feed and is matched. A new record of its provider
 * moves its scores, and is no change of the package: what was dismissed stays so.
 */
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
    const before = await copies.package(ctx, pkg.id);
    const matters = pkg.state === 'published' || before?.body.state === 'published';
    const same = before !== null && sameOffer(before.body, pkg);
    const changeNo = matters ? await feeds.advance(ctx, 'packages', 'alone') : null;
    if (matters && !same) await feeds.noteWording(ctx);
    const contentSequence = same ? before.contentSequence : sequence;
    await copies.putPackage(ctx, pkg, { sequence, contentSequence, changeNo, now: deps.clock.now() });
    if (matters) ctx.transaction.afterCommit(() => jobs.packageChanged({ id: pkg.id, sequence }));
  };
