import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { fileRefused } from './file-refused';
import { maxColumns } from './parsed-file';

const inflate = promisify(inflateRaw);
const maxEntries = 500;
const maxUnpacked = 100 * 1024 * 1024;
const maxSheetRow = 50_000;
/** 20,000 rows of 40 columns. */
const maxCells = 800_000;

const broken = () => fileRefused({ zh: 'Excel 文件已损坏或不是 .xlsx', en: 'The Excel file is broken or no .xlsx' });
const tooBig = () =>
  fileRefused({
    zh: 'Excel 文件解压后太大。请另存为只含数据的新文件',
    en: 'The Excel file is too large once unpacked. Save a new file with the data only',
  });
const tooWide = () =>
  fileRefused({
    zh: `工作表用到了第 ${maxSheetRow} 行或第 ${maxColumns} 列以外的单元格。请删去多余的行列再导入`,
    en: `The sheet uses cells beyond row ${maxSheetRow} or column ${maxColumns}. Delete what is not needed and try again`,
  });

interface Entry {
  readonly name: string;
  readonly stored: boolean;
  readonly packed: Buffer;
  readonly size: number;
}

/** @see APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16 */
function entriesOf(zip: Buffer): Entry[] {
  const tail = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (tail < 0) throw broken();
  const count = zip.readUInt16LE(tail + 10);
  if (count > maxEntries) throw tooBig();
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(tail + 16);
  for (let i = 0; i < count; i += 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw broken();
    const method = zip.readUInt16LE(at + 10);
    const packedSize = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    if ((method !== 0 && method !== 8) || zip.readUInt32LE(local) !== 0x04034b50) throw broken();
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      stored: method === 0,
      packed: zip.subarray(begin, begin + packedSize),
      size: zip.readUInt32LE(at + 24),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/**
 * A single cell far away makes the reader fill up everything before it, and each cell takes its time.
 * Cells and rows need not say where they stand: then they follow each other.
 */
function checkCells(xml: string): void {
  let [cells, rows, inRow] = [0, 0, 0];
  for (const [, tag, where = ''] of xml.matchAll(
    /<(?:\w+:)?(row|c)(?=[\s/>])(?:[^>]{0,500}?\sr=["']([A-Z]*\d+)["'])?/g,
  )) {
    if (tag === 'row') [rows, inRow] = [rows + 1, 0];
    else [cells, inRow] = [cells + 1, inRow + 1];
    if (cells > maxCells) throw tooBig();
    const [, letters = '', row = '0'] = /^([A-Z]*)(\d+)$/.exec(where) ?? [];
    if (letters.length > 3 || columnNumber(letters) > maxColumns || inRow > maxColumns) throw tooWide();
    if (rows > maxSheetRow || Number(row) > maxSheetRow) throw tooWide();
  }
}

/**
 * Looks into a workbook before its reader does: entries, real unpacked sizes and the farthest cell.
 * @throws ValidationFailed when it is broken, or larger than any sheet of 20,000 rows needs
 */
export async function checkXlsx(bytes: Buffer): Promise<void> {
  let entries: Entry[];
  try {
    entries = entriesOf(bytes);
  } catch (error) {
    throw error instanceof RangeError ? broken() : error;
  }
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > maxUnpacked) throw tooBig();
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) throw broken();
  for (const { name, stored, packed, size } of entries) {
    const content = stored ? packed : await inflate(packed, { maxOutputLength: size + 1 }).catch(() => Buffer.alloc(0));
    if (content.length !== size) throw broken();
    if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) checkCells(content.toString('utf8'));
  }
}
