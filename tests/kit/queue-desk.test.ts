import { createBullQueues, createLogger, openRedis } from '@duijie/service-kit';
import { clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';

const namespace = testNamespace('qdesk');
const environment = testEnvironment(namespace);
const log = createLogger('silent');
const redis = openRedis(environment['DUIJIE_REDIS_URL'] ?? '', log);
const open = () => createBullQueues(redis, `{${namespace}}`, log);
/** Another process that has opened no queue itself. */
const [queues, elsewhere] = [open(), open()];
const name = 'failing';

beforeAll(() => clearNamespace(environment));
afterAll(async () => {
  await Promise.all([queues.close(), elsewhere.close()]);
  redis.disconnect();
});

test('shows what fails in any process, tries it again at once, and discards only what was given up', async () => {
  const queue = queues.queue<string>(name);
  let mended = false;
  const done: string[] = [];
  const work = queues.work<string>(
    name,
    async (data) => {
      if (!mended) throw new Error(`${data} cannot be done\nat some line`);
      done.push(data);
    },
    { concurrency: 1 },
  );
  await queue.add([{ id: 'again', data: 'again' }]);
  const { desk } = elsewhere;
  const found = await eventually(async () => {
    const job = await desk.find(name, 'again');
    if (!job) throw new Error('not failed yet');
    return job;
  });
  expect(found).toMatchObject({ state: 'retrying', fault: 'again cannot be done', data: 'again' });
  await eventually(async () => expect(await desk.failed(name, 10)).toMatchObject([{ id: 'again', state: 'retrying' }]));
  await desk.discard(name, 'again');
  mended = true;
  await desk.retry(name, 'again');
  await eventually(async () => expect(done).toEqual(['again']));
  await work.close();

  await queue.add(['one', 'two'].map((id) => ({ id, data: id })));
  for (const id of ['one', 'two']) {
    await redis.lrem(`{${namespace}}:${name}:wait`, 0, id);
    await redis.zadd(`{${namespace}}:${name}:failed`, Date.now(), id);
  }
  expect(await desk.list()).toEqual([{ name, waiting: 0, active: 0, failed: 2 }]);
  await desk.discard(name, 'one');
  await desk.retry(name, 'two');
  expect(await desk.list()).toEqual([{ name, waiting: 1, active: 0, failed: 0 }]);
  expect(await desk.find(name, 'one')).toBeNull();
});

test('of a queue that nobody opened there is nothing', async () => {
  expect(await elsewhere.desk.failed('nobody', 10)).toEqual([]);
  expect(await elsewhere.desk.find('nobody', 'x')).toBeNull();
  expect((await elsewhere.desk.list()).map((one) => one.name)).toEqual([name]);
});
