import { Queue, Worker, type BackoffOptions, type Job, type JobsOptions } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from '../log/logger';
import { createBullFlows } from './bull-flows';
import { createQueueDesk } from './queue-desk';
import type { JobQueue, QueueOptions, QueuePort, Work } from './queue-port';

const kept: JobsOptions = { removeOnComplete: true, removeOnFail: { count: 5000 }, stackTraceLimit: 1 };
/** `delay` is the longest wait between two attempts. */
const brief: JobsOptions = { ...kept, attempts: 20, backoff: { type: 'capped', delay: 60_000 } };
const patient: JobsOptions = { ...kept, attempts: 1_000_000_000, backoff: { type: 'capped', delay: 5_000 } };
/** After so many attempts a job that is tried on is told as an error, once. */
const tellAfter = 20;
const backoffStrategy = (attempts: number, _type?: string, _error?: Error, job?: { opts: JobsOptions }): number => {
  const capMs = (job?.opts.backoff as BackoffOptions | undefined)?.delay ?? 5_000;
  return Math.round(Math.min(200 * 2 ** (attempts - 1), capMs) * (0.5 + Math.random() / 2));
};
/** Handlers are short, so that a killed process's jobs start again within about 20 s; a stall is no failure. */
const lockDuration = 10_000;
const stalledInterval = 5_000;
const maxStalledCount = 50;
/** Up to so many ids are looked up one by one; for more, the queue's lists are read once. */
const few = 50;

/**
 * BullMQ behind the queue port.
 * @param redis connection with `maxRetriesPerRequest: null`; workers duplicate it
 * @param prefix of all keys, with a `{tag}` so that it works on Redis Cluster
 */
export function createBullQueues(redis: Redis, prefix: string, log: Logger): QueuePort {
  const queues = new Map<string, Queue>();
  const workers = new Set<Worker>();
  const queueOf = (name: string): Queue => {
    const known = queues.get(name);
    if (known) return known;
    const made = new Queue(name, { connection: redis, prefix });
    made.on('error', (error) => log.debug({ queue: name, err: error }, 'queue error'));
    queues.set(name, made);
    desk.note(name);
    return made;
  };
  const desk = createQueueDesk(redis, prefix, queueOf);
  const flows = createBullFlows({ redis, prefix, log, profile: brief, queueOf });
  const missingOf = async (queue: Queue, ids: readonly string[]): Promise<string[]> => {
    if (ids.length > few) {
      const held = new Set(await queue.getRanges(['waiting', 'prioritized', 'delayed', 'active'], 0, -1));
      return ids.filter((id) => !held.has(id));
    }
    const states = await Promise.all(ids.map((id) => queue.getJobState(id)));
    return ids.filter((_id, i) => ['failed', 'completed', 'unknown'].includes(states[i] ?? 'unknown'));
  };
  // BullMQ ignores an id as long as the job's hash stands, although the job failed for good or lies in no list any more.
  const clearTheWay = async (queue: Queue, ids: readonly string[]): Promise<void> => {
    const pipeline = redis.pipeline();
    for (const id of ids) pipeline.exists(queue.toKey(id));
    const known = (await pipeline.exec()) ?? [];
    const standing = ids.filter((_id, i) => known[i]?.[1] === 1);
    await Promise.all((await missingOf(queue, standing)).map((id) => queue.remove(id)));
  };
  const tell = (name: string, job: Job | undefined, error: Error): void => {
    const attempt = job?.attemptsMade ?? 0;
    const facts = { queue: name, jobId: job?.id, attempt, err: error };
    if (job && attempt >= (job.opts.attempts ?? 1)) log.error(facts, 'job failed for good');
    else if (attempt < tellAfter) log.warn(facts, 'job failed, will be tried again');
    else if (attempt === tellAfter) log.error(facts, 'job fails again and again, is tried on');
    else log.debug(facts, 'job failed, will be tried again');
  };
  return {
    desk,
    addFlow: flows.addFlow,
    flowProgress: flows.flowProgress,
    queue<T>(name: string, options: QueueOptions = {}): JobQueue<T> {
      const queue = queueOf(name);
      const profile = options.patient ? patient : brief;
      return {
        async add(jobs) {
          if (jobs.length === 0) return;
          await clearTheWay(
            queue,
            jobs.flatMap(({ id }) => id ?? []),
          );
          await queue.addBulk(
            jobs.map((job) => ({
              name,
              data: job.data,
              opts: {
                ...profile,
                ...(job.id === undefined ? {} : { jobId: job.id }),
                ...(job.priority === undefined ? {} : { priority: job.priority }),
                ...(job.delayMs === undefined ? {} : { delay: job.delayMs }),
              },
            })),
          );
        },
        missing: (ids) => missingOf(queue, ids),
        async counts() {
          const c = await queue.getJobCounts('waiting', 'prioritized', 'delayed', 'active', 'failed');
          return {
            waiting: (c['waiting'] ?? 0) + (c['prioritized'] ?? 0) + (c['delayed'] ?? 0),
            active: c['active'] ?? 0,
            failed: c['failed'] ?? 0,
          };
        },
      };
    },
    work<T>(name: string, handler: (data: T) => Promise<void>, options: { concurrency: number }): Work {
      const worker = new Worker(name, (job) => handler(job.data as T), {
        connection: redis,
        prefix,
        concurrency: options.concurrency,
        lockDuration,
        stalledInterval,
        maxStalledCount,
        settings: { backoffStrategy },
      });
      worker.on('error', (error) => log.debug({ queue: name, err: error }, 'worker error'));
      worker.on('failed', (job, error) => tell(name, job, error));
      workers.add(worker);
      return {
        async close() {
          workers.delete(worker);
          await worker.close();
        },
      };
    },
    async close() {
      await Promise.all([...workers].map((w) => w.close()));
      await flows.close();
      await Promise.all([...queues.values()].map((q) => q.close()));
    },
  };
}
