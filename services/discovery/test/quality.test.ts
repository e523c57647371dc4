import { judgeEveryday } from './everyday';
import { judgeQueries } from './judge-queries';
import { startSampleSearch, type SampleSearch } from './sample-search';

let sample: SampleSearch;
beforeAll(async () => {
  sample = await startSampleSearch('dq');
}, 60_000);
afterAll(() => sample.running.host.stop());

test('the judged queries of the sample city are answered well', async () => {
  const { figures, slow, answers } = await judgeQueries(sample.search, sample.city.ids);
  process.stdout.write(`search on the sample city: ${JSON.stringify(figures)}, 95 % within ${slow} ms\n`);
  expect([...answers.values()].every((answer) => !answer.degraded)).toBe(true);
  expect(figures['ndcg@10']).toBeGreaterThanOrEqual(0.9);
  expect(figures['p@1']).toBeGreaterThanOrEqual(0.9);
  expect(figures['recall@10']).toBeGreaterThanOrEqual(0.92);
}, 60_000);

test('words of everyday find what they mean', async () => {
  const figures = await judgeEveryday(async (q) => {
    const { items } = await sample.search(`q=${encodeURIComponent(q)}&kind=package&limit=10`);
    return items.map(({ id }) => id);
  }, sample.city);
  process.stdout.write(`words of everyday: ${JSON.stringify(figures)}\n`);
  expect(figures['ndcg@10']).toBeGreaterThanOrEqual(0.88);
  expect(figures['p@1']).toBeGreaterThanOrEqual(0.88);
}, 60_000);
