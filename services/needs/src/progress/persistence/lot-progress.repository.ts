import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import type { LotProgress } from '../lot-progress';

export interface LotProgressRepository {
  /** Under the need's lock. @returns whether it was newer than what was held */
  put(ctx: TransactionContext, lot: Omit<LotProgress, 'takenUpBy'>): Promise<boolean>;
  /** Under the need's lock: another need goes on with these attempts of lots. */
  takeUp(ctx: TransactionContext, lotIds: readonly string[], needId: string): Promise<void>;
  /** By the ids of the lots. */
  ofNeed(ctx: Context, needId: string): Promise<readonly LotProgress[]>;
}

type Body = Omit<LotProgress, 'lotId' | 'needId' | 'sequence' | 'needVersion' | 'state' | 'takenUpBy'>;
interface Row {
  readonly lot_id: string;
  readonly need_id: string;
  readonly sequence: string;
  readonly need_version: string;
  readonly state: LotProgress['state'];
  readonly body: string;
  readonly taken_up_by: string | null;
  readonly taken_up_attempt: number | null;
}

const progressOfRow = (row: Row, body = JSON.parse(row.body) as Body): LotProgress => ({
  ...body,
  lotId: row.lot_id,
  needId: row.need_id,
  sequence: Number(row.sequence),
  needVersion: Number(row.need_version),
  state: row.state,
  takenUpBy: row.taken_up_attempt === body.attempt ? row.taken_up_by : null,
});

export const createLotProgressRepository = (database: Database): LotProgressRepository => ({
  async put(ctx, { lotId, needId, sequence, needVersion, state, ...body }) {
    const [held] = await select<{ sequence: string }>(
      database,
      'SELECT sequence FROM need_lot_progress WHERE lot_id = ?',
      [lotId],
      ctx,
    );
    if (held && Number(held.sequence) >= sequence) return false;
    await execute(
      database,
      `INSERT INTO need_lot_progress (lot_id, need_id, sequence, need_version, state, body) VALUES (?, ?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE sequence = VALUES(sequence), need_version = VALUES(need_version), state = VALUES(state),
         body = VALUES(body)`,
      [lotId, needId, sequence, needVersion, state, JSON.stringify(body)],
      ctx,
    );
    return true;
  },
  async takeUp(ctx, lotIds, needId) {
    await execute(
      database,
      `UPDATE need_lot_progress SET taken_up_by = ?, taken_up_attempt = JSON_EXTRACT(body, '$.attempt')
       WHERE lot_id IN (?)`,
      [needId, lotIds],
      ctx,
    );
  },
  async ofNeed(ctx, needId) {
    const rows = await select<Row>(
      database,
      `SELECT lot_id, need_id, sequence, need_version, state, body, taken_up_by, taken_up_attempt FROM need_lot_progress
       WHERE need_id = ? ORDER BY lot_id`,
      [needId],
      ctx,
    );
    return rows.map((row) => progressOfRow(row));
  },
});
