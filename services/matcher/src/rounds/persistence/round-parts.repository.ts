import type { RoundMark } from '@duijie/contracts';
import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import type { Pair, RoundNeedFact, RoundPackageFact, RoundPair } from '../round';

const rowsAtOnce = 2000;

/** Needs, packages and pairs of rounds. */
export interface RoundPartsRepository {
  /** @throws the driver's duplicate key where a need stands in another open round */
  addNeeds(ctx: TransactionContext, roundId: string, needs: readonly Omit<RoundNeedFact, 'offers'>[]): Promise<void>;
  /** Which of these stand in an open round. */
  taken(ctx: Context, needIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** All needs of a round in their order, with the offers set by hand. */
  needs(ctx: Context, roundId: string): Promise<readonly RoundNeedFact[]>;
  packages(ctx: Context, roundId: string): Promise<readonly RoundPackageFact[]>;
  /** @param needIds only of these needs */
  pairs(ctx: Context, roundId: string, needIds?: readonly string[]): Promise<readonly RoundPair[]>;
  marked(ctx: Context, roundId: string): Promise<readonly (Pair & { readonly mark: RoundMark })[]>;
  replace(
    ctx: TransactionContext,
    roundId: string,
    parts: { readonly packages: readonly RoundPackageFact[]; readonly pairs: readonly RoundPair[] },
  ): Promise<void>;
  mark(ctx: TransactionContext, roundId: string, pair: Pair, mark: RoundMark | null): Promise<void>;
  setOffers(ctx: TransactionContext, roundId: string, needId: string, offers: number | null): Promise<void>;
  setPlaces(ctx: TransactionContext, roundId: string, packageId: string, places: number | null): Promise<void>;
  /** The needs may take part in another round. */
  release(ctx: TransactionContext, roundId: string): Promise<void>;
}

export function createRoundPartsRepository(database: Database): RoundPartsRepository {
  async function insert(ctx: TransactionContext, into: string, rows: readonly (readonly unknown[])[]): Promise<void> {
    for (let at = 0; at < rows.length; at += rowsAtOnce)
      await execute(database, `INSERT INTO ${into} VALUES ?`, [rows.slice(at, at + rowsAtOnce)], ctx);
  }
  return {
    addNeeds: (ctx, roundId, needs) =>
      insert(
        ctx,
        'round_need (round_id, need_id, place, district, offers, live_need_id)',
        needs.map(({ needId, district }, place) => [roundId, needId, place, district, null, needId]),
      ),
    async taken(ctx, needIds) {
      if (needIds.length === 0) return new Set();
      const rows = await select<{ id: string }>(
        database,
        'SELECT live_need_id AS id FROM round_need WHERE live_need_id IN (?)',
        [needIds],
        ctx,
      );
      return new Set(rows.map(({ id }) => id));
    },
    async needs(ctx, roundId) {
      return select<RoundNeedFact>(
        database,
        'SELECT need_id AS needId, district, offers FROM round_need WHERE round_id = ? ORDER BY place, need_id',
        [roundId],
        ctx,
      );
    },
    async packages(ctx, roundId) {
      const rows = await select<Omit<RoundPackageFact, 'small'> & { small: number }>(
        database,
        `SELECT package_id AS packageId, provider_id AS providerId, group_id AS groupId, free, places, small
         FROM round_package WHERE round_id = ? ORDER BY package_id`,
        [roundId],
        ctx,
      );
      return rows.map((row) => ({ ...row, small: row.small === 1 }));
    },
    async pairs(ctx, roundId, needIds) {
      if (needIds?.length === 0) return [];
      return select<RoundPair>(
        database,
        `SELECT need_id AS needId, package_id AS packageId, score, regard, mark FROM round_pair
         WHERE round_id = ? ${needIds ? 'AND need_id IN (?)' : ''} ORDER BY need_id, score DESC, package_id`,
        needIds ? [roundId, needIds] : [roundId],
        ctx,
      );
    },
    marked: (ctx, roundId) =>
      select<Pair & { mark: RoundMark }>(
        database,
        `SELECT need_id AS needId, package_id AS packageId, mark FROM round_pair
         WHERE round_id = ? AND mark IN ('pinned', 'vetoed') ORDER BY need_id, package_id`,
        [roundId],
        ctx,
      ),
    async replace(ctx, roundId, { packages, pairs }) {
      await execute(database, 'DELETE FROM round_pair WHERE round_id = ?', [roundId], ctx);
      await execute(database, 'DELETE FROM round_package WHERE round_id = ?', [roundId], ctx);
      await insert(
        ctx,
        'round_package (round_id, package_id, provider_id, group_id, free, places, small)',
        packages.map((one) => [
          roundId,
          one.packageId,
          one.providerId,
          one.groupId,
          one.free,
          one.places,
          one.small ? 1 : 0,
        ]),
      );
      await insert(
        ctx,
        'round_pair (round_id, need_id, package_id, score, regard, mark)',
        pairs.map((pair) => [roundId, pair.needId, pair.packageId, pair.score, pair.regard, pair.mark]),
      );
    },
    async mark(ctx, roundId, { needId, packageId }, mark) {
      await execute(
        database,
        'UPDATE round_pair SET mark = ? WHERE round_id = ? AND need_id = ? AND package_id = ?',
        [mark, roundId, needId, packageId],
        ctx,
      );
    },
    async setOffers(ctx, roundId, needId, offers) {
      await execute(
        database,
        'UPDATE round_need SET offers = ? WHERE round_id = ? AND need_id = ?',
        [offers, roundId, needId],
        ctx,
      );
    },
    async setPlaces(ctx, roundId, packageId, places) {
      await execute(
        database,
        'UPDATE round_package SET places = ? WHERE round_id = ? AND package_id = ?',
        [places, roundId, packageId],
        ctx,
      );
    },
    async release(ctx, roundId) {
      await execute(database, 'UPDATE round_need SET live_need_id = NULL WHERE round_id = ?', [roundId], ctx);
    },
  };
}
