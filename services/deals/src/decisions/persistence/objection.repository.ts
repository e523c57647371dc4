import type { Page, PageQuery } from '@duijie/contracts';
import {
  decodeCursor,
  execute,
  pageFrom,
  select,
  type Context,
  type Database,
  type TransactionContext,
} from '@duijie/service-kit';
import type { Objection } from '../objection';

interface ObjectionRow extends Omit<Objection, 'calendarKnown' | 'demo'> {
  readonly calendarKnown: number;
  readonly demo: number;
}

const columns: readonly (readonly [column: string, field: keyof Objection])[] = [
  ['id', 'id'],
  ['version', 'version'],
  ['lot_id', 'lotId'],
  ['need_id', 'needId'],
  ['need_title', 'needTitle'],
  ['award_id', 'awardId'],
  ['poster_id', 'posterId'],
  ['objector_id', 'objectorId'],
  ['objector_name', 'objectorName'],
  ['state', 'state'],
  ['text', 'text'],
  ['passed_at', 'passedAt'],
  ['passed_text', 'passedText'],
  ['answer', 'answer'],
  ['answered_at', 'answeredAt'],
  ['formal_at', 'formalAt'],
  ['answer_due_at', 'answerDueAt'],
  ['calendar_known', 'calendarKnown'],
  ['decision', 'decision'],
  ['decided_at', 'decidedAt'],
  ['raised_at', 'raisedAt'],
  ['updated_at', 'updatedAt'],
  ['demo', 'demo'],
];
const selected = columns.map(([column, field]) => `${column} AS ${field}`).join(', ');
const running = ({ state }: Objection): 1 | null =>
  state === 'asked' || state === 'answered' || state === 'formal' ? 1 : null;
const valueOf = (one: Objection, field: keyof Objection): unknown => {
  const value = one[field];
  return typeof value === 'boolean' ? (value ? 1 : 0) : value;
};
const objectionOf = (row: ObjectionRow): Objection => ({
  ...row,
  calendarKnown: row.calendarKnown === 1,
  demo: row.demo === 1,
});

/** Whose eyes a list is for: those who see all, the poster, or one objector. */
export type ObjectionReader =
  | { readonly sees: 'all' | 'passed' }
  | { readonly sees: 'own'; readonly organisationId: string };

/** A lot's objections as they are asked of the database, newest first. */
export function objectionListSql(
  lotId: string,
  reader: ObjectionReader,
  { cursor, limit }: PageQuery,
): { readonly sql: string; readonly values: readonly unknown[] } {
  const after = cursor === undefined ? null : decodeCursor(cursor, ['id'])[0];
  const limits = {
    all: '',
    passed: 'AND (passed_at IS NOT NULL OR formal_at IS NOT NULL)',
    own: 'AND objector_id = ?',
  } as const;
  return {
    sql: `SELECT ${selected} FROM objection WHERE lot_id = ? ${limits[reader.sees]} ${after === null ? '' : 'AND id < ?'}
      ORDER BY id DESC LIMIT ?`,
    values: [
      lotId,
      ...(reader.sees === 'own' ? [reader.organisationId] : []),
      ...(after === null ? [] : [after]),
      limit + 1,
    ],
  };
}

/** Objections. Whoever changes one holds its lot's row first. */
export interface ObjectionRepository {
  find(ctx: Context, id: string): Promise<Objection | null>;
  lock(ctx: TransactionContext, id: string): Promise<Objection | null>;
  /** Those of an award that are not settled, in the order of their ids, locked. */
  lockRunning(ctx: TransactionContext, awardId: string): Promise<readonly Objection[]>;
  list(ctx: Context, lotId: string, reader: ObjectionReader, query: PageQuery): Promise<Page<Objection>>;
  insert(ctx: TransactionContext, objection: Objection): Promise<void>;
  /** @throws Error when the row has moved on */
  update(ctx: TransactionContext, before: Objection, after: Objection): Promise<void>;
}

export function createObjectionRepository(database: Database): ObjectionRepository {
  const some = async (ctx: Context, rest: string, values: readonly unknown[]): Promise<Objection[]> =>
    (await select<ObjectionRow>(database, `SELECT ${selected} FROM objection WHERE ${rest}`, values, ctx)).map(
      objectionOf,
    );
  return {
    find: async (ctx, id) => (await some(ctx, 'id = ?', [id]))[0] ?? null,
    lock: async (ctx, id) => (await some(ctx, 'id = ? FOR UPDATE', [id]))[0] ?? null,
    lockRunning: (ctx, awardId) =>
      some(ctx, `award_id = ? AND state IN ('asked', 'answered', 'formal') ORDER BY id FOR UPDATE`, [awardId]),
    async list(ctx, lotId, reader, query) {
      const { sql, values } = objectionListSql(lotId, reader, query);
      const rows = await select<ObjectionRow>(database, sql, values, ctx);
      return pageFrom(rows.map(objectionOf), query.limit, ({ id }) => [id]);
    },
    async insert(ctx, one) {
      await execute(
        database,
        `INSERT INTO objection (${columns.map(([column]) => column).join(', ')}, running)
         VALUES (${columns.map(() => '?').join(', ')}, ?)`,
        [...columns.map(([, field]) => valueOf(one, field)), running(one)],
        ctx,
      );
    },
    async update(ctx, before, after) {
      const changed = columns.slice(1);
      const touched = await execute(
        database,
        `UPDATE objection SET ${changed.map(([column]) => `${column} = ?`).join(', ')}, running = ?
         WHERE id = ? AND version = ?`,
        [...changed.map(([, field]) => valueOf(after, field)), running(after), after.id, before.version],
        ctx,
      );
      if (touched !== 1) throw new Error(`Objection ${after.id} moved on under its lock`);
    },
  };
}
