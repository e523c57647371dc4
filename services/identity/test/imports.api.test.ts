import { identityRoutes as routes, type ImportRowView, type ImportView } from '@duijie/contracts';
import { actorHeaders, eventually } from '@duijie/testkit';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { password, startWorld, type World } from './world';

let world: World;
beforeAll(async () => {
  world = await startWorld('idi');
}, 60_000);
afterAll(() => world.stop());

type Kind = 'organisations' | 'compounds';
const jsonl = (rows: readonly object[]): string => rows.map((row) => JSON.stringify(row)).join('\n');

/** Sends a file and waits for its report. */
async function load(
  kind: Kind,
  content: string,
  source: string,
  fileName = `${kind}.jsonl`,
): Promise<{ view: ImportView; rows: ImportRowView[] }> {
  const form = new FormData();
  form.set('source', source);
  form.set('file', new File([content], fileName));
  const answer = await fetch(`${world.host.url}/api/v1/imports/${kind}`, {
    method: 'POST',
    headers: { ...actorHeaders(world.environment, world.administrator), 'idempotency-key': randomUUID() },
    body: form,
  });
  const started = (await answer.json()) as ImportView;
  if (answer.status !== 201) throw new Error(JSON.stringify(started));
  return report(kind, started.id, 'done');
}
async function report(
  kind: Kind,
  importId: string,
  state: ImportView['state'],
): Promise<{ view: ImportView; rows: ImportRowView[] }> {
  const as = world.administrator;
  const [get, list] =
    kind === 'organisations'
      ? [routes.getOrganisationsImport, routes.listOrganisationsImportRows]
      : [routes.getCompoundsImport, routes.listCompoundsImportRows];
  const view = await eventually(async () => {
    const { body } = await world.call(get, { as, params: { importId } });
    expect(body.state).toBe(state);
    return body;
  }, 20_000);
  const { body } = await world.call(list, { as, params: { importId }, query: { limit: 100 } });
  return { view, rows: body.items };
}
const organisation = async (id: string | null | undefined) =>
  world.call(routes.getOrganisation, { as: world.administrator, params: { organisationId: id ?? '' } });
const base = { kind: 'property_firm', verification: 'verified', demo: true };

test('organisations come in with their sponsors, whichever row is first, and once', async () => {
  const rows = [
    {
      id: 's1',
      name: '锦绣社工中心',
      ...base,
      kind: 'social_org',
      sponsoredBy: 'f1',
      qualifications: ['社工师持证', { name: '4A', expiresOn: '2029-01-01' }],
      contactName: '王芳',
      contactPhone: '13811112222',
    },
    { id: 'f1', name: '锦绣物业', ...base, district: '高新区', foundedYear: 2001, grade: { level: '3a' } },
    { id: 's2', name: '锦绣志愿队', ...base, kind: '志愿服务队', sponsoredBy: 'f1', verification: 'pending' },
    {
      id: 'c1',
      name: '莲花社区',
      ...base,
      kind: 'community',
      district: '锦江区',
      subdistrict: '牛市口街道',
      community: '莲花社区居委会',
    },
    { id: 'x1', name: '', ...base },
    { id: 'x2', name: '去处不明', ...base, district: '朝阳区' },
    { id: 'x3', name: '代码不对', ...base, creditCode: '91510100MA60000001' },
    { id: 'x4', name: '多了字段', ...base, nickname: '小多' },
  ];
  const first = await load('organisations', jsonl(rows), 'city');
  expect(first.view.counts).toMatchObject({ created: 4, refused: 4 });
  expect(
    first.rows.filter((r) => r.outcome === 'refused').map((r) => [r.externalId, r.faults.map((f) => f.pointer)]),
  ).toEqual([
    ['x1', ['/name']],
    ['x2', ['/district']],
    ['x3', ['/creditCode']],
    ['x4', ['/nickname']],
  ]);
  const id = new Map(first.rows.map((r) => [r.externalId, r.aggregateId]));
  expect((await organisation(id.get('f1'))).body).toMatchObject({
    verification: 'verified',
    importedAs: { source: 'city', externalId: 'f1' },
    grade: { level: '3A', expiresOn: null },
    affiliations: [
      { type: 'sponsors', organisationId: id.get('s1') },
      { type: 'sponsors', organisationId: id.get('s2') },
    ],
    demo: true,
  });
  expect((await organisation(id.get('s1'))).body).toMatchObject({
    contact: { name: '王芳', phone: '13811112222' },
    qualifications: [
      { name: '社工师持证', expiresOn: null },
      { name: '4A', expiresOn: '2029-01-01' },
    ],
  });
  expect((await organisation(id.get('s2'))).body).toMatchObject({ kind: 'volunteer_group', verification: 'pending' });
  expect((await world.call(routes.findCommunities, { query: { name: '莲花社区' } })).body.items).toContainEqual(
    expect.objectContaining({ organisationId: id.get('c1'), claimed: false }),
  );

  const events = await world.query('SELECT 1 FROM outbox');
  const again = await load('organisations', jsonl(rows), 'city');
  expect(again.view.counts).toMatchObject({ created: 0, updated: 0, unchanged: 4, refused: 4 });
  expect(await world.query('SELECT 1 FROM outbox')).toHaveLength(events.length);
  const renamed = await load('organisations', jsonl([{ ...rows[1], name: '锦绣新物业' }]), 'city');
  expect(renamed.rows).toMatchObject([{ outcome: 'updated', aggregateId: id.get('f1') }]);
  expect((await organisation(id.get('f1'))).body).toMatchObject({ name: '锦绣新物业', affiliations: [{}, {}] });
}, 60_000);

test('an import is taken back, except for what people have touched since', async () => {
  const { view, rows } = await load(
    'organisations',
    jsonl([
      { id: 'a', name: '收回社工', ...base, kind: 'social_org', sponsoredBy: 'b' },
      { id: 'b', name: '收回物业', ...base },
      { id: 'c', name: '留下物业', ...base },
      { id: 'd', name: '有人物业', ...base },
    ]),
    'undo',
  );
  const id = new Map(rows.map((r) => [r.externalId, r.aggregateId ?? '']));
  await world.call(routes.changeOrganisation, {
    as: world.administrator,
    params: { organisationId: id.get('c') ?? '' },
    body: { description: '改过' },
    ifMatch: 1,
  });
  await world.settle(id.get('d') ?? '', 'stays', world.administrator);
  const undo = await world.call(routes.undoOrganisationsImport, {
    as: world.administrator,
    params: { importId: view.id },
    ifMatch: view.version,
  });
  expect(undo.status).toBe(200);
  const after = await report('organisations', view.id, 'undone');
  expect(new Map(after.rows.map((r) => [r.externalId, r.outcome]))).toEqual(
    new Map([
      ['a', 'undone'],
      ['b', 'undone'],
      ['c', 'kept'],
      ['d', 'kept'],
    ]),
  );
  expect((await organisation(id.get('b'))).status).toBe(404);
  expect((await organisation(id.get('c'))).status).toBe(200);
  const [last] = await world.query<{ envelope: string }>(
    `SELECT envelope FROM outbox WHERE aggregate_id = '${id.get('b')}' ORDER BY sequence DESC LIMIT 1`,
  );
  expect(JSON.parse(last?.envelope ?? '')).toMatchObject({
    data: { verification: 'rejected', affiliations: [], importedAs: null },
  });
  const back = await load('organisations', jsonl([{ id: 'b', name: '收回物业', ...base }]), 'undo');
  expect(back.rows[0]).toMatchObject({ outcome: 'created' });
  expect(back.rows[0]?.aggregateId).not.toBe(id.get('b'));
}, 60_000);

test('a claimed community is joined to its row and keeps what people decided', async () => {
  const issued = await world.call(routes.inviteCommunity, {
    as: world.administrator,
    params: { communityCode: '510104026012' },
    body: {},
  });
  const accepted = await world.call(routes.acceptInvitation, {
    body: { secret: issued.body.code, newPerson: { name: '九', login: 'jiu', password } },
  });
  const { organisationId } = accepted.body.membership;
  const row = {
    id: 'q',
    name: '九眼桥社区',
    kind: '公社',
    verification: 'pending',
    district: '锦江区',
    subdistrict: '牛市口街道',
    community: '九眼桥社区',
  };
  const wrong = await load('organisations', jsonl([row]), 'claimed');
  expect(wrong.rows[0]?.faults.map((f) => f.pointer)).toEqual(['/kind']);
  const { rows } = await load('organisations', jsonl([{ ...row, kind: '村(社区)' }]), 'claimed');
  expect(rows[0]).toMatchObject({ outcome: 'updated', aggregateId: organisationId });
  expect((await organisation(organisationId)).body).toMatchObject({
    verification: 'verified',
    importedAs: { source: 'claimed', externalId: 'q' },
  });
  const other = await load('organisations', jsonl([{ ...row, kind: 'community', id: 'z' }]), 'elsewhere');
  expect(other.rows[0]?.faults.map((f) => f.pointer)).toEqual(['/id']);
}, 60_000);

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
