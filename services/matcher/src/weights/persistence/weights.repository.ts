import { decodeCursor, pageFrom, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import type { Page, PageQuery } from '@duijie/contracts';
import { LessThan } from 'typeorm';
import { completed, type KeptWeights, type WeightsRelease } from '../weights-version';
import { WeightsReleaseEntity } from './weights-release.entity';
import { WeightsVersionEntity } from './weights-version.entity';

export type WeightsRepository = ReturnType<typeof createWeightsRepository>;

const keptOf = ({ forceSlot: _forceSlot, ...row }: WeightsVersionEntity): KeptWeights => ({
  ...row,
  weights: completed(row.weights),
  before: completed(row.before),
});
const rowOf = (kept: KeptWeights): WeightsVersionEntity => ({
  ...kept,
  forceSlot: kept.state === 'in_force' ? 1 : null,
});

/** Versions of the weights and their releases. */
export function createWeightsRepository(database: Database) {
  const one = (row: WeightsVersionEntity | null): KeptWeights | null => (row ? keptOf(row) : null);
  return {
    inForce: async (ctx?: Context): Promise<KeptWeights | null> =>
      one(await database.manager(ctx).findOne(WeightsVersionEntity, { where: { forceSlot: 1 } })),
    find: async (ctx: Context, id: string): Promise<KeptWeights | null> =>
      one(await database.manager(ctx).findOne(WeightsVersionEntity, { where: { id } })),
    /** Locks a version, and the one in force: whoever moves weights does so one after the other. */
    async lock(
      ctx: TransactionContext,
      id: string,
    ): Promise<{ readonly asked: KeptWeights | null; readonly inForce: KeptWeights | null }> {
      const rows = await database.manager(ctx).find(WeightsVersionEntity, {
        where: [{ id }, { forceSlot: 1 }],
        order: { no: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      return {
        asked: one(rows.find((row) => row.id === id) ?? null),
        inForce: one(rows.find((row) => row.forceSlot === 1) ?? null),
      };
    },
    async list({ limit, cursor }: PageQuery): Promise<Page<KeptWeights>> {
      const after = cursor === undefined ? null : decodeCursor(cursor, ['number']);
      const rows = await database.manager().find(WeightsVersionEntity, {
        ...(after ? { where: { no: LessThan(after[0]) } } : {}),
        order: { no: 'DESC' },
        take: limit + 1,
      });
      const page = pageFrom(rows, limit, ({ no }) => [no]);
      return { ...page, items: page.items.map(keptOf) };
    },
    isKnown: async (ctx: Context, label: string): Promise<boolean> =>
      (await database.manager(ctx).countBy(WeightsVersionEntity, { label })) > 0,
    /** Learnt proposals made from the weights of this label, newest first. */
    learntFrom: async (ctx: Context, basedOn: string): Promise<KeptWeights[]> =>
      (
        await database.manager(ctx).find(WeightsVersionEntity, {
          where: { state: 'proposed', source: 'learnt', basedOn },
          order: { no: 'DESC' },
          take: 20,
        })
      ).map(keptOf),
    nextNo: async (ctx: Context): Promise<number> =>
      ((await database.manager(ctx).maximum(WeightsVersionEntity, 'no')) ?? 0) + 1,
    insert: async (ctx: TransactionContext, kept: KeptWeights): Promise<void> => {
      await database.manager(ctx).insert(WeightsVersionEntity, rowOf(kept));
    },
    update: async (ctx: TransactionContext, kept: KeptWeights): Promise<void> => {
      const { id, ...row } = rowOf(kept);
      await database.manager(ctx).update(WeightsVersionEntity, { id }, row);
    },
    lastRelease: async (ctx?: Context): Promise<WeightsRelease | null> =>
      (await database.manager(ctx).find(WeightsReleaseEntity, { order: { no: 'DESC' }, take: 1 }))[0] ?? null,
    releases: (limit: number): Promise<WeightsRelease[]> =>
      database.manager().find(WeightsReleaseEntity, { order: { no: 'DESC' }, take: limit }),
    insertRelease: async (ctx: TransactionContext, release: WeightsRelease): Promise<void> => {
      await database.manager(ctx).insert(WeightsReleaseEntity, { ...release });
    },
  };
}
