import type { Job, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { FailedJob, QueueDesk } from './queue-port';

/** A job that failed so often is told of, although it is tried on. */
const retriesToTell = 3;

const failedJob = (job: Job, state: FailedJob['state']): FailedJob => ({
  id: job.id ?? '',
  state,
  data: job.data as unknown,
  attempts: job.attemptsMade,
  fault: (job.failedReason ?? '').split('\n')[0]?.slice(0, 300) ?? '',
  addedAt: new Date(job.timestamp),
  failedAt: job.finishedOn === undefined ? null : new Date(job.finishedOn),
});

/**
 * The desk over BullMQ. Names of queues stand in a set in Redis, so that one process sees the queues of all.
 * @param queueOf opens a queue, and may note it here
 */
export function createQueueDesk(
  redis: Redis,
  prefix: string,
  queueOf: (name: string) => Queue,
): QueueDesk & { note(name: string): void } {
  const namesKey = `${prefix}:queue-names`;
  const known = async (name: string): Promise<Queue | null> =>
    (await redis.sismember(namesKey, name)) === 1 ? queueOf(name) : null;
  const find = async (name: string, id: string): Promise<{ job: Job; state: FailedJob['state'] } | null> => {
    const job: Job | undefined = await (await known(name))?.getJob(id);
    if (!job) return null;
    const state = await job.getState();
    if (state === 'failed') return { job, state };
    return state === 'delayed' && job.attemptsMade > 0 ? { job, state: 'retrying' } : null;
  };
  return {
    note(name) {
      redis.sadd(namesKey, name).catch(() => undefined);
    },
    async list() {
      const names = (await redis.smembers(namesKey)).toSorted();
      return Promise.all(
        names.map(async (name) => {
          const c = await queueOf(name).getJobCounts('waiting', 'prioritized', 'delayed', 'active', 'failed');
          return {
            name,
            waiting: (c['waiting'] ?? 0) + (c['prioritized'] ?? 0) + (c['delayed'] ?? 0),
            active: c['active'] ?? 0,
            failed: c['failed'] ?? 0,
          };
        }),
      );
    },
    async failed(name, limit) {
      const queue = await known(name);
      if (!queue) return [];
      const [failed, delayed] = await Promise.all([queue.getFailed(0, limit - 1), queue.getDelayed(0, 4 * limit - 1)]);
      const retrying = delayed.filter((job) => job.attemptsMade >= retriesToTell).slice(0, limit);
      return [...failed.map((job) => failedJob(job, 'failed')), ...retrying.map((job) => failedJob(job, 'retrying'))];
    },
    async find(name, id) {
      const found = await find(name, id);
      return found ? failedJob(found.job, found.state) : null;
    },
    async retry(name, id) {
      const found = await find(name, id);
      if (found?.state === 'failed') await found.job.retry();
      else await found?.job.promote();
    },
    async discard(name, id) {
      const found = await find(name, id);
      if (found?.state === 'failed') await found.job.remove();
    },
  };
}
