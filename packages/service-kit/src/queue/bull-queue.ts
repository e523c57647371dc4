import { Queue, Worker, type JobsOptions } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from '../log/logger';
import type { JobQueue, QueuePort, Work } from './queue-port';

const jobDefaults: JobsOptions = {
  attempts: 20,
  backoff: { type: 'exponential', delay: 200, jitter: 0.5 },
  removeOnComplete: true,
  removeOnFail: { count: 5000 },
};
/** Handlers are short, so that a killed process's jobs start again within about 20 s; a stall is no failure. */
const lockDuration = 10_000;
const stalledInterval = 5_000;
const maxStalledCount = 50;

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
    const made = new Queue(name, { connection: redis, prefix, defaultJobOptions: jobDefaults });
    made.on('error', (error) => log.debug({ queue: name, err: error }, 'queue error'));
    queues.set(name, made);
    return made;
  };
  // BullMQ ignores an id as long as the job's hash stands, although the job failed for good or lies in no list any more.
  const clearTheWay = async (queue: Queue, ids: readonly string[]): Promise<void> => {
    const pipeline = redis.pipeline();
    for (const id of ids) pipeline.exists(queue.toKey(id));
    const known = (await pipeline.exec()) ?? [];
    for (const id of ids.filter((_id, i) => known[i]?.[1] === 1))
      if (['failed', 'completed', 'unknown'].includes(await queue.getJobState(id))) await queue.remove(id);
  };
  return {
    queue<T>(name: string): JobQueue<T> {
      const queue = queueOf(name);
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
                ...(job.id === undefined ? {} : { jobId: job.id }),
                ...(job.priority === undefined ? {} : { priority: job.priority }),
                ...(job.delayMs === undefined ? {} : { delay: job.delayMs }),
              },
            })),
          );
        },
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
      });
      worker.on('error', (error) => log.debug({ queue: name, err: error }, 'worker error'));
      worker.on('failed', (job, error) => {
        const last = job !== undefined && job.attemptsMade >= (job.opts.attempts ?? 1);
        log[last ? 'error' : 'warn'](
          { queue: name, jobId: job?.id, attempt: job?.attemptsMade, err: error },
          last ? 'job failed for good' : 'job failed, will be tried again',
        );
      });
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
      await Promise.all([...queues.values()].map((q) => q.close()));
    },
  };
}
