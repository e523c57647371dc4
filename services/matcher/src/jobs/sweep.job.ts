import { dayNumber, dayOf, type Clock } from '@duijie/domain-kit';
import { serviceContext, type Database, type Logger, type TransactionContext } from '@duijie/service-kit';
import type { FeedRepository } from '../persistence/feed.repository';
import type { WorkRepository } from '../persistence/work.repository';
import type { CountWords } from './count-words';
import type { MatchingJobs } from './matching-jobs';

/** A change leaves its own job; what waits longer than this has lost it. */
const overdueAfterMs = 3000;
const overdueAtOnce = 1000;
/** Lists follow a changed index once it has been quiet so long, and every so often while it is not. */
const quietMs = 1000;
const settleAtLeastEveryMs = 30_000;
const bucketMs = 10_000;

/** A round of the sweep: what the database says is due and nobody works on goes on the queues again. */
export function createSweep(deps: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly feeds: FeedRepository;
  readonly work: WorkRepository;
  readonly jobs: MatchingJobs;
  readonly countWords: CountWords;
  /** Sees to it that weights are in force. */
  readonly keepWeights: (ctx: TransactionContext) => Promise<void>;
}): () => Promise<void> {
  const { database, clock, log, feeds, work, jobs } = deps;
  let [latest, latestAtMs, settledAtMs, day] = [-1, 0, 0, ''];

  /** A new day changes every list, as new weights do: they move the feed of packages without a package. */
  async function noteDayAndWeights(): Promise<void> {
    const today = dayOf(clock.now());
    if (today === day) return;
    await database.run(serviceContext('matcher'), async (ctx) => {
      await feeds.hold(ctx, 'packages');
      const newDay = await feeds.noteEpoch(ctx, 'day', dayNumber(today), today);
      if (newDay) await feeds.advance(ctx, 'packages');
      await deps.keepWeights(ctx);
    });
    day = today;
  }

  async function settle(nowMs: number): Promise<void> {
    const position = await feeds.position('packages');
    if (position !== latest) [latest, latestAtMs] = [position, nowMs];
    if (nowMs - latestAtMs < quietMs && nowMs - settledAtMs < settleAtLeastEveryMs) return;
    settledAtMs = nowMs;
    await deps.countWords.ifDue();
    const epoch = await feeds.settlePosition();
    if (!(await work.isUnsettled(epoch)) || (await jobs.rematchProgress(epoch)) !== null) return;
    const districts = await work.unsettledNeeds(epoch);
    if (await jobs.rematch(districts, epoch))
      log.info({ epoch, lists: districts.reduce((sum, { length }) => sum + length, 0) }, 'lists to be made anew');
  }

  return async () => {
    await noteDayAndWeights();
    const nowMs = clock.now().getTime();
    const bucket = Math.floor(nowMs / bucketMs);
    const before = new Date(nowMs - overdueAfterMs);
    const needs = await work.dueNeeds(before, overdueAtOnce);
    const published = needs.filter(({ state }) => state !== 'draft');
    const drafts = needs.filter(({ state }) => state === 'draft');
    for (const part of [published, drafts])
      if (part.length > 0)
        await jobs.overdueNeeds(
          part.map(({ id }) => id),
          bucket,
        );
    if ((await work.duePackages(before, 1)).length > 0) await jobs.overduePackages(bucket);
    await settle(nowMs);
  };
}
