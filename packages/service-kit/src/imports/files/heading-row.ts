// Not by the package's root: the thread that reads files needs none of its schemas.
import { guessColumns, type ColumnGuess } from '@duijie/contracts/guess-columns';
import type { ImportColumn } from '../importer';
import type { Cell } from './cell-value';

/** One row of a sheet before its headings are known. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly Cell[];
}
/** Title lines above the headings are common; the headings are looked for in so many rows. */
export const headingRows = 10;
const sampled = 30;
const valuesShown = 3;

/** The row of headings, and what its columns seem to be. */
export interface HeadingRow {
  /** Index in the sheet. */
  readonly index: number;
  readonly line: number;
  /** From left to right, `` where there is none. */
  readonly headings: readonly string[];
  readonly guesses: readonly ColumnGuess[];
  /** The first values below each heading. */
  readonly values: readonly (readonly string[])[];
}

/** A cell in words, for people and for guesses. */
export const wordsOf = (cell: Cell): string =>
  cell instanceof Date
    ? cell.toISOString().slice(0, 10)
    : typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
      ? String(cell).trim().slice(0, 200)
      : '';

function read(sheet: readonly SheetRow[], index: number, columns: readonly ImportColumn[]): HeadingRow {
  const row = sheet[index];
  const headings = (row?.cells ?? []).map((cell) => (typeof cell === 'string' ? wordsOf(cell).slice(0, 100) : ''));
  const below = sheet.slice(index + 1, index + 1 + sampled);
  const values = headings.map((_heading, at) =>
    below
      .map(({ cells }) => wordsOf(cells[at]))
      .filter((value) => value !== '')
      .slice(0, valuesShown),
  );
  return { index, line: row?.line ?? 0, headings, guesses: guessColumns(headings, values, columns), values };
}

const worth = ({ guesses, headings }: HeadingRow): number =>
  guesses.reduce((sum, { match }) => sum + (match === 'known' ? 100 : match === 'guessed' ? 10 : 0), 0) +
  // Of rows that name no column the fullest one is taken for the headings: a title fills one cell only.
  headings.filter((heading) => heading !== '').length / 10;

/**
 * Finds the row of headings below whatever titles stand above it.
 * @param line of the headings where the caller knows it
 * @returns null for a sheet without text
 */
export function headingRow(
  sheet: readonly SheetRow[],
  columns: readonly ImportColumn[],
  line?: number,
): HeadingRow | null {
  if (line !== undefined) {
    const index = sheet.findIndex((row) => row.line === line);
    return index < 0 ? null : read(sheet, index, columns);
  }
  const rows = sheet.slice(0, headingRows).map((_row, index) => read(sheet, index, columns));
  const best = rows.reduce<HeadingRow | null>((a, b) => (a !== null && worth(a) >= worth(b) ? a : b), null);
  return best !== null && worth(best) > 0 ? best : null;
}
