import type { SearchAnswer } from '@duijie/contracts';
import { clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { newId } from '@duijie/domain-kit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeQueries } from './judge-queries';
import { startDiscovery, type DiscoveryHost } from './publishers';
import { sampleCity, sampleTaxonomy } from './sample-city';

const environment = testEnvironment(testNamespace('dq'));
const city = sampleCity();
let running: DiscoveryHost;
const search = async (query: string): Promise<SearchAnswer> => {
  const { status, body } = await running.get(`/search?${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as SearchAnswer;
};

beforeAll(async () => {
  await clearNamespace(environment);
  running = await startDiscovery(environment);
  await running.publish('taxonomy.changed.v1', newId(Date.now()), 1, sampleTaxonomy());
  await running.publishAll('organisation.changed.v1', city.providers);
  await running.publishAll('package.published.v1', city.packages);
  await running.publishAll('need.published.v1', city.needs);
  await eventually(async () => {
    const { total, facets } = await search('limit=1');
    // Without facets it is not yet the engine that answers.
    if (facets === null || total !== 45 + 100 + city.providers.length)
      throw new Error(`${total} documents are indexed`);
  }, 30_000);
}, 60_000);
afterAll(() => running.host.stop());

test('the judged queries of the sample city are answered well', async () => {
  const { figures, slow, answers } = await judgeQueries(search, city.ids);
  process.stdout.write(`search on the sample city: ${JSON.stringify(figures)}, 95 % within ${slow} ms\n`);
  expect([...answers.values()].every((answer) => !answer.degraded)).toBe(true);
  expect(figures['ndcg@10']).toBeGreaterThanOrEqual(0.9);
}, 60_000);

/**
 * Words of everyday, with slips and pinyin, and the leaves that they mean: written down before anybody looked at how the
 * phrases read them. What is of such a leaf is taken to be relevant.
 */
const everyday = readFileSync(join(__dirname, 'everyday-queries.tsv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [q = '', leaves = ''] = line.split('\t');
    return { q, leaves: leaves.split(',') };
  });

test('words of everyday find what they mean', async () => {
  const codesOf = new Map(city.packages.map(({ id, categories }) => [id, categories]));
  const discount = (place: number): number => 1 / Math.log2(place + 2);
  let gain = 0;
  let first = 0;
  for (const { q, leaves } of everyday) {
    const fits = (id: string): boolean => leaves.some((leaf) => codesOf.get(id)?.includes(leaf));
    const { items } = await search(`q=${encodeURIComponent(q)}&kind=package&limit=10`);
    const ideal = [...codesOf.keys()].filter(fits).slice(0, 10);
    const best = ideal.reduce((sum, _, place) => sum + discount(place), 0);
    gain += items.reduce((sum, { id }, place) => sum + (fits(id) ? discount(place) : 0), 0) / best;
    if (items[0] && fits(items[0].id)) first += 1;
  }
  const figures = { queries: everyday.length, 'ndcg@10': gain / everyday.length, 'p@1': first / everyday.length };
  process.stdout.write(`words of everyday: ${JSON.stringify(figures)}\n`);
  expect(figures['ndcg@10']).toBeGreaterThanOrEqual(0.88);
  expect(figures['p@1']).toBeGreaterThanOrEqual(0.88);
}, 60_000);
