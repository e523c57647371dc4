import { identityRoutes as routes, type ImportView } from '@duijie/contracts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importReport, jsonl, loadFile, type Kind } from './load-file';
import { startWorld, type World } from './world';

let world: World;
beforeAll(async () => {
  world = await startWorld('idk');
}, 60_000);
afterAll(() => world.stop());

const load = (kind: Kind, content: string, source: string, fileName?: string) =>
  loadFile(world, kind, content, source, fileName);
const report = (kind: Kind, importId: string, state: ImportView['state']) => importReport(world, kind, importId, state);

test('compounds come from a sheet with Chinese headings, are completed by a second one, and are taken back', async () => {
  const sheet = [
    '编号,小区名称,小区类型,所在区,街道,社区,户数,物业状况,业委会状况,物业费(元/㎡·月),收费率(%)',
    '1,水碾河路8号院,老旧院落,锦江区,牛市口街道,莲花社区、紫东社区,136,非物管院落,,0.45,58.5',
    '2,写错的院子,别墅,锦江区,牛市口街道,莲花社区,一百户,,,,',
  ].join('\n');
  const first = await load('compounds', sheet, 'sheet', '小区.csv');
  expect(first.rows.map((r) => r.outcome)).toEqual(['created', 'refused']);
  expect(first.rows[1]?.faults.map((f) => f.pointer)).toEqual(['/type', '/households']);
  const params = { compoundId: first.rows[0]?.aggregateId ?? '' };
  expect((await world.call(routes.getCompound, { as: world.administrator, params })).body).toMatchObject({
    type: 'old_courtyard',
    communities: ['莲花社区', '紫东社区'],
    households: 136,
    propertyState: 'unmanaged',
    committeeState: null,
    feeFen: 45,
    closedFacts: { collectionRatePercent: 58.5 },
  });
  const more = await load(
    'compounds',
    jsonl([
      {
        id: 'n',
        name: '水碾河路8号院',
        type: 'old_courtyard',
        district: '锦江区',
        subdistrict: '牛市口街道',
        community: '莲花社区',
        builtYear: 1991,
      },
    ]),
    'other',
  );
  expect(more.rows).toMatchObject([{ outcome: 'updated', aggregateId: params.compoundId }]);
  expect((await world.call(routes.getCompound, { params })).body).toMatchObject({ builtYear: 1991, households: 136 });
  const { view } = await load(
    'compounds',
    jsonl([
      {
        id: 'u',
        name: '要收回的院子',
        type: 'commodity',
        district: '锦江区',
        subdistrict: '牛市口街道',
        community: '莲花社区',
      },
    ]),
    'undo',
  );
  await world.call(routes.undoCompoundsImport, {
    as: world.administrator,
    params: { importId: view.id },
    ifMatch: view.version,
  });
  const undone = await report('compounds', view.id, 'undone');
  expect(undone.rows[0]?.outcome).toBe('undone');
  expect((await world.call(routes.listCompounds, { query: { name: '要收回' } })).body.items).toEqual([]);
  const [event] = await world.query<{ envelope: string }>(
    `SELECT envelope FROM outbox WHERE aggregate_id = '${undone.rows[0]?.aggregateId}' ORDER BY sequence DESC LIMIT 1`,
  );
  expect(JSON.parse(event?.envelope ?? '')).toMatchObject({ data: { removed: true } });
}, 60_000);

test('the sample city goes in whole', async () => {
  const folder = join(__dirname, '../../../data/sample-city');
  const lines = (file: string) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((l) => l !== '')
      .map((l) => JSON.parse(l) as Record<string, unknown>);
  type Provider = {
    id: string;
    name: string;
    kind: string;
    district: string;
    foundedYear: number | null;
    qualifications: string[];
    sponsoredBy: string | null;
  };
  type Community = Record<string, unknown> & {
    district: string;
    subdistrict: string;
    name: string;
    compound: string | null;
    compoundType: string;
  };
  const providers = new Map(
    lines('packages.jsonl').map((p) => [(p['provider'] as Provider).id, p['provider'] as Provider]),
  );
  const organisations = [...providers.values()].map(
    ({ id, name, kind, district, foundedYear, qualifications, sponsoredBy }) => ({
      id,
      name,
      kind,
      district,
      foundedYear,
      qualifications,
      sponsoredBy,
      verification: 'verified',
      demo: true,
    }),
  );
  const loaded = await load('organisations', jsonl(organisations), 'sample');
  expect(loaded.view.counts).toMatchObject({ created: organisations.length, refused: 0 });
  const compounds = new Map(
    lines('needs.jsonl')
      .map((n) => n['community'] as Community)
      .filter((c) => c.compound !== null && c.compoundType !== 'community_wide')
      .map(({ name, compound, compoundType, ...facts }) => [
        `${facts.district}/${facts.subdistrict}/${name}/${compound}`,
        { ...facts, name: compound, type: compoundType, community: name, demo: true },
      ]),
  );
  const rows = [...compounds].map(([id, facts]) => ({ id, ...facts }));
  expect((await load('compounds', jsonl(rows), 'sample')).view.counts).toMatchObject({
    created: rows.length,
    refused: 0,
  });
}, 60_000);
