import { execute, select, type Database, type TransactionContext } from '@duijie/service-kit';

export type FeedName = 'needs' | 'packages';

export interface FeedRepository {
  /**
   * Locks a feed until commit, so that its writers come one after the other and positions become visible in their order.
   * To be called before any row of a copy is read; who needs both feeds takes `packages` first.
   */
  hold(ctx: TransactionContext, feed: FeedName): Promise<void>;
  /**
   * @param reach `alone`: the change bears on lists only by the package itself; others need not settle anew
   * @returns the next position of a held feed
   */
  advance(ctx: TransactionContext, feed: FeedName, reach?: 'all' | 'alone'): Promise<number>;
  /** Position of the last change of the packages' feed that bears on all lists. */
  settlePosition(): Promise<number>;
  /**
   * When the words of packages were counted last: the position in their feed, 0 = never; and how many packages have come,
   * gone or changed their words since.
   */
  counting(ctx?: TransactionContext): Promise<{ readonly position: number; readonly changes: number }>;
  /** A package has come, gone or changed its words. */
  noteWording(ctx: TransactionContext): Promise<void>;
  /** The words count as counted now: of a held feed of packages, which moves on, since every list changes. */
  countAnew(ctx: TransactionContext): Promise<void>;
  /** @returns whether a newer day or version of weights than the one noted has come; then it is noted */
  noteEpoch(ctx: TransactionContext, name: 'day' | 'weights', position: number, label: string): Promise<boolean>;
  position(feed: FeedName): Promise<number>;
}

export function createFeedRepository(database: Database): FeedRepository {
  const read = async (feed: FeedName, ctx?: TransactionContext): Promise<number | undefined> => {
    const sql = `SELECT position FROM feed WHERE name = ?${ctx ? ' FOR UPDATE' : ''}`;
    const [row] = await select<{ position: string }>(database, sql, [feed], ctx);
    return row && Number(row.position);
  };
  const begin = (name: string, ctx: TransactionContext): Promise<number> =>
    execute(
      database,
      `INSERT IGNORE INTO feed (name, position, settle_position, label) VALUES (?, 0, 0, '')`,
      [name],
      ctx,
    );
  return {
    async hold(ctx, feed) {
      if ((await read(feed, ctx)) !== undefined) return;
      await begin(feed, ctx);
      await read(feed, ctx);
    },
    async advance(ctx, feed, reach = 'all') {
      const position = ((await read(feed, ctx)) ?? 0) + 1;
      await execute(
        database,
        `UPDATE feed SET position = ?${reach === 'all' ? ', settle_position = ?' : ''} WHERE name = ?`,
        [position, ...(reach === 'all' ? [position] : []), feed],
        ctx,
      );
      return position;
    },
    async settlePosition() {
      const [row] = await select<{ position: string }>(
        database,
        `SELECT settle_position AS position FROM feed WHERE name = 'packages'`,
      );
      return Number(row?.position ?? 0);
    },
    async counting(ctx) {
      const [row] = await select<{ position: string; changes: string }>(
        database,
        `SELECT position, settle_position AS changes FROM feed WHERE name = 'words'`,
        [],
        ctx,
      );
      return { position: Number(row?.position ?? 0), changes: Number(row?.changes ?? 0) };
    },
    async noteWording(ctx) {
      await execute(
        database,
        `INSERT INTO feed (name, position, settle_position, label) VALUES ('words', 0, 1, '')
         ON DUPLICATE KEY UPDATE settle_position = settle_position + 1`,
        [],
        ctx,
      );
    },
    async countAnew(ctx) {
      const position = (await read('packages', ctx)) ?? 0;
      await begin('words', ctx);
      await execute(
        database,
        `UPDATE feed SET position = ?, settle_position = 0 WHERE name = 'words'`,
        [position],
        ctx,
      );
      await this.advance(ctx, 'packages');
    },
    async noteEpoch(ctx, name, position, label) {
      await begin(name, ctx);
      const noted = await execute(
        database,
        'UPDATE feed SET position = ?, label = ? WHERE name = ? AND (position < ? OR (position = ? AND label < ?))',
        [position, label, name, position, position, label],
        ctx,
      );
      return noted > 0;
    },
    position: async (feed) => (await read(feed)) ?? 0,
  };
}
