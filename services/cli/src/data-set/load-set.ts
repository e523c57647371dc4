import type { Client } from '@duijie/api-client';
import type { ImportKind, ImportView } from '@duijie/contracts';
import { importFile, rowsOf, type ImportReport } from '../imports/import-file';
import { CommandFailed } from '../terminal/command-failed';
import type { Voice } from '../terminal/voice';

/** What a loaded set is called here: external ids of the set to ids of the product. */
export type IdMap = ReadonlyMap<string, string>;
export interface LoadedRows {
  readonly kind: ImportKind;
  readonly report: ImportReport;
  readonly ms: number;
}

const jsonl = (rows: readonly unknown[]): Uint8Array =>
  new TextEncoder().encode(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
const kindWords: Readonly<Record<ImportKind, { zh: string; en: string }>> = {
  organisations: { zh: '机构', en: 'organisations' },
  compounds: { zh: '小区', en: 'compounds' },
  packages: { zh: '服务包', en: 'packages' },
  needs: { zh: '需求', en: 'needs' },
  cases: { zh: '在办事项', en: 'cases' },
};
/** Rows refer to what another service learns by event a moment later (an organisation, the taxonomy): so long they are tried again. */
const catchUpMs = 15_000;

/**
 * Imports rows of one kind by the product's own import and waits for the report.
 * Refused rows are tried again for a while: a repeated import changes nothing else.
 */
export async function loadRows(
  client: Client,
  voice: Voice,
  kind: ImportKind,
  rows: readonly unknown[],
  source: string,
): Promise<LoadedRows> {
  const begun = Date.now();
  const words = kindWords[kind];
  const told = (view: ImportView): void =>
    voice.progress({
      zh: `导入${words.zh} ${view.rows - view.counts.pending}/${view.rows}`,
      en: `Importing ${words.en} ${view.rows - view.counts.pending}/${view.rows}`,
    });
  for (;;) {
    const report = await importFile(client, kind, { name: `${kind}.jsonl`, content: jsonl(rows) }, { source }, told);
    if (report.view.state !== 'done')
      throw new CommandFailed({
        zh: `导入${words.zh}失败：${report.view.failure}`,
        en: `Importing ${words.en} failed: ${report.view.failure}`,
      });
    if (report.refused.length === 0 || Date.now() - begun > catchUpMs) return { kind, report, ms: Date.now() - begun };
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** External id → id of everything an import brought or found. */
export async function idsOf(client: Client, { kind, report }: LoadedRows): Promise<IdMap> {
  const rows = await rowsOf(client, kind, report.view.id);
  return new Map(
    rows.flatMap((row) =>
      row.externalId !== null && row.aggregateId !== null ? [[row.externalId, row.aggregateId] as const] : [],
    ),
  );
}

/** Stops with the first faults when a row of a set did not go in. */
export function requireWhole(voice: Voice, { kind, report }: LoadedRows): void {
  if (report.refused.length === 0) return;
  const lines = report.refused
    .slice(0, 5)
    .map(
      (row) =>
        `${kind} ${row.line} ${row.externalId ?? ''}: ${row.faults.map((f) => `${f.pointer} ${voice.text(f.detail)}`).join('; ')}`,
    );
  throw new CommandFailed({
    zh: `有 ${report.refused.length} 行没有导入：\n${lines.join('\n')}`,
    en: `${report.refused.length} rows did not go in:\n${lines.join('\n')}`,
  });
}
