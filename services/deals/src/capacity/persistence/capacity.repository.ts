import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';

/** What is taken of a package, as its row stands. */
export interface PackageCapacity {
  readonly packageId: string;
  readonly version: number;
  readonly capacity: number;
  readonly used: number;
}
/** One award's share of a package. */
export interface CapacityUse {
  readonly packageId: string;
  readonly freedAt: Date | null;
}

/** Every write goes on from the version that was locked, and tells whether it still held. */
export interface CapacityRepository {
  find(ctx: Context, packageId: string): Promise<PackageCapacity | null>;
  /** Those of the packages that are known. */
  some(ctx: Context, packageIds: readonly string[]): Promise<readonly PackageCapacity[]>;
  /** The last lock that anything takes. */
  lock(ctx: TransactionContext, packageId: string): Promise<PackageCapacity | null>;
  insert(ctx: TransactionContext, packageId: string, capacity: number): Promise<void>;
  setCapacity(ctx: TransactionContext, from: PackageCapacity, capacity: number): Promise<boolean>;
  take(ctx: TransactionContext, from: PackageCapacity): Promise<boolean>;
  giveBack(ctx: TransactionContext, from: PackageCapacity): Promise<boolean>;
  useOf(ctx: Context, awardId: string): Promise<CapacityUse | null>;
  beginUse(ctx: TransactionContext, awardId: string, packageId: string, at: Date): Promise<void>;
  /** @returns whether it ended now: false when it had ended before, or never begun */
  endUse(ctx: TransactionContext, awardId: string, at: Date): Promise<boolean>;
}

export function createCapacityRepository(database: Database): CapacityRepository {
  const one = async (ctx: Context, packageId: string, locking: string): Promise<PackageCapacity | null> =>
    (
      await select<PackageCapacity>(
        database,
        `SELECT package_id AS packageId, version, capacity, used FROM package_capacity WHERE package_id = ? ${locking}`,
        [packageId],
        ctx,
      )
    )[0] ?? null;
  const step = async (
    ctx: TransactionContext,
    from: PackageCapacity,
    change: string,
    values: readonly unknown[] = [],
  ): Promise<boolean> =>
    (await execute(
      database,
      `UPDATE package_capacity SET ${change}, version = version + 1 WHERE package_id = ? AND version = ?`,
      [...values, from.packageId, from.version],
      ctx,
    )) === 1;
  return {
    find: (ctx, packageId) => one(ctx, packageId, ''),
    some: (ctx, packageIds) =>
      packageIds.length === 0
        ? Promise.resolve([])
        : select<PackageCapacity>(
            database,
            'SELECT package_id AS packageId, version, capacity, used FROM package_capacity WHERE package_id IN (?)',
            [[...new Set(packageIds)]],
            ctx,
          ),
    lock: (ctx, packageId) => one(ctx, packageId, 'FOR UPDATE'),
    async insert(ctx, packageId, capacity) {
      await execute(
        database,
        'INSERT INTO package_capacity (package_id, version, capacity, used, ceiling) VALUES (?, 1, ?, 0, ?)',
        [packageId, capacity, capacity],
        ctx,
      );
    },
    setCapacity: (ctx, from, capacity) =>
      step(ctx, from, 'ceiling = GREATEST(?, used), capacity = ?', [capacity, capacity]),
    // Counted by the database, so that the CHECK sees the truth even where two came at once.
    take: (ctx, from) => step(ctx, from, 'used = used + 1'),
    giveBack: (ctx, from) => step(ctx, from, 'ceiling = GREATEST(capacity, used - 1), used = used - 1'),
    async useOf(ctx, awardId) {
      const [row] = await select<CapacityUse>(
        database,
        'SELECT package_id AS packageId, freed_at AS freedAt FROM capacity_use WHERE award_id = ?',
        [awardId],
        ctx,
      );
      return row ?? null;
    },
    async beginUse(ctx, awardId, packageId, at) {
      await execute(
        database,
        'INSERT INTO capacity_use (award_id, package_id, taken_at, freed_at) VALUES (?, ?, ?, NULL)',
        [awardId, packageId, at],
        ctx,
      );
    },
    endUse: async (ctx, awardId, at) =>
      (await execute(
        database,
        'UPDATE capacity_use SET freed_at = ? WHERE award_id = ? AND freed_at IS NULL',
        [at, awardId],
        ctx,
      )) === 1,
  };
}
