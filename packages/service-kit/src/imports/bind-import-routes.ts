import { importContracts, type ImportKind, type ServiceName } from '@duijie/contracts';
import { actingForOf, requireReach } from '../auth/grants';
import type { Context } from '../context';
import { NotFound } from '../errors';
import { bind, type BoundRoute } from '../http/bind';
import { decodeCursor, pageFrom } from '../persistence/cursor';
import { applyImport } from './apply-import';
import type { NewFile } from './files/read-rows-thread';
import { importTemplate } from './import-template';
import type { Importer } from './importer';
import type { ImportJobEntity } from './persistence/import.entity';
import { presentImport, presentImportRow } from './present-import';
import { lookIntoImport, readImport, startImport, type StartDeps } from './start-import';
import { undoImport } from './undo-import';

/** The eight routes of one importer, in an order in which no path takes another's. */
export function bindImportRoutes(service: ServiceName, importer: Importer, deps: StartDeps): BoundRoute[] {
  const { store } = deps;
  const contracts = importContracts(service, importer.kind as ImportKind);
  const start = startImport(deps, importer);
  const undo = undoImport(deps, importer.kind);
  const apply = applyImport(deps, importer.kind);

  async function reached(ctx: Context, importId: string): Promise<ImportJobEntity> {
    const job = await store.find(ctx, importId, importer.kind);
    if (!job) throw new NotFound();
    requireReach(ctx, { organisationId: job.organisationId, visible: false });
    return job;
  }

  return [
    bind(
      contracts.start,
      (ctx, { body, file }, read: NewFile) => start(ctx, { file, source: body.source, dryRun: body.dryRun }, read),
      (_ctx, { file, body }) => readImport(deps, importer, file, body.columns),
    ),
    bind(contracts.look, (_ctx, { file, body }) => lookIntoImport(deps, importer, file, body.columns)),
    bind(contracts.apply, (ctx, { params }) => apply(ctx, params.importId)),
    bind(contracts.list, async (ctx, { query }) => {
      const all = ctx.grants.some((grant) => grant.relation === 'any');
      const below = query.cursor === undefined ? undefined : decodeCursor(query.cursor, ['id'])[0];
      const organisationId = all ? null : actingForOf(ctx).organisationId;
      const jobs = await store.list(importer.kind, organisationId, below, query.limit + 1);
      const page = pageFrom(jobs, query.limit, (job) => [job.id]);
      return { items: page.items.map((job) => presentImport(job, ctx.locale)), nextCursor: page.nextCursor };
    }),
    bind(contracts.template, async () => importTemplate(importer)),
    bind(contracts.get, async (ctx, { params }) => presentImport(await reached(ctx, params.importId), ctx.locale)),
    bind(contracts.rows, async (ctx, { params, query }) => {
      const job = await reached(ctx, params.importId);
      const after = query.cursor === undefined ? 0 : decodeCursor(query.cursor, ['number'])[0];
      const rows = await store.listRows(job.id, query.outcome, after, query.limit + 1);
      const page = pageFrom(rows, query.limit, (row) => [row.line]);
      return { items: page.items.map((row) => presentImportRow(row, job.headings)), nextCursor: page.nextCursor };
    }),
    bind(contracts.undo, (ctx, { params, ifMatch }) => undo(ctx, params.importId, ifMatch)),
  ];
}
