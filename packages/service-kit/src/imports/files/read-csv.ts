import { parse } from 'csv-parse/sync';
import { fileRefused } from './file-refused';
import type { SheetRow } from './place-columns';

/** UTF-8 where it is valid UTF-8, else GB18030, which Chinese Excel writes. */
function decode(bytes: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  throw fileRefused({
    zh: 'CSV 文件应为 UTF-8 或 GB18030(GBK)编码',
    en: 'A CSV file must be UTF-8 or GB18030 (GBK)',
  });
}

function delimiterOf(text: string): string {
  const first = text.split('\n', 10).join('\n');
  const counts = [',', '\t', ';'].map((delimiter) => ({ delimiter, count: first.split(delimiter).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}

/** @returns the rows of a CSV file (comma, tab or semicolon) @throws ValidationFailed when it cannot be read */
export function readCsv(bytes: Buffer): SheetRow[] {
  const text = decode(bytes);
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relaxColumnCount: true,
      maxRecordSize: 1_000_000,
    }) as unknown as typeof records;
  } catch {
    throw fileRefused({
      zh: 'CSV 文件格式有误,请检查引号是否成对',
      en: 'The CSV file cannot be read; check that its quotes are paired',
    });
  }
  let end = 0;
  return records.map(({ record, info }) => {
    const line = end + 1;
    end = info.lines;
    return { line, cells: record };
  });
}
