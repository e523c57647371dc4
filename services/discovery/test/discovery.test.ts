import type { NeedBody, SearchAnswer, SearchStatus, SuggestAnswer } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { actorHeaders, aPerson, clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { Meilisearch } from 'meilisearch';
import { startDiscovery, type DiscoveryHost } from './publishers';
import { aNeed, anOrganisation, aPackage, sampleTaxonomy } from './sample-city';

const environment = testEnvironment(testNamespace('di'));
const namespace = environment['DUIJIE_NAMESPACE'] ?? '';
const engine = new Meilisearch({
  host: environment['DUIJIE_MEILI_URL'] ?? '',
  apiKey: environment['DUIJIE_MEILI_KEY'] ?? '',
  defaultWaitOptions: { interval: 50, timeout: 30_000 },
});
const asAdministrator = aPerson('association', 'administrator');
const administrator = () => actorHeaders(environment, asAdministrator);
const taxonomyId = newId(Date.now());
const provider = anOrganisation({ name: '清源社区环境服务中心', description: '做环境治理', district: '锦江区' });
const rival = anOrganisation({ name: '某某物业公司', kind: 'property_firm', verification: 'pending' });
const firm = anOrganisation({ name: '安居物业服务公司', kind: 'property_firm', district: '武侯区' });
const waste = aPackage(provider, {
  title: '垃圾分类督导',
  description: '派督导员在投放点值守,教居民把厨余垃圾分开。',
  serviceArea: { districts: ['锦江区', '武侯区'], radius: null },
  price: { model: 'per_month', minFen: 300_000, maxFen: 500_000 },
  trackRecord: { ratingMean: 4.8, ratingCount: 40, completed: 60 },
  publishedAt: '2026-11-01T00:00:00.000Z',
  contactHours: '秘密联系时间',
});
const lift = aPackage(firm, {
  title: '加装电梯全程代办',
  description: '从征询意见到验收。',
  categories: ['facility.elevator'],
  price: { model: 'fixed', minFen: 900_000, maxFen: 900_000 },
  trackRecord: { ratingMean: 5, ratingCount: 1, completed: 1 },
  publishedAt: '2026-11-20T00:00:00.000Z',
});
const free = aPackage(provider, {
  title: '垃圾分类知识讲座',
  description: '志愿者上门讲。',
  price: { model: 'free', minFen: 0, maxFen: 0 },
  serviceArea: { districts: [], radius: { lng: 104.06, lat: 30.65, km: 5 } },
  publishedAt: '2026-11-10T00:00:00.000Z',
});
const place = (over: Partial<NeedBody['place']>): NeedBody['place'] => ({ ...aNeed().place, ...over });
const need = aNeed({
  title: '垃圾乱丢没人管',
  description: '院子里垃圾桶总是满的,想请人教大家分类。',
  money: { kind: 'none' },
  funding: 'none',
  place: place({ district: '锦江区', subdistrict: '牛市口街道', lng: 104.1, lat: 30.64 }),
});
const farNeed = aNeed({
  title: '充电棚漏电隐患',
  categories: ['facility.charging'],
  place: place({ district: '彭州市', lng: 103.95, lat: 30.99 }),
  money: { kind: 'fixed', amountFen: 50_000 },
  urgency: 'high',
});

let running: DiscoveryHost;
const ask = async <T = SearchAnswer>(path: string): Promise<T> => {
  const { status, body } = await running.get(path);
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
};
const search = (q: string, more = ''): Promise<SearchAnswer> => ask(`/search?q=${encodeURIComponent(q)}&${more}`);
const ids = (answer: SearchAnswer): string[] => answer.items.map((item) => item.id);
const everything = (): Promise<SearchAnswer> => ask('/search?limit=50');
const status = async (): Promise<SearchStatus> =>
  (await running.get('/search/status', administrator())).body as SearchStatus;
const settled = (documents: number): Promise<void> =>
  eventually(async () => {
    const now = await status();
    const indexed = now.indexes.map((i) => i.indexed ?? -1).reduce((a, b) => a + b, 0);
    const kept = now.indexes.map((i) => i.documents).reduce((a, b) => a + b, 0);
    if (now.pending !== 0 || indexed !== documents || kept !== documents) throw new Error(JSON.stringify(now));
  }, 20_000);
const index = (kind: string) => engine.index(`${namespace}_${kind}`);

beforeAll(async () => {
  await clearNamespace(environment);
  running = await startDiscovery(environment);
  await running.publish('taxonomy.changed.v1', taxonomyId, 1, sampleTaxonomy());
  for (const one of [provider, rival, firm]) await running.publish('organisation.changed.v1', one.id, 1, one);
  for (const one of [waste, lift, free]) await running.publish('package.published.v1', one.id, 1, one);
  for (const one of [need, farNeed]) await running.publish('need.published.v1', one.id, 1, one);
  await settled(7);
}, 60_000);
afterAll(() => running.host.stop());

test('needs, packages and verified providers are found, by title, text, synonym and name', async () => {
  expect(ids(await search('垃圾分类')).toSorted()).toEqual(
    expect.arrayContaining([waste.id, free.id, need.id].toSorted()),
  );
  expect(ids(await search('厨余'))[0]).toBe(waste.id);
  expect(ids(await search('清源社区', 'kind=provider'))).toEqual([provider.id]);
  expect(ids(await search('老楼电梯', 'kind=package'))[0]).toBe(lift.id);
});

test('what is shown is public: no contact hours, no credit code', async () => {
  const shown = JSON.stringify(await everything());
  expect(shown).not.toContain('秘密联系时间');
  expect(shown).not.toContain('creditCode');
  const held = async (words: string) => (await index('packages').search(`"${words}"`)).hits.length;
  expect([await held('厨余垃圾分开'), await held('秘密联系时间')]).toEqual([1, 0]);
});

test('a change is found, an older event changes nothing, and what is withdrawn vanishes', async () => {
  const own = aNeed({ title: '想装健身器材' });
  await running.publish('need.published.v1', own.id, 3, own);
  await eventually(async () => expect(ids(await search('健身器材'))).toEqual([own.id]));
  await running.publish('need.changed.v1', own.id, 5, { ...own, version: 5, title: '想修羽毛球场' });
  await eventually(async () => expect(ids(await search('羽毛球场'))).toEqual([own.id]));
  await running.publish('need.changed.v1', own.id, 4, { ...own, version: 4, title: '想装健身器材' });
  await running.publish('need.changed.v1', need.id, 2, { ...need, version: 2 });
  await settled(8);
  expect(ids(await search('羽毛球场'))).toEqual([own.id]);
  expect(ids(await search('健身器材', 'kind=need'))).not.toContain(own.id);
  await running.publish('need.changed.v1', own.id, 6, { ...own, version: 6, state: 'withdrawn' });
  await settled(7);
  expect(ids(await search('羽毛球场'))).toEqual([]);
});

test.each(['draft', 'submitted', 'returned', 'awarded', 'failed'] as const)(
  'a need that is %s is never found, not even in the table',
  async (state) => {
    const own = aNeed({ title: `绝密草稿${state}`, state });
    await running.publish('need.changed.v1', own.id, 1, own);
    await eventually(async () => {
      const rows = (await running.database
        .manager()
        .query('SELECT source, content, stale FROM search_document WHERE id = ?', [`need-${own.id}`])) as unknown[];
      expect(rows).toEqual([{ source: null, content: null, stale: 0 }]);
    });
    expect(ids(await search(own.title))).not.toContain(own.id);
  },
);

test('packages of a pending provider wait, and those of a suspended one disappear', async () => {
  const offer = aPackage(rival, { title: '无人机巡检' });
  await running.publish('package.published.v1', offer.id, 1, offer);
  await settled(7);
  expect(ids(await search('无人机巡检'))).not.toContain(offer.id);
  await running.publish('organisation.changed.v1', rival.id, 2, { ...rival, version: 2, verification: 'verified' });
  await eventually(async () => expect(ids(await search('无人机巡检', 'kind=package'))).toEqual([offer.id]));
  await eventually(async () => expect(ids(await search('某某物业', 'kind=provider'))[0]).toBe(rival.id));
  await running.publish('organisation.changed.v1', rival.id, 3, { ...rival, version: 3, verification: 'suspended' });
  await settled(7);
  expect(ids(await search('无人机巡检'))).toEqual([]);
  expect(ids(await search('某某物业', 'kind=provider'))).not.toContain(rival.id);
});

test('a new synonym finds documents of its leaf', async () => {
  expect(ids(await search('腾空梯'))).toEqual([]);
  const taxonomy = sampleTaxonomy();
  const groups = taxonomy.groups.map((group) => ({
    ...group,
    leaves: group.leaves.map((leaf) =>
      leaf.code === 'facility.elevator' ? { ...leaf, synonyms: [...leaf.synonyms, '腾空梯'] } : leaf,
    ),
  }));
  await running.publish('taxonomy.changed.v1', taxonomyId, 2, { version: 2, groups });
  await eventually(async () => expect(ids(await search('腾空梯', 'kind=package'))).toEqual([lift.id]));
});

test('filters narrow, and what serves the whole city counts as everywhere', async () => {
  const packages = (more: string) => ask(`/search?kind=package&${more}`).then((a) => ids(a).toSorted());
  const of = (...some: { id: string }[]) => some.map((one) => one.id).toSorted();
  expect(await packages(`district=${encodeURIComponent('锦江区')}`)).toEqual(of(waste, lift));
  expect(await packages('leaf=facility.waste&free=true')).toEqual(of(free));
  expect(await packages('group=facility')).toEqual(of(waste, lift, free));
  expect(await packages('group=owners')).toEqual([]);
  expect(await packages('priceModel=per_month,free')).toEqual(of(waste, free));
  expect(await packages('organisationKind=property_firm')).toEqual(of(lift));
  expect(ids(await ask('/search?urgency=high'))).toEqual([farNeed.id]);
  expect(ids(await ask('/search?funding=none'))).toEqual([need.id]);
  expect(ids(await ask(`/search?subdistrict=${encodeURIComponent('牛市口街道')}`))).toEqual([need.id]);
});

test('facets count what was found', async () => {
  const { facets, total } = await everything();
  expect(total).toBe(7);
  expect(facets?.kind).toEqual([
    { value: 'package', count: 3 },
    { value: 'need', count: 2 },
    { value: 'provider', count: 2 },
  ]);
  expect(facets?.leaf).toContainEqual({ value: 'facility.charging', count: 1 });
  const narrowed = await search('电梯', 'kind=package');
  expect(narrowed.facets?.organisationKind).toEqual([{ value: 'property_firm', count: 1 }]);
});

test('the order asked for is kept: price, rating with few votes drawn down, newest', async () => {
  const by = async (sort: string) => ids(await ask(`/search?kind=package&sort=${sort}`));
  expect(await by('price')).toEqual([free.id, waste.id, lift.id]);
  expect((await by('rating')).slice(0, 2)).toEqual([waste.id, lift.id]);
  expect(await by('newest')).toEqual([lift.id, free.id, waste.id]);
});

test('near a place: within the distance, with the distance, in its order', async () => {
  const near = 'lng=104.09&lat=30.64';
  const within = await ask(`/search?kind=need&${near}&km=5`);
  expect(ids(within)).toEqual([need.id]);
  expect(within.items[0]?.distanceKm).toBeCloseTo(0.96, 1);
  expect(ids(await ask(`/search?kind=need&${near}&sort=distance`))).toEqual([need.id, farNeed.id]);
});

test('matches are marked in Chinese, and it is told which fields matched', async () => {
  const { items } = await search('厨余垃圾', 'kind=package');
  expect(items[0]?.marked.snippet).toContainEqual({ text: '厨余垃圾', hit: true });
  expect(items[0]?.marked.title).toEqual([
    { text: '垃圾', hit: true },
    { text: '分类督导', hit: false },
  ]);
  expect(items[0]?.matched).toEqual(expect.arrayContaining(['title', 'text']));
});

test('a wrong character is put right and told, and is left alone when asked', async () => {
  const answer = await search('垃圾分累');
  expect(answer.corrected).toBe('垃圾分类');
  expect(answer.understood).toContainEqual({ type: 'correction', from: '垃圾分累', to: '垃圾分类' });
  expect(ids(answer)).toContain(waste.id);
  expect((await search('垃圾分累', 'without=correction')).corrected).toBeNull();
});

test('a district in the words is understood, and what lies there comes first', async () => {
  const answer = await search('锦江垃圾');
  expect(answer.understood).toContainEqual({ type: 'place', text: '锦江', district: '锦江区', subdistrict: null });
  expect(ids(answer).slice(0, 2).toSorted()).toEqual([need.id, waste.id].toSorted());
});

test('pages follow each other without repetition', async () => {
  const first = await ask('/search?limit=4');
  expect(first.nextOffset).toBe(4);
  const second = await ask('/search?limit=4&offset=4');
  expect(second.nextOffset).toBeNull();
  expect(new Set([...ids(first), ...ids(second)]).size).toBe(7);
});

test('suggestions hold leaves, organisations and titles', async () => {
  const { items, degraded } = await ask<SuggestAnswer>(`/search/suggest?q=${encodeURIComponent('垃圾')}`);
  expect(degraded).toBe(false);
  expect(items).toContainEqual({ type: 'leaf', text: '垃圾分类', code: 'facility.waste' });
  expect(items).toContainEqual({ type: 'title', text: waste.title, kind: 'package', id: waste.id });
  const organisations = await ask<SuggestAnswer>(`/search/suggest?q=${encodeURIComponent('清源')}`);
  expect(organisations.items).toContainEqual({ type: 'organisation', text: provider.name, id: provider.id });
});

test.each([
  ['/search?kind=person', '?kind.0'],
  ['/search?lng=104', '?lat'],
  ['/search?sort=distance', '?lng'],
  ['/search?limit=51', '?limit'],
  ['/search?whatever=1', '?whatever'],
])('%s is refused with a pointer', async (path, pointer) => {
  const { status: code, body } = await running.get(path);
  expect(code).toBe(422);
  expect((body as { errors: { pointer: string }[] }).errors[0]?.pointer).toBe(pointer);
});

test('words of any kind do no harm', async () => {
  for (const q of ['"', '\\', "' OR 1=1 --", '%', '_', '😀', '<b>', '。,!', 'a'.repeat(200), '垃'.repeat(200)])
    expect((await running.get(`/search?q=${encodeURIComponent(q)}`)).status).toBe(200);
  for (const q of ['%', '_', '"', '😀'])
    expect((await running.get(`/search/suggest?q=${encodeURIComponent(q)}`)).status).toBe(200);
});

describe('the indexes heal without a hand', () => {
  test('one that is deleted', async () => {
    await engine.deleteIndex(`${namespace}_packages`).waitTask();
    await settled(7);
    expect(ids(await search('垃圾分类', 'kind=package'))).toContain(waste.id);
  }, 30_000);
  test('one that is emptied', async () => {
    await index('needs').deleteAllDocuments().waitTask();
    await settled(7);
    expect(ids(await search('充电棚'))).toContain(farNeed.id);
  }, 30_000);
  test('one with other settings', async () => {
    await index('needs').updateSettings({ sortableAttributes: [] }).waitTask();
    await eventually(
      async () => expect((await index('needs').getSettings()).sortableAttributes).toContain('publishedAt'),
      20_000,
    );
    await settled(7);
  }, 30_000);
  test('one that holds what it should not', async () => {
    await index('needs')
      .addDocuments([{ id: 'need-strange', title: '不该有的' }])
      .waitTask();
    await settled(7);
  }, 30_000);
  test('one that was set back', async () => {
    const [before] = (await index('needs').getDocuments({ filter: `kind = need`, limit: 1, fields: ['*'] })).results;
    expect(before).toBeDefined();
    await index('needs')
      .updateDocuments([
        { id: `need-${need.id}`, revision: 1, title: '旧' },
        { id: `need-${farNeed.id}`, revision: 1, title: '旧' },
      ])
      .waitTask();
    await eventually(async () => {
      const { hits } = await index('needs').search('垃圾乱丢', { filter: 'revision > 1' });
      expect(hits).toHaveLength(1);
    }, 20_000);
  }, 30_000);
});

test('a rebuild is asked for by administrators only, and leaves no gap', async () => {
  const post = (headers: Record<string, string>) =>
    fetch(`${running.host.url}/api/v1/search/rebuild`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ reason: '例行检查' }),
    });
  expect((await post({})).status).toBe(401);
  expect((await post(actorHeaders(environment, aPerson('community')))).status).toBe(403);
  const before = (await status()).indexes.map((i) => Date.parse(i.rebuiltAt ?? ''));
  expect((await post(administrator())).status).toBe(202);
  let searches = 0;
  for (let done = false; !done; searches += 1) {
    const answer = await search('垃圾分类', 'kind=package');
    expect({ degraded: answer.degraded, found: ids(answer).includes(waste.id), total: answer.total }).toEqual({
      degraded: false,
      found: true,
      total: 2,
    });
    const now = await status();
    done = now.indexes.every((i, at) => i.rebuildRequestedAt === null && Date.parse(i.rebuiltAt ?? '') > before[at]!);
  }
  expect(searches).toBeGreaterThan(3);
  await settled(7);
  const audit = (await running.get('/audit/discovery', administrator())).body;
  expect(audit).toMatchObject({ faults: [] });
  const rows = (await running.database.manager().query('SELECT action, reason FROM audit_entry')) as unknown[];
  expect(rows).toEqual([{ action: 'search.rebuild-requested', reason: '例行检查' }]);
}, 60_000);

test('a second process takes over when the first ends', async () => {
  const second = await startDiscovery({ ...environment, DUIJIE_MYSQL_POOL: '3' });
  try {
    await running.host.stop();
    const own = aNeed({ title: '接班人测试' });
    await second.publish('need.published.v1', own.id, 1, own);
    await eventually(async () => {
      const { body } = await second.get(`/search?q=${encodeURIComponent('接班人测试')}&kind=need`);
      expect(ids(body as SearchAnswer)).toEqual([own.id]);
    }, 15_000);
  } finally {
    await second.host.stop();
    running = await startDiscovery(environment);
  }
}, 60_000);

test('what the loops and searches read is served by an index', async () => {
  const manager = running.database.manager();
  const keyOf = async (sql: string): Promise<string | null> =>
    ((await manager.query(`EXPLAIN ${sql}`)) as { key: string | null }[])[0]?.key ?? null;
  expect(await keyOf('SELECT number FROM search_document WHERE stale = 1 ORDER BY number LIMIT 100')).toBe(
    'ix_search_document_stale',
  );
  expect(await keyOf('SELECT number FROM search_document WHERE due = 1 ORDER BY number LIMIT 100')).toBe(
    'ix_search_document_due',
  );
  expect(await keyOf(`SELECT content FROM search_document WHERE id IN ('need-a', 'need-b') AND visible = 1`)).toMatch(
    /^ux_search_document_id/,
  );
  expect(await keyOf(`SELECT number FROM search_gram WHERE gram IN ('垃圾', '分类')`)).toBe('PRIMARY');
});
