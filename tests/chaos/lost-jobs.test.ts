import { createBullQueues, createLogger, openRedis } from '@duijie/service-kit';
import { clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';

const namespace = testNamespace('jobs');
const environment = testEnvironment(namespace);
const log = createLogger('silent');
const redis = openRedis(environment['DUIJIE_REDIS_URL'] ?? '', log);
const queues = createBullQueues(redis, `{${namespace}}`, log);
const name = 'lost-jobs';
const queue = queues.queue<string>(name);
const key = (part: string): string => `{${namespace}}:${name}:${part}`;

beforeAll(() => clearNamespace(environment));
afterAll(async () => {
  await queues.close();
  redis.disconnect();
});

test('a job put in under an id that waits is ignored, one that was lost or failed for good runs again', async () => {
  const jobs = ['job-waiting', 'job-lost', 'job-failed'].map((id) => ({ id, data: id }));
  await queue.add(jobs);
  // A part of the keys is gone: the job stands, and no list names it.
  await redis.lrem(key('wait'), 0, 'job-lost');
  await redis.lrem(key('wait'), 0, 'job-failed');
  await redis.zadd(key('failed'), Date.now(), 'job-failed');
  expect(await queue.counts()).toEqual({ waiting: 1, active: 0, failed: 1 });

  await queue.add(jobs);
  expect(await queue.counts()).toEqual({ waiting: 3, active: 0, failed: 0 });

  const seen: string[] = [];
  const work = queues.work<string>(
    name,
    async (data) => {
      seen.push(data);
    },
    { concurrency: 1 },
  );
  await eventually(async () => expect(await queue.counts()).toEqual({ waiting: 0, active: 0, failed: 0 }));
  await work.close();
  expect(seen.toSorted((a, b) => a.localeCompare(b))).toEqual(['job-failed', 'job-lost', 'job-waiting']);
});
