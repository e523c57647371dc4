import { parse } from 'csv-parse/sync';
import { Refusal } from '../../errors';
import { fileRefused } from './file-refused';
import { headingRows, type SheetRow } from './heading-row';
import { maxColumns, maxLines, maxRows, tooManyColumns, tooManyRows } from './parsed-file';

const maxRecord = 1_000_000;

/** UTF-8 where it is valid UTF-8, else GB18030, which Chinese Excel writes. */
function decode(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  throw fileRefused({
    zh: 'CSV 文件应为 UTF-8 或 GB18030（GBK）编码',
    en: 'A CSV file must be UTF-8 or GB18030 (GBK)',
  });
}

function delimiterOf(text: string): string {
  const first = text.slice(0, 100_000).split('\n', 10).join('\n');
  const counts = [',', '\t', ';'].map((delimiter) => ({ delimiter, count: first.split(delimiter).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}

/** The parser takes a row whole, whose cells are too many only then. Quoted breaks make a line shorter, never longer. */
function hasLongLine(text: string): boolean {
  let begin = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) begin = at + 1;
    else if (at - begin > maxRecord) return true;
  }
  return false;
}

/**
 * Reads a CSV file (comma, tab or semicolon) up to the first row too many.
 * @returns its rows, empty ones left out
 * @throws ValidationFailed when it cannot be read, or holds more rows or columns than may be imported
 */
export function readCsv(bytes: Uint8Array): SheetRow[] {
  const text = decode(bytes);
  if (hasLongLine(text))
    throw fileRefused({
      zh: `文件中有一行超过 ${maxRecord} 个字`,
      en: `A line of the file is longer than ${maxRecord} characters`,
    });
  const rows: SheetRow[] = [];
  let end = 0;
  const take = (cells: string[], info: { readonly lines: number }): null => {
    const line = end + 1;
    end = info.lines;
    if (cells.length > maxColumns) throw tooManyColumns(line);
    if (line > maxLines || rows.length === maxRows + headingRows) throw tooManyRows(line);
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
    return null;
  };
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relaxColumnCount: true,
      maxRecordSize: maxRecord,
      // Returning nothing keeps the parser from gathering the rows itself.
      onRecord: take as never,
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw fileRefused({
      zh: 'CSV 文件格式有误，请检查引号是否成对',
      en: 'The CSV file cannot be read; check that its quotes are paired',
    });
  }
  return rows;
}
