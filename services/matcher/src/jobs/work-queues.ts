import type { QueuePort, Work } from '@duijie/service-kit';
import type { MatchNeeds } from '../match-needs';
import type { MatchPackages } from '../match-packages';
import type { RunLog } from '../run-log';
import { needQueue, packageQueue, type NeedJob } from './matching-jobs';

/** Starts the workers of both queues. The database's turn and the thread's overlap, hence several jobs at a time. */
export function workQueues(deps: {
  readonly queues: QueuePort;
  readonly matchNeeds: MatchNeeds;
  readonly matchPackages: MatchPackages;
  readonly runs: RunLog;
}): Work {
  const { queues, runs } = deps;
  const workers = [
    queues.work<NeedJob>(
      needQueue,
      ({ needIds, settle }) =>
        runs.measure(settle ? 'settle' : 'needs', async () => ({
          needs: await deps.matchNeeds(needIds, settle ? 'settle' : 'needs'),
          packages: 0,
        })),
      { concurrency: 3 },
    ),
    queues.work(packageQueue, () => runs.measure('packages', deps.matchPackages), { concurrency: 1 }),
  ];
  return {
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}
