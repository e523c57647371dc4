import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import type { Lot } from '../lot';

/** A row of `lot` as the driver gives it. */
export interface LotRow {
  readonly id: string;
  readonly version: number;
  readonly need_id: string;
  readonly need_version: string;
  readonly need_title: string;
  readonly poster_id: string;
  readonly poster_name: string;
  readonly district: string;
  readonly subdistrict: string | null;
  readonly title: string;
  readonly components: string;
  readonly mode: Lot['mode'];
  readonly terms: string;
  readonly state: Lot['state'];
  readonly attempt: number;
  readonly responses_due_at: Date | null;
  readonly published_at: Date;
  readonly opened_at: Date | null;
  readonly response_count: number;
  readonly award: string | null;
  readonly agreement_id: string | null;
  readonly because: string | null;
  readonly demo: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

const parsed = <T>(text: string | null): T | null => (text === null ? null : (JSON.parse(text) as T));

export const lotOf = (row: LotRow): Lot => ({
  id: row.id,
  version: row.version,
  needId: row.need_id,
  needVersion: Number(row.need_version),
  needTitle: row.need_title,
  organisationId: row.poster_id,
  organisationName: row.poster_name,
  district: row.district,
  subdistrict: row.subdistrict,
  title: row.title,
  components: JSON.parse(row.components) as string[],
  mode: row.mode,
  terms: JSON.parse(row.terms) as Lot['terms'],
  state: row.state,
  attempt: row.attempt,
  responsesDueAt: row.responses_due_at,
  publishedAt: row.published_at,
  openedAt: row.opened_at,
  responseCount: row.response_count,
  award: parsed(row.award),
  agreementId: row.agreement_id,
  because: parsed(row.because),
  demo: row.demo === 1,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

const columnsOf = (lot: Lot): readonly (readonly [column: string, value: unknown])[] => [
  ['id', lot.id],
  ['version', lot.version],
  ['need_id', lot.needId],
  ['need_version', lot.needVersion],
  ['need_title', lot.needTitle],
  ['poster_id', lot.organisationId],
  ['poster_name', lot.organisationName],
  ['district', lot.district],
  ['subdistrict', lot.subdistrict],
  ['title', lot.title],
  ['components', JSON.stringify(lot.components)],
  ['mode', lot.mode],
  ['terms', JSON.stringify(lot.terms)],
  ['state', lot.state],
  ['attempt', lot.attempt],
  ['responses_due_at', lot.responsesDueAt],
  ['published_at', lot.publishedAt],
  ['opened_at', lot.openedAt],
  ['response_count', lot.responseCount],
  ['award', lot.award === null ? null : JSON.stringify(lot.award)],
  ['agreement_id', lot.agreementId],
  ['because', lot.because === null ? null : JSON.stringify(lot.because)],
  ['demo', lot.demo ? 1 : 0],
  ['created_at', lot.createdAt],
  ['updated_at', lot.updatedAt],
];

export interface LotRepository {
  find(ctx: Context, id: string): Promise<Lot | null>;
  /** Locks the row until the transaction ends: the first lock that anything about a lot takes. */
  lock(ctx: TransactionContext, id: string): Promise<Lot | null>;
  /** Locks all lots of a need, in the order of their ids. */
  lockOfNeed(ctx: TransactionContext, needId: string): Promise<readonly Lot[]>;
  ofNeed(ctx: Context, needId: string): Promise<readonly Lot[]>;
  insert(ctx: TransactionContext, lot: Lot): Promise<void>;
  /** @param before as it was locked @throws Error when the row has moved on, which its lock rules out */
  update(ctx: TransactionContext, before: Lot, after: Lot): Promise<void>;
  /** Lots in `open` whose deadline has passed, the longest passed first. */
  dueToDecide(now: Date, limit: number): Promise<readonly string[]>;
}

export function createLotRepository(database: Database): LotRepository {
  const some = async (ctx: Context, where: string, value: string): Promise<Lot[]> =>
    (await select<LotRow>(database, `SELECT * FROM lot WHERE ${where}`, [value], ctx)).map(lotOf);
  return {
    find: async (ctx, id) => (await some(ctx, 'id = ?', id))[0] ?? null,
    lock: async (ctx, id) => (await some(ctx, 'id = ? FOR UPDATE', id))[0] ?? null,
    lockOfNeed: (ctx, needId) => some(ctx, 'need_id = ? ORDER BY id FOR UPDATE', needId),
    ofNeed: (ctx, needId) => some(ctx, 'need_id = ? ORDER BY id', needId),
    async insert(ctx, lot) {
      const columns = columnsOf(lot);
      await execute(
        database,
        `INSERT INTO lot (${columns.map(([column]) => column).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        columns.map(([, value]) => value),
        ctx,
      );
    },
    async update(ctx, before, after) {
      const columns = columnsOf(after).slice(1);
      const touched = await execute(
        database,
        `UPDATE lot SET ${columns.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ? AND version = ?`,
        [...columns.map(([, value]) => value), after.id, before.version],
        ctx,
      );
      if (touched !== 1) throw new Error(`Lot ${after.id} moved on under its lock`);
    },
    async dueToDecide(now, limit) {
      const rows = await select<{ id: string }>(
        database,
        `SELECT id FROM lot WHERE state = 'open' AND responses_due_at <= ? ORDER BY responses_due_at, id LIMIT ?`,
        [now, limit],
      );
      return rows.map(({ id }) => id);
    },
  };
}
