import type { PackageSummary, PackageView, Problem } from '@duijie/contracts';
import { startHost, type Host } from '@duijie/service-kit';
import {
  anonymous,
  aPerson,
  clearNamespace,
  eventually,
  migrateUpDownUp,
  testEnvironment,
  testNamespace,
} from '@duijie/testkit';
import type { DataSource } from 'typeorm';
import { offersModule } from '../src';
import { boardStatement } from '../src/packages/persistence/package-board.read-model';
import { offersSchema } from '../src/persistence/offers-schema';
import { identityDouble } from './identity-double';
import { apiOf } from './offers-api';
import { openTables } from './offers-tables';

jest.setTimeout(30_000);
const environment = testEnvironment(testNamespace('of'));
const identity = identityDouble();
let host: Host;
let tables: DataSource;
const as = apiOf(environment, () => host.url);

const firm = aPerson('social_org', 'editor', { organisationName: '甲社工' });
const twin = aPerson('social_org', 'owner', { organisationName: '乙社工' });
const pending = aPerson('property_firm', 'owner', { verification: 'pending', organisationName: '待核验物业' });
const association = aPerson('association', 'administrator', { organisationName: '协会' });
const broker = aPerson('association', 'broker');
const community = aPerson('community');

const sound = {
  title: '老旧院落议事陪伴',
  description: '陪伴议事会从无到有。',
  categories: ['governance.deliberation'],
  serviceArea: { districts: ['青羊区'], radius: null },
  price: { model: 'fixed', minFen: 1_000_000, maxFen: 2_000_000 },
  capacity: 3,
  leadTimeDays: 10,
};
const rows = async <T>(sql: string, values: unknown[] = []): Promise<T[]> => (await tables.query(sql, values)) as T[];
const eventsOf = async (id: string): Promise<string[]> =>
  (await rows<{ type: string }>('SELECT type FROM outbox WHERE aggregate_id = ? ORDER BY sequence', [id])).map(
    (row) => row.type,
  );
async function drafted(by = firm, content: object = sound): Promise<PackageView> {
  const { status, body } = await as(by).create<PackageView>('/packages', content);
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
}
async function published(by = firm, content: object = sound): Promise<PackageView> {
  const draft = await drafted(by, content);
  const { status, body } = await as(by).change<PackageView>('POST', `/packages/${draft.id}/publish`, draft.version);
  expect({ status, body }).toMatchObject({ status: 200, body: { state: 'published' } });
  return body;
}
const idsOf = async (query: string): Promise<string[]> =>
  (await as(anonymous).get<{ items: PackageSummary[] }>(`/packages?limit=100${query}`)).body.items.map(({ id }) => id);

beforeAll(async () => {
  await clearNamespace(environment);
  host = await startHost([offersModule, identity.module], environment);
  tables = await openTables(environment);
});
afterAll(async () => {
  await tables.destroy();
  await host.stop();
});

describe('packages', () => {
  test('a provider drafts with a title alone, completes, publishes, changes; each offer is a version', async () => {
    const draft = await drafted(firm, { title: '只有名称' });
    expect(draft).toMatchObject({ state: 'draft', version: 1, providerName: '甲社工', price: { model: 'negotiable' } });
    const early = await as(firm).change<Problem>('POST', `/packages/${draft.id}/publish`, 1);
    expect(early).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/description' }, { pointer: '/categories' }] },
    });

    const full = await as(firm).change<PackageView>('PATCH', `/packages/${draft.id}`, 1, sound);
    expect(full).toMatchObject({ status: 200, body: { version: 2, title: sound.title } });
    expect(full.headers.get('etag')).toBe('"2"');
    const out = await as(firm).change<PackageView>('POST', `/packages/${draft.id}/publish`, 2);
    expect(out.body).toMatchObject({ state: 'published', version: 3 });
    expect(out.body.publishedAt).not.toBeNull();
    const changed = await as(firm).change<PackageView>('PATCH', `/packages/${draft.id}`, 3, { title: '新名称' });
    expect(changed.body).toMatchObject({ title: '新名称', version: 4, description: sound.description });

    const versions = await as(community).get<{ items: unknown[] }>(`/packages/${draft.id}/versions`);
    expect(versions.body.items).toMatchObject([
      { version: 4, title: '新名称' },
      { version: 3, title: sound.title },
    ]);
    const first = await as(anonymous).get(`/packages/${draft.id}/versions/3`);
    expect(first.body).toMatchObject({ version: 3, package: { title: sound.title, version: 3 } });
    expect((await as(anonymous).get(`/packages/${draft.id}/versions/2`)).status).toBe(404);
    expect(await eventsOf(draft.id)).toEqual([
      'package.drafted.v1',
      'package.drafted.v1',
      'package.published.v1',
      'package.changed.v1',
    ]);
    expect((await as(firm).change('PATCH', `/packages/${draft.id}`, 3, { title: '旧的' })).status).toBe(412);
    expect((await as(firm).get(`/packages/${draft.id}/history`)).body).toMatchObject({
      items: [
        { action: 'package.changed' },
        { action: 'package.published', from: 'draft', to: 'published' },
        { action: 'package.changed' },
        { action: 'package.drafted', from: null, to: 'draft', organisationId: firm.actingFor?.organisationId },
      ],
    });
    expect((await as(community).get(`/packages/${draft.id}/history`)).status).toBe(403);
  });

  test('a pending provider drafts but does not publish; its draft goes to the matcher only', async () => {
    const draft = await drafted(pending);
    expect(await as(pending).change('POST', `/packages/${draft.id}/publish`, 1)).toMatchObject({
      status: 403,
      body: { reason: 'organisation.not-verified' },
    });
    const [delivery] = await rows<{ subscribers: string }>(
      `SELECT GROUP_CONCAT(d.subscriber) AS subscribers FROM outbox o JOIN outbox_delivery d ON d.event_id = o.id WHERE o.aggregate_id = ?`,
      [draft.id],
    );
    expect(delivery?.subscribers).toBe('matcher');
  });

  test('a twin provider neither sees nor touches a draft, sees what is published, and touches nothing', async () => {
    const draft = await drafted();
    expect((await as(twin).get(`/packages/${draft.id}`)).status).toBe(404);
    expect((await as(anonymous).get(`/packages/${draft.id}`)).status).toBe(404);
    expect((await as(twin).change('PATCH', `/packages/${draft.id}`, 1, { title: '抢走' })).status).toBe(404);
    expect((await as(twin).change('POST', `/packages/${draft.id}/publish`, 1)).status).toBe(404);
    expect((await as(twin).create(`/packages/${draft.id}/links`, { title: '我', url: 'https://a.cn' })).status).toBe(
      404,
    );
    expect((await as(broker).get(`/packages/${draft.id}`)).status).toBe(404);
    expect((await as(community).create('/packages', sound)).status).toBe(403);
    expect((await as(anonymous).create('/packages', sound)).status).toBe(401);

    const out = await published();
    expect((await as(twin).get(`/packages/${out.id}`)).status).toBe(200);
    expect((await as(twin).change('PATCH', `/packages/${out.id}`, out.version, { title: '抢走' })).status).toBe(403);
    expect((await as(twin).get<{ items: unknown[] }>('/packages/mine')).body.items).toEqual([]);
  });

  test('faults point to the fields, in words', async () => {
    const { status, body } = await as(firm).create<Problem>('/packages', {
      ...sound,
      categories: ['governance.party', 'governance.party', 'nowhere.at-all'],
      serviceArea: { districts: ['青羊'], radius: null },
      price: { model: 'per_m2_month', minFen: 500, maxFen: 200 },
      coreService: 'governance.mechanism',
    });
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      { pointer: '/categories/1', detail: 'The leaf is named twice' },
      { pointer: '/categories/2', detail: 'There is no such leaf' },
      { pointer: '/serviceArea/districts/0', detail: 'There is no such district' },
      { pointer: '/price/maxFen', detail: 'The most must not be below the least' },
      { pointer: '/coreService', detail: 'Only the association delivers core services' },
    ]);
    const free = await as(firm).create<Problem>('/packages', {
      ...sound,
      price: { model: 'free', minFen: 1, maxFen: 1 },
    });
    expect(free.body.errors?.map((e) => e.pointer)).toEqual(['/price/minFen', '/price/maxFen']);
    const notCore = await as(association).create<Problem>('/packages', { ...sound, coreService: 'governance.party' });
    expect(notCore.body.errors).toMatchObject([{ pointer: '/coreService' }]);
    expect((await drafted(association, { ...sound, coreService: 'governance.mechanism' })).coreService).toBe(
      'governance.mechanism',
    );
  });

  test('what a broker suspends a broker reinstates; a pause of its own the provider ends itself', async () => {
    const out = await published();
    const path = `/packages/${out.id}`;
    const suspended = await as(broker).change<PackageView>('POST', `${path}/suspend`, out.version, {
      reason: '被投诉',
    });
    expect(suspended.body).toMatchObject({ state: 'suspended', suspension: { by: 'broker', reason: '被投诉' } });
    expect((await as(anonymous).get(path)).status).toBe(404);
    expect(await idsOf('')).not.toContain(out.id);
    expect(await as(firm).change('POST', `${path}/resume`, suspended.body.version)).toMatchObject({
      status: 409,
      body: { reason: 'package.suspended-by-broker' },
    });
    const resumed = await as(broker).change<PackageView>('POST', `${path}/resume`, suspended.body.version);
    expect(resumed.body).toMatchObject({ state: 'published', suspension: null, publishedAt: out.publishedAt });
    expect(await idsOf('')).toContain(out.id);
    const paused = await as(firm).change<PackageView>('POST', `${path}/suspend`, resumed.body.version, {
      reason: '放假',
    });
    expect(paused.body.suspension?.by).toBe('provider');
    const back = await as(firm).change<PackageView>('POST', `${path}/resume`, paused.body.version);
    const gone = await as(firm).change<PackageView>('POST', `${path}/retire`, back.body.version);
    expect(gone.body.state).toBe('retired');
    expect(await as(firm).change('PATCH', path, gone.body.version, { title: '回来' })).toMatchObject({
      status: 409,
      body: { reason: 'package.retired' },
    });
    expect((await eventsOf(out.id)).slice(2)).toEqual(Array.from({ length: 5 }, () => 'package.changed.v1'));
  });

  test('evidence is added, fetched and removed; a private draft gives its files to nobody', async () => {
    const draft = await drafted();
    const path = `/packages/${draft.id}`;
    const linked = await as(firm).create<PackageView>(`${path}/links`, { title: '报道', url: 'https://example.cn/1' });
    expect(linked).toMatchObject({ status: 200, body: { version: 2, evidence: [{ type: 'link', title: '报道' }] } });
    expect((await as(firm).create(`${path}/links`, { title: '坏', url: 'javascript:alert(1)' })).status).toBe(422);
    const form = new FormData();
    form.set('title', '验收表');
    form.set('file', new Blob(['验收合格']), '验收.txt');
    const filed = await as(firm).create<PackageView>(`${path}/files`, form);
    const file = filed.body.evidence[1];
    expect(file).toMatchObject({ type: 'file', title: '验收表', fileName: '验收.txt', size: 12 });
    const got = await as(firm).get<{ text: string }>(`${path}/files/${file?.id}`);
    expect(got.body.text).toBe('验收合格');
    expect((await as(twin).get(`${path}/files/${file?.id}`)).status).toBe(404);
    const left = await as(firm).change<PackageView>('DELETE', `${path}/evidence/${file?.id}`, filed.body.version);
    expect(left.body.evidence).toHaveLength(1);
    expect((await as(firm).get(`${path}/files/${file?.id}`)).status).toBe(404);
  });

  test('lists are narrowed by leaf, district, provider and price, page by page, newest first', async () => {
    await tables.query('DELETE FROM package_facet');
    const city = await published(firm, { ...sound, serviceArea: { districts: [], radius: null } });
    const jinniu = await published(firm, { ...sound, serviceArea: { districts: ['金牛区'], radius: null } });
    const free = await published(twin, {
      ...sound,
      categories: ['governance.party', 'governance.deliberation'],
      price: { model: 'free', minFen: 0, maxFen: 0 },
    });
    const near = { lng: 104.06, lat: 30.67, km: 5 };
    const both = await published(twin, { ...sound, serviceArea: { districts: ['金牛区'], radius: near } });
    expect(await idsOf('')).toEqual([both.id, free.id, jinniu.id, city.id]);
    expect(await idsOf('&district=金牛区')).toEqual([both.id, jinniu.id, city.id]);
    expect(await idsOf('&leaf=governance.party')).toEqual([free.id]);
    expect(await idsOf('&leaf=governance.deliberation&district=青羊区')).toEqual([both.id, free.id, city.id]);
    expect(await idsOf(`&providerId=${twin.actingFor?.organisationId}&priceModel=fixed`)).toEqual([both.id]);
    const group = `${twin.actingFor?.organisationId},${firm.actingFor?.organisationId}`;
    expect(await idsOf(`&providerId=${group}`)).toEqual([both.id, free.id, jinniu.id, city.id]);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query: string = `/packages?limit=1&district=金牛区${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const { body } = await as(anonymous).get<{ items: PackageSummary[]; nextCursor: string | null }>(query);
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual([both.id, jinniu.id, city.id]);
    const mine = await as(twin).get<{ items: PackageSummary[] }>('/packages/mine?state=published&limit=2');
    expect(mine.body.items.map(({ id }) => id)).toEqual([both.id, free.id]);
  });

  test('each list walks along its index', async () => {
    const after = { publishedAt: new Date(), id: 'f'.repeat(36) };
    await tables.query(
      `INSERT INTO package_facet SELECT 'leaf', 'x.y', CONCAT('00000000-0000-7000-8000-', LPAD(a.n * 64 + b.n, 12, '0')), NOW(3)
       FROM (SELECT help_topic_id AS n FROM (SELECT 0 AS help_topic_id ${Array.from({ length: 63 }, (_, i) => `UNION SELECT ${i + 1}`).join(' ')}) x) a,
            (SELECT 0 AS n ${Array.from({ length: 63 }, (_, i) => `UNION SELECT ${i + 1}`).join(' ')}) b`,
    );
    await tables.query('ANALYZE TABLE package_facet');
    const filters = [
      {},
      { leaf: 'x.y' },
      { leaf: 'x.y', district: '金牛区' },
      { district: '金牛区', priceModel: 'free' },
    ];
    for (const [filter, viewer] of filters.flatMap((f) => [[f, null] as const, [f, after.id] as const])) {
      const { sql, values } = boardStatement(filter, viewer, after, 21);
      const plan = await rows<{ table: string | null; key: string | null; type: string; Extra: string | null }>(
        `EXPLAIN ${sql}`,
        values,
      );
      const walks = plan.filter(({ table }) => table === 'f');
      expect(walks.length).toBeGreaterThan(0);
      for (const walk of walks) {
        expect(walk.key).toBe('ix_package_facet_newest');
        expect(walk.Extra ?? '').not.toContain('filesort');
      }
      for (const { table, key } of plan.filter((row) => row.table === 'o' || row.table === 'p' || row.table === 'c'))
        expect({ table, key }).not.toMatchObject({ key: null });
      expect(plan.some((row) => row.table === 'c')).toBe(viewer !== null);
    }
    const [own] = await rows<{ key: string; Extra: string }>(
      `EXPLAIN SELECT * FROM service_package WHERE provider_id = ? AND state = ? AND id < ? ORDER BY id DESC LIMIT 21`,
      [firm.actingFor?.organisationId, 'published', after.id],
    );
    expect(own?.key).toBe('ix_service_package_provider_state');
    expect(own?.Extra).not.toContain('filesort');
    await tables.query(`DELETE FROM package_facet WHERE value = 'x.y'`);
  });
});

test('the audit chain verifies, for the administrator', async () => {
  await eventually(async () =>
    expect((await as(association).get('/audit/offers/verify')).body).toMatchObject({ unsealed: 0, faults: [] }),
  );
  expect((await as(broker).get('/audit/offers/verify')).status).toBe(403);
});

test('the tables migrate up, down and up, and equal their entities', async () => {
  const name = `${testNamespace('of')}_schema`;
  expect(await migrateUpDownUp(offersSchema, environment, name)).toEqual({ left: [], differences: [] });
});
