import type { DemoState } from '@duijie/contracts';
import type { Context, Database, TransactionContext } from '@duijie/service-kit';
import { IsNull } from 'typeorm';
import { execute, select } from '../../persistence/sql';
import { DemoEmptyingEntity } from './demo-emptying.entity';

type Counts = Pick<DemoState, 'organisations' | 'compounds' | 'people'>;

export interface DemoRepository {
  /** What is invented and there. */
  counts(ctx: Context): Promise<Counts>;
  running(ctx: Context): Promise<DemoEmptyingEntity | null>;
  last(ctx: Context): Promise<DemoEmptyingEntity | null>;
  insert(ctx: TransactionContext, one: DemoEmptyingEntity): Promise<void>;
  /** Ids of all that is invented. */
  ids(ctx: Context): Promise<readonly string[]>;
  /** What was ordered away, after an id, in order. */
  toTell(ctx: Context, after: string, limit: number): Promise<readonly string[]>;
  told(ctx: TransactionContext, id: string, upTo: string): Promise<void>;
  /** Whether something that was ordered away is still here. */
  left(ctx: Context): Promise<boolean>;
  finish(ctx: TransactionContext, id: string, at: Date): Promise<void>;
}

/** People who belong to an invented organisation, and to no other. */
const onlyInvented = `SELECT DISTINCT m.person_id FROM organisation o JOIN membership m ON m.organisation_id = o.id
  WHERE o.demo = 1 AND NOT EXISTS (
    SELECT 1 FROM membership x JOIN organisation y ON y.id = x.organisation_id WHERE x.person_id = m.person_id AND y.demo = 0)`;

export const createDemoRepository = (database: Database): DemoRepository => {
  const number = async (ctx: Context, sql: string): Promise<number> =>
    Number((await select<{ n: string }>(database, ctx, sql))[0]?.n ?? 0);
  const entity = (ctx: Context) => database.manager(ctx).getRepository(DemoEmptyingEntity);
  return {
    async counts(ctx) {
      const rows = await select<{ kind: Counts['organisations'][number]['kind']; n: string }>(
        database,
        ctx,
        'SELECT kind, COUNT(*) AS n FROM organisation WHERE demo = 1 AND removed_at IS NULL GROUP BY kind ORDER BY n DESC, kind',
      );
      return {
        organisations: rows.map(({ kind, n }) => ({ kind, count: Number(n) })),
        compounds: await number(ctx, 'SELECT COUNT(*) AS n FROM compound WHERE demo = 1'),
        people: await number(ctx, `SELECT COUNT(*) AS n FROM (${onlyInvented}) p`),
      };
    },
    running: (ctx) => entity(ctx).findOne({ where: { finishedAt: IsNull() }, order: { id: 'ASC' } }),
    last: async (ctx) => (await entity(ctx).find({ order: { id: 'DESC' }, take: 1 }))[0] ?? null,
    async insert(ctx, one) {
      await entity(ctx).insert(one);
    },
    async ids(ctx) {
      const rows = await select<{ id: string }>(
        database,
        ctx,
        'SELECT id FROM organisation WHERE demo = 1 UNION ALL SELECT id FROM compound WHERE demo = 1',
      );
      return rows.map(({ id }) => id);
    },
    toTell: async (ctx, after, limit) =>
      (
        await select<{ id: string }>(database, ctx, `SELECT id FROM emptied WHERE id > ? ORDER BY id LIMIT ${limit}`, [
          after,
        ])
      ).map(({ id }) => id),
    async told(ctx, id, upTo) {
      await execute(database, ctx, 'UPDATE demo_emptying SET told_up_to = ? WHERE id = ?', [upTo, id]);
    },
    left: async (ctx) => (await number(ctx, 'SELECT COUNT(*) AS n FROM emptied WHERE settled_at IS NULL')) > 0,
    async finish(ctx, id, at) {
      await execute(database, ctx, 'UPDATE demo_emptying SET finished_at = ?, told_up_to = NULL WHERE id = ?', [
        at,
        id,
      ]);
    },
  };
};
