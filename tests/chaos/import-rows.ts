import type { Client } from '@duijie/api-client';
import {
  importContracts,
  importServices,
  type ImportKind,
  type ImportRowView,
  type ImportView,
} from '@duijie/contracts';
import { eventually } from '@duijie/testkit';

/** Sends rows as a file and returns once they are acknowledged. */
export const startImport = (
  client: Client,
  kind: ImportKind,
  rows: readonly unknown[],
  source: string,
): Promise<ImportView> =>
  client.call(importContracts(importServices[kind], kind).start, {
    body: { source, dryRun: 'false' },
    file: {
      name: `${kind}.jsonl`,
      content: new TextEncoder().encode(rows.map((row) => `${JSON.stringify(row)}\n`).join('')),
    },
  });

export const viewImport = (client: Client, kind: ImportKind, importId: string): Promise<ImportView> =>
  client.call(importContracts(importServices[kind], kind).get, { params: { importId } });

/** Every row's outcome, in the order of the file. */
export async function importedRows(client: Client, kind: ImportKind, importId: string): Promise<ImportRowView[]> {
  const rows: ImportRowView[] = [];
  for await (const row of client.pages(importContracts(importServices[kind], kind).rows, {
    params: { importId },
    query: { limit: 100 },
  }))
    rows.push(row);
  return rows;
}

/** Waits until an import has ended. */
export const untilImported = (
  client: Client,
  kind: ImportKind,
  importId: string,
  timeoutMs = 60_000,
): Promise<ImportView> =>
  eventually(async () => {
    const view = await viewImport(client, kind, importId);
    if (view.state !== 'done')
      throw new Error(`The import of ${kind} is ${view.state}: ${JSON.stringify(view.counts)}`);
    return view;
  }, timeoutMs);

/**
 * Imports rows that must all go in. What a row names may reach the service by event a moment later: then the same file is
 * sent again, as people would do.
 */
export const importWhole = (
  client: Client,
  kind: ImportKind,
  rows: readonly unknown[],
  source: string,
): Promise<void> =>
  eventually(async () => {
    const { id } = await startImport(client, kind, rows, source);
    const { counts } = await untilImported(client, kind, id);
    if (counts.refused === 0) return;
    const refused = (await importedRows(client, kind, id)).filter(({ outcome }) => outcome === 'refused');
    throw new Error(`${counts.refused} ${kind} were refused: ${JSON.stringify(refused.slice(0, 3))}`);
  }, 20_000);
