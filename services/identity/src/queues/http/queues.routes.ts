import { identityRoutes, type JobView } from '@duijie/contracts';
import { bind, Conflict, NotFound, type BoundRoute, type FailedJob } from '@duijie/service-kit';
import type { IdentityDeps } from '../../identity-deps';

const isOfEvents = (queue: string): boolean => queue.startsWith('events-');
const aboutOf = (queue: string, data: unknown): string => {
  const type = isOfEvents(queue) ? (data as { type?: unknown } | null)?.type : undefined;
  return typeof type === 'string' ? type : queue;
};
const jobViewOf = (queue: string, job: FailedJob): JobView => ({
  id: job.id,
  queue,
  state: job.state,
  about: aboutOf(queue, job.data),
  attempts: job.attempts,
  fault: job.fault,
  addedAt: job.addedAt.toISOString(),
  failedAt: job.failedAt?.toISOString() ?? null,
  discardable: job.state === 'failed' && !isOfEvents(queue),
});

/**
 * Queues of all services, which share one Redis, for administrators. The deed is audited before it is done: an entry without
 * a deed misleads nobody, a deed without an entry would.
 */
export function queuesRoutes({ queues: { desk }, database, audit }: IdentityDeps): readonly BoundRoute[] {
  const found = async (queue: string, id: string): Promise<FailedJob> => {
    const job = await desk.find(queue, id);
    if (!job) throw new NotFound();
    return job;
  };
  return [
    bind(identityRoutes.listQueues, async () => ({ items: [...(await desk.list())] })),
    bind(identityRoutes.listFailedJobs, async (_ctx, { params, query }) => {
      if (!(await desk.list()).some(({ name }) => name === params.queue)) throw new NotFound();
      return { items: (await desk.failed(params.queue, query.limit)).map((job) => jobViewOf(params.queue, job)) };
    }),
    bind(identityRoutes.retryJob, async (ctx, { params: { queue, jobId } }) => {
      const job = jobViewOf(queue, await found(queue, jobId));
      await database.run(ctx, (tx) =>
        audit.record(tx, {
          action: 'job.retried',
          aggregate: { type: 'queue', id: queue },
          data: { jobId, about: job.about, attempts: job.attempts },
        }),
      );
      await desk.retry(queue, jobId);
      return undefined;
    }),
    bind(identityRoutes.discardJob, async (ctx, { params: { queue, jobId } }) => {
      const job = jobViewOf(queue, await found(queue, jobId));
      if (!job.discardable)
        throw new Conflict('job.not-discardable', {
          zh: '事件不能丢弃，系统会一直重试到成功；其他任务在彻底失败后才能丢弃',
          en: 'An event is tried until it succeeds; other jobs can be discarded once they were given up',
        });
      await database.run(ctx, (tx) =>
        audit.record(tx, {
          action: 'job.discarded',
          aggregate: { type: 'queue', id: queue },
          data: { jobId, about: job.about, attempts: job.attempts, fault: job.fault },
        }),
      );
      await desk.discard(queue, jobId);
      return undefined;
    }),
  ];
}
