import type { Clock } from '@duijie/domain-kit';
import { createLogger, type NewJob, type QueuePort } from '@duijie/service-kit';
import { createMatchingJobs, type NeedJob } from './matching-jobs';

/** A queue port that only remembers what was left. */
function remembering() {
  const left: NewJob<NeedJob>[] = [];
  const flows = new Map<string, number>();
  const port: Pick<QueuePort, 'queue' | 'addFlow' | 'flowProgress'> = {
    async addFlow({ job }, { jobs }) {
      if (flows.has(job.id)) return false;
      flows.set(job.id, jobs.length);
      left.push(...(jobs as readonly NewJob<NeedJob>[]));
      return true;
    },
    async flowProgress(_queue, id) {
      const children = flows.get(id);
      return children === undefined ? null : { children, done: 0 };
    },
    queue: () => ({
      async add(jobs) {
        left.push(...(jobs as unknown as NewJob<NeedJob>[]));
      },
      missing: async () => [],
      counts: async () => ({ waiting: 0, active: 0, failed: 0 }),
    }),
  };
  return { left, jobs: createMatchingJobs(port, clock, createLogger('silent')) };
}
const clock: Clock = { now: () => new Date('2026-12-01T00:00:00Z') };
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

test('a full re-match goes last, in shards of one district each that bear epoch and place; planned again it adds nothing', async () => {
  const { left, jobs } = remembering();
  const ids = Array.from({ length: 120 }, (_, i) => `need${i}`);
  const districts = [ids, ['elsewhere']];
  expect([await jobs.rematch(districts, 7), await jobs.rematch(districts, 7)]).toEqual([true, false]);
  expect(left.map(({ id, data }) => [id, data.needIds.length])).toEqual([
    ['s-7-need0', 100],
    ['s-7-need100', 20],
    ['s-7-elsewhere', 1],
  ]);
  expect(await jobs.rematchProgress(7)).toEqual({ epoch: 7, shards: 3, done: 0 });
  expect(await jobs.rematchProgress(8)).toBeNull();
  await jobs.overdueNeeds(ids.slice(0, 1), 3);
  expect(priorityOf(left.at(-1))).toBeLessThan(priorityOf(left[0]));
});
