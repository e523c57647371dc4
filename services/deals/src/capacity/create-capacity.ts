import type { PackageBody } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import {
  Conflict,
  Unavailable,
  type Audit,
  type Context,
  type Database,
  type Outbox,
  type TransactionContext,
} from '@duijie/service-kit';
import { createCapacityRepository, type PackageCapacity } from './persistence/capacity.repository';

/** The capacity ledger: what awards and running agreements take of packages. Nobody else writes it. */
export interface Capacity {
  /** Follows a package's published capacity. A package that shrinks keeps what is taken, and takes no more. */
  follow(ctx: TransactionContext, pkg: PackageBody): Promise<void>;
  /**
   * Takes one place of a package for an award. The last lock of its transaction.
   * @throws Conflict `capacity.full` @throws Unavailable while the package's event has not arrived
   */
  takeCapacity(ctx: TransactionContext, use: { readonly awardId: string; readonly packageId: string }): Promise<void>;
  /** Gives back what an award holds: once, however often it is told, and nothing where it never held any. */
  freeCapacity(ctx: TransactionContext, awardId: string): Promise<void>;
  /** @returns null for a package that is not known */
  of(ctx: Context, packageId: string): Promise<PackageCapacity | null>;
  /** Those that are known, by package. */
  ofMany(ctx: Context, packageIds: readonly string[]): Promise<ReadonlyMap<string, PackageCapacity>>;
}

const full = ({ capacity }: PackageCapacity): Conflict =>
  new Conflict('capacity.full', {
    zh: `这个服务包同时最多承接 ${capacity} 项，已满，请先与服务方商量或另选`,
    en: `This package takes at most ${capacity} at a time and is full; talk to the provider or choose another`,
  });

export function createCapacity(deps: {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly outbox: Outbox;
}): Capacity {
  const rows = createCapacityRepository(deps.database);

  async function tell(ctx: TransactionContext, now: PackageCapacity): Promise<void> {
    await deps.outbox.append(ctx, {
      type: 'capacity.changed.v1',
      aggregate: { type: 'package', id: now.packageId },
      sequence: now.version,
      data: { packageId: now.packageId, version: now.version, used: now.used, capacity: now.capacity },
    });
  }
  /** @throws Error when the row has moved on, which its lock rules out */
  function held(wentOn: boolean, { packageId }: PackageCapacity): void {
    if (!wentOn) throw new Error(`Capacity of package ${packageId} moved on under its lock`);
  }
  const recorded = (ctx: TransactionContext, action: string, now: PackageCapacity, awardId: string) =>
    deps.audit.record(ctx, {
      action,
      aggregate: { type: 'package', id: now.packageId },
      data: { awardId, used: now.used, capacity: now.capacity },
    });

  return {
    of: (ctx, packageId) => rows.find(ctx, packageId),
    ofMany: async (ctx, packageIds) => new Map((await rows.some(ctx, packageIds)).map((row) => [row.packageId, row])),
    async follow(ctx, pkg) {
      const capacity = Math.max(0, pkg.capacity);
      const before = await rows.lock(ctx, pkg.id);
      if (!before) return rows.insert(ctx, pkg.id, capacity);
      if (before.capacity === capacity) return;
      held(await rows.setCapacity(ctx, before, capacity), before);
      await tell(ctx, { ...before, capacity, version: before.version + 1 });
    },
    async takeCapacity(ctx, { awardId, packageId }) {
      const before = await rows.lock(ctx, packageId);
      if (!before)
        throw new Unavailable({
          zh: '服务包的信息还没有同步到，请稍后再试',
          en: 'The package has not arrived here yet; try again shortly',
        });
      if (before.used >= before.capacity) throw full(before);
      await rows.beginUse(ctx, awardId, packageId, deps.clock.now());
      held(await rows.take(ctx, before), before);
      const now = { ...before, used: before.used + 1, version: before.version + 1 };
      await recorded(ctx, 'capacity.taken', now, awardId);
      await tell(ctx, now);
    },
    async freeCapacity(ctx, awardId) {
      const use = await rows.useOf(ctx, awardId);
      if (!use || use.freedAt !== null) return;
      const before = await rows.lock(ctx, use.packageId);
      if (!before || !(await rows.endUse(ctx, awardId, deps.clock.now()))) return;
      held(await rows.giveBack(ctx, before), before);
      const now = { ...before, used: before.used - 1, version: before.version + 1 };
      await recorded(ctx, 'capacity.freed', now, awardId);
      await tell(ctx, now);
    },
  };
}
