import { execute, type Database, type EmptyingPlan, type TransactionContext } from '@duijie/service-kit';

/** Needs of invented organisations, what they said to the needs of others, and what their corrections taught. */
export const emptyingPlan = (
  database: Database,
  tellLearnt: (ctx: TransactionContext) => Promise<void>,
): EmptyingPlan => ({
  owned: ['need r ON r.organisation_id = e.id'],
  removals: [
    {
      table: 'import_identity',
      key: 'aggregate_id',
      found: ['import_identity r ON r.aggregate_id = e.id'],
    },
    {
      table: 'need',
      key: 'id',
      found: ['need r ON r.id = e.id'],
      parts: [
        ['need_leaf', 'need_id'],
        ['need_version', 'need_id'],
        ['need_attachment', 'need_id'],
        ['need_join', 'need_id'],
        ['understanding_voice', 'need_id'],
        ['need_lot_progress', 'need_id'],
      ],
    },
    { table: 'need_lot_progress', key: 'lot_id', found: ['need_lot_progress r ON r.need_id = e.id'] },
    { table: 'need_join', key: 'id', found: ['need_join r ON r.organisation_id = e.id'] },
    {
      table: 'drafting_copy',
      key: 'drafter_id',
      found: ['drafting_copy r ON r.drafter_id = e.id'],
    },
    { table: 'drafting_copy', key: 'for_id', found: ['drafting_copy r ON r.for_id = e.id'] },
    { table: 'organisation_copy', key: 'id', found: ['organisation_copy r ON r.id = e.id'] },
    { table: 'compound_copy', key: 'id', found: ['compound_copy r ON r.id = e.id'] },
  ],
  async onRemoved(ctx, { table }) {
    if (table !== 'need') return;
    await execute(
      database,
      `UPDATE understanding_correction c SET
         organisations = (SELECT COUNT(DISTINCT v.organisation_id) FROM understanding_voice v WHERE v.correction_id = c.id),
         needs = (SELECT COUNT(*) FROM understanding_voice v WHERE v.correction_id = c.id)`,
      [],
      ctx,
    );
    await execute(database, 'DELETE FROM understanding_correction WHERE needs = 0', [], ctx);
    await tellLearnt(ctx);
  },
});
