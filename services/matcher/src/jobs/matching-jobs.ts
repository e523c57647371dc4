import type { Logger, QueuePort } from '@duijie/service-kit';

export const needQueue = 'match-need';
export const packageQueue = 'match-package';

/** @property settle nobody waits for it: the lists only follow a changed index */
export interface NeedJob {
  readonly needIds: readonly string[];
  readonly settle: boolean;
}

const perJob = 50;
/** From so many waiting needs of one person on, they go in batches behind everybody else. */
const bulkFrom = 20;
const gatherMs = 50;
const priorities = { published: 1, draft: 2, overdue: 5, bulk: 10, settle: 5000 } as const;

/** Leaves work on the queues. Never throws: what is lost, the sweep finds in the database. */
export interface MatchingJobs {
  needChanged(need: {
    readonly id: string;
    readonly sequence: number;
    readonly draft: boolean;
    readonly backlog: number;
  }): void;
  packageChanged(pkg: { readonly id: string; readonly sequence: number | string }): void;
  /** @param bucket a number that is the same for all who find the same work in the same while */
  overdueNeeds(needIds: readonly string[], bucket: number): Promise<void>;
  overduePackages(bucket: number): Promise<void>;
  settle(needIds: readonly string[], epoch: number, bucket: number): Promise<void>;
  counts(): Promise<{ readonly needs: QueueCounts; readonly packages: QueueCounts }>;
}
/** Jobs of one queue. */
export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
}

export function createMatchingJobs(queues: Pick<QueuePort, 'queue'>, log: Logger): MatchingJobs {
  const needs = queues.queue<NeedJob>(needQueue);
  const packages = queues.queue<Record<string, never>>(packageQueue);
  let gathered: string[] = [];
  let backlog = 0;
  const leave = (work: Promise<void>): void =>
    void work.catch((error: unknown) => log.warn({ err: error }, 'job was not left; the sweep will find its work'));

  const flush = (): void => {
    const needIds = gathered.splice(0);
    if (needIds.length === 0) return;
    // The further behind its sender's own queue, the later: a light sender overtakes a heavy one.
    const priority = priorities.bulk + Math.min(backlog, 1000);
    leave(needs.add([{ data: { needIds, settle: false }, priority }]));
  };
  const inBatches = (
    needIds: readonly string[],
    id: string,
    job: { priority: number; settle: boolean },
  ): Promise<void> =>
    needs.add(
      Array.from({ length: Math.ceil(needIds.length / perJob) }, (_, i) =>
        needIds.slice(i * perJob, (i + 1) * perJob),
      ).map((part) => ({
        id: `${id}-${part[0]}`,
        data: { needIds: part, settle: job.settle },
        priority: job.priority,
      })),
    );
  return {
    needChanged(need) {
      if (need.backlog < bulkFrom) {
        const priority = need.draft ? priorities.draft : priorities.published;
        const data = { needIds: [need.id], settle: false };
        return leave(needs.add([{ id: `n-${need.id}-${need.sequence}`, data, priority }]));
      }
      backlog = need.backlog;
      if (gathered.push(need.id) >= perJob) flush();
      else if (gathered.length === 1) setTimeout(flush, gatherMs).unref();
    },
    packageChanged: (pkg) => leave(packages.add([{ id: `p-${pkg.id}-${pkg.sequence}`, data: {} }])),
    overdueNeeds: (needIds, bucket) =>
      inBatches(needIds, `o-${bucket}`, { priority: priorities.overdue, settle: false }),
    overduePackages: (bucket) => packages.add([{ id: `o-${bucket}`, data: {} }]),
    settle: (needIds, epoch, bucket) =>
      inBatches(needIds, `s-${epoch}-${bucket}`, { priority: priorities.settle, settle: true }),
    counts: async () => ({ needs: await needs.counts(), packages: await packages.counts() }),
  };
}
