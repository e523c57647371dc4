import { column } from '@duijie/contracts';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { wellFormed } from '../../test/well-formed';
import { listWorkbook, type ListWorkbook } from './list-workbook';
import { workbookBytes } from './workbook-bytes';

const columns = [
  column.text('title', '需求', 'Need'),
  column.words('state', '状态', 'State', 'needStates'),
  column.money('money.amountFen|money.minFen', '预算（元）', 'Budget (yuan)'),
  column.day('on', '日期', 'Day'),
  column.instant('at', '时间', 'At'),
  column.flag('demo', '演示', 'Demo'),
  column.leaf('leaves[].code', '服务', 'Services'),
  column.both('reasons[]', '理由', 'Reasons'),
];
const workbook: ListWorkbook = {
  title: '需求[列表]:2026/12',
  columns,
  words: {
    locale: 'zh',
    leaf: (code) => (code === 'property.custody' ? { zh: '物业托管', en: 'Custody' } : undefined),
  },
  rowLimit: 10_000,
};
const item = {
  title: '清理楼道 & <堆物>',
  state: 'published',
  money: { kind: 'range', minFen: 123_450, maxFen: 200_000 },
  on: '2026-12-01',
  at: '2026-12-01T16:30:40.000Z',
  demo: false,
  leaves: [{ code: 'property.custody' }, { code: 'a.unknown' }],
  reasons: [
    { zh: '近', en: 'near' },
    { zh: '便宜', en: 'cheap' },
  ],
};
const partsOf = (bytes: Buffer) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
const sheetOf = (bytes: Buffer) => partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '';
test('shows words, yuan, and dates of China as dates', async () => {
  const bytes = await workbookBytes([item], workbook);
  const rows = await readSheet(bytes);
  expect(rows).toEqual([
    ['需求', '状态', '预算（元）', '日期', '时间', '演示', '服务', '理由'],
    [
      '清理楼道 & <堆物>',
      '已发布',
      1234.5,
      new Date('2026-12-01T00:00:00Z'),
      // 16:30 UTC is half past midnight of the next day; read back as if the sheet were in UTC.
      new Date('2026-12-02T00:30:00Z'),
      '否',
      '物业托管、a.unknown',
      '近、便宜',
    ],
  ]);
});

test('speaks English when asked, and leaves unknown values empty', async () => {
  const english = { ...workbook, words: { locale: 'en' as const } };
  const bytes = await workbookBytes(
    [{ title: 'x', state: 'strange', money: { kind: 'unknown' }, demo: true }],
    english,
  );
  expect(await readSheet(bytes)).toEqual([
    ['Need', 'State', 'Budget (yuan)', 'Day', 'At', 'Demo', 'Services', 'Reasons'],
    ['x', 'strange', null, null, null, 'Yes', null, null],
  ]);
});

test.each(['=1+1', '+86 28', '-5', '@SUM(A1)', "=HYPERLINK('http://x','y')", '\t=1'])(
  'keeps %j as text, never a formula',
  async (text) => {
    const bytes = await workbookBytes([{ ...item, title: text }], workbook);
    const sheet = sheetOf(bytes);
    expect(sheet).not.toMatch(/<f[\s>]/);
    expect(sheet).toContain('<c r="A2" s="6" t="inlineStr">');
    expect(partsOf(bytes)['xl/styles.xml']).toMatch(/(<xf [^>]*>){6}<xf [^>]*quotePrefix="1"/);
    expect((await readSheet(bytes))[1]?.[0]).toBe(text.trim());
  },
);

test('carries what XML and Excel would stumble over', async () => {
  const title = `a\u0000b\ud800c _x0041_ ]]> "q" 𠮷\n第二行`;
  const bytes = await workbookBytes(
    [
      { ...item, title },
      { ...item, title: '长'.repeat(40_000) },
    ],
    workbook,
  );
  const rows = await readSheet(bytes);
  expect(sheetOf(bytes)).toContain('abc _x005F_x0041_ ]]&gt; &quot;q&quot; 𠮷\n第二行');
  expect(String(rows[2]?.[0])).toHaveLength(32_767);
});

test('every part is well-formed, the headings are frozen and repeated in print, and the name of the sheet is one', async () => {
  const parts = partsOf(await workbookBytes([item], workbook));
  for (const [name, xml] of Object.entries(parts)) expect([name, wellFormed(xml)]).toEqual([name, true]);
  expect(parts['xl/worksheets/sheet1.xml']).toContain(
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
  );
  expect(parts['xl/worksheets/sheet1.xml']).toContain('<autoFilter ref="A1:H2"/>');
  expect(parts['xl/workbook.xml']).toContain('<sheet name="需求 列表  2026 12" ');
  expect(parts['xl/workbook.xml']).toContain("'需求 列表  2026 12'!$1:$1");
});

test('the same list gives the same bytes', async () => {
  expect(await workbookBytes([item], workbook)).toEqual(await workbookBytes([item], workbook));
});

test('an empty list has its headings', async () => {
  expect(await readSheet(await workbookBytes([], workbook))).toHaveLength(1);
});

test('stops at the limit, says so, and asks for no further page', async () => {
  let asked = 0;
  async function* pages() {
    for (;;) {
      asked += 1;
      yield Array.from({ length: 100 }, (_, i) => ({ ...item, title: `第 ${asked} 页 ${i}` }));
    }
  }
  const chunks: Buffer[] = [];
  for await (const chunk of listWorkbook(pages(), { ...workbook, rowLimit: 250 })) chunks.push(chunk);
  const rows = await readSheet(Buffer.concat(chunks));
  expect(asked).toBe(3);
  expect(chunks.length).toBeGreaterThan(1);
  expect(rows).toHaveLength(252);
  expect(rows[250]?.[0]).toBe('第 3 页 49');
  expect(rows[251]?.[0]).toContain('250');
});

test('a list of just the limit is whole and says nothing', async () => {
  const rows = await readSheet(
    await workbookBytes(
      Array.from({ length: 30 }, () => item),
      { ...workbook, rowLimit: 30 },
    ),
  );
  expect(rows).toHaveLength(31);
});

test('what the pages throw comes through', async () => {
  async function* broken(): AsyncGenerator<readonly unknown[]> {
    yield await Promise.reject<readonly unknown[]>(new Error('the database is away'));
  }
  await expect(listWorkbook(broken(), workbook).next()).rejects.toThrow('the database is away');
});
