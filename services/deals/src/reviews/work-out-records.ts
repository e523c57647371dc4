import { dayOf } from '@duijie/domain-kit';
import { serviceContext, type TransactionContext } from '@duijie/service-kit';
import { isDeepStrictEqual } from 'node:util';
import { recordLines } from './record-lines';
import type { ReviewDeps } from './review-deps';

type RecordDeps = Omit<ReviewDeps, 'reviews' | 'agreements'>;
const weekMs = 7 * 86_400_000;
const batch = 50;

/**
 * Works a provider's record out anew under its lock, and tells it when anything that is shown has changed. One with
 * ratings is due again a week later, since they decay; one without is not.
 * @param stillDue where the loop asks: nothing is done unless the record is due by then
 */
async function workOut(
  { records, clock, audit, outbox }: RecordDeps,
  ctx: TransactionContext,
  organisationId: string,
  stillDue: boolean,
): Promise<void> {
  const now = clock.now();
  const before = await records.lock(ctx, organisationId, dayOf(now));
  if (stillDue && (before.dueAt === null || before.dueAt > now)) return;
  const works = await records.ratedWorks(ctx, organisationId);
  const lines = recordLines(works, await records.completedByLeaf(ctx, organisationId), now);
  const dueAt = works.length === 0 ? null : new Date(now.getTime() + weekMs);
  if (isDeepStrictEqual(lines, before.lines)) return records.save(ctx, { ...before, dueAt });
  const after = { ...before, version: before.version + 1, lines, asOf: dayOf(now), dueAt };
  await records.save(ctx, after);
  const aggregate = { type: 'provider-record', id: organisationId };
  await audit.record(ctx, { action: 'record.changed', aggregate, data: { version: after.version } });
  await outbox.append(ctx, {
    type: 'record.changed.v1',
    aggregate,
    sequence: after.version,
    data: { organisationId, version: after.version, lines, asOf: after.asOf },
  });
}

/** Works out the records of those who did something that counts, in the order of their ids. */
export const workOutRecords =
  (deps: RecordDeps) =>
  async (ctx: TransactionContext, organisationIds: readonly string[]): Promise<void> => {
    for (const id of [...new Set(organisationIds)].toSorted()) await workOut(deps, ctx, id, false);
  };

/** Weighs ratings again where a week has passed. Work is proportional to the providers that have ratings. */
export const decayRecords = (deps: RecordDeps) => async (): Promise<void> => {
  for (;;) {
    const ctx = serviceContext('deals');
    const due = await deps.records.due(ctx, deps.clock.now(), batch);
    for (const { id } of due) await deps.database.run(ctx, (inner) => workOut(deps, inner, id, true));
    if (due.length < batch) return;
  }
};
