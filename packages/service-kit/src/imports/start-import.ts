import type { ColumnChoice, ImportView } from '@duijie/contracts';
import { newId, type Clock } from '@duijie/domain-kit';
import { actingForOf } from '../auth/grants';
import type { Context } from '../context';
import { Conflict, ValidationFailed } from '../errors';
import type { UploadedFile } from '../http/upload';
import type { Audit } from '../persistence/audit';
import type { Database } from '../persistence/database';
import type { NewFile } from './files/read-rows-thread';
import type { RowReader } from './files/row-reader';
import type { Importer } from './importer';
import type { ImportStore } from './persistence/import-store';
import type { ImportJobEntity, ImportStarter } from './persistence/import.entity';
import { presentImport } from './present-import';
import { presentLook } from './present-look';

const maxUnfinished = 10;

export interface StartDeps {
  readonly database: Database;
  readonly store: ImportStore;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly reader: RowReader;
  /** Sends an import to its queue, once the transaction is committed. */
  readonly enqueue: (job: Pick<ImportJobEntity, 'id' | 'version'>) => void;
}

/** Who a later step acts as. */
export const starterOf = ({ actor, locale, requestId, traceparent, remoteAddress }: Context): ImportStarter => ({
  actor,
  locale,
  requestId,
  traceparent,
  remoteAddress,
});

const sent = (file: UploadedFile | undefined): UploadedFile => {
  if (file) return file;
  throw new ValidationFailed([{ pointer: '/file', detail: { zh: '缺少文件', en: 'A file is required' } }]);
};

/** Reads a file before any transaction begins, since that takes its time. @throws ValidationFailed when it cannot be taken */
export const readImport = (
  { reader }: StartDeps,
  { columns }: Importer,
  file: UploadedFile | undefined,
  choice: ColumnChoice | undefined,
) => reader.read(sent(file), columns, choice);

/** Says what a file seems to hold; nothing of it is stored. @throws ValidationFailed when it cannot be read */
export const lookIntoImport = async (
  { reader }: StartDeps,
  importer: Importer,
  file: UploadedFile | undefined,
  choice: ColumnChoice | undefined,
) => presentLook(importer, await reader.look(sent(file), importer.columns, choice));

/** @throws Conflict where an organisation has enough imports under way */
export async function requireRoom(store: ImportStore, ctx: Context, organisationId: string): Promise<void> {
  if ((await store.countUnfinished(ctx, organisationId)) >= maxUnfinished)
    throw new Conflict('import.too-many', {
      zh: `本机构已有 ${maxUnfinished} 个导入未完成，请稍候`,
      en: `Your organisation has ${maxUnfinished} imports under way; wait for one to end`,
    });
}

/** Stores the rows of a file with the job in one transaction: what is acknowledged is never lost. */
export const startImport =
  ({ database, store, audit, clock, enqueue }: StartDeps, importer: Importer) =>
  async (
    ctx: Context,
    command: { readonly file: UploadedFile | undefined; readonly source: string | undefined; readonly dryRun: boolean },
    { rows, unknownHeadings, headings }: NewFile,
  ): Promise<ImportView> => {
    const { organisationId } = actingForOf(ctx);
    const { dryRun } = command;
    const file = sent(command.file);
    return database.run(ctx, async (inner) => {
      await requireRoom(store, inner, organisationId);
      const now = clock.now();
      const id = newId(now.getTime());
      const refused = rows.filter((row) => row.outcome === 'refused').length;
      const job: ImportJobEntity = {
        id,
        version: 1,
        kind: importer.kind,
        organisationId,
        source: command.source ?? file.name,
        fileName: file.name,
        fileSha256: file.sha256,
        starter: starterOf(ctx),
        undoer: null,
        dryRun,
        state: 'queued',
        rows: rows.length,
        pending: rows.length - refused,
        created: 0,
        updated: 0,
        unchanged: 0,
        refused,
        undone: 0,
        kept: 0,
        unknownHeadings,
        headings,
        attempts: 0,
        failure: null,
        createdAt: now,
        startedAt: null,
        progressedAt: now,
        finishedAt: null,
      };
      if (dryRun) await store.dropTrials(inner, job);
      await store.insert(inner, job, rows);
      await audit.record(inner, {
        action: 'import.started',
        aggregate: { type: 'import', id },
        to: 'queued',
        data: { kind: job.kind, source: job.source, file: file.sha256, rows: job.rows, dryRun },
      });
      inner.transaction.afterCommit(() => enqueue(job));
      return presentImport(job, ctx.locale);
    });
  };
