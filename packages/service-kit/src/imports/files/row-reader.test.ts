import { Readable } from 'node:stream';
import type { ImportColumn } from '../importer';
import { createRowReader } from './row-reader';

const columns: readonly ImportColumn[] = [
  { path: 'id', headings: ['编号'], en: 'Own number', type: 'text' },
  { path: 'text', headings: ['文字'], en: 'Text', type: 'text' },
];
const size = 20 * 1024 * 1024;
const fileOf = (name: string, content: string | Buffer) => ({
  name,
  open: () => Readable.from([Buffer.from(content)]),
});
const reader = createRowReader();
const detailOf = (file: ReturnType<typeof fileOf>, by = reader): Promise<string> =>
  by.read(file, columns).then(
    () => 'taken',
    (error: { faults?: readonly { detail: { en: string } }[] }) => String(error.faults?.[0]?.detail.en),
  );

// Read whole, each of these took the process's memory or its loop; the line says where reading stopped.
test.each([
  ['rows of one letter', 'a.csv', Buffer.alloc(size, 'a\n'), 'line 20011 is beyond'],
  ['empty lines', 'a.csv', Buffer.alloc(size, '\n'), 'line 100001 is beyond'],
  ['one row of commas', 'a.csv', Buffer.alloc(size, ','), 'A line of the file is longer'],
  ['201 columns', 'a.csv', `编号,文字\n${','.repeat(200)}\n${'x\n'.repeat(30_000)}`, 'Line 2 has more than 200'],
  ['empty objects', 'a.jsonl', Buffer.alloc(size, '{}\n'), 'line 20001 is beyond'],
  ['empty lines', 'a.jsonl', Buffer.alloc(size, '\n'), 'line 100001 is beyond'],
])('%s in %s of 20 MB are refused where they are too many', async (_what, name, content, words) => {
  expect(await detailOf(fileOf(name, content))).toContain(words);
});

test('20,000 rows are taken, empty ones beside them not counted', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `r${i},甲,`).join('\n');
  const read = await reader.read(fileOf('a.csv', `标题\n编号,文字\n${rows}\n${',,\n'.repeat(5000)}`), columns);
  expect([read.rows.length, read.rows[0]?.line, read.rows.at(-1)?.line]).toEqual([20_000, 3, 20_002]);
});
test('a cell that is too long refuses its row only', async () => {
  const { rows } = await reader.read(fileOf('a.csv', `编号,文字\n1,${'长'.repeat(10_001)}\n2,短\n`), columns);
  expect(rows).toMatchObject([
    { externalId: '1', outcome: 'refused', content: null, faults: expect.stringContaining('"pointer":"/text"') },
    { externalId: '2', outcome: 'pending' },
  ]);
});
test('a file that needs more memory or time than a thread has is refused, and the next one is read', async () => {
  const many = fileOf('a.jsonl', `{"id":"a","x":[${'{},'.repeat(80_000)}{}]}\n`.repeat(80));
  const poor = createRowReader({ maxHeapMb: 12 });
  const answers = await Promise.all([
    detailOf(many, poor),
    detailOf(many, createRowReader({ maxMs: 1 })),
    detailOf(fileOf('a.csv', '编号,文字\n1,x\n')),
  ]);
  expect(answers).toEqual([expect.stringContaining('too complex'), expect.stringContaining('too complex'), 'taken']);
});
