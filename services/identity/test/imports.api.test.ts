import { identityRoutes as routes, type ImportView } from '@duijie/contracts';
import { importReport, jsonl, loadFile, type Kind } from './load-file';
import { password, startWorld, type World } from './world';

let world: World;
beforeAll(async () => {
  world = await startWorld('idi');
}, 60_000);
afterAll(() => world.stop());

const load = (kind: Kind, content: string, source: string, fileName?: string) =>
  loadFile(world, kind, content, source, fileName);
const report = (kind: Kind, importId: string, state: ImportView['state']) => importReport(world, kind, importId, state);
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
  const { rows } = await load('organisations', jsonl([{ ...row, kind: '村（社区）' }]), 'claimed');
  expect(rows[0]).toMatchObject({ outcome: 'updated', aggregateId: organisationId });
  expect((await organisation(organisationId)).body).toMatchObject({
    verification: 'verified',
    importedAs: { source: 'claimed', externalId: 'q' },
  });
  const other = await load('organisations', jsonl([{ ...row, kind: 'community', id: 'z' }]), 'elsewhere');
  expect(other.rows[0]?.faults.map((f) => f.pointer)).toEqual(['/id']);
}, 60_000);
