import { sortItems, sortOf, sortText } from './sort-items';
import type { Column } from './table-model';

interface Row {
  readonly name: string;
  readonly fen: number | null;
}
const rows: readonly Row[] = [
  { name: '武侯区', fen: 500_000 },
  { name: '成华区', fen: null },
  { name: '锦江区', fen: 90_000 },
  { name: '第10期', fen: 500_000 },
  { name: '第9期', fen: 1 },
];
const columns: readonly Column<Row>[] = [
  { key: 'name', title: '名称', cell: ({ name }) => name, sort: ({ name }) => name },
  { key: 'money', title: '经费', cell: ({ fen }) => fen, sort: ({ fen }) => fen },
  { key: 'act', title: '操作', cell: () => null },
];
const names = (sort: string): string[] => sortItems(rows, columns, sortOf(sort)).map(({ name }) => name);

test('sorts money by size, equal ones as they came, and what is unknown last whichever way', () => {
  expect(names('money')).toEqual(['第9期', '锦江区', '武侯区', '第10期', '成华区']);
  expect(names('-money')).toEqual(['武侯区', '第10期', '锦江区', '第9期', '成华区']);
});

test('sorts Chinese by pinyin, and figures within a name by size', () => {
  expect(names('name')).toEqual(['成华区', '第9期', '第10期', '锦江区', '武侯区']);
});

test('leaves the rows as they came where the column is unknown or has nothing to sort by', () => {
  for (const sort of ['', 'act', 'gone', '-', 'money;drop']) expect(sortItems(rows, columns, sortOf(sort))).toBe(rows);
});

test('what the address says of a sort comes back the same', () => {
  for (const text of ['money', '-money']) expect(sortText(sortOf(text)!)).toBe(text);
});
