import type { Clock } from '@duijie/domain-kit';
import { RateLimited, type Context, type Database } from '@duijie/service-kit';
import { createHash } from 'node:crypto';
import { execute, select } from '../../persistence/sql';

const windowMs = 15 * 60_000;
const mostTries = 5;

/** Counts tries before they are made, so that many at once cannot slip through. */
export interface Attempts {
  /**
   * @param of what is tried and from where
   * @returns the scope, to be forgotten when the try was right
   * @throws RateLimited after the fifth within 15 minutes
   */
  take(ctx: Context, of: readonly string[]): Promise<string>;
  forget(ctx: Context, scope: string): Promise<void>;
}

export const createAttempts = (database: Database, clock: Clock): Attempts => ({
  async take(ctx, of) {
    const scope = createHash('sha256').update(JSON.stringify(of)).digest('hex');
    const now = clock.now();
    const over = new Date(now.getTime() - windowMs);
    // In a transaction of its own, so that each of many at once reads its own number and a refusal does not take it back.
    const row = await database.run(ctx, async (tx) => {
      await execute(
        database,
        tx,
        `INSERT INTO attempt_window (scope, tries, started_at) VALUES (?, 1, ?)
         ON DUPLICATE KEY UPDATE tries = IF(started_at <= ?, 1, tries + 1),
           started_at = IF(started_at <= ?, VALUES(started_at), started_at)`,
        [scope, now, over, over],
      );
      const [own] = await select<{ tries: number; started_at: Date }>(
        database,
        tx,
        'SELECT tries, started_at FROM attempt_window WHERE scope = ?',
        [scope],
      );
      return own;
    });
    if (row && row.tries > mostTries)
      throw new RateLimited(Math.max(1, Math.ceil((row.started_at.getTime() - over.getTime()) / 1000)), {
        zh: '尝试次数过多，请稍后再试',
        en: 'Too many tries; wait a while',
      });
    return scope;
  },
  async forget(ctx, scope) {
    await execute(database, ctx, 'DELETE FROM attempt_window WHERE scope = ?', [scope]);
  },
});
