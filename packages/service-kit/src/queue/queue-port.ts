/**
 * A unit of work. @property id adds with the id of a job that waits or runs are ignored, one that failed for good or was
 * lost is put in again; letters, digits, `-`, `_` and `.` only
 */
export interface NewJob<T> {
  readonly id?: string;
  readonly data: T;
  /** 1 is most urgent; without one, jobs run first come first served before all that have one. */
  readonly priority?: number;
  readonly delayMs?: number;
}
export interface JobQueue<T> {
  add(jobs: readonly NewJob<T>[]): Promise<void>;
  /** @returns those of `ids` that neither wait nor run: done, failed for good, or lost */
  missing(ids: readonly string[]): Promise<string[]>;
  counts(): Promise<{ readonly waiting: number; readonly active: number; readonly failed: number }>;
}
export interface QueueOptions {
  /**
   * Jobs are tried until they succeed, at most 5 s apart, so that work goes on soon after its cause is mended.
   * Others fail for good after 20 attempts over about a quarter of an hour.
   */
  readonly patient?: boolean;
}
export interface WorkOptions {
  /** Jobs at a time in this process. */
  readonly concurrency: number;
}
/** A running worker. `close` waits for the jobs in hand. */
export interface Work {
  close(): Promise<void>;
}

/** A job that failed at its last attempt. `failed`: given up for good; `retrying`: it is tried on. */
export interface FailedJob {
  readonly id: string;
  readonly state: 'failed' | 'retrying';
  readonly data: unknown;
  readonly attempts: number;
  readonly fault: string;
  readonly addedAt: Date;
  readonly failedAt: Date | null;
}
/** What people may see of the queues of all processes, and do about jobs that failed. */
export interface QueueDesk {
  /** Every queue that any process has opened here, by name. */
  list(): Promise<
    readonly { readonly name: string; readonly waiting: number; readonly active: number; readonly failed: number }[]
  >;
  /** Newest first; `limit` given up, then as many that are tried on. */
  failed(name: string, limit: number): Promise<readonly FailedJob[]>;
  find(name: string, id: string): Promise<FailedJob | null>;
  /** Has a failed job tried at once. */
  retry(name: string, id: string): Promise<void>;
  /** Removes a job that was given up for good. */
  discard(name: string, id: string): Promise<void>;
}

/** Queues by name. At least once: handlers must be idempotent. */
export interface QueuePort {
  readonly desk: QueueDesk;
  queue<T>(name: string, options?: QueueOptions): JobQueue<T>;
  /**
   * Leaves jobs and one that is run when all of them are done; those given up for good count as done.
   * @returns false when the parent waits already: then nothing is added
   */
  addFlow(
    parent: { readonly queue: string; readonly job: { readonly id: string; readonly data: unknown } },
    children: { readonly queue: string; readonly jobs: readonly NewJob<unknown>[] },
  ): Promise<boolean>;
  /** How far the children of a parent are; null when there is no such parent. */
  flowProgress(queue: string, id: string): Promise<{ readonly children: number; readonly done: number } | null>;
  work<T>(name: string, handler: (data: T) => Promise<void>, options: WorkOptions): Work;
  close(): Promise<void>;
}
