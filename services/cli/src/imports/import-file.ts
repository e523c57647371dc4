import type { Client } from '@duijie/api-client';
import {
  importContracts,
  importServices,
  type ImportKind,
  type ImportLook,
  type ImportRowView,
  type ImportView,
} from '@duijie/contracts';

/** What an import came to. */
export interface ImportReport {
  readonly view: ImportView;
  /** Rows that did not go in, in the order of the file. */
  readonly refused: readonly ImportRowView[];
}
export interface ImportFile {
  readonly name: string;
  readonly content: Uint8Array;
}
const pollMs = 150;
const ended = new Set<ImportView['state']>(['done', 'failed', 'undone']);

export const importsOf = (kind: ImportKind) => importContracts(importServices[kind], kind);

/** Waits until a job has ended. @param told called with each view on the way */
export async function untilEnded(
  client: Client,
  kind: ImportKind,
  importId: string,
  told: (view: ImportView) => void,
): Promise<ImportView> {
  for (;;) {
    const view = await client.call(importsOf(kind).get, { params: { importId } });
    told(view);
    if (ended.has(view.state)) return view;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

/** All rows of an import with one outcome. */
export async function rowsOf(
  client: Client,
  kind: ImportKind,
  importId: string,
  outcome?: ImportRowView['outcome'],
): Promise<ImportRowView[]> {
  const rows: ImportRowView[] = [];
  for await (const row of client.pages(importsOf(kind).rows, {
    params: { importId },
    query: { limit: 100, ...(outcome ? { outcome } : {}) },
  }))
    rows.push(row);
  return rows;
}

/** Says which column of a file is which, guessed where the headings are in other words. */
export const lookAtFile = (client: Client, kind: ImportKind, file: ImportFile): Promise<ImportLook> =>
  client.call(importsOf(kind).look, { body: {}, file });

/** Sends a file, waits for the job, and fetches the rows that were refused. */
export async function importFile(
  client: Client,
  kind: ImportKind,
  file: ImportFile,
  options: { source?: string; dryRun?: boolean; columns?: string },
  told: (view: ImportView) => void = () => undefined,
): Promise<ImportReport> {
  const started = await client.call(importsOf(kind).start, {
    body: {
      ...(options.source === undefined ? {} : { source: options.source }),
      ...(options.columns === undefined ? {} : { columns: options.columns }),
      dryRun: options.dryRun ? 'true' : 'false',
    },
    file,
  });
  const view = await untilEnded(client, kind, started.id, told);
  return { view, refused: view.counts.refused > 0 ? await rowsOf(client, kind, started.id, 'refused') : [] };
}
