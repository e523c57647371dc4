import type { SearchAnswer, SuggestAnswer } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { startEngineProxy, type EngineProxy } from './engine-proxy';
import { startDiscovery, type DiscoveryHost } from './publishers';
import { aNeed, anOrganisation, aPackage, sampleTaxonomy } from './sample-city';

let proxy: EngineProxy;
let running: DiscoveryHost;
const provider = anOrganisation();
const cheap = aPackage(provider, {
  title: '电梯维保',
  description: '老旧电梯年检维保',
  categories: ['facility.elevator'],
  price: { model: 'fixed', minFen: 100, maxFen: 100 },
});
const dear = aPackage(provider, {
  title: '加装电梯',
  categories: ['facility.elevator'],
  price: { model: 'fixed', minFen: 900, maxFen: 900 },
  serviceArea: { districts: ['武侯区'], radius: null },
});
const timed = async (path: string): Promise<{ answer: SearchAnswer; ms: number }> => {
  const begun = performance.now();
  const { status, body } = await running.get(path);
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return { answer: body as SearchAnswer, ms: performance.now() - begun };
};
const q = encodeURIComponent('电梯');

beforeAll(async () => {
  const environment = testEnvironment(testNamespace('dd'));
  await clearNamespace(environment);
  proxy = await startEngineProxy(environment['DUIJIE_MEILI_URL'] ?? '');
  proxy.set('shut');
  running = await startDiscovery({ ...environment, DUIJIE_MEILI_URL: proxy.url });
  await running.publish('taxonomy.changed.v1', newId(Date.now()), 1, sampleTaxonomy());
  await running.publish('organisation.changed.v1', provider.id, 1, provider);
  for (const offer of [cheap, dear]) await running.publish('package.published.v1', offer.id, 1, offer);
  await eventually(async () => {
    if ((await timed('/search')).answer.items.length !== 3) throw new Error('not yet composed');
  }, 20_000);
}, 60_000);
afterAll(async () => {
  await running.host.stop();
  await proxy.close();
});

test('without the engine a search answers plainly, with a message and without facets', async () => {
  const { answer, ms } = await timed(`/search?q=${q}&kind=package`);
  expect(answer).toMatchObject({ degraded: true, facets: null, total: 2 });
  expect(answer.message?.zh).toMatch(/暂时不可用/);
  expect(answer.items.map((item) => item.id).toSorted()).toEqual([cheap.id, dear.id].toSorted());
  expect(answer.items[0]?.marked.title).toContainEqual({ text: '电梯', hit: true });
  expect(ms).toBeLessThan(1000);
});
test('filters and orders hold without the engine too', async () => {
  const found = async (more: string) => (await timed(`/search?${more}`)).answer.items.map((item) => item.id);
  expect(await found(`q=${q}&kind=package&sort=price`)).toEqual([cheap.id, dear.id]);
  expect(await found(`q=${q}&kind=package&district=${encodeURIComponent('青羊区')}`)).toEqual([cheap.id]);
  expect(await found('leaf=facility.elevator&kind=provider')).toEqual([provider.id]);
  expect(await found('kind=package&priceModel=free')).toEqual([]);
  expect(await found('group=facility&kind=package&limit=1&offset=1')).toHaveLength(1);
  expect(
    await found(
      `kind=package&subdistrict=${encodeURIComponent('x街道')}&organisationKind=social_org&free=false&urgency=low&funding=none&lng=104&lat=30&km=1`,
    ),
  ).toEqual([]);
  expect(await found(`q=${encodeURIComponent('没有这种东西')}`)).toEqual([]);
});
test('a wrong character is put right without the engine too', async () => {
  const { answer } = await timed(`/search?q=${encodeURIComponent('加装电替')}`);
  expect(answer.corrected).toBe('加装电梯');
  expect(answer.items[0]?.id).toBe(dear.id);
});
test('suggestions come from the table', async () => {
  const { status, body } = await running.get(`/search/suggest?q=${q}`);
  expect(status).toBe(200);
  expect((body as SuggestAnswer).degraded).toBe(true);
  expect((body as SuggestAnswer).items).toContainEqual({
    type: 'title',
    text: cheap.title,
    kind: 'package',
    id: cheap.id,
  });
});
test('what is hidden is hidden at once, engine or not', async () => {
  const need = aNeed({ title: '电梯吵人' });
  await running.publish('need.published.v1', need.id, 1, need);
  await eventually(async () =>
    expect((await timed(`/search?q=${q}&kind=need`)).answer.items.map((item) => item.id)).toEqual([need.id]),
  );
  await running.publish('need.changed.v1', need.id, 2, { ...need, version: 2, state: 'withdrawn' });
  await eventually(async () => expect((await timed(`/search?q=${q}&kind=need`)).answer.items).toEqual([]));
});
test('once the engine is back, everything is found by it without a hand', async () => {
  proxy.set('open');
  await eventually(async () => {
    const { answer } = await timed(`/search?q=${q}&kind=package`);
    expect({ degraded: answer.degraded, total: answer.total }).toEqual({ degraded: false, total: 2 });
  }, 20_000);
}, 30_000);
test('an engine that takes questions and never answers costs less than a second', async () => {
  proxy.set('silent');
  const first = await timed(`/search?q=${q}&kind=package`);
  expect(first.answer.degraded).toBe(true);
  expect(first.ms).toBeLessThan(1000);
  const second = await timed(`/search?q=${q}&kind=package`);
  expect(second.answer.items).toHaveLength(2);
  expect(second.ms).toBeLessThan(1000);
  proxy.set('open');
  await eventually(async () => expect((await timed(`/search?q=${q}`)).answer.degraded).toBe(false), 10_000);
}, 30_000);
