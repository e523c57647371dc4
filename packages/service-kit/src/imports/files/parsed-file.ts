import type { Words } from '../../errors';
import { fileRefused } from './file-refused';

/** A fault of a row before anything was done with it. */
export interface RowFault {
  readonly pointer: string;
  readonly detail: Words;
}
/** One row as read. Where `faults` says that it could not be read, `value` is what could, or undefined. */
export interface ParsedRow {
  /** Line of the file, counted from 1. */
  readonly line: number;
  readonly value: unknown;
  readonly faults: readonly RowFault[];
}
export interface ParsedFile {
  /** In the order of the file; empty rows left out. Read as they are asked for, where the format lets it. */
  readonly rows: Iterable<ParsedRow>;
  readonly unknownHeadings: readonly string[];
  /** Path of a column → its heading in the file; empty where there are none. */
  readonly headings: Readonly<Record<string, string>>;
}

/** Begins the id of a row that has none of its own; the hash of its content follows. */
export const madeId = 'row-';

/** More rows than this are refused. */
export const maxRows = 20_000;
/** Lines of a file, empty ones counted; cells of a row; characters of a cell. */
export const maxLines = 100_000;
export const maxColumns = 200;
export const maxCellLength = 10_000;

/** @param line where reading stopped: nothing after it was looked at */
export const tooManyRows = (line: number) =>
  fileRefused({
    zh: `一次最多导入 ${maxRows} 行，读到第 ${line} 行时已超过，请分成几份`,
    en: `At most ${maxRows} rows at a time; line ${line} is beyond that, split the file`,
  });
export const tooManyColumns = (line: number) =>
  fileRefused({
    zh: `第 ${line} 行超过 ${maxColumns} 列，请删去多余的列再导入`,
    en: `Line ${line} has more than ${maxColumns} columns. Delete what is not needed and try again`,
  });
