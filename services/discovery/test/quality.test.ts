import type { SearchAnswer } from '@duijie/contracts';
import { clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { newId } from '@duijie/domain-kit';
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
  expect(figures['ndcg@10']).toBeGreaterThanOrEqual(0.76);
}, 60_000);
