import type { ImportColumn } from '../importer';
import { fileRefused } from './file-refused';
import type { ParsedFile } from './parsed-file';
import { placeColumns } from './place-columns';
import { readCsv } from './read-csv';
import { readJsonl } from './read-jsonl';
import { readXlsx } from './read-xlsx';

/**
 * Reads the rows of an import.
 * @param name tells the format by its extension
 * @throws ValidationFailed at `/file` when the file as a whole cannot be taken, also while its rows are asked for
 */
export async function readFile(name: string, bytes: Uint8Array, columns: readonly ImportColumn[]): Promise<ParsedFile> {
  switch (name.toLowerCase().split('.').pop() ?? '') {
    case 'jsonl':
      return readJsonl(bytes);
    case 'csv':
      return placeColumns(readCsv(bytes), columns);
    case 'xlsx':
      return placeColumns(await readXlsx(bytes), columns);
    default:
      throw fileRefused({
        zh: '请上传 .xlsx、.csv 或 .jsonl 文件',
        en: 'Send a .xlsx, .csv or .jsonl file',
      });
  }
}
