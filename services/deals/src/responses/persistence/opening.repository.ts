import type { OpeningRecord } from '@duijie/contracts';
import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';

export interface Opening {
  readonly lotId: string;
  readonly attempt: number;
  readonly dueAt: Date;
  readonly openedAt: Date;
  readonly by: OpeningRecord['by'];
  readonly entries: OpeningRecord['responses'];
}
interface OpeningRow {
  readonly lot_id: string;
  readonly attempt: number;
  readonly due_at: Date;
  readonly opened_at: Date;
  readonly opened_by: OpeningRecord['by'];
  readonly entries: string;
}

/** Records of openings; they are only ever added. */
export interface OpeningRepository {
  add(ctx: TransactionContext, opening: Opening): Promise<void>;
  latest(ctx: Context, lotId: string): Promise<Opening | null>;
}

export const createOpeningRepository = (database: Database): OpeningRepository => ({
  async add(ctx, opening) {
    await execute(
      database,
      'INSERT INTO lot_opening (lot_id, attempt, due_at, opened_at, opened_by, entries) VALUES (?, ?, ?, ?, ?, ?)',
      [opening.lotId, opening.attempt, opening.dueAt, opening.openedAt, opening.by, JSON.stringify(opening.entries)],
      ctx,
    );
  },
  async latest(ctx, lotId) {
    const [row] = await select<OpeningRow>(
      database,
      'SELECT * FROM lot_opening WHERE lot_id = ? ORDER BY attempt DESC LIMIT 1',
      [lotId],
      ctx,
    );
    if (!row) return null;
    return {
      lotId: row.lot_id,
      attempt: row.attempt,
      dueAt: row.due_at,
      openedAt: row.opened_at,
      by: row.opened_by,
      entries: JSON.parse(row.entries) as Opening['entries'],
    };
  },
});
