import type { NeedBody } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { clearNamespace, deleteIndexes, emptyRedis, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { Meilisearch } from 'meilisearch';
import { startEngineProxy, type EngineProxy } from './engine-proxy';
import { startDiscovery, type DiscoveryHost } from './publishers';
import { aNeed, sampleTaxonomy } from './sample-city';

const quietMs = 30_000;
const versions = 4;
const environment = testEnvironment(testNamespace('dq'));
let proxy: EngineProxy;
let running: DiscoveryHost;
let engine: Meilisearch;

beforeAll(async () => {
  await clearNamespace(environment);
  await deleteIndexes(environment);
  proxy = await startEngineProxy(environment['DUIJIE_MEILI_URL'] ?? '');
  engine = new Meilisearch({
    host: environment['DUIJIE_MEILI_URL'] ?? '',
    apiKey: environment['DUIJIE_MEILI_KEY'] ?? '',
  });
  running = await startDiscovery({ ...environment, DUIJIE_MEILI_URL: proxy.url });
  await running.publish('taxonomy.changed.v1', newId(Date.now()), 1, sampleTaxonomy());
}, 60_000);
afterAll(async () => {
  await running.host.stop();
  await proxy.close();
});

const titleOf = (number: number, version: number): string => `第 ${number} 处第 ${version} 版`;
/** Each fourth need ends hidden, each fifth is hidden in between and comes back. */
const isOpen = (number: number, version: number): boolean =>
  version === versions ? number % 4 !== 0 : number % 5 !== 0 || version !== 2;

/** One state of a need, told twice. */
async function tellTwice(id: string, number: number, version: number): Promise<void> {
  const state: NeedBody = {
    ...aNeed({ title: titleOf(number, version), state: isOpen(number, version) ? 'published' : 'withdrawn' }),
    id,
  };
  await running.publish('need.changed.v1', id, version, state);
  await running.publish('need.changed.v1', id, version, state);
}

/** What the engine holds, past discovery: title by id. */
async function indexed(): Promise<Record<string, string>> {
  const { results } = await engine
    .index(`${environment['DUIJIE_NAMESPACE']}_needs`)
    .getDocuments<{ id: string; title: string; revision: number }>({ limit: 1000 });
  return Object.fromEntries(results.map(({ id, title }) => [id, title]));
}
async function kept(): Promise<Record<string, string>> {
  const rows = (await running.database
    .manager()
    .query(`SELECT id, title FROM search_document WHERE kind = 'need' AND visible = 1`)) as {
    id: string;
    title: string;
  }[];
  return Object.fromEntries(rows.map(({ id, title }) => [id, title]));
}

/**
 * @param number of needs @param during what befalls engine and queue while their events come
 * @returns milliseconds from the last event until the engine holds exactly what the last states say
 */
async function throughTrouble(number: number, during: () => Promise<void>): Promise<number> {
  const needs = Array.from({ length: number }, (_, at) => ({ id: newId(Date.now()), number: at }));
  const before = await kept();
  const events = needs.flatMap((need) => Array.from({ length: versions }, (_, at) => ({ ...need, version: at + 1 })));
  // In disorder: by a key that has nothing to do with their versions.
  events.sort((a, b) => ((a.number * 7 + a.version * 13) % 31) - ((b.number * 7 + b.version * 13) % 31));
  const trouble = during();
  for (const { id, number: at, version } of events) await tellTwice(id, at, version);
  await trouble;
  const expected = {
    ...before,
    ...Object.fromEntries(
      needs
        .filter((need) => isOpen(need.number, versions))
        .map((need) => [`need-${need.id}`, titleOf(need.number, versions)]),
    ),
  };
  const quietSince = Date.now();
  await eventually(async () => {
    expect(await kept()).toEqual(expected);
    expect(await indexed()).toEqual(expected);
  }, quietMs);
  return Date.now() - quietSince;
}
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

test('events doubled and in disorder: the engine holds the last states', async () => {
  const tookMs = await throughTrouble(60, async () => {});
  expect(tookMs).toBeLessThan(quietMs);
}, 90_000);
test('the engine killed, silent and slow in turns meanwhile', async () => {
  await throughTrouble(60, async () => {
    for (const state of ['shut', 'slow', 'silent', 'open', 'shut'] as const) {
      proxy.set(state);
      await pause(700);
    }
    proxy.set('open');
  });
}, 90_000);
test('the engine comes back empty, and Redis is emptied, meanwhile', async () => {
  let keys = 0;
  await throughTrouble(60, async () => {
    for (let round = 0; round < 4; round += 1) {
      await pause(500);
      proxy.set('shut');
      await deleteIndexes(environment);
      proxy.set('open');
      keys += await emptyRedis(environment);
    }
  });
  expect(keys).toBeGreaterThan(0);
}, 90_000);
test('the engine comes back with an older state of everything, and with strangers', async () => {
  const took = await throughTrouble(10, async () => {
    const index = engine.index(`${environment['DUIJIE_NAMESPACE']}_needs`);
    const old = Object.keys(await kept()).map((id) => ({ id, title: '旧的', revision: 1 }));
    await index.updateDocuments([...old, { id: 'need-stranger', title: '不该有的', revision: 1 }]).waitTask();
  });
  expect(took).toBeLessThan(quietMs);
}, 90_000);
