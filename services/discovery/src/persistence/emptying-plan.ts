import { execute, select, type Database, type EmptyingPlan } from '@duijie/service-kit';

const batch = 100;

/**
 * Documents of invented organisations. They are hidden and lose what they say; the indexer then takes their terms away and
 * has the engine forget them. An empty row stays of each, since an index that is being rebuilt may still hold it.
 * @param nudge the indexer, after the commit
 */
export const emptyingPlan = (database: Database, nudge: () => void): EmptyingPlan => ({
  removals: [
    { table: 'organisation_copy', key: 'id', found: ['organisation_copy r ON r.id = e.id'] },
    { table: 'saved_search', key: 'id', found: ['saved_search r ON r.organisation_id = e.id'] },
  ],
  async loosen() {
    const shown = await select<{ number: number }>(
      database,
      `SELECT d.number FROM emptied e JOIN search_document d ON d.organisation_id = e.id
       WHERE d.visible = 1 OR d.source IS NOT NULL LIMIT ${batch}`,
    );
    if (shown.length > 0)
      await execute(database, 'UPDATE search_document SET source = NULL, visible = 0, stale = 1 WHERE number IN (?)', [
        shown.map(({ number }) => number),
      ]);
    if (shown.length > 0) nudge();
    return shown.length;
  },
  async left() {
    const [row] = await select<{ n: string }>(
      database,
      `SELECT COUNT(*) AS n FROM emptied e JOIN search_document d ON d.organisation_id = e.id
       WHERE d.stale = 1 OR d.due = 1 OR d.content IS NOT NULL`,
    );
    return Number(row?.n ?? 0);
  },
});
