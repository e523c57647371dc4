import { dayOf, type Clock } from '@duijie/domain-kit';
import { defaultWeights } from '@duijie/match-engine';
import type { MatchingJobs } from './jobs/matching-jobs';
import type { FeedRepository } from './persistence/feed.repository';
import type { WorkRepository } from './persistence/work.repository';
import type { RunLog } from './run-log';
import type { WeightsRepository } from './weights/persistence/weights.repository';

/** How the matcher does. Runs are those of this process. */
export const matchingStatus =
  (deps: {
    readonly clock: Clock;
    readonly feeds: FeedRepository;
    readonly work: WorkRepository;
    readonly jobs: MatchingJobs;
    readonly runs: RunLog;
    readonly threads: number;
    readonly weights: WeightsRepository;
  }) =>
  async () => {
    const epoch = await deps.feeds.settlePosition();
    const counts = await deps.work.counts(epoch);
    const now = deps.clock.now();
    return {
      needs: {
        open: counts.openNeeds,
        due: counts.dueNeeds,
        settling: counts.settling,
        oldestDueSeconds:
          counts.oldestDueSince === null ? null : Math.max(0, (now.getTime() - counts.oldestDueSince.getTime()) / 1000),
      },
      packages: { published: counts.publishedPackages, due: counts.duePackages },
      queues: await deps.jobs.counts(),
      rematch: await deps.jobs.rematchProgress(epoch),
      threads: deps.threads,
      lastRuns: [...deps.runs.latest()],
      asOfDay: dayOf(now),
      weightsVersion: (await deps.weights.inForce())?.label ?? defaultWeights.version,
    };
  };
