import type { Clock } from '@duijie/domain-kit';
import type { Logger, QueuePort } from '@duijie/service-kit';

export const needQueue = 'match-need';
export const packageQueue = 'match-package';
/** Parents of full re-matches. */
export const rematchQueue = 'match-rematch';

/** @property settle nobody waits for it: the lists only follow a changed index */
export interface NeedJob {
  readonly needIds: readonly string[];
  readonly settle: boolean;
}

const perJob = 50;
const perShard = 100;
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
  /**
   * Leaves a full re-match: shards of needs, a district after the other, and a parent that is run when all are done. Each
   * shard bears epoch and place, so that to plan again adds nothing.
   * @param districts ids of needs, a list a district @returns false when that of this epoch is under way
   */
  rematch(districts: readonly (readonly string[])[], epoch: number): Promise<boolean>;
  rematchProgress(epoch: number): Promise<RematchProgress | null>;
  counts(): Promise<{ readonly needs: QueueCounts; readonly packages: QueueCounts }>;
}
/** A full re-match under way. */
export interface RematchProgress {
  readonly epoch: number;
  readonly shards: number;
  readonly done: number;
}
export interface RematchJob {
  readonly epoch: number;
  readonly needs: number;
  readonly plannedAt: string;
}
/** Jobs of one queue. */
export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
}

const rematchId = (epoch: number): string => `r-${epoch}`;
const stretches = <T>(items: readonly T[], length: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / length) }, (_, i) => items.slice(i * length, (i + 1) * length));

export function createMatchingJobs(
  queues: Pick<QueuePort, 'queue' | 'addFlow' | 'flowProgress'>,
  clock: Clock,
  log: Logger,
): MatchingJobs {
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
  const inBatches = (needIds: readonly string[], id: string, priority: number): Promise<void> =>
    needs.add(
      stretches(needIds, perJob).map((part) => ({
        id: `${id}-${part[0]}`,
        data: { needIds: part, settle: false },
        priority,
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
    overdueNeeds: (needIds, bucket) => inBatches(needIds, `o-${bucket}`, priorities.overdue),
    overduePackages: (bucket) => packages.add([{ id: `o-${bucket}`, data: {} }]),
    rematch(districts, epoch) {
      const shards = districts.flatMap((needIds) => stretches(needIds, perShard));
      return queues.addFlow(
        {
          queue: rematchQueue,
          job: {
            id: rematchId(epoch),
            data: { epoch, needs: districts.flat().length, plannedAt: clock.now().toISOString() } satisfies RematchJob,
          },
        },
        {
          queue: needQueue,
          jobs: shards.map((needIds) => ({
            id: `s-${epoch}-${needIds[0]}`,
            data: { needIds, settle: true } satisfies NeedJob,
            priority: priorities.settle,
          })),
        },
      );
    },
    async rematchProgress(epoch) {
      const progress = await queues.flowProgress(rematchQueue, rematchId(epoch));
      return progress && { epoch, shards: progress.children, done: progress.done };
    },
    counts: async () => ({ needs: await needs.counts(), packages: await packages.counts() }),
  };
}
