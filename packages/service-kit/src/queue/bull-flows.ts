import { FlowProducer, type JobsOptions, type Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from '../log/logger';
import type { QueuePort } from './queue-port';

/** Jobs that wait for others, behind the queue port. @param profile options of every job */
export function createBullFlows(deps: {
  readonly redis: Redis;
  readonly prefix: string;
  readonly log: Logger;
  readonly profile: JobsOptions;
  readonly queueOf: (name: string) => Queue;
}): Pick<QueuePort, 'addFlow' | 'flowProgress'> & { close(): Promise<void> } {
  const { prefix, profile, queueOf } = deps;
  let made: FlowProducer | undefined;
  const producer = (): FlowProducer => {
    if (made) return made;
    made = new FlowProducer({ connection: deps.redis, prefix });
    made.on('error', (error) => deps.log.debug({ err: error }, 'flow error'));
    return made;
  };
  return {
    async addFlow(parent, children) {
      const queue = queueOf(parent.queue);
      queueOf(children.queue);
      const state = await queue.getJobState(parent.job.id);
      if (state !== 'unknown' && state !== 'failed' && state !== 'completed') return false;
      if (state !== 'unknown') await queue.remove(parent.job.id);
      await producer().add({
        name: parent.queue,
        queueName: parent.queue,
        prefix,
        data: parent.job.data,
        opts: { ...profile, jobId: parent.job.id },
        children: children.jobs.map((job) => ({
          name: children.queue,
          queueName: children.queue,
          prefix,
          data: job.data,
          opts: {
            ...profile,
            ...(job.id === undefined ? {} : { jobId: job.id }),
            ...(job.priority === undefined ? {} : { priority: job.priority }),
            // One that is given up must not hold up its parent for ever.
            ignoreDependencyOnFailure: true,
          },
        })),
      });
      return true;
    },
    async flowProgress(name, id) {
      const job = await queueOf(name).getJob(id);
      if (!job) return null;
      const counts = await job.getDependenciesCount({ processed: true, unprocessed: true, ignored: true });
      const done = (counts.processed ?? 0) + (counts.ignored ?? 0);
      return { children: done + (counts.unprocessed ?? 0), done };
    },
    async close() {
      await made?.close();
    },
  };
}
