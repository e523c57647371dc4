import { isDeepStrictEqual } from 'node:util';
import type { EventEnvelope, ProviderRecord } from '@duijie/contracts';
import type { TransactionContext } from '@duijie/service-kit';
import { writePackage } from '../packages/write-package';
import { combinedRecord } from './combined-record';
import type { TrackRecordDeps } from './set-track-record';

/**
 * Keeps what a provider has done here and publishes those of its packages anew whose record it changes. What they offer
 * stays: no version of the offer, and no new day of change.
 */
export const onRecordChanged =
  (deps: TrackRecordDeps) =>
  async (ctx: TransactionContext, { data, sequence }: EventEnvelope<ProviderRecord>): Promise<void> => {
    const before = await deps.delivered.take(ctx, data, sequence);
    if (before === null) return;
    const opening = await deps.records.find(ctx, data.organisationId);
    for (const one of await deps.packages.lockPublishedOf(ctx, data.organisationId)) {
      const was = combinedRecord(opening, before, one.categories);
      if (isDeepStrictEqual(was, combinedRecord(opening, data.lines, one.categories))) continue;
      await writePackage(deps)(
        ctx,
        one,
        { ...one, version: one.version + 1 },
        { action: 'package.record-changed', offer: false },
      );
    }
  };
