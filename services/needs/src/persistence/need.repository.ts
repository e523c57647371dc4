import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import { leavesOf, listingOf, publicStateOf, type Need } from '../need';
import { columnsOf, needOf, type NeedRow } from './need-row';

/** Needs, the leaves under which they are found, and their published versions. */
export interface NeedRepository {
  find(ctx: Context, id: string): Promise<Need | null>;
  /** Locks the row until the transaction ends. */
  lock(ctx: TransactionContext, id: string): Promise<Need | null>;
  insert(ctx: TransactionContext, need: Need): Promise<void>;
  /** @param before as it was locked */
  update(ctx: TransactionContext, before: Need, after: Need): Promise<void>;
  addVersion(ctx: TransactionContext, need: Need): Promise<void>;
  /** Whether a need of this organisation was ever published. */
  hasPublished(ctx: Context, organisationId: string): Promise<boolean>;
  /** Needs in one of `states` whose poster's name differs, oldest first. */
  namedOtherwise(
    ctx: Context,
    organisationId: string,
    name: string,
    states: readonly Need['state'][],
  ): Promise<readonly string[]>;
  /** Needs whose enquiry period has ended, the longest ended first. */
  dueToOpen(now: Date, limit: number): Promise<readonly string[]>;
}

export function createNeedRepository(database: Database): NeedRepository {
  const one = async (ctx: Context, id: string, suffix: string): Promise<Need | null> => {
    const [row] = await select<NeedRow>(database, `SELECT * FROM need WHERE id = ?${suffix}`, [id], ctx);
    return row ? needOf(row) : null;
  };
  const addLeaves = async (ctx: TransactionContext, need: Need): Promise<void> => {
    const leaves = leavesOf(need);
    if (listingOf(need) === 'hidden' || leaves.length === 0) return;
    await execute(
      database,
      `INSERT INTO need_leaf (need_id, leaf, listing, district, published_at) VALUES ${leaves.map(() => '(?, ?, ?, ?, ?)').join(', ')}`,
      leaves.flatMap((leaf) => [need.id, leaf, listingOf(need), need.place.district, need.publishedAt]),
      ctx,
    );
  };
  /** What the rows of `need_leaf` are made of. */
  const listed = (need: Need): string =>
    listingOf(need) !== 'hidden'
      ? [listingOf(need), need.place.district, need.publishedAt?.toISOString(), ...leavesOf(need)].join('\n')
      : '';
  return {
    find: (ctx, id) => one(ctx, id, ''),
    lock: (ctx, id) => one(ctx, id, ' FOR UPDATE'),
    async insert(ctx, need) {
      const columns = columnsOf(need);
      await execute(
        database,
        `INSERT INTO need (${columns.map(([column]) => column).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        columns.map(([, value]) => value),
        ctx,
      );
      await addLeaves(ctx, need);
    },
    async update(ctx, before, after) {
      const columns = columnsOf(after).slice(1);
      await execute(
        database,
        `UPDATE need SET ${columns.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ?`,
        [...columns.map(([, value]) => value), after.id],
        ctx,
      );
      if (listed(before) === listed(after)) return;
      if (listed(before) !== '') await execute(database, 'DELETE FROM need_leaf WHERE need_id = ?', [after.id], ctx);
      await addLeaves(ctx, after);
    },
    async addVersion(ctx, need) {
      await execute(
        database,
        'INSERT INTO need_version (need_id, version, title, snapshot, created_at) VALUES (?, ?, ?, ?, ?)',
        [need.id, need.version, need.title, JSON.stringify(publicStateOf(need)), need.updatedAt],
        ctx,
      );
    },
    async hasPublished(ctx, organisationId) {
      const rows = await select(
        database,
        'SELECT 1 FROM need WHERE organisation_id = ? AND published_at IS NOT NULL LIMIT 1',
        [organisationId],
        ctx,
      );
      return rows.length > 0;
    },
    async namedOtherwise(ctx, organisationId, name, states) {
      const rows = await select<{ id: string }>(
        database,
        'SELECT id FROM need WHERE organisation_id = ? AND state IN (?) AND organisation_name <> ? ORDER BY id',
        [organisationId, states, name],
        ctx,
      );
      return rows.map((row) => row.id);
    },
    async dueToOpen(now, limit) {
      const rows = await select<{ id: string }>(
        database,
        'SELECT id FROM need WHERE opens_at <= ? ORDER BY opens_at, id LIMIT ?',
        [now, limit],
      );
      return rows.map((row) => row.id);
    },
  };
}
