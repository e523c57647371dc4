import { z } from 'zod';
import { pageQuery } from '../page';
import { instant } from '../primitives';
import { routesOf } from '../route';

const route = routesOf('identity');
/** ASCII, as the names that services give. */
const queueName = z
  .string()
  .max(60)
  .regex(/^[\w.-]+$/);
const jobId = z
  .string()
  .max(128)
  .regex(/^[\w.:-]+$/);

export const queueView = z.strictObject({
  name: z.string(),
  waiting: z.int().min(0),
  active: z.int().min(0),
  /** Given up for good. */
  failed: z.int().min(0),
});
/**
 * A job that failed. `failed`: given up for good. `retrying`: failed so far, and is tried on; events are, until they
 * succeed, for none may be lost.
 */
export const jobView = z.strictObject({
  id: z.string(),
  queue: z.string(),
  state: z.enum(['failed', 'retrying']),
  /** What it is about: the event's type, or the queue's name. */
  about: z.string(),
  attempts: z.int().min(0),
  /** First line of the last fault. */
  fault: z.string(),
  addedAt: instant,
  failedAt: instant.nullable(),
  /** An event is never discarded. */
  discardable: z.boolean(),
});
export type JobView = z.infer<typeof jobView>;

export const listQueues = route('listQueues', {
  method: 'GET',
  path: '/queues',
  summary: { zh: '队列', en: 'Queues of all services' },
  response: z.strictObject({ items: z.array(queueView) }),
});
/** Newest first, of one queue; at most `limit` given up, then at most as many that are tried on. */
export const listFailedJobs = route('listFailedJobs', {
  method: 'GET',
  path: '/queues/:queue/failed',
  summary: { zh: '失败的任务', en: 'Jobs of a queue that failed' },
  params: z.strictObject({ queue: queueName }),
  query: pageQuery.pick({ limit: true }),
  response: z.strictObject({ items: z.array(jobView) }),
});
const job = z.strictObject({ queue: queueName, jobId });
/** Tried at once. 404 where it is there no longer. */
export const retryJob = route('retryJob', {
  method: 'POST',
  path: '/queues/:queue/jobs/:jobId/retry',
  kind: 'call',
  summary: { zh: '重新执行失败的任务', en: 'Try a failed job again' },
  params: job,
});
/** Only what was given up for good and is no event. 409 `job.not-discardable`. */
export const discardJob = route('discardJob', {
  method: 'POST',
  path: '/queues/:queue/jobs/:jobId/discard',
  kind: 'call',
  summary: { zh: '丢弃失败的任务', en: 'Discard a failed job' },
  params: job,
});
