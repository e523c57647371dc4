import { importLook, importView, type ImportLook, type ImportRowView, type ImportView } from '@duijie/contracts';
import { startHost, type Host } from '@duijie/service-kit';
import { actorHeaders, aPerson, clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { aWorkbook } from './a-workbook';
import { signboards, type Signboards } from './signboards.module';

const environment = testEnvironment(testNamespace('im'));
const staff = aPerson('association', 'broker');
const firm = aPerson('property_firm');
const otherFirm = aPerson('property_firm');
let host: Host;
let signs: Signboards;
let keys = 0;
jest.setTimeout(60_000);

const url = (path = ''): string => `${host.url}/api/v1/imports/packages${path}`;
async function send(
  content: string | Buffer,
  options: { name?: string; source?: string; dryRun?: boolean; as?: typeof staff; key?: string } = {},
): Promise<{ status: number; body: ImportView; headers: Headers }> {
  const form = new FormData();
  if (options.source !== undefined) form.set('source', options.source);
  if (options.dryRun) form.set('dryRun', 'true');
  form.set('file', new Blob([new Uint8Array(Buffer.from(content))]), options.name ?? 'signboards.jsonl');
  const answer = await fetch(url(), {
    method: 'POST',
    body: form,
    headers: {
      ...actorHeaders(environment, options.as ?? staff),
      'idempotency-key': options.key ?? `import-key-${(keys += 1)}`,
    },
  });
  return { status: answer.status, body: (await answer.json()) as ImportView, headers: answer.headers };
}
async function get<T>(path: string, as = staff): Promise<{ status: number; body: T }> {
  const answer = await fetch(url(path), { headers: actorHeaders(environment, as) });
  return { status: answer.status, body: (await answer.json()) as T };
}
const done = (id: string, state = 'done', timeoutMs = 30_000): Promise<ImportView> =>
  eventually(async () => {
    const { body } = await get<ImportView>(`/${id}`);
    expect(body.state).toBe(state);
    return importView.parse(body);
  }, timeoutMs);
async function imported(...args: Parameters<typeof send>): Promise<ImportView> {
  const { status, body } = await send(...args);
  expect({ status, body }).toMatchObject({ status: 201 });
  return done(body.id);
}
async function rowsOf(id: string, outcome?: string): Promise<ImportRowView[]> {
  const rows: ImportRowView[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query: string = `limit=100${outcome === undefined ? '' : `&outcome=${outcome}`}${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const { body } = await get<{ items: ImportRowView[]; nextCursor: string | null }>(`/${id}/rows?${query}`);
    rows.push(...body.items);
    cursor = body.nextCursor;
  }
  return rows;
}
const boards = (count: number, text = (i: number): string => `牌 ${i}`): string =>
  Array.from({ length: count }, (_, i) => JSON.stringify({ id: `s${i + 1}`, text: text(i + 1), height: i % 9 })).join(
    '\n',
  );
const undo = (view: ImportView, as = staff, version = view.version): Promise<Response> =>
  fetch(url(`/${view.id}/undo`), {
    method: 'POST',
    headers: { ...actorHeaders(environment, as), 'if-match': `"${version}"`, 'content-type': 'application/json' },
    body: '{}',
  });

beforeAll(async () => {
  await clearNamespace(environment);
  signs = signboards();
  host = await startHost([signs.module], environment);
  await signs.empty();
});
afterAll(() => host.stop());
beforeEach(() => signs.empty());

test('600 rows go in, the refused are told by line and field in both languages, a repetition changes nothing', async () => {
  const file = boards(600, (i) => (i % 150 === 7 ? '' : i % 150 === 8 ? '禁' : `牌 ${i}`));
  const first = await imported(file, { source: 'six-hundred' });
  expect(first).toMatchObject({
    rows: 600,
    counts: { created: 592, refused: 8, pending: 0 },
    source: 'six-hundred',
  });
  expect(await signs.count()).toBe(592);

  const refused = await rowsOf(first.id, 'refused');
  expect(refused.map((row) => row.line)).toEqual([7, 8, 157, 158, 307, 308, 457, 458]);
  expect(refused[0]).toMatchObject({ externalId: 's7', aggregateId: null, faults: [{ pointer: '/text' }] });
  expect(refused[0]?.faults[0]?.detail.zh).not.toBe(refused[0]?.faults[0]?.detail.en);
  expect(refused[1]?.faults).toEqual([
    { pointer: '/text', heading: null, detail: { zh: '不许写', en: 'Not to be written' } },
  ]);

  const applied = signs.applied();
  const again = await imported(file, { source: 'six-hundred' });
  expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: 592, refused: 8 });
  // Only refused rows are tried again, and of these only those that pass the schema.
  expect(signs.applied() - applied).toBe(4);
  expect(await signs.count()).toBe(592);
});

test('a changed row updates what it made, and a row of another source is another', async () => {
  const first = await imported(boards(3), { source: 'a' });
  const second = await imported(
    boards(3, (i) => (i === 2 ? '新字' : `牌 ${i}`)),
    { source: 'a' },
  );
  expect(second.counts).toMatchObject({ created: 0, updated: 1, unchanged: 2 });
  expect((await rowsOf(second.id, 'updated'))[0]?.aggregateId).toBe((await rowsOf(first.id))[1]?.aggregateId);
  expect((await imported(boards(3), { source: 'b' })).counts.created).toBe(3);
  // The same source and ids of another organisation reach nothing of these.
  expect(
    (
      await imported(
        boards(3, () => '外'),
        { source: 'a', as: firm },
      )
    ).counts.created,
  ).toBe(3);
  expect(await signs.count()).toBe(9);
});

test('two imports of one source at a time make each row once', async () => {
  const both = await Promise.all([send(boards(300), { source: 'same' }), send(boards(300), { source: 'same' })]);
  const views = await Promise.all(both.map(({ body }) => done(body.id)));
  expect(views.reduce((sum, view) => sum + view.counts.created, 0)).toBe(300);
  expect(views.reduce((sum, view) => sum + view.counts.unchanged, 0)).toBe(300);
  expect(await signs.count()).toBe(300);
});

test('a row that fails as a bug is refused alone, and takes what it wrote with it', async () => {
  const view = await imported(
    boards(120, (i) => (i === 60 ? '崩' : `牌 ${i}`)),
    { source: 'bug' },
  );
  expect(view.counts).toMatchObject({ created: 119, refused: 1 });
  expect(await signs.count()).toBe(119);
  expect((await rowsOf(view.id, 'refused'))[0]).toMatchObject({ line: 60, faults: [{ pointer: '' }] });
});

test('a trial reports and writes nothing', async () => {
  const view = await imported(
    boards(60, (i) => (i === 2 ? '' : `牌 ${i}`)),
    { source: 'trial', dryRun: true },
  );
  expect(view).toMatchObject({ dryRun: true, counts: { created: 59, refused: 1 } });
  expect(await signs.count()).toBe(0);
  expect((await rowsOf(view.id, 'created'))[0]?.aggregateId).toBeNull();
  expect((await imported(boards(60), { source: 'trial' })).counts.created).toBe(60);
  expect(await (await undo(view)).json()).toMatchObject({ code: 'conflict', reason: 'import.dry-run' });
});

test('a trial is imported without sending the file again, once, and only the last one', async () => {
  const apply = (id: string, as = staff): Promise<Response> =>
    fetch(url(`/${id}/apply`), {
      method: 'POST',
      headers: { ...actorHeaders(environment, as), 'idempotency-key': `import-key-${(keys += 1)}` },
    });
  const rows = boards(60, (i) => (i === 2 ? '' : `牌 ${i}`));
  const trial = await imported(`${rows}\nno json`, { source: 'tried', dryRun: true, as: firm });
  expect((await apply(trial.id, otherFirm)).status).toBe(404);
  const answer = await apply(trial.id, firm);
  expect(answer.status).toBe(201);
  const begun = importView.parse(await answer.json());
  expect(begun).toMatchObject({ dryRun: false, source: 'tried', rows: 61, fileName: trial.fileName });
  const applied = await done(begun.id);
  expect(applied.counts).toMatchObject({ created: 59, refused: 2, pending: 0 });
  expect((await rowsOf(applied.id, 'refused')).map(({ line }) => line)).toEqual([2, 61]);
  expect(await signs.count()).toBe(59);
  expect(await (await apply(trial.id, firm)).json()).toMatchObject({ reason: 'import.applied' });
  expect(await (await apply(applied.id, firm)).json()).toMatchObject({ reason: 'import.no-trial' });

  const older = await imported(boards(3), { source: 'older', dryRun: true, as: firm });
  const newer = await imported(boards(4), { source: 'newer', dryRun: true, as: firm });
  expect(await (await apply(older.id, firm)).json()).toMatchObject({ reason: 'import.applied' });
  expect((await apply(newer.id, firm)).status).toBe(201);
});

test('a file is looked into: columns are guessed and may be chosen, the first rows are understood, nothing is stored', async () => {
  const sheet = [
    '2026年招牌统计表,,,',
    '序号,招牌文字内容,高度（厘米）,所在地点',
    '1,甲,120,青羊区、武侯区',
    '2,,高,锦江区',
  ].join('\n');
  const look = async (columns?: object): Promise<ImportLook> => {
    const form = new FormData();
    if (columns) form.set('columns', JSON.stringify(columns));
    form.set('file', new Blob([sheet]), '统计.csv');
    const answer = await fetch(url('/look'), {
      method: 'POST',
      body: form,
      headers: actorHeaders(environment, firm),
    });
    expect(answer.status).toBe(200);
    return importLook.parse(await answer.json());
  };
  const guessed = await look();
  expect(guessed).toMatchObject({ line: 2, rows: 2 });
  expect(guessed.columns.map(({ path, match }) => [path, match])).toEqual([
    [null, 'none'],
    ['text', 'guessed'],
    ['height', 'known'],
    ['place.districts', 'guessed'],
  ]);
  expect(guessed.fields.filter(({ required }) => required).map(({ path }) => path)).toEqual(['text']);
  expect(guessed.preview).toMatchObject([
    { line: 3, values: { text: '甲', height: '120', 'place.districts': '青羊区、武侯区' }, faults: [] },
    { line: 4, faults: [{ heading: '招牌文字内容' }, { heading: '高度（厘米）', detail: { zh: '应是数字' } }] },
  ]);
  const columns = { line: 2, columns: { 1: 'text', 3: 'place.districts' } };
  expect((await look(columns)).columns.map(({ match }) => match)).toEqual(['none', 'guessed', 'none', 'guessed']);
  expect((await get<{ items: unknown[] }>('', firm)).body.items).not.toContainEqual(
    expect.objectContaining({ fileName: '统计.csv' }),
  );

  const form = new FormData();
  form.set('columns', JSON.stringify(columns));
  form.set('file', new Blob([sheet]), '统计.csv');
  const begin = async (): Promise<ImportView> => {
    const headers = { ...actorHeaders(environment, firm), 'idempotency-key': `import-key-${(keys += 1)}` };
    const answer = await fetch(url(), { method: 'POST', body: form, headers });
    return done(((await answer.json()) as ImportView).id);
  };
  // Without a column of ids a row is known again by what it says.
  expect((await begin()).counts).toMatchObject({ created: 1, refused: 1 });
  expect((await begin()).counts).toMatchObject({ created: 0, unchanged: 1, refused: 1 });
});

test('an import is taken back, except what was changed since; then it can be imported anew', async () => {
  const view = await imported(boards(200), { source: 'undo' });
  const [changed] = await rowsOf(view.id);
  await signs.touch(changed?.aggregateId ?? '');
  expect((await undo(view, staff, view.version - 1)).status).toBe(412);
  expect((await undo(view)).status).toBe(200);
  const undone = await done(view.id, 'undone');
  expect(undone.counts).toMatchObject({ created: 0, undone: 199, kept: 1 });
  expect(await signs.count()).toBe(1);
  expect(await rowsOf(view.id, 'kept')).toMatchObject([{ line: 1, faults: [{ pointer: '' }] }]);
  expect((await undo(undone)).status).toBe(409);
  expect((await imported(boards(200), { source: 'undo' })).counts).toMatchObject({ created: 199, unchanged: 1 });
});

test('an organisation sees and undoes its own imports only; staff see all', async () => {
  const ownFirm = aPerson('property_firm');
  const own = await imported(boards(2), { source: 'own', as: ownFirm });
  expect((await get(`/${own.id}`, otherFirm)).status).toBe(404);
  expect((await get(`/${own.id}/rows`, otherFirm)).status).toBe(404);
  expect((await undo(own, otherFirm)).status).toBe(404);
  expect((await get('', aPerson('community'))).status).toBe(403);
  const listed = async (as: typeof staff): Promise<string[]> =>
    (await get<{ items: ImportView[] }>('?limit=100', as)).body.items.map(({ id }) => id);
  expect(await listed(ownFirm)).toEqual([own.id]);
  expect(await listed(otherFirm)).toEqual([]);
  expect((await listed(staff))[0]).toBe(own.id);
  expect(signs.actors()).toContain(ownFirm.personId);
});

test('the same key answers with the same import', async () => {
  const first = await send(boards(2), { key: 'one-key-for-both' });
  const again = await send(boards(2), { key: 'one-key-for-both' });
  expect(again.body.id).toBe(first.body.id);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(first.headers.get('location')).toBe(`/api/v1/imports/packages/${first.body.id}`);
  await done(first.body.id);
});

test('lines that cannot be read or told apart are refused, the rest go in', async () => {
  const file = ['{"id":"a","text":"一"}', '', '{"id":', '[1]', '{"text":"无号"}', '{"id":"a","text":"又"}'].join('\n');
  const view = await imported(file, { source: 'lines' });
  expect(view.counts).toMatchObject({ created: 1, refused: 4 });
  expect((await rowsOf(view.id, 'refused')).map(({ line, faults }) => [line, faults[0]?.pointer])).toEqual([
    [3, ''],
    [4, ''],
    [5, '/id'],
    [6, '/id'],
  ]);
});

const sheet =
  '设施登记表,,,\r\n编号,文 字*,高度（米）,地点、区,备注\r\nx1,=1+1,"1,200",金牛区,好\r\n\r\nx2,"两\n行",高,,\r\nx3,,3,,\r\n';

test('a sheet with Chinese headings is read in UTF-8 and GB18030; formulas stay text, unknown headings are told', async () => {
  const view = await imported(sheet, { name: '牌.csv', source: 'csv' });
  expect(view).toMatchObject({ unknownHeadings: ['备注'], counts: { created: 1, refused: 2 }, fileName: '牌.csv' });
  expect(await signs.texts()).toEqual(['=1+1/1200/金牛区']);
  expect(await rowsOf(view.id, 'refused')).toMatchObject([
    { line: 5, externalId: 'x2', faults: [{ pointer: '/height', heading: '高度（米）' }] },
    { line: 7, externalId: 'x3', faults: [{ pointer: '/text' }] },
  ]);
  const gb18030 = Buffer.from('b1e0bac52ccec4d7d60d0a7a312cd5fdc3c50d0a', 'hex');
  await imported(gb18030, { name: 'gbk.csv', source: 'gbk' });
  expect(await signs.texts()).toContain('正门//');
});

const cell = (address: string, text: string): string => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
const sheetRow = (n: number, ...texts: string[]): string =>
  `<row r="${n}">${texts.map((text, i) => cell(`${'ABCDEF'[i]}${n}`, text)).join('')}</row>`;

test('a workbook is read by its first sheet', async () => {
  const file = aWorkbook(
    sheetRow(1, '编号', '文字', '高度', '地点') + sheetRow(2, 'w1', '南门', '12', '锦江区') + sheetRow(5, 'w2', ''),
  );
  const view = await imported(file, { name: '牌.xlsx', source: 'xlsx' });
  expect(view.counts).toMatchObject({ created: 1, refused: 1 });
  expect(await signs.texts()).toEqual(['南门/12/锦江区']);
  expect((await rowsOf(view.id, 'refused'))[0]?.line).toBe(5);
});

test.each([
  ['no headings', 'a.csv', '甲,乙\n1,2\n'],
  ['no column for the id', 'a.csv', '文字,高度\n门,2\n'],
  ['no rows', 'a.csv', '编号,文字\n'],
  ['too many rows', 'a.csv', `编号,文字\n${'1,x\n'.repeat(20_001)}`],
  ['an unpaired quote', 'a.csv', '编号,文字\n1,"x\n'],
  ['an unknown format', 'a.txt', '编号,文字\n1,x\n'],
  ['no text at all', 'a.jsonl', Buffer.from([0xff, 0xfe, 0xfd])],
  ['a zip that is no workbook', 'a.xlsx', Buffer.from('504b0304000000000000', 'hex')],
  ['a workbook that unpacks to more than it says', 'a.xlsx', aWorkbook(sheetRow(1, '编号'), { declaredSize: 10 })],
  ['a workbook that says it is huge', 'a.xlsx', aWorkbook(sheetRow(1, '编号'), { declaredSize: 4_000_000_000 })],
  ['a cell at the far end of a sheet', 'a.xlsx', aWorkbook(`<row r="1">${cell('XFD1', 'x')}</row>`)],
  [
    'cells beyond the last column that do not say where they stand',
    'a.xlsx',
    aWorkbook(`<row>${'<c/>'.repeat(201)}</row>`),
  ],
  [
    'more rows than one may import',
    'a.xlsx',
    aWorkbook(`<row>${cell('A1', '编号')}</row>${'<row><c/></row>'.repeat(50_000)}`),
  ],
  ['more cells than 20,000 rows need', 'a.xlsx', aWorkbook(`<row>${'<c/>'.repeat(160)}</row>`.repeat(6000))],
  ['a row at the far end of a sheet', 'a.xlsx', aWorkbook(`<row r="1048576">${cell('A1048576', 'x')}</row>`)],
])('a file with %s is refused as a whole', async (_what, name, content) => {
  const { status, body } = await send(content, { name });
  expect({ status, body }).toMatchObject({ status: 422, body: { code: 'invalid', errors: [{ pointer: '/file' }] } });
});

test('the template holds the headings and can be read back', async () => {
  const answer = await fetch(url('/template.csv'), { headers: actorHeaders(environment, firm) });
  const text = await answer.text();
  expect(answer.headers.get('content-type')).toContain('text/csv');
  const view = await imported(`${text.trim()}\nt1,北门,1,青羊区\n`, { name: 't.csv', source: 'template' });
  expect(view).toMatchObject({ unknownHeadings: [], counts: { created: 1 } });
});

test('start, end and undo stand in the audit log, which verifies', async () => {
  const view = await imported(boards(1), { source: 'audited' });
  await undo(view);
  await done(view.id, 'undone');
  expect(await signs.auditOf(view.id)).toEqual([
    ['import.started', staff.personId],
    ['import.finished', staff.personId],
    ['import.undo-started', staff.personId],
    ['import.undone', staff.personId],
  ]);
  await eventually(async () => expect(await signs.verifyAudit()).toMatchObject({ unsealed: 0, faults: [] }));
});

test('a process killed in the middle, again and again, loses and doubles nothing', async () => {
  await host.stop();
  const script = join(__dirname, 'signboards.host.cjs');
  let view: ImportView | undefined;
  for (let life = 0; life < 4; life += 1) {
    const child = spawn(process.execPath, ['--conditions=@duijie/source', script], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [port] = (await once(child.stdout, 'data')) as [Buffer];
    const base = `http://127.0.0.1:${port.toString().trim()}`;
    host = { ...host, url: base };
    view ??= (await send(boards(1200), { source: 'killed' })).body;
    const { id } = view;
    const before = view.counts.pending;
    await eventually(async () => {
      const { body } = await get<ImportView>(`/${id}`);
      view = body;
      expect(body.counts.pending).toBeLessThan(before);
    }, 30_000);
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  expect(view?.counts.pending).toBeGreaterThan(0);
  signs = signboards();
  host = await startHost([signs.module], environment);
  const end = await done(view?.id ?? '', 'done', 40_000);
  expect(end.counts).toMatchObject({ created: 1200, pending: 0 });
  expect(await signs.count()).toBe(1200);
  expect(await signs.distinctTexts()).toBe(1200);
  expect((await rowsOf(end.id, 'created')).length).toBe(1200);
  await eventually(async () => expect(await signs.verifyAudit()).toMatchObject({ unsealed: 0, faults: [] }));
}, 120_000);
