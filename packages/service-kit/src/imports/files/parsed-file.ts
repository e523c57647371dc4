import type { Words } from '../../errors';

/** A fault of a row before anything was done with it. */
export interface RowFault {
  readonly pointer: string;
  readonly detail: Words;
}
/** One row as read. `value` is undefined where it could not be read; then `faults` says why. */
export interface ParsedRow {
  /** Line of the file, counted from 1. */
  readonly line: number;
  readonly value: unknown;
  readonly faults: readonly RowFault[];
}
export interface ParsedFile {
  /** In the order of the file; empty rows left out. */
  readonly rows: readonly ParsedRow[];
  readonly unknownHeadings: readonly string[];
  /** Path of a column → its heading in the file; empty where there are none. */
  readonly headings: Readonly<Record<string, string>>;
}

/** More rows than this are refused. */
export const maxRows = 20_000;
