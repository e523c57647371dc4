import { createLogger, type NewJob, type QueuePort } from '@duijie/service-kit';
import { createMatchingJobs, type NeedJob } from './matching-jobs';

/** A queue port that only remembers what was left. */
function remembering() {
  const left: NewJob<NeedJob>[] = [];
  const port: Pick<QueuePort, 'queue'> = {
    queue: () => ({
      async add(jobs) {
        left.push(...(jobs as unknown as NewJob<NeedJob>[]));
      },
      missing: async () => [],
      counts: async () => ({ waiting: 0, active: 0, failed: 0 }),
    }),
  };
  return { left, jobs: createMatchingJobs(port, createLogger('silent')) };
}
const need = (n: number, backlog: number, draft = false) => ({ id: `need${n}`, sequence: 1, draft, backlog });
const priorityOf = (job: NewJob<NeedJob> | undefined): number => job?.priority ?? 0;

test('an import goes in batches behind a single draft, and a published need before both', () => {
  const { left, jobs } = remembering();
  for (let i = 0; i < 100; i += 1) jobs.needChanged(need(i, 20 + i));
  const bulk = [...left];
  expect(bulk.map(({ data }) => data.needIds.length)).toEqual([50, 50]);
  jobs.needChanged(need(1001, 0, true));
  jobs.needChanged(need(1002, 0));
  const [draft, published] = left.slice(bulk.length);
  expect(draft?.data).toEqual({ needIds: ['need1001'], settle: false });
  expect(priorityOf(published)).toBeLessThan(priorityOf(draft));
  for (const job of bulk) expect(priorityOf(draft)).toBeLessThan(priorityOf(job));
});

test('who is further behind waits behind who is less', () => {
  const { left, jobs } = remembering();
  for (let i = 0; i < 50; i += 1) jobs.needChanged(need(i, 900));
  for (let i = 0; i < 50; i += 1) jobs.needChanged(need(100 + i, 30));
  expect(priorityOf(left[1])).toBeLessThan(priorityOf(left[0]));
});

test('lists that only follow the index go last, in batches that all finders name alike', async () => {
  const { left, jobs } = remembering();
  const ids = Array.from({ length: 120 }, (_, i) => `need${i}`);
  await jobs.settle(ids, 7, 3);
  await jobs.settle(ids, 7, 3);
  expect(left.map(({ id }) => id)).toEqual([...left.slice(0, 3), ...left.slice(0, 3)].map(({ id }) => id));
  expect(left.slice(0, 3).map(({ data }) => data.needIds.length)).toEqual([50, 50, 20]);
  await jobs.overdueNeeds(ids.slice(0, 1), 3);
  expect(priorityOf(left.at(-1))).toBeLessThan(priorityOf(left[0]));
});
