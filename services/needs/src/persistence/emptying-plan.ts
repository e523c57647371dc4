import type { EmptyingPlan } from '@duijie/service-kit';

/** Needs of invented organisations, and what they said to the needs of others. */
export const emptyingPlan: EmptyingPlan = {
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
};
