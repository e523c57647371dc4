import type { ImportRowView, ImportView, PackageSummary, PackageView } from '@duijie/contracts';
import { startHost, type Host } from '@duijie/service-kit';
import { anonymous, aPerson, clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { offersModule } from '../src';
import { identityDouble } from './identity-double';
import { apiOf } from './offers-api';

jest.setTimeout(60_000);
const environment = testEnvironment(testNamespace('oi'));
const identity = identityDouble();
let host: Host;
const as = apiOf(environment, () => host.url);
const broker = aPerson('association', 'broker');
const source = 'sample-city';

interface SampleRow {
  readonly id: string;
  readonly title: string;
  readonly categories: readonly string[];
  readonly provider: {
    readonly id: string;
    readonly name: string;
    readonly kind: 'social_org';
    readonly completed: number;
  };
  readonly price: { readonly model: string; readonly min: number; readonly max: number };
}
const sample = readFileSync(join(__dirname, '../../../data/sample-city/packages.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as SampleRow);

async function start(content: string, options: { name?: string; source?: string; by?: typeof broker } = {}) {
  const form = new FormData();
  form.set('source', options.source ?? source);
  form.set('file', new Blob([content]), options.name ?? 'packages.jsonl');
  const { status, body } = await as(options.by ?? broker).create<ImportView>('/imports/packages', form);
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
}
const ended = (id: string, state = 'done', by = broker): Promise<ImportView> =>
  eventually(async () => {
    const { body } = await as(by).get<ImportView>(`/imports/packages/${id}`);
    expect(body.state).toBe(state);
    return body;
  }, 40_000);
const imported = async (...args: Parameters<typeof start>): Promise<ImportView> =>
  ended((await start(...args)).id, 'done', args[1]?.by ?? broker);
const rowsOf = async (id: string, by = broker): Promise<readonly ImportRowView[]> =>
  (await as(by).get<{ items: ImportRowView[] }>(`/imports/packages/${id}/rows?limit=100`)).body.items;
const lines = (rows: readonly unknown[]): string => rows.map((row) => JSON.stringify(row)).join('\n');
const show = async (id: string | null | undefined, by = broker): Promise<PackageView> =>
  (await as(by).get<PackageView>(`/packages/${id}`)).body;

beforeAll(async () => {
  await clearNamespace(environment);
  host = await startHost([offersModule, identity.module], environment);
  const providers = new Map(sample.map(({ provider }) => [provider.id, provider]));
  const ids = await Promise.all(
    [...providers.values()].map(({ id, name, kind }) =>
      identity.publish({ name, kind, importedAs: { source, externalId: id } }),
    ),
  );
  await eventually(async () => {
    const found = await Promise.all(ids.map((id) => as(anonymous).get(`/providers/${id}/track-record`)));
    if (found.some(({ status }) => status !== 200)) throw new Error('organisations have not all come');
  });
});
afterAll(() => host.stop());

test('the sample city goes in whole, with records, and a repetition changes nothing', async () => {
  const first = await imported(lines(sample));
  expect((await rowsOf(first.id)).filter(({ outcome }) => outcome !== 'created')).toEqual([]);
  expect(first.counts).toMatchObject({ created: 100, refused: 0 });
  const [row] = await rowsOf(first.id);
  expect(await show(row?.aggregateId)).toMatchObject({
    title: sample[0]?.title,
    state: 'published',
    version: 1,
    price: { model: 'fixed', minFen: 6_000_000, maxFen: 15_000_000 },
    coreService: 'governance.mechanism',
    trackRecord: { ratingMean: 4.7, ratingCount: 86, completed: 132 },
    demo: false,
  });
  const again = await imported(lines(sample));
  expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: 100 });
  const listed = await as(anonymous).get<{ items: PackageSummary[] }>('/packages?limit=100');
  expect(listed.body.items).toHaveLength(100);

  const changed = { ...sample[1], title: '改了名的服务' };
  const third = await imported(lines([changed]));
  expect(third.counts).toMatchObject({ updated: 1 });
  const view = await show((await rowsOf(third.id))[0]?.aggregateId);
  expect(view).toMatchObject({ title: '改了名的服务', version: 2 });
  const versions = await as(anonymous).get<{ items: unknown[] }>(`/packages/${view.id}/versions`);
  expect(versions.body.items).toHaveLength(2);
});

test('a sheet with Chinese headings and Chinese words is understood', async () => {
  const provider = sample[0]?.provider.name ?? '';
  const sheet = [
    '编号,服务包名称,服务说明,服务类目,服务方,服务区域,计价方式,最低价(元),最高价(元),可同时承接,是否上架,内部备注',
    `c1,坝坝会陪跑,陪伴议事,坝坝会、小区党组织建设,${provider},青羊、金牛区,元/次,"1,200",2000.5,2,是,x`,
    `c2,义务巡逻,巡逻,微网格与楼栋长,${provider},全市,免费,,,1,否,`,
  ].join('\n');
  const view = await imported(sheet, { name: '服务包.csv', source: 'sheet' });
  expect(view).toMatchObject({ counts: { created: 2 }, unknownHeadings: ['内部备注'] });
  const [first, second] = await rowsOf(view.id);
  const shown = await show(first?.aggregateId);
  expect(shown).toMatchObject({
    categories: ['governance.deliberation', 'governance.party'],
    serviceArea: { districts: ['青羊区', '金牛区'] },
    price: { model: 'per_session', minFen: 120_000, maxFen: 200_050 },
    state: 'published',
  });
  // A draft is its provider's alone, also one that the staff brought in.
  const theProvider = aPerson('social_org', 'owner', { organisationId: shown.providerId });
  expect(await show(second?.aggregateId)).toMatchObject({ status: 404 });
  expect(await show(second?.aggregateId, theProvider)).toMatchObject({
    serviceArea: { districts: [], radius: null },
    price: { model: 'free', minFen: 0, maxFen: 0 },
    state: 'draft',
  });
});

test('refused rows point into the row', async () => {
  const row = sample[2];
  const organisationId = await identity.publish({ name: '未核验机构', verification: 'pending' });
  await identity.publish({ name: '某社区', kind: 'community' });
  await identity.publish({ name: '同名机构' });
  const last = await identity.publish({ name: '同名机构' });
  await eventually(async () => expect((await as(anonymous).get(`/providers/${last}/track-record`)).status).toBe(200));
  const view = await imported(
    lines([
      { ...row, id: 'r1', provider: { id: 'nobody', name: '没有的机构' } },
      { ...row, id: 'r2', price: { model: 'free', min: 5, max: 5 } },
      { ...row, id: 'r3', price: { model: '随缘', min: 0, max: 0 } },
      { ...row, id: 'r4', categories: ['governance.party', '煮饭'] },
      { ...row, id: 'r5', provider: { name: '未核验机构' } },
      { ...row, id: 'r6', provider: { name: '某社区' } },
      { ...row, id: 'r7', provider: { name: '同名机构' } },
      { ...row, id: 'r8', price: { model: 'fixed', min: 1.005, max: 2 } },
      { ...row, id: 'r9', surprise: 1 },
      { ...row, id: 'r10', serviceArea: { districts: ['渝中区'] } },
      { ...row, id: 'r11', provider: { name: '未核验机构' }, publish: false, demo: true },
    ]),
    { source: 'refusals' },
  );
  const rows = await rowsOf(view.id);
  expect(rows.slice(0, 10).map(({ outcome, faults }) => [outcome, ...faults.map((f) => f.pointer)])).toEqual([
    ['refused', '/provider/id'],
    ['refused', '/price/min', '/price/max'],
    ['refused', '/price/model'],
    ['refused', '/categories/1'],
    ['refused', '/provider/id'],
    ['refused', '/provider/id'],
    ['refused', '/provider/name'],
    ['refused', '/price/min'],
    ['refused', '/surprise'],
    ['refused', '/serviceArea/districts/0'],
  ]);
  const unverified = aPerson('social_org', 'owner', { organisationId, verification: 'pending' });
  expect(await show(rows[10]?.aggregateId, unverified)).toMatchObject({ state: 'draft', demo: true });
});

test('a provider imports its own packages only, and leaves its record alone', async () => {
  const own = await identity.publish({ name: '自己导入的机构' });
  const by = aPerson('social_org', 'owner', { organisationId: own, organisationName: '自己导入的机构' });
  const { provider: theirs, ...row } = sample[3] as SampleRow & { coreService: null };
  const view = await imported(
    lines([
      { ...row, id: 'o1', provider: { rating: { mean: 5, count: 999 }, completed: 999 } },
      { ...row, id: 'o2', provider: { id: theirs.id, name: theirs.name } },
    ]),
    { by },
  );
  const rows = await rowsOf(view.id, by);
  expect(rows).toMatchObject([{ outcome: 'created' }, { outcome: 'refused', faults: [{ pointer: '/provider/id' }] }]);
  expect(await show(rows[0]?.aggregateId)).toMatchObject({
    providerId: own,
    trackRecord: { ratingMean: null, ratingCount: 0, completed: 0 },
  });
});

test('an undone import leaves no package but the one that was changed since, and tells the others', async () => {
  const row = sample[4];
  const view = await imported(lines([1, 2, 3].map((n) => ({ ...row, id: `u${n}` }))), { source: 'undo' });
  const rows = await rowsOf(view.id);
  const kept = await show(rows[1]?.aggregateId);
  await as(broker).change('POST', `/packages/${kept.id}/suspend`, kept.version, { reason: '核对中' });
  expect((await as(broker).change('POST', `/imports/packages/${view.id}/undo`, view.version)).status).toBe(200);
  const undone = await ended(view.id, 'undone');
  expect(undone.counts).toMatchObject({ undone: 2, kept: 1 });
  expect((await as(broker).get(`/packages/${rows[0]?.aggregateId}`)).status).toBe(404);
  expect((await show(kept.id)).state).toBe('suspended');
  expect(
    (await imported(lines([1, 2, 3].map((n) => ({ ...row, id: `u${n}` }))), { source: 'undo' })).counts,
  ).toMatchObject({
    created: 2,
    unchanged: 1,
  });
});

test('500 rows are imported and published; the rate is printed', async () => {
  const many = Array.from({ length: 500 }, (_, i) => ({ ...sample[i % 100], id: `m${i}` }));
  const view = await ended((await start(lines(many), { source: 'many' })).id);
  expect(view.counts).toMatchObject({ created: 500, refused: 0 });
  const seconds = (Date.parse(view.finishedAt ?? '') - Date.parse(view.startedAt ?? '')) / 1000;
  process.stdout.write(`${Math.round(500 / seconds)} packages imported a second\n`);
});
