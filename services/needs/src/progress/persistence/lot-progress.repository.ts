import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import type { LotProgress } from '../lot-progress';

export interface LotProgressRepository {
  /** Under the need's lock. @returns whether it was newer than what was held */
  put(ctx: TransactionContext, lot: LotProgress): Promise<boolean>;
  /** By the ids of the lots. */
  ofNeed(ctx: Context, needId: string): Promise<readonly LotProgress[]>;
}

type Body = Omit<LotProgress, 'lotId' | 'needId' | 'sequence' | 'needVersion' | 'state'>;
interface Row {
  readonly lot_id: string;
  readonly need_id: string;
  readonly sequence: string;
  readonly need_version: string;
  readonly state: LotProgress['state'];
  readonly body: string;
}

const progressOfRow = (row: Row): LotProgress => ({
  ...(JSON.parse(row.body) as Body),
  lotId: row.lot_id,
  needId: row.need_id,
  sequence: Number(row.sequence),
  needVersion: Number(row.need_version),
  state: row.state,
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
  async ofNeed(ctx, needId) {
    const rows = await select<Row>(
      database,
      'SELECT lot_id, need_id, sequence, need_version, state, body FROM need_lot_progress WHERE need_id = ? ORDER BY lot_id',
      [needId],
      ctx,
    );
    return rows.map(progressOfRow);
  },
});
