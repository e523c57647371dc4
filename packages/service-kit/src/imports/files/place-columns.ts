import type { ImportColumn } from '../importer';
import { cellValue, type Cell } from './cell-value';
import { fileRefused } from './file-refused';
import { maxCellLength, type ParsedFile, type ParsedRow, type RowFault } from './parsed-file';

/** One row of a sheet before its headings are known. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly Cell[];
}
/** Title lines above the headings are common; the headings are looked for in so many rows. */
export const headingRows = 10;

const plain = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replaceAll(/[\s*::]/g, '')
    .toLowerCase();
const withoutBrackets = (heading: string): string => heading.replaceAll(/\([^)]*\)/g, '');

function columnFinder(columns: readonly ImportColumn[]): (heading: Cell) => ImportColumn | undefined {
  const byHeading = new Map(columns.flatMap((column) => column.headings.map((h) => [plain(h), column] as const)));
  return (heading) => {
    if (typeof heading !== 'string') return undefined;
    const wanted = plain(heading);
    return byHeading.get(wanted) ?? byHeading.get(withoutBrackets(wanted));
  };
}

function put(target: Record<string, unknown>, path: string, value: unknown): void {
  const parts = path.split('.');
  const last = parts.pop() ?? path;
  let at = target;
  for (const part of parts) at = (at[part] ??= {}) as Record<string, unknown>;
  at[last] = value;
}

const tooLong = ({ path }: ImportColumn): RowFault => ({
  pointer: `/${path.replaceAll('.', '/')}`,
  detail: {
    zh: `单元格不得超过 ${maxCellLength} 个字`,
    en: `A cell must not hold more than ${maxCellLength} characters`,
  },
});

/**
 * Finds the row of headings and makes an object of each row below it.
 * @throws ValidationFailed when no row holds a known heading, or the one of `id` is missing
 */
export function placeColumns(sheet: readonly SheetRow[], columns: readonly ImportColumn[]): ParsedFile {
  const find = columnFinder(columns);
  const known = (row: SheetRow): number => row.cells.filter((cell) => find(cell) !== undefined).length;
  const top = sheet.slice(0, headingRows);
  const most = Math.max(0, ...top.map(known));
  const headingAt = top.findIndex((row) => known(row) === most);
  const heading = top[headingAt];
  const idHeading = columns.find((column) => column.path === 'id')?.headings[0] ?? 'id';
  if (!heading || most === 0)
    throw fileRefused({
      zh: `没有找到表头。表头应包含:${columns.map((c) => c.headings[0]).join('、')}`,
      en: `No headings were found. They should be: ${columns.map((c) => c.headings[0]).join(', ')}`,
    });

  const placed: (ImportColumn | undefined)[] = [];
  const headings: Record<string, string> = {};
  const unknownHeadings: string[] = [];
  for (const cell of heading.cells) {
    const column = find(cell);
    const free = column !== undefined && !(column.path in headings);
    if (free) headings[column.path] = String(cell).trim();
    else if (typeof cell === 'string' && cell.trim() !== '') unknownHeadings.push(cell.trim().slice(0, 100));
    placed.push(free ? column : undefined);
  }
  if (!('id' in headings))
    throw fileRefused({
      zh: `缺少“${idHeading}”一列:重复导入时靠它认出同一行`,
      en: `The column “${idHeading}” is missing: by it a repeated import knows a row again`,
    });

  function* rowsOf(): Generator<ParsedRow> {
    for (const { line, cells } of sheet.slice(headingAt + 1)) {
      const value: Record<string, unknown> = {};
      const faults: RowFault[] = [];
      placed.forEach((column, i) => {
        if (!column) return;
        const cell = cells[i];
        if (typeof cell === 'string' && cell.length > maxCellLength) return void faults.push(tooLong(column));
        const content = cellValue(cell, column.type);
        if (content !== undefined) put(value, column.path, content);
      });
      if (faults.length > 0 || Object.keys(value).length > 0) yield { line, value, faults };
    }
  }
  return { rows: rowsOf(), unknownHeadings, headings };
}
