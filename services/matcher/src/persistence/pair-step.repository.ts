import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import type { PairStep } from '../pair-progress';

export interface PairStepRepository {
  /** What is not newer than what is held changes nothing. */
  put(ctx: TransactionContext, step: PairStep): Promise<void>;
  /** By need; one of which nothing was told is left out. */
  ofNeeds(ctx: Context, needIds: readonly string[]): Promise<ReadonlyMap<string, readonly PairStep[]>>;
}

const columns = ['kind', 'need_id', 'lot_id', 'attempt', 'organisation_id', 'package_id', 'stage', 'sequence'] as const;
interface Row {
  readonly source_id: string;
  readonly sequence: string;
  readonly kind: PairStep['kind'];
  readonly need_id: string;
  readonly lot_id: string | null;
  readonly attempt: number;
  readonly organisation_id: string | null;
  readonly package_id: string | null;
  readonly stage: PairStep['stage'];
}

export const createPairStepRepository = (database: Database): PairStepRepository => ({
  async put(ctx, step) {
    // `sequence` last: every other column is taken over by the comparison with the one held.
    await execute(
      database,
      `INSERT INTO pair_step (source_id, ${columns.join(', ')}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE
       ${columns.map((name) => `${name} = IF(VALUES(sequence) > sequence, VALUES(${name}), ${name})`).join(', ')}`,
      [
        step.sourceId,
        step.kind,
        step.needId,
        step.lotId,
        step.attempt,
        step.organisationId,
        step.packageId,
        step.stage,
        step.sequence,
      ],
      ctx,
    );
  },
  async ofNeeds(ctx, needIds) {
    const steps = new Map<string, PairStep[]>();
    if (needIds.length === 0) return steps;
    const rows = await select<Row>(database, 'SELECT * FROM pair_step WHERE need_id IN (?)', [needIds], ctx);
    for (const row of rows)
      steps.set(row.need_id, [
        ...(steps.get(row.need_id) ?? []),
        {
          kind: row.kind,
          sourceId: row.source_id,
          sequence: Number(row.sequence),
          needId: row.need_id,
          lotId: row.lot_id,
          attempt: row.attempt,
          organisationId: row.organisation_id,
          packageId: row.package_id,
          stage: row.stage,
        },
      ]);
    return steps;
  },
});
