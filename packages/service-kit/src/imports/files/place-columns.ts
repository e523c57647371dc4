import type { ColumnChoice } from '@duijie/contracts';
import { contentHash } from '../content-hash';
import type { ImportColumn } from '../importer';
import { cellValue } from './cell-value';
import { fileRefused } from './file-refused';
import { headingRow, type HeadingRow, type SheetRow } from './heading-row';
import { madeId, maxCellLength, type ParsedFile, type ParsedRow, type RowFault } from './parsed-file';

function put(target: Record<string, unknown>, path: string, value: unknown): void {
  const parts = path.split('.');
  const last = parts.pop() ?? path;
  let at = target;
  for (const part of parts) {
    const inner = at[part];
    at = (typeof inner === 'object' && inner !== null ? inner : (at[part] = {})) as Record<string, unknown>;
  }
  const held = at[last];
  // A range and its ends may stand in columns of their own: then the ends count.
  if (typeof held !== 'object' || held === null) at[last] = value;
  else if (typeof value === 'object' && value !== null) at[last] = { ...value, ...held };
}

const tooLong = ({ path }: ImportColumn): RowFault => ({
  pointer: `/${path.replaceAll('.', '/')}`,
  detail: {
    zh: `单元格不得超过 ${maxCellLength} 个字`,
    en: `A cell must not hold more than ${maxCellLength} characters`,
  },
});

/** Which column stands where; by the caller's choice, else by headings that are known for certain. */
function placedBy(
  { guesses }: HeadingRow,
  columns: readonly ImportColumn[],
  choice: ColumnChoice | undefined,
): (ImportColumn | undefined)[] {
  const byPath = new Map(columns.map((column) => [column.path, column]));
  const placed = guesses.map(({ path, match }, at) => {
    const wanted = choice ? choice.columns[String(at)] : match === 'known' ? path : null;
    return wanted === undefined || wanted === null ? undefined : byPath.get(wanted);
  });
  return placed.map((column, at) => (column && placed.indexOf(column) === at ? column : undefined));
}

const noHeadings = (columns: readonly ImportColumn[]) =>
  fileRefused({
    zh: `没有找到表头。表头应包含：${columns.map((c) => c.headings[0]).join('、')}`,
    en: `No headings were found. They should be: ${columns.map((c) => c.headings[0]).join(', ')}`,
  });

/**
 * Finds the row of headings and makes an object of each row below it.
 * @param choice which column is which, where somebody has said so: then a sheet needs no column of ids, and a row is known
 * again by its content
 * @throws ValidationFailed when no row holds a heading that is known, or the one of `id` is missing
 */
export function placeColumns(
  sheet: readonly SheetRow[],
  columns: readonly ImportColumn[],
  choice?: ColumnChoice,
): ParsedFile {
  const heading = headingRow(sheet, columns, choice?.line);
  const placed = heading ? placedBy(heading, columns, choice) : [];
  if (!heading || placed.every((column) => column === undefined)) throw noHeadings(columns);
  const named = placed.some((column) => column?.path === 'id');
  if (!named && !choice) {
    const idHeading = columns.find((column) => column.path === 'id')?.headings[0] ?? 'id';
    throw fileRefused({
      zh: `缺少“${idHeading}”一列：重复导入时靠它认出同一行`,
      en: `The column “${idHeading}” is missing: by it a repeated import knows a row again`,
    });
  }

  function* rowsOf(): Generator<ParsedRow> {
    for (const { line, cells } of sheet.slice((heading?.index ?? 0) + 1)) {
      const value: Record<string, unknown> = {};
      const faults: RowFault[] = [];
      placed.forEach((column, at) => {
        if (!column) return;
        const cell = cells[at];
        if (typeof cell === 'string' && cell.length > maxCellLength) return void faults.push(tooLong(column));
        const content = cellValue(cell, column.type, heading?.headings[at]);
        if (content !== undefined) put(value, column.path, content);
      });
      if (faults.length === 0 && Object.keys(value).length === 0) continue;
      if (!named) value['id'] = `${madeId}${contentHash(value).slice(0, 32)}`;
      yield { line, value, faults };
    }
  }
  return {
    rows: rowsOf(),
    unknownHeadings: heading.headings.filter((text, at) => text !== '' && placed[at] === undefined),
    headings: Object.fromEntries(
      placed.flatMap((column, at) => (column ? [[column.path, heading.headings[at] ?? '']] : [])),
    ),
  };
}
