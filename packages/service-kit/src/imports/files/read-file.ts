import type { ColumnChoice } from '@duijie/contracts';
import type { ImportColumn } from '../importer';
import { fileRefused } from './file-refused';
import type { SheetRow } from './heading-row';
import { lookIntoRows, lookIntoSheet, type FileLook } from './look-into';
import type { ParsedFile } from './parsed-file';
import { placeColumns } from './place-columns';
import { readCsv } from './read-csv';
import { readJsonl } from './read-jsonl';
import { readXlsx } from './read-xlsx';

const formatOf = (name: string): string => name.toLowerCase().split('.').pop() ?? '';
const sheetOf = async (name: string, bytes: Uint8Array): Promise<readonly SheetRow[]> => {
  if (formatOf(name) === 'csv') return readCsv(bytes);
  if (formatOf(name) === 'xlsx') return readXlsx(bytes);
  throw fileRefused({
    zh: '请上传 .xlsx、.csv 或 .jsonl 文件',
    en: 'Send a .xlsx, .csv or .jsonl file',
  });
};

/**
 * Reads the rows of an import.
 * @param name tells the format by its extension
 * @param choice which column is which, where somebody has said so
 * @throws ValidationFailed at `/file` when the file as a whole cannot be taken, also while its rows are asked for
 */
export const readFile = async (
  name: string,
  bytes: Uint8Array,
  columns: readonly ImportColumn[],
  choice?: ColumnChoice,
): Promise<ParsedFile> =>
  formatOf(name) === 'jsonl' ? readJsonl(bytes) : placeColumns(await sheetOf(name, bytes), columns, choice);

/** Looks into a file without taking it. @throws ValidationFailed like `readFile` */
export const lookIntoFile = async (
  name: string,
  bytes: Uint8Array,
  columns: readonly ImportColumn[],
  choice?: ColumnChoice,
): Promise<FileLook> =>
  formatOf(name) === 'jsonl'
    ? lookIntoRows(readJsonl(bytes).rows)
    : lookIntoSheet(await sheetOf(name, bytes), columns, choice);
