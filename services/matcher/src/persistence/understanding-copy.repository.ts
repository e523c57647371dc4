import type { UnderstandingState } from '@duijie/contracts';
import { execute, select, type Database, type TransactionContext } from '@duijie/service-kit';

export interface UnderstandingCopyRepository {
  /** @returns the copy held, null when none is */
  find(ctx: TransactionContext): Promise<{ readonly sequence: number; readonly body: UnderstandingState } | null>;
  put(ctx: TransactionContext, body: UnderstandingState, sequence: number): Promise<void>;
}

export const createUnderstandingCopyRepository = (database: Database): UnderstandingCopyRepository => ({
  async find(ctx) {
    const [row] = await select<{ sequence: string; body: string }>(
      database,
      `SELECT sequence, body FROM understanding_copy WHERE name = 'city'`,
      [],
      ctx,
    );
    return row ? { sequence: Number(row.sequence), body: JSON.parse(row.body) as UnderstandingState } : null;
  },
  async put(ctx, body, sequence) {
    await execute(
      database,
      `INSERT INTO understanding_copy (name, sequence, body) VALUES ('city', ?, ?)
       ON DUPLICATE KEY UPDATE sequence = VALUES(sequence), body = VALUES(body)`,
      [sequence, JSON.stringify(body)],
      ctx,
    );
  },
});
