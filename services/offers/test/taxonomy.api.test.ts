import type { PackageView, Problem, TaxonomyView } from '@duijie/contracts';
import { startHost, type Host } from '@duijie/service-kit';
import { anonymous, aPerson, clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import type { DataSource } from 'typeorm';
import { offersModule } from '../src';
import { identityDouble } from './identity-double';
import { apiOf } from './offers-api';
import { openTables } from './offers-tables';

jest.setTimeout(30_000);
const environment = testEnvironment(testNamespace('ot'));
const identity = identityDouble();
let host: Host;
let tables: DataSource;
const as = apiOf(environment, () => host.url);

const firm = aPerson('social_org', 'editor', { organisationName: '甲社工' });
const twin = aPerson('social_org', 'owner', { organisationName: '乙社工' });
const association = aPerson('association', 'administrator', { organisationName: '协会' });
const broker = aPerson('association', 'broker');

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

beforeAll(async () => {
  await clearNamespace(environment);
  host = await startHost([offersModule, identity.module], environment);
  tables = await openTables(environment);
});
afterAll(async () => {
  await tables.destroy();
  await host.stop();
});

describe('the taxonomy', () => {
  const taxonomy = async (): Promise<TaxonomyView> => (await as(anonymous).get<TaxonomyView>('/taxonomy')).body;
  const leaf = (view: TaxonomyView, code: string) => view.groups.flatMap((g) => g.leaves).find((l) => l.code === code);

  test('is loaded and published once, with two core services and three to be entered', async () => {
    const view = await taxonomy();
    expect(view.version).toBe(1);
    expect(view.groups.flatMap((g) => g.leaves)).toHaveLength(42);
    expect(view.coreServices.map((core) => core.state)).toEqual([
      'entered',
      'entered',
      'to_be_entered',
      'to_be_entered',
      'to_be_entered',
    ]);
    expect(leaf(view, 'property.upgrade')?.coreService).toBe(true);
    await host.stop();
    host = await startHost([offersModule, identity.module], environment);
    expect(await eventsOf('city')).toEqual(['taxonomy.changed.v1']);
    const again = await fetch(`${host.url}/api/v1/taxonomy`, { headers: { 'if-none-match': '"1"' } });
    expect(again.status).toBe(304);
  });

  test('is edited by the administrator at the version seen, and published whole', async () => {
    const words = { zh: '院落议事', synonyms: ['坝坝会', '坝坝会', '院落议事', '茶话会'] };
    const path = '/taxonomy/leaves/governance.deliberation';
    expect((await as(broker).change('PATCH', path, 1, words)).status).toBe(403);
    const edited = await as(association).change<TaxonomyView>('PATCH', path, 1, words);
    expect(edited).toMatchObject({ status: 200, body: { version: 2 } });
    expect(leaf(edited.body, 'governance.deliberation')).toMatchObject({
      zh: '院落议事',
      synonyms: ['坝坝会', '茶话会'],
    });
    expect((await as(association).change('PATCH', path, 1, words)).status).toBe(412);
    expect((await as(association).change('PATCH', '/taxonomy/leaves/no.where', 2, words)).status).toBe(404);
    const both = await Promise.all(
      ['甲', '乙'].map((zh) => as(association).change('PATCH', path, 2, { zh: `议事${zh}` })),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    expect(await eventsOf('city')).toHaveLength(3);
  });

  test('a leaf is added, used, retired: packages keep it, new ones may not name it', async () => {
    const { version } = await taxonomy();
    const code = 'governance.ledger';
    const added = await as(association).change<TaxonomyView>('POST', '/taxonomy/leaves', version, {
      code,
      zh: '治理台账',
      en: 'Governance ledger',
    });
    expect(leaf(added.body, code)).toMatchObject({ synonyms: [], retired: false });
    const twice = await as(association).change<Problem>('POST', '/taxonomy/leaves', version + 1, {
      code,
      zh: '又',
      en: 'Again',
    });
    expect(twice).toMatchObject({ status: 422, body: { errors: [{ pointer: '/code' }] } });
    const user = await published(firm, { ...sound, categories: [code] });
    const retired = await as(association).change<TaxonomyView>('POST', `/taxonomy/leaves/${code}/retire`, version + 1);
    expect(leaf(retired.body, code)?.retired).toBe(true);
    expect((await as(firm).create('/packages', { ...sound, categories: [code] })).status).toBe(422);
    expect(
      (await as(firm).change('PATCH', `/packages/${user.id}`, user.version, { title: '照旧可改', categories: [code] }))
        .status,
    ).toBe(200);
    const back = await as(association).change('POST', `/taxonomy/leaves/${code}/restore`, version + 2);
    expect(back.status).toBe(200);
  });

  test('core services are entered by name and leaf, and cannot be retired', async () => {
    const { version, coreServices } = await taxonomy();
    const third = { state: 'entered', leaf: 'governance.party', zh: '小区党组织建设服务' };
    const entered = await as(association).change<TaxonomyView>('PUT', '/taxonomy/core-services', version, {
      coreServices: [...coreServices.slice(0, 2), third, ...coreServices.slice(3)],
    });
    expect(entered.body.coreServices[2]).toEqual(third);
    expect(leaf(entered.body, 'governance.party')?.coreService).toBe(true);
    expect(await as(association).change('POST', '/taxonomy/leaves/governance.party/retire', version + 1)).toMatchObject(
      {
        status: 409,
        body: { reason: 'leaf.core-service' },
      },
    );
    const doubled = await as(association).change<Problem>('PUT', '/taxonomy/core-services', version + 1, {
      coreServices: [third, third, ...coreServices.slice(2)],
    });
    expect(doubled).toMatchObject({ status: 422, body: { errors: [{ pointer: '/coreServices/1/leaf' }] } });
    const nameless = await as(association).change('PUT', '/taxonomy/core-services', version + 1, {
      coreServices: Array.from({ length: 5 }, () => ({ state: 'entered', leaf: 'governance.party' })),
    });
    expect(nameless.status).toBe(422);
  });
});

describe('organisations and records', () => {
  test('a copy follows newer events only, and lists show the new name', async () => {
    const id = firm.actingFor?.organisationId ?? '';
    const out = await published();
    await identity.publish({ name: '甲社工（新）' }, 5, id);
    await eventually(async () =>
      expect((await as(anonymous).get(`/packages/${out.id}`)).body).toMatchObject({ providerName: '甲社工（新）' }),
    );
    await identity.publish({ name: '甲社工（旧）' }, 4, id);
    const other = await identity.publish({ name: '后来者' }, 1);
    await eventually(async () =>
      expect((await as(anonymous).get(`/providers/${other}/track-record`)).status).toBe(200),
    );
    expect((await as(anonymous).get(`/packages/${out.id}`)).body).toMatchObject({ providerName: '甲社工（新）' });
  });

  test('a record is entered by the administrator and published with the packages of its provider', async () => {
    const out = await published(twin);
    const draft = await drafted(twin);
    const path = `/providers/${twin.actingFor?.organisationId}/track-record`;
    expect((await as(anonymous).get(path)).body).toMatchObject({ version: 0, ratingMean: null, source: null });
    const figures = { ratingMean: 4.5, ratingCount: 12, completed: 30, source: '协会 2025 年度评价' };
    expect((await as(twin).change('PUT', path, 0, figures)).status).toBe(403);
    expect((await as(broker).change('PUT', path, 0, figures)).status).toBe(403);
    expect(await as(association).change('PUT', path, 0, { ...figures, ratingCount: 0 })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/ratingMean' }] },
    });
    expect((await as(association).change('PUT', path, 0, figures)).body).toMatchObject({ version: 1, completed: 30 });
    expect((await as(association).change('PUT', path, 0, figures)).status).toBe(412);
    expect((await as(anonymous).get(`/packages/${out.id}`)).body).toMatchObject({
      version: out.version + 1,
      trackRecord: { ratingMean: 4.5, ratingCount: 12, completed: 30 },
    });
    expect((await eventsOf(out.id)).at(-1)).toBe('package.changed.v1');
    expect(await eventsOf(draft.id)).toHaveLength(1);
    expect((await as(association).change('PUT', `/providers/${out.id}/track-record`, 0, figures)).status).toBe(404);
  });
});
