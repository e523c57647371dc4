import type { SearchAnswer, SuggestAnswer } from '@duijie/contracts';
import { eventually } from '@duijie/testkit';
import { sampleTaxonomy, aNeed, aPackage } from './sample-city';
import {
  farNeed,
  free,
  ids,
  lift,
  need,
  provider,
  publicDocuments,
  rival,
  startSmallTown,
  taxonomyId,
  waste,
  type SmallTown,
} from './small-town';

let town: SmallTown;
beforeAll(async () => {
  town = await startSmallTown('di');
}, 60_000);
afterAll(() => town.running.host.stop());

test('needs, packages and verified providers are found, by title, text, synonym and name', async () => {
  expect(ids(await town.search('垃圾分类')).toSorted()).toEqual(
    expect.arrayContaining([waste.id, free.id, need.id].toSorted()),
  );
  expect(ids(await town.search('厨余'))[0]).toBe(waste.id);
  expect(ids(await town.search('清源社区', 'kind=provider'))).toEqual([provider.id]);
  expect(ids(await town.search('老楼电梯', 'kind=package'))[0]).toBe(lift.id);
});

test('what is shown is public: no contact hours, no credit code', async () => {
  const shown = JSON.stringify(await town.ask('/search?limit=50'));
  expect(shown).not.toContain('秘密联系时间');
  expect(shown).not.toContain('creditCode');
  const held = async (words: string) => (await town.index('packages').search(`"${words}"`)).hits.length;
  expect([await held('厨余垃圾分开'), await held('秘密联系时间')]).toEqual([1, 0]);
});

test('a change is found, an older event changes nothing, and what is withdrawn vanishes', async () => {
  const own = aNeed({ title: '想装健身器材' });
  await town.running.publish('need.published.v1', own.id, 3, own);
  await eventually(async () => expect(ids(await town.search('健身器材'))).toEqual([own.id]));
  await town.running.publish('need.changed.v1', own.id, 5, { ...own, version: 5, title: '想修羽毛球场' });
  await eventually(async () => expect(ids(await town.search('羽毛球场'))).toEqual([own.id]));
  await town.running.publish('need.changed.v1', own.id, 4, { ...own, version: 4, title: '想装健身器材' });
  await town.running.publish('need.changed.v1', need.id, 2, { ...need, version: 2 });
  await town.settled(publicDocuments + 1);
  expect(ids(await town.search('羽毛球场'))).toEqual([own.id]);
  expect(ids(await town.search('健身器材', 'kind=need'))).not.toContain(own.id);
  await town.running.publish('need.changed.v1', own.id, 6, { ...own, version: 6, state: 'withdrawn' });
  await town.settled(publicDocuments);
  expect(ids(await town.search('羽毛球场'))).toEqual([]);
});

test.each(['draft', 'submitted', 'returned', 'awarded', 'failed'] as const)(
  'a need that is %s is never found, not even in the table',
  async (state) => {
    const own = aNeed({ title: `绝密草稿${state}`, state });
    await town.running.publish('need.changed.v1', own.id, 1, own);
    await eventually(async () => {
      const rows = (await town.running.database
        .manager()
        .query('SELECT source, content, stale FROM search_document WHERE id = ?', [`need-${own.id}`])) as unknown[];
      expect(rows).toEqual([{ source: null, content: null, stale: 0 }]);
    });
    expect(ids(await town.search(own.title))).not.toContain(own.id);
  },
);

test('packages of a pending provider wait, and those of a suspended one disappear', async () => {
  const offer = aPackage(rival, { title: '无人机巡检' });
  await town.running.publish('package.published.v1', offer.id, 1, offer);
  await town.settled(publicDocuments);
  expect(ids(await town.search('无人机巡检'))).not.toContain(offer.id);
  await town.running.publish('organisation.changed.v1', rival.id, 2, {
    ...rival,
    version: 2,
    verification: 'verified',
  });
  await eventually(async () => expect(ids(await town.search('无人机巡检', 'kind=package'))).toEqual([offer.id]));
  await eventually(async () => expect(ids(await town.search('某某物业', 'kind=provider'))[0]).toBe(rival.id));
  await town.running.publish('organisation.changed.v1', rival.id, 3, {
    ...rival,
    version: 3,
    verification: 'suspended',
  });
  await town.settled(publicDocuments);
  expect(ids(await town.search('无人机巡检'))).toEqual([]);
  expect(ids(await town.search('某某物业', 'kind=provider'))).not.toContain(rival.id);
});

test('a new synonym finds documents of its leaf', async () => {
  expect(ids(await town.search('腾空梯'))).toEqual([]);
  const taxonomy = sampleTaxonomy();
  const groups = taxonomy.groups.map((group) => ({
    ...group,
    leaves: group.leaves.map((leaf) =>
      leaf.code === 'facility.elevator' ? { ...leaf, synonyms: [...leaf.synonyms, '腾空梯'] } : leaf,
    ),
  }));
  await town.running.publish('taxonomy.changed.v1', taxonomyId, 2, { version: 2, groups });
  await eventually(async () => expect(ids(await town.search('腾空梯', 'kind=package'))).toEqual([lift.id]));
});

test('filters narrow; what serves the whole city counts as everywhere, a radius as the districts whose centre it covers', async () => {
  const packages = (more: string) => town.ask(`/search?kind=package&${more}`).then((a) => ids(a).toSorted());
  const of = (...some: { id: string }[]) => some.map((one) => one.id).toSorted();
  expect(await packages(`district=${encodeURIComponent('锦江区')}`)).toEqual(of(waste, lift, free));
  expect(await packages(`district=${encodeURIComponent('彭州市')}`)).toEqual(of(lift));
  expect(await packages('leaf=facility.waste&free=true')).toEqual(of(free));
  expect(await packages('group=facility')).toEqual(of(waste, lift, free));
  expect(await packages('group=owners')).toEqual([]);
  expect(await packages('priceModel=per_month,free')).toEqual(of(waste, free));
  expect(await packages('organisationKind=property_firm')).toEqual(of(lift));
  expect(ids(await town.ask('/search?urgency=high'))).toEqual([farNeed.id]);
  expect(ids(await town.ask('/search?funding=none'))).toEqual([need.id]);
  expect(ids(await town.ask(`/search?subdistrict=${encodeURIComponent('牛市口街道')}`))).toEqual([need.id]);
});

test('facets count what was found', async () => {
  const { facets, total } = await town.ask('/search?limit=50');
  expect(total).toBe(7);
  expect(facets?.kind).toEqual([
    { value: 'package', count: 3 },
    { value: 'need', count: 2 },
    { value: 'provider', count: 2 },
  ]);
  expect(facets?.leaf).toContainEqual({ value: 'facility.charging', count: 1 });
  const narrowed = await town.search('电梯', 'kind=package');
  expect(narrowed.facets?.organisationKind).toEqual([{ value: 'property_firm', count: 1 }]);
});
test('values of a filter that is set are counted as if it were not', async () => {
  const city = await town.ask('/search');
  const { facets, total } = await town.ask(`/search?district=${encodeURIComponent('彭州市')}&kind=need`);
  expect(total).toBe(1);
  // The district counts among needs, the kind among what lies there.
  expect(facets?.district).toEqual([
    { value: '彭州市', count: 1 },
    { value: '锦江区', count: 1 },
  ]);
  expect(facets?.kind).toContainEqual({ value: 'need', count: 1 });
  expect(facets?.leaf).toEqual([{ value: 'facility.charging', count: 1 }]);
  expect(city.facets?.kind).toContainEqual({ value: 'need', count: 2 });
});

test('the order asked for is kept: price, rating with few votes drawn down, newest', async () => {
  const by = async (sort: string) => ids(await town.ask(`/search?kind=package&sort=${sort}`));
  expect(await by('price')).toEqual([free.id, waste.id, lift.id]);
  expect((await by('rating')).slice(0, 2)).toEqual([waste.id, lift.id]);
  expect(await by('newest')).toEqual([lift.id, free.id, waste.id]);
});

test('near a place: within the distance, with the distance, in its order', async () => {
  const near = 'lng=104.09&lat=30.64';
  const within = await town.ask(`/search?kind=need&${near}&km=5`);
  expect(ids(within)).toEqual([need.id]);
  expect(within.items[0]?.distanceKm).toBeCloseTo(0.96, 1);
  expect(ids(await town.ask(`/search?kind=need&${near}&sort=distance`))).toEqual([need.id, farNeed.id]);
});

test('matches are marked in Chinese, and it is told which fields matched', async () => {
  const { items } = await town.search('厨余垃圾', 'kind=package');
  expect(items[0]?.marked.snippet).toContainEqual({ text: '厨余垃圾', hit: true });
  expect(items[0]?.marked.title).toEqual([
    { text: '垃圾', hit: true },
    { text: '分类督导', hit: false },
  ]);
  expect(items[0]?.matched).toEqual(expect.arrayContaining(['title', 'text']));
});

test('a wrong character is put right and told, and is left alone when asked', async () => {
  const answer = await town.search('垃圾分累');
  expect(answer.corrected).toBe('垃圾分类');
  expect(answer.understood).toContainEqual({ type: 'correction', from: '垃圾分累', to: '垃圾分类' });
  expect(ids(answer)).toContain(waste.id);
  expect((await town.search('垃圾分累', 'without=correction')).corrected).toBeNull();
});

test('a district in the words is understood, and what lies there comes first', async () => {
  const answer = await town.search('锦江垃圾');
  expect(answer.understood).toContainEqual({
    type: 'place',
    text: '锦江',
    district: '锦江区',
    subdistrict: null,
    community: null,
    compound: null,
  });
  expect(ids(answer).slice(0, 2).toSorted()).toEqual([need.id, waste.id].toSorted());
});

test('a compound in the words is understood, and what lies there comes first', async () => {
  const there = aNeed({ title: '修一修运动场', place: { ...need.place, compound: '翠屏雅苑', community: '翠屏社区' } });
  const elsewhere = aNeed({ title: '修一修运动场，翠屏雅苑的人也来', place: { ...need.place, compound: '望江名都' } });
  await town.running.publishAll('need.published.v1', [elsewhere, there]);
  await eventually(async () => {
    const answer = await town.search('翠屏雅苑修运动场', 'kind=need');
    expect(answer.understood).toContainEqual(
      expect.objectContaining({ type: 'place', text: '翠屏雅苑', compound: '翠屏雅苑', district: '锦江区' }),
    );
    expect(ids(answer).slice(0, 2)).toEqual([there.id, elsewhere.id]);
  }, 60_000);
  for (const one of [there, elsewhere])
    await town.running.publish('need.changed.v1', one.id, 2, { ...one, version: 2, state: 'withdrawn' });
  await town.settled(publicDocuments);
}, 120_000);

test('pages follow each other without repetition', async () => {
  const first = await town.ask('/search?limit=4');
  expect(first.nextOffset).toBe(4);
  const second = await town.ask('/search?limit=4&offset=4');
  expect(second.nextOffset).toBeNull();
  expect(new Set([...ids(first), ...ids(second)]).size).toBe(7);
});

test('suggestions hold leaves, organisations and titles', async () => {
  const { items, degraded } = await town.ask<SuggestAnswer>(`/search/suggest?q=${encodeURIComponent('垃圾')}`);
  expect(degraded).toBe(false);
  expect(items).toContainEqual({ type: 'leaf', text: '垃圾分类', code: 'facility.waste' });
  expect(items).toContainEqual({ type: 'title', text: waste.title, kind: 'package', id: waste.id });
  const typed = await town.ask<SuggestAnswer>('/search/suggest?q=lajifenlei');
  expect(typed.items).toContainEqual({ type: 'leaf', text: '垃圾分类', code: 'facility.waste' });
  const organisations = await town.ask<SuggestAnswer>(`/search/suggest?q=${encodeURIComponent('清源')}`);
  expect(organisations.items).toContainEqual({ type: 'organisation', text: provider.name, id: provider.id });
});

test.each([
  ['/search?kind=person', '?kind.0'],
  ['/search?lng=104', '?lat'],
  ['/search?sort=distance', '?lng'],
  ['/search?limit=51', '?limit'],
  ['/search?whatever=1', '?whatever'],
])('%s is refused with a pointer', async (path, pointer) => {
  const { status: code, body } = await town.running.get(path);
  expect(code).toBe(422);
  expect((body as { errors: { pointer: string }[] }).errors[0]?.pointer).toBe(pointer);
});

test('words of any kind do no harm', async () => {
  for (const q of ['"', '\\', "' OR 1=1 --", '%', '_', '😀', '<b>', '。,!', 'a'.repeat(200), '垃'.repeat(200)])
    expect((await town.running.get(`/search?q=${encodeURIComponent(q)}`)).status).toBe(200);
  for (const q of ['%', '_', '"', '😀'])
    expect((await town.running.get(`/search/suggest?q=${encodeURIComponent(q)}`)).status).toBe(200);
});

test('what is asked for besides the words comes first, and the reading can be taken away', async () => {
  const both = ids(await town.search('垃圾分类', 'kind=package'));
  expect(both.toSorted()).toEqual([waste.id, free.id].toSorted());
  const answer = await town.search('免费垃圾分类', 'kind=package');
  expect(ids(answer)[0]).toBe(free.id);
  expect(answer.understood).toContainEqual({ type: 'intent', text: '免费', intent: 'free' });
  const plain = await town.search('免费垃圾分类', 'kind=package&without=intent');
  expect(plain.understood.map(({ type }) => type)).not.toContain('intent');
});

test('where nothing is found, it is said what there is without the filters and what may be meant', async () => {
  const filtered = await town.search('垃圾分类', 'kind=package&urgency=emergency');
  expect(filtered.items).toEqual([]);
  expect(filtered.instead).toMatchObject({ withoutFilters: 2 });
  const slip = await town.search('电与梯', 'kind=need');
  expect(slip.items).toEqual([]);
  expect(slip.instead?.leaves.map(({ code }) => code)).toContain('facility.elevator');
  expect((await town.search('垃圾分类')).instead).toBeNull();
});

test('what is alike is of the same service; what is not public has nothing like it', async () => {
  const { items } = await town.ask<{ items: { id: string }[] }>(`/search/similar?kind=package&id=${waste.id}`);
  expect(items.map(({ id }) => id)).toEqual([free.id]);
  expect((await town.running.get(`/search/similar?kind=provider&id=${rival.id}`)).status).toBe(404);
});

test('questions are counted without who, once three have asked', async () => {
  const asked = async (order = 'nothing') => {
    const { body } = await town.running.get(`/search/questions?order=${order}`, town.administrator());
    return (body as { items: { q: string; asked: number; nothing: number; opened: number; position: number | null }[] })
      .items;
  };
  for (let i = 0; i < 3; i += 1) await town.search('火星移民中介', 'kind=provider');
  for (let i = 0; i < 2; i += 1) await town.search('问过两次', 'kind=provider');
  for (let i = 0; i < 3; i += 1) await town.search('找 13812345678', 'kind=provider');
  for (let i = 0; i < 3; i += 1) await town.search('充电棚漏电', 'kind=need&urgency=low');
  const note = (position: number) =>
    fetch(`${town.running.host.url}/api/v1/search/opened`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...town.administrator() },
      body: JSON.stringify({ q: '火星移民中介', kind: 'provider', position }),
    });
  expect((await note(4)).status).toBe(204);
  expect((await note(0)).status).toBe(422);
  await eventually(async () =>
    expect(await asked()).toContainEqual({ q: '火星移民中介', asked: 3, nothing: 3, opened: 1, position: 4 }),
  );
  // What only a filter left out was not sought in vain.
  await eventually(async () =>
    expect(await asked('asked')).toContainEqual({
      q: '充电棚漏电',
      asked: 3,
      nothing: 0,
      opened: 0,
      position: null,
    }),
  );
  const all = (await asked('asked')).map(({ q }) => q);
  expect(all).not.toContain('问过两次');
  expect(all.join(' ')).not.toMatch(/1381/);
  expect((await town.running.get('/search/questions')).status).toBe(401);
});

test('many that hold the words do not crowd out the one of the service that they mean', async () => {
  const fairs = Array.from({ length: 120 }, (_, at) =>
    aNeed({
      title: `便民日第 ${at} 场`,
      description: '给老人免费量血压，送一份纪念品，吃饭的地方也给老人留座。',
      categories: ['governance.party'],
      components: [],
    }),
  );
  const meals = aNeed({
    title: '长者助餐点招运营方',
    description: '社区里独居长者多，中午想有人把餐送上门。',
    categories: ['livelihood.elder'],
    components: [],
  });
  await town.running.publishAll('need.published.v1', [...fairs, meals]);
  await town.settled(publicDocuments + fairs.length + 1);
  const answer = await town.search('给老人送饭', 'kind=need');
  expect(ids(answer)[0]).toBe(meals.id);
  // What holds a part of the words and none of their worth is neither shown nor counted.
  expect(answer).toMatchObject({ total: answer.items.length, nextOffset: null });

  // To the end of a longer list, past what is ranked: nothing twice, nothing left out.
  expect((await town.search('老人吃饭', 'kind=need')).total).toBeGreaterThan(100);
  const seen: string[] = [];
  for (let offset: number | null = 0; offset !== null;) {
    const page: SearchAnswer = await town.search('老人吃饭', `kind=need&limit=30&offset=${offset}`);
    expect(page.items).not.toEqual([]);
    seen.push(...ids(page));
    offset = page.nextOffset;
  }
  expect(seen.length).toBe(new Set(seen).size);
  expect([...fairs, meals].filter(({ id }) => !seen.includes(id))).toEqual([]);
}, 60_000);
