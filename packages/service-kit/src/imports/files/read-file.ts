import type { ImportColumn } from '../importer';
import { fileRefused } from './file-refused';
import { maxRows, type ParsedFile } from './parsed-file';
import { placeColumns } from './place-columns';
import { readCsv } from './read-csv';
import { readJsonl } from './read-jsonl';
import { readXlsx } from './read-xlsx';

async function parse(name: string, bytes: Buffer, columns: readonly ImportColumn[]): Promise<ParsedFile> {
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

/**
 * Reads the rows of an import.
 * @param name tells the format by its extension
 * @throws ValidationFailed at `/file` when the file as a whole cannot be taken
 */
export async function readFile(name: string, bytes: Buffer, columns: readonly ImportColumn[]): Promise<ParsedFile> {
  const parsed = await parse(name, bytes, columns);
  if (parsed.rows.length === 0) throw fileRefused({ zh: '文件里没有数据', en: 'The file holds no rows' });
  if (parsed.rows.length > maxRows)
    throw fileRefused({
      zh: `一次最多导入 ${maxRows} 行,这个文件有 ${parsed.rows.length} 行,请分成几份`,
      en: `At most ${maxRows} rows at a time; this file holds ${parsed.rows.length}, split it`,
    });
  return parsed;
}
