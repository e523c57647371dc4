import type { SavedSearchView, SearchAlert, SearchFoundBody } from '@duijie/contracts';
import { actorHeaders, aPerson, eventually, moveClock } from '@duijie/testkit';
import { randomUUID } from 'node:crypto';
import { aNeed, aPackage } from './sample-city';
import { firm, provider, startSmallTown, type SmallTown } from './small-town';

let town: SmallTown;
beforeAll(async () => {
  town = await startSmallTown('dv');
}, 60_000);
afterAll(() => town.running.host.stop());

const owner = aPerson('property_firm');
async function ask<T = SavedSearchView>(
  method: string,
  path: string,
  { as = owner, body, headers = {} }: { as?: typeof owner; body?: object; headers?: Record<string, string> } = {},
) {
  const answer = await fetch(`${town.running.host.url}/api/v1/search/saved${path}`, {
    method,
    headers: { ...actorHeaders(town.environment, as), 'content-type': 'application/json', ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
}
const save = (name: string, query: object, alert: SearchAlert, as = owner) =>
  ask('POST', '', { as, body: { name, query, alert }, headers: { 'idempotency-key': randomUUID() } });
const list = async (as = owner) => (await ask<{ items: SavedSearchView[] }>('GET', '', { as })).body.items;
const freshOf = async (id: string) => (await list()).find((one) => one.id === id)?.fresh;
/** What was told, in order. */
const told = async (savedSearchId: string): Promise<SearchFoundBody[]> =>
  (
    (await town.running.database
      .manager()
      .query(`SELECT envelope FROM outbox WHERE type = 'search.found.v1' ORDER BY occurred_at, sequence`)) as {
      envelope: string;
    }[]
  )
    .map(({ envelope }) => (JSON.parse(envelope) as { data: SearchFoundBody }).data)
    .filter((data) => data.savedSearchId === savedSearchId);

test('a search is kept for its owner in its organisation alone, changed by version and removed', async () => {
  expect((await fetch(`${town.running.host.url}/api/v1/search/saved`)).status).toBe(401);
  const made = await save('锦江的垃圾分类', { q: '垃圾分类', district: ['锦江区'], kind: ['need'] }, 'off');
  expect(made).toMatchObject({ status: 201, body: { version: 1, fresh: 0, query: { q: '垃圾分类', free: null } } });
  const { id } = made.body;
  expect((await list()).map((one) => one.id)).toEqual([id]);
  const elsewhere = { ...owner, actingFor: aPerson('property_firm').actingFor };
  const colleague = { ...aPerson('property_firm'), actingFor: owner.actingFor };
  for (const other of [elsewhere, colleague]) {
    expect(await list(other)).toEqual([]);
    expect((await ask('DELETE', `/${id}`, { as: other })).status).toBe(404);
    expect(
      (await ask('PATCH', `/${id}`, { as: other, body: { alert: 'daily' }, headers: { 'if-match': '"1"' } })).status,
    ).toBe(404);
  }
  const change = () => ask('PATCH', `/${id}`, { body: { alert: 'daily' }, headers: { 'if-match': '"1"' } });
  expect(await change()).toMatchObject({ status: 200, body: { version: 2, alert: 'daily', name: '锦江的垃圾分类' } });
  expect((await change()).status).toBe(412);
  expect((await ask('DELETE', `/${id}`)).status).toBe(204);
  expect((await ask('DELETE', `/${id}`)).status).toBe(404);
  expect((await save('', {}, 'off')).status).toBe(422);
});

test('who wants to be told at once hears of what fits when it is there, once, and of nothing of its own', async () => {
  const { body: wide } = await save('锦江的需求', { kind: ['need'], district: ['锦江区'] }, 'at_once');
  const { body: narrow } = await save('垃圾', { q: '厨余垃圾', kind: ['need'] }, 'at_once');
  const { body: quiet } = await save('只记数', { kind: ['need'], district: ['锦江区'] }, 'off');
  const place = { ...aNeed().place, district: '锦江区', subdistrict: '牛市口街道' };
  const trash = aNeed({ title: '厨余垃圾没人分', description: '请人来教大家分厨余垃圾。', place });
  const own = aNeed({ title: '自家的厨余垃圾', place, organisationId: owner.actingFor?.organisationId ?? '' });
  await town.running.publish('need.published.v1', own.id, 1, own);
  await town.running.publish('need.published.v1', trash.id, 1, trash);
  await eventually(async () => expect(await told(narrow.id)).toHaveLength(1), 15_000);
  const item = { kind: 'need', id: trash.id, title: trash.title, where: '锦江区 牛市口街道' };
  expect(await told(narrow.id)).toMatchObject([{ alert: 'at_once', count: 1, items: [item], name: '垃圾' }]);
  expect(await told(wide.id)).toMatchObject([{ count: 1, items: [item] }]);
  expect([await told(quiet.id), await freshOf(quiet.id)]).toEqual([[], 1]);

  // Changed, hidden and shown again it is no news.
  await town.running.publish('need.changed.v1', trash.id, 2, { ...trash, title: '厨余垃圾还是没人分' });
  const lift = aNeed({ title: '电梯老是停', place: { ...place, district: '武侯区' } });
  await town.running.publish('need.published.v1', lift.id, 1, lift);
  await eventually(async () => {
    const [row] = (await town.running.database
      .manager()
      .query(`SELECT found_at FROM search_document WHERE id = 'need-${lift.id}'`)) as { found_at: Date | null }[];
    expect(row?.found_at).not.toBeNull();
  }, 15_000);
  expect([(await told(narrow.id)).length, (await told(wide.id)).length]).toEqual([1, 1]);
  expect((await ask('POST', `/${quiet.id}/seen`)).body.fresh).toBe(0);
}, 60_000);

test('who wants it daily hears of all at nine in the morning', async () => {
  const { body: daily } = await save('充电的服务', { kind: ['package'], leaf: ['facility.charging'] }, 'daily');
  const offers = [provider, firm].map((by) =>
    aPackage(by, { title: `充电棚改造 ${by.name}`, categories: ['facility.charging'] }),
  );
  for (const one of offers) await town.running.publish('package.published.v1', one.id, 1, one);
  await eventually(async () => expect(await freshOf(daily.id)).toBe(2), 15_000);
  expect(await told(daily.id)).toEqual([]);
  await moveClock(town.environment, 24 * 3_600_000);
  await eventually(async () => expect(await told(daily.id)).toHaveLength(1), 45_000);
  const [digest] = await told(daily.id);
  expect(digest).toMatchObject({ alert: 'daily', count: 2 });
  expect(digest?.items.map(({ id }) => id).toSorted()).toEqual(offers.map(({ id }) => id).toSorted());
}, 90_000);

test('no more than fifty are kept', async () => {
  const hoarder = aPerson('community');
  for (let n = 1; n <= 50; n += 1) expect((await save(`第${n}个`, {}, 'off', hoarder)).status).toBe(201);
  expect(await save('再来一个', {}, 'off', hoarder)).toMatchObject({
    status: 409,
    body: { reason: 'saved-search.too-many' },
  });
}, 60_000);
