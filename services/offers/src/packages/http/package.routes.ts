import { offersRoutes } from '@duijie/contracts';
import {
  actingForOf,
  bind,
  decodeCursor,
  NotFound,
  onBehalfOfEntry,
  pageFrom,
  ValidationFailed,
  type BoundRoute,
  type FileStore,
} from '@duijie/service-kit';
import { actingIn } from '../../organisations/acting-in';
import type { historyOf } from '../../persistence/history.read-model';
import { createPackage } from '../create-package';
import { editPackage } from '../edit-package';
import type { PackageDeps } from '../package-deps';
import { packageEdits } from '../package-edits';
import { packageEvidence } from '../package-evidence';
import { packageSummaryOf } from '../present-package';
import { reachedPackage, viewOf } from '../view-package';

const idAfter = (cursor: string | undefined): string | undefined =>
  cursor === undefined ? undefined : decodeCursor(cursor, ['id'])[0];

/** Routes of packages. `mine` stands before the one whose path would take it. */
export function packageRoutes(
  deps: PackageDeps,
  files: FileStore,
  history: ReturnType<typeof historyOf>,
): BoundRoute[] {
  const { board, packages } = deps;
  const create = createPackage(deps);
  const edit = editPackage(deps);
  const edits = packageEdits(deps);
  const evidence = packageEvidence(deps);
  const reached = reachedPackage(deps);
  const view = viewOf(deps);
  return [
    bind(offersRoutes.listPackages, async (ctx, { query }) => {
      const isStaff = ctx.grants.some(({ relation }) => relation === 'any');
      const page = await board.published(ctx, isStaff ? null : (actingIn(ctx)?.organisationId ?? ''), query, query);
      return { items: page.items.map(packageSummaryOf), nextCursor: page.nextCursor };
    }),
    bind(offersRoutes.listOwnPackages, async (ctx, { query }) => {
      const { organisationId } = actingForOf(ctx);
      const rows = await packages.listOwn(ctx, organisationId, query.state, idAfter(query.cursor), query.limit + 1);
      const { items, nextCursor } = pageFrom(rows, query.limit, (one) => [one.id]);
      return { items: (await board.withProviders(ctx, items)).map(packageSummaryOf), nextCursor };
    }),
    bind(offersRoutes.createPackage, (ctx, { body }) => create(ctx, body)),
    bind(offersRoutes.getPackage, async (ctx, { params }) => view(ctx, await reached(ctx, params.packageId))),
    bind(offersRoutes.changePackage, (ctx, { params, body, ifMatch }) =>
      edit(ctx, params.packageId, ifMatch, edits.change(body)),
    ),
    bind(offersRoutes.publishPackage, (ctx, { params, ifMatch }) =>
      edit(ctx, params.packageId, ifMatch, edits.publish),
    ),
    bind(offersRoutes.suspendPackage, (ctx, { params, body, ifMatch }) =>
      edit(ctx, params.packageId, ifMatch, edits.suspend(body.reason)),
    ),
    bind(offersRoutes.resumePackage, (ctx, { params, ifMatch }) => edit(ctx, params.packageId, ifMatch, edits.resume)),
    bind(offersRoutes.retirePackage, (ctx, { params, body, ifMatch }) =>
      edit(ctx, params.packageId, ifMatch, edits.retire(body.reason)),
    ),
    bind(offersRoutes.listPackageVersions, async (ctx, { params, query }) => {
      const { id } = await reached(ctx, params.packageId);
      const below = query.cursor === undefined ? undefined : decodeCursor(query.cursor, ['number'])[0];
      const rows = await packages.listVersions(ctx, id, below, query.limit + 1);
      const { items, nextCursor } = pageFrom(rows, query.limit, (row) => [row.version]);
      return {
        items: items.map(({ version, publishedAt, title }) => ({
          version,
          publishedAt: publishedAt.toISOString(),
          title,
        })),
        nextCursor,
      };
    }),
    bind(offersRoutes.getPackageVersion, async (ctx, { params }) => {
      const { id, version } = await reached(ctx, params.packageId);
      const found = params.version > version ? null : await packages.findVersion(ctx, id, params.version);
      if (!found) throw new NotFound();
      return { version: found.version, publishedAt: found.publishedAt.toISOString(), package: found.body };
    }),
    bind(offersRoutes.listPackageHistory, async (ctx, { params, query }) => {
      const { id } = await reached(ctx, params.packageId);
      const rows = await history(ctx, id, idAfter(query.cursor), query.limit + 1);
      const { items, nextCursor } = pageFrom(rows, query.limit, (row) => [row.id]);
      return {
        items: items.map((row) => ({
          at: row.occurred_at.toISOString(),
          action: row.action,
          from: row.from_state,
          to: row.to_state,
          reason: row.reason,
          organisationId: row.organisation_id,
          onBehalf: onBehalfOfEntry(row),
        })),
        nextCursor,
      };
    }),
    bind(offersRoutes.addPackageLink, (ctx, { params, body }) =>
      edit(ctx, params.packageId, null, evidence.addLink(body)),
    ),
    bind(offersRoutes.addPackageFile, (ctx, { params, body, file }) => {
      if (!file)
        throw new ValidationFailed([{ pointer: '/file', detail: { zh: '缺少文件', en: 'A file is required' } }]);
      return edit(ctx, params.packageId, null, evidence.addFile(file, body.title));
    }),
    bind(offersRoutes.downloadPackageFile, async (ctx, { params }) => {
      const { id } = await reached(ctx, params.packageId);
      const piece = await packages.findEvidence(ctx, id, params.evidenceId);
      if (!piece?.sha256) throw new NotFound();
      const { stream, size } = await files.open(piece.sha256);
      return {
        stream,
        size,
        mediaType: piece.mediaType ?? 'application/octet-stream',
        fileName: piece.fileName ?? 'file',
      };
    }),
    bind(offersRoutes.removePackageEvidence, (ctx, { params, ifMatch }) =>
      edit(ctx, params.packageId, ifMatch, evidence.remove(params.evidenceId)),
    ),
  ];
}
