import type { TrackRecordView } from '@duijie/contracts';
import { NotFound, requireVersion, ValidationFailed, type Context, type TransactionContext } from '@duijie/service-kit';
import type { PackageDeps } from '../packages/package-deps';
import { writePackage } from '../packages/write-package';
import type { ProviderRecordRepository } from './persistence/provider-record.repository';
import type { TrackRecordEntity } from './persistence/track-record.entity';
import type { TrackRecordRepository } from './persistence/track-record.repository';

export interface TrackRecordDeps extends PackageDeps {
  readonly records: TrackRecordRepository;
  readonly delivered: ProviderRecordRepository;
}
/** The figures and where they come from. */
export type TrackRecordFigures = Pick<TrackRecordEntity, 'ratingMean' | 'ratingCount' | 'completed' | 'source'>;

export const presentTrackRecord = (organisationId: string, record: TrackRecordEntity | null): TrackRecordView => ({
  organisationId,
  version: record?.version ?? 0,
  ratingMean: record?.ratingMean ?? null,
  ratingCount: record?.ratingCount ?? 0,
  completed: record?.completed ?? 0,
  source: record?.source ?? null,
  updatedAt: record?.updatedAt.toISOString() ?? null,
});

function requireSound({ ratingMean, ratingCount }: TrackRecordFigures): void {
  if ((ratingMean === null) !== (ratingCount === 0))
    throw new ValidationFailed([
      {
        pointer: '/ratingMean',
        detail: {
          zh: '没有评价时均分留空；有评价时须填均分',
          en: 'Leave the mean empty without ratings; with ratings it is required',
        },
      },
    ]);
}

/**
 * Enters the opening balance of a provider, and publishes its packages anew with it.
 * @param expected version the caller has seen, 0 for none; null to take whatever is there
 */
export const setTrackRecord =
  (deps: TrackRecordDeps) =>
  (ctx: Context, providerId: string, expected: number | null, figures: TrackRecordFigures): Promise<TrackRecordView> =>
    deps.database.run(ctx, async (inner: TransactionContext) => {
      const { audit, clock, organisations, packages, records } = deps;
      requireSound(figures);
      if (!(await organisations.find(inner, providerId))) throw new NotFound();
      const before = await records.lock(inner, providerId);
      if (expected !== null) requireVersion(expected, before?.version ?? 0);
      const { ratingMean, ratingCount, completed, source } = figures;
      const after: TrackRecordEntity = {
        providerId,
        version: (before?.version ?? 0) + 1,
        ratingMean,
        ratingCount,
        completed,
        source,
        updatedAt: clock.now(),
      };
      await records.save(inner, after);
      await audit.record(inner, {
        action: 'track-record.set',
        aggregate: { type: 'track-record', id: providerId },
        data: { ratingMean, ratingCount, completed, source },
      });
      for (const one of await packages.lockPublishedOf(inner, providerId))
        await writePackage(deps)(
          inner,
          one,
          { ...one, version: one.version + 1 },
          { action: 'package.record-changed', offer: false },
        );
      return presentTrackRecord(providerId, after);
    });
