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
  counts(): Promise<{ readonly waiting: number; readonly active: number; readonly failed: number }>;
}
export interface WorkOptions {
  /** Jobs at a time in this process. */
  readonly concurrency: number;
}
/** A running worker. `close` waits for the jobs in hand. */
export interface Work {
  close(): Promise<void>;
}

/** Queues by name. At least once: handlers must be idempotent. */
export interface QueuePort {
  queue<T>(name: string): JobQueue<T>;
  work<T>(name: string, handler: (data: T) => Promise<void>, options: WorkOptions): Work;
  close(): Promise<void>;
}
