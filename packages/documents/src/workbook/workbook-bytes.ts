import { listWorkbook, type ListWorkbook } from './list-workbook';

async function* onePage(items: readonly unknown[]): AsyncGenerator<readonly unknown[]> {
  yield items;
}

/** A list that is at hand as a workbook. @see listWorkbook */
export async function workbookBytes(items: readonly unknown[], workbook: ListWorkbook): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of listWorkbook(onePage(items), workbook)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
