import type { ExcelColumn } from '@duijie/contracts';
import { Zip, ZipDeflate } from 'fflate';
import { cellValue, type CellWords } from './cell-value';
import { columnWidths } from './column-widths';
import { columnName, sheetRow } from './sheet-row';
import { cellFormats, sheetHead, sheetTail, workbookParts } from './workbook-parts';

export type { CellWords, LeafWords } from './cell-value';

export interface ListWorkbook {
  /** Name of the sheet. */
  readonly title: string;
  readonly columns: readonly ExcelColumn[];
  readonly words: CellWords;
  /** Rows at most; a line below the last one says when there would be more. */
  readonly rowLimit: number;
}

/** Characters that a sheet of A4 across shows at a size that can still be read. */
const charactersAcross = 200;
const limitNote = {
  zh: (rows: number) => `仅列出前 ${rows} 行，其余请用筛选条件缩小范围后再导出`,
  en: (rows: number) => `Only the first ${rows} rows; narrow the list by its filters for the others`,
};

/** The sheet in pieces: head, a piece a page, tail. */
async function* sheetPieces(pages: AsyncIterable<readonly unknown[]>, workbook: ListWorkbook): AsyncGenerator<string> {
  const { columns, words, rowLimit } = workbook;
  const headings = columns.map((column) => column[words.locale]);
  let widths: readonly number[] = [];
  const heading = (rows: Parameters<typeof columnWidths>[1]) =>
    sheetHead((widths = columnWidths(headings, rows))) +
    sheetRow(
      1,
      headings.map((text) => ({ text })),
      cellFormats.heading,
    );
  let rows = 0;
  let more = false;
  let begun = false;
  for await (const page of pages) {
    const left = page.slice(0, rowLimit - rows);
    const values = left.map((item) => columns.map((column) => cellValue(item, column, words)));
    // Widths stand before the rows, so that the first page is what they go by.
    const head = begun ? '' : heading(values);
    begun = true;
    const first = rows + 2;
    yield head + values.map((row, i) => sheetRow(first + i, row)).join('');
    rows += left.length;
    more = left.length < page.length;
    if (more) break;
  }
  if (!begun) yield heading([]);
  if (more) yield sheetRow(rows + 2, [{ text: limitNote[words.locale](rowLimit) }], cellFormats.note);
  const across = Math.ceil(widths.reduce((sum, width) => sum + width, 0) / charactersAcross);
  yield sheetTail(`A1:${columnName(columns.length - 1)}${rows + 1}`, across);
}

/**
 * A list as a workbook (.xlsx), in chunks as its pages come, so that neither memory nor the event loop is held by a long
 * list: one sheet, a frozen row of headings with a filter, dates as dates in Asia/Shanghai, money in yuan, text always
 * as text. It prints on A4 across, with its headings on every page.
 * @param pages items of the list, page by page; nothing is asked for beyond the limit
 * @throws what `pages` throws
 */
export async function* listWorkbook(
  pages: AsyncIterable<readonly unknown[]>,
  workbook: ListWorkbook,
): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    chunks.push(Buffer.from(data.buffer, data.byteOffset, data.byteLength));
  });
  const part = (name: string) => {
    const entry = new ZipDeflate(name, { level: 6 });
    // A zip's times have no zone and say nothing here; without one the same list gives the same bytes.
    entry.mtime = new Date(2020, 0, 1);
    zip.add(entry);
    return entry;
  };
  for (const [name, content] of Object.entries(workbookParts(workbook.title)))
    part(name).push(Buffer.from(content), true);
  const sheet = part('xl/worksheets/sheet1.xml');
  for await (const piece of sheetPieces(pages, workbook)) {
    sheet.push(Buffer.from(piece));
    if (chunks.length > 0) yield Buffer.concat(chunks);
    chunks = [];
  }
  sheet.push(new Uint8Array(0), true);
  zip.end();
  yield Buffer.concat(chunks);
}
