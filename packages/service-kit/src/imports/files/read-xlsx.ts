import { readSheet } from 'read-excel-file/node';
import { checkXlsx } from './check-xlsx';
import { fileRefused } from './file-refused';
import type { SheetRow } from './heading-row';

/** @returns the rows of the first sheet; cells hold what a formula came to, never the formula @throws ValidationFailed when it cannot be read */
export async function readXlsx(content: Uint8Array): Promise<SheetRow[]> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  await checkXlsx(bytes);
  try {
    const rows = await readSheet(bytes);
    return rows.map((cells, index) => ({ line: index + 1, cells }));
  } catch {
    throw fileRefused({
      zh: 'Excel 文件无法读取，请另存为 .xlsx 再试',
      en: 'The Excel file cannot be read; save it as .xlsx and try again',
    });
  }
}
