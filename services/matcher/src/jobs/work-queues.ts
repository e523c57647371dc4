import type { Clock } from '@duijie/domain-kit';
import type { Logger, QueuePort, Work } from '@duijie/service-kit';
import type { MatchNeeds } from '../match-needs';
import type { MatchPackages } from '../match-packages';
import type { FeedRepository } from '../persistence/feed.repository';
import type { WorkRepository } from '../persistence/work.repository';
import type { RunLog } from '../run-log';
import type { CountWords } from './count-words';
import { needQueue, packageQueue, rematchQueue, type NeedJob, type RematchJob } from './matching-jobs';

/** Starts the workers of both queues. The database's turn and the thread's overlap, hence several jobs at a time. */
export function workQueues(deps: {
  readonly clock: Clock;
  readonly log: Logger;
  readonly queues: QueuePort;
  readonly feeds: FeedRepository;
  readonly work: WorkRepository;
  readonly matchNeeds: MatchNeeds;
  readonly matchPackages: MatchPackages;
  readonly countWords: CountWords;
  readonly runs: RunLog;
}): Work {
  const { clock, feeds, log, queues, runs, work } = deps;
  const workers = [
    queues.work<NeedJob>(
      needQueue,
      ({ needIds, settle }) =>
        runs.measure(settle ? 'settle' : 'needs', async () => {
          if (!settle) await deps.countWords.ifSmall();
          const waiting = await work.stillWaiting(needIds, settle ? await feeds.settlePosition() : null);
          return { needs: await deps.matchNeeds(waiting, settle ? 'settle' : 'needs'), packages: 0 };
        }),
      { concurrency: 3 },
    ),
    queues.work<RematchJob>(
      rematchQueue,
      async ({ epoch, needs, plannedAt }) => {
        const seconds = (clock.now().getTime() - Date.parse(plannedAt)) / 1000;
        log.info({ epoch, lists: needs, seconds }, 'lists are made anew');
      },
      { concurrency: 1 },
    ),
    queues.work(packageQueue, () => runs.measure('packages', deps.matchPackages), { concurrency: 1 }),
  ];
  return {
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}
