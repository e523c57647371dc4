import { ValidationFailed, type Importer, type ImportResult, type TransactionContext } from '@duijie/service-kit';
import { isDeepStrictEqual } from 'node:util';
import { checkContent } from '../packages/check-content';
import { draftOf } from '../packages/create-package';
import type { PackageContent } from '../packages/package-faults';
import { contentOf, packageBody, withContent } from '../packages/present-package';
import type { PackageEntity } from '../packages/persistence/package.entity';
import { writePackage } from '../packages/write-package';
import type { TrackRecordEntity } from '../track-records/persistence/track-record.entity';
import { setTrackRecord, type TrackRecordDeps } from '../track-records/set-track-record';
import { contentOfRow, type RowFault } from './content-of-row';
import { packageColumns, packageRow, type PackageRow } from './package-row';
import { providerOfRow } from './provider-of-row';

/** The fields of a row are named a little otherwise than those of a package. */
const pointerInRow = (pointer: string): string => pointer.replace(/^\/price\/(min|max)Fen$/, '/price/$1');

/** Rows of packages: created, brought up to date, published where they say so. */
export function packageImporter(deps: TrackRecordDeps): Importer<typeof packageRow> {
  const { clock, organisations, outbox, audit, packages, board, records, taxonomies, districts } = deps;
  const write = writePackage(deps);
  const setRecord = setTrackRecord(deps);

  async function openRecord(
    ctx: TransactionContext,
    providerId: string,
    { rating, completed }: PackageRow['provider'],
    source: string,
  ): Promise<TrackRecordEntity | null> {
    const held = await records.find(ctx, providerId);
    if (rating === undefined && completed === undefined) return held;
    if (rating && (rating.mean === null) !== (rating.count === 0))
      throw new ValidationFailed([
        {
          pointer: '/provider/rating/mean',
          detail: { zh: '均分与评价数不相符', en: 'The mean does not fit the number of ratings' },
        },
      ]);
    const figures = {
      ratingMean: rating ? rating.mean : (held?.ratingMean ?? null),
      ratingCount: rating ? rating.count : (held?.ratingCount ?? 0),
      completed: completed ?? held?.completed ?? 0,
    };
    const same =
      held?.ratingMean === figures.ratingMean &&
      held.ratingCount === figures.ratingCount &&
      held.completed === figures.completed;
    if (same) return held;
    await setRecord(ctx, providerId, null, { ...figures, source: `导入：${source}`.slice(0, 200) });
    return records.find(ctx, providerId);
  }

  async function update(
    ctx: TransactionContext,
    held: PackageEntity,
    content: PackageContent,
    publish: boolean,
  ): Promise<ImportResult> {
    const goesOut = publish && held.state === 'draft';
    if (isDeepStrictEqual(contentOf(held), content) && !goesOut)
      return { outcome: 'unchanged', id: held.id, version: held.version };
    const now = clock.now();
    const after: PackageEntity = {
      ...withContent(held, content),
      version: held.version + 1,
      updatedAt: now,
      ...(goesOut ? { state: 'published', publishedAt: now } : {}),
    };
    await write(ctx, held, after, { action: 'package.import-changed', offer: true });
    return { outcome: 'updated', id: after.id, version: after.version };
  }

  async function checked(
    ctx: TransactionContext,
    content: PackageContent,
    use: Parameters<ReturnType<typeof checkContent>>[2],
    found: readonly RowFault[],
  ): Promise<void> {
    const faults = found.length > 0 ? found : await checkContent(deps)(ctx, content, use);
    if (faults.length > 0)
      throw new ValidationFailed(faults.map((f) => ({ pointer: pointerInRow(f.pointer), detail: f.detail })));
  }

  return {
    kind: 'packages',
    row: packageRow,
    columns: packageColumns,

    async apply(ctx, row, { source }, known) {
      const staff = ctx.grants.some((grant) => grant.relation === 'any');
      const provider = await providerOfRow(ctx, organisations, row.provider, source, staff);
      const held = known === null ? null : await packages.lock(ctx, known);
      if (known !== null && (!held || held.state === 'retired'))
        throw new ValidationFailed([
          { pointer: '/id', detail: { zh: '这个服务包已下架', en: 'This package is retired' } },
        ]);
      if (held && held.providerId !== provider.id)
        throw new ValidationFailed([
          { pointer: '/provider/id', detail: { zh: '服务包不能换服务方', en: 'A package cannot change its provider' } },
        ]);
      if ((row.publish || held?.state === 'published') && provider.verification !== 'verified')
        throw new ValidationFailed([
          {
            pointer: '/provider/id',
            detail: {
              zh: '服务方未通过核验，只能导入草稿（“是否上架”填“否”）',
              en: 'The provider is not verified; it can be imported as a draft only (publish: false)',
            },
          },
        ]);
      const { content, faults } = contentOfRow(row, await taxonomies.read(ctx), await districts());
      const use = {
        providerKind: provider.kind,
        before: held?.categories ?? [],
        published: row.publish || held?.publishedAt != null,
      };
      await checked(ctx, content, use, faults);
      const record = staff
        ? await openRecord(ctx, provider.id, row.provider, source)
        : await records.find(ctx, provider.id);
      // A new record has published the package anew, so that its version has gone on.
      if (held) return update(ctx, (await packages.lock(ctx, held.id)) ?? held, content, row.publish);
      const now = clock.now();
      const draft = draftOf(provider.id, content, now, row.demo);
      const made: PackageEntity = row.publish ? { ...draft, state: 'published', publishedAt: now } : draft;
      const delivered = await deps.delivered.linesOf(ctx, provider.id);
      await write(ctx, null, made, { action: 'package.imported', offer: true }, { provider, record, delivered });
      return { outcome: 'created', id: made.id, version: made.version };
    },

    async undo(ctx, id, version) {
      const held = await packages.lock(ctx, id);
      if (held?.version !== version) return 'kept';
      const after: PackageEntity = {
        ...held,
        state: 'retired',
        suspension: null,
        version: version + 1,
        updatedAt: clock.now(),
      };
      const [found] = await board.withProviders(ctx, [after]);
      if (!found) return 'kept';
      await packages.remove(ctx, id);
      const aggregate = { type: 'package', id };
      await audit.record(ctx, { action: 'package.import-undone', aggregate, from: held.state, to: 'retired' });
      await outbox.append(ctx, {
        type: after.publishedAt === null ? 'package.drafted.v1' : 'package.changed.v1',
        aggregate,
        sequence: after.version,
        data: packageBody(found),
      });
      return 'undone';
    },
  };
}
