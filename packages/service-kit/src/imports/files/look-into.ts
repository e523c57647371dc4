import type { ColumnChoice, ImportLook } from '@duijie/contracts';
import type { ImportColumn } from '../importer';
import { headingRow, type SheetRow } from './heading-row';
import type { ParsedRow } from './parsed-file';
import { placeColumns } from './place-columns';

const previewed = 5;

/** What a file seems to hold, before its rows are checked by their schema. */
export interface FileLook extends Pick<ImportLook, 'line' | 'rows' | 'columns'> {
  readonly first: readonly ParsedRow[];
}

function counted(rows: Iterable<ParsedRow>): { readonly rows: number; readonly first: ParsedRow[] } {
  const first: ParsedRow[] = [];
  let count = 0;
  for (const row of rows) {
    count += 1;
    if (first.length < previewed) first.push(row);
  }
  return { rows: count, first };
}

/** Rows that name their fields themselves. */
export const lookIntoRows = (rows: Iterable<ParsedRow>): FileLook => ({ line: 0, columns: [], ...counted(rows) });

/** @param choice what somebody said of the columns; left out: as they are guessed */
export function lookIntoSheet(
  sheet: readonly SheetRow[],
  columns: readonly ImportColumn[],
  choice?: ColumnChoice,
): FileLook {
  const heading = headingRow(sheet, columns, choice?.line);
  if (!heading) return { line: 0, columns: [], rows: 0, first: [] };
  const { line, headings, guesses, values } = heading;
  const shown = headings.flatMap((text, at) => {
    const guess = guesses[at];
    const chosen = choice ? (choice.columns[String(at)] ?? null) : (guess?.path ?? null);
    if (text === '' && values[at]?.length === 0) return [];
    const match = chosen === null ? ('none' as const) : chosen === guess?.path ? guess.match : ('chosen' as const);
    return [{ at, heading: text, path: chosen, match, values: [...(values[at] ?? [])] }];
  });
  const named = shown.filter(({ path }) => path !== null);
  if (named.length === 0)
    return { line, columns: shown, rows: Math.max(0, sheet.length - heading.index - 1), first: [] };
  const as = { line, columns: Object.fromEntries(named.map(({ at, path }) => [String(at), String(path)])) };
  return { line, columns: shown, ...counted(placeColumns(sheet, columns, as).rows) };
}
