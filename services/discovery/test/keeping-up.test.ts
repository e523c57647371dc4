import type { SearchAnswer } from '@duijie/contracts';
import { actorHeaders, aPerson, clearNamespace, eventually } from '@duijie/testkit';
import { startDiscovery } from './publishers';
import { aNeed } from './sample-city';
import { farNeed, ids, need, publicDocuments, startSmallTown, waste, type SmallTown } from './small-town';

let town: SmallTown;
beforeAll(async () => {
  town = await startSmallTown('dk');
}, 60_000);
afterAll(() => town.running.host.stop());

describe('the indexes heal without a hand', () => {
  test('those that are deleted, emptied or given other settings; searches go on meanwhile', async () => {
    await Promise.all([
      town.engine.deleteIndex(`${town.environment['DUIJIE_NAMESPACE']}_packages`).waitTask(),
      town.index('needs').deleteAllDocuments().waitTask(),
      town.index('providers').updateSettings({ sortableAttributes: [] }).waitTask(),
    ]);
    await eventually(async () => {
      const answer = await town.search('垃圾分类', 'kind=package');
      if (answer.degraded || answer.message !== null || !ids(answer).includes(waste.id)) return { failed: answer };
      if (answer.facets === null) throw new Error('not yet by the engine');
      return {};
    }, 20_000).then((outcome) => expect(outcome).toEqual({}));
    await town.settled(publicDocuments);
    expect(ids(await town.search('充电棚'))).toContain(farNeed.id);
    expect((await town.index('providers').getSettings()).sortableAttributes).toContain('publishedAt');
  }, 30_000);
  test('those that hold what they should not, or were set back', async () => {
    await Promise.all([
      town
        .index('packages')
        .addDocuments([{ id: 'package-strange', title: '不该有的' }])
        .waitTask(),
      town
        .index('needs')
        .updateDocuments([
          { id: `need-${need.id}`, revision: 1, title: '旧' },
          { id: `need-${farNeed.id}`, revision: 1, title: '旧' },
        ])
        .waitTask(),
    ]);
    await eventually(async () => {
      expect((await town.index('needs').search('垃圾乱丢', { filter: 'revision > 1' })).hits).toHaveLength(1);
      expect((await town.index('packages').search('不该有的')).hits).toEqual([]);
    }, 20_000);
    await town.settled(publicDocuments);
  }, 30_000);
});

test('a rebuild is asked for by administrators only, and leaves no gap', async () => {
  const post = (headers: Record<string, string>) =>
    fetch(`${town.running.host.url}/api/v1/search/rebuild`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ reason: '例行检查' }),
    });
  expect((await post({})).status).toBe(401);
  expect((await post(actorHeaders(town.environment, aPerson('community')))).status).toBe(403);
  const before = (await town.status()).indexes.map((i) => Date.parse(i.rebuiltAt ?? ''));
  expect((await post(town.administrator())).status).toBe(202);
  let searches = 0;
  for (let done = false; !done; searches += 1) {
    const answer = await town.search('垃圾分类', 'kind=package');
    expect({ degraded: answer.degraded, found: ids(answer).includes(waste.id), total: answer.total }).toEqual({
      degraded: false,
      found: true,
      total: 2,
    });
    const now = await town.status();
    done = now.indexes.every((i, at) => i.rebuildRequestedAt === null && Date.parse(i.rebuiltAt ?? '') > before[at]!);
  }
  expect(searches).toBeGreaterThan(3);
  await town.settled(publicDocuments);
  const audit = (await town.running.get('/audit/discovery/verify', town.administrator())).body;
  expect(audit).toMatchObject({ faults: [] });
  const rows = (await town.running.database.manager().query('SELECT action, reason FROM audit_entry')) as unknown[];
  expect(rows).toEqual([{ action: 'search.rebuild-requested', reason: '例行检查' }]);
}, 60_000);

test('a second process takes over when the first ends', async () => {
  const second = await startDiscovery({ ...town.environment, DUIJIE_MYSQL_POOL: '3' });
  try {
    await town.running.host.stop();
    const own = aNeed({ title: '接班人测试' });
    await second.publish('need.published.v1', own.id, 1, own);
    await eventually(async () => {
      const { body } = await second.get(`/search?q=${encodeURIComponent('接班人测试')}&kind=need`);
      expect(ids(body as SearchAnswer)).toEqual([own.id]);
    }, 15_000);
  } finally {
    await second.host.stop();
    town.running = await startDiscovery(town.environment);
  }
}, 60_000);

test('what the loops and searches read is served by an index', async () => {
  const manager = town.running.database.manager();
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

test('from its first start on it answers without an outage, and warns of nothing', async () => {
  await town.running.host.stop();
  await clearNamespace(town.environment);
  for (const plural of ['needs', 'packages', 'providers'])
    await town.engine.deleteIndex(`${town.environment['DUIJIE_NAMESPACE']}_${plural}`).waitTask();
  town.running = await startDiscovery(town.environment);
  let ownAnswers = 0;
  for (;;) {
    const { degraded, message, facets } = await town.ask('/search');
    expect({ degraded, message }).toEqual({ degraded: false, message: null });
    if (facets !== null) break;
    ownAnswers += 1;
  }
  expect(ownAnswers).toBeGreaterThan(0);
  expect(town.running.warnings).toEqual([]);
}, 30_000);
