import type { AppointmentState, Page, PageQuery } from '@duijie/contracts';
import {
  decodeCursor,
  execute,
  isDuplicateKey,
  pageFrom,
  select,
  Conflict,
  type Context,
  type Database,
  type TransactionContext,
} from '@duijie/service-kit';
import type { Appointment } from '../appointment';

type Row = Omit<Appointment, 'amountFen'> & { readonly amountFen: string | null };

const columns = `id, version, lot_id AS lotId, need_id AS needId, need_title AS needTitle, poster_id AS posterId,
  poster_name AS posterName, organisation_id AS organisationId, organisation_name AS organisationName,
  package_id AS packageId, amount_fen AS amountFen, reason, state, answer, response_id AS responseId,
  award_id AS awardId, asked_at AS askedAt, answered_at AS answeredAt`;

const appointmentOf = (row: Row): Appointment => ({
  ...row,
  amountFen: row.amountFen === null ? null : Number(row.amountFen),
});

/** Which requests a list shows: of one side, or all. */
export interface AppointmentFilter {
  readonly side: 'provider' | 'poster' | 'all';
  readonly organisationId: string;
  readonly state: AppointmentState | undefined;
}

/** A list of requests as it is asked of the database, newest first. */
export function appointmentListSql(
  { side, organisationId, state }: AppointmentFilter,
  { cursor, limit }: PageQuery,
): { readonly sql: string; readonly values: readonly unknown[] } {
  const after = cursor === undefined ? null : decodeCursor(cursor, ['id'])[0];
  const where = [
    ...(side === 'provider' ? ['organisation_id = ?'] : side === 'poster' ? ['poster_id = ?'] : []),
    ...(state === undefined ? [] : ['state = ?']),
    ...(after === null ? [] : ['id < ?']),
  ];
  return {
    sql: `SELECT ${columns} FROM appointment ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`} ORDER BY id DESC LIMIT ?`,
    values: [
      ...(side === 'all' ? [] : [organisationId]),
      ...(state === undefined ? [] : [state]),
      ...(after === null ? [] : [after]),
      limit + 1,
    ],
  };
}

/** Direct requests. Whoever changes one holds its lot's row first. */
export interface AppointmentRepository {
  find(ctx: Context, id: string): Promise<Appointment | null>;
  lock(ctx: TransactionContext, id: string): Promise<Appointment | null>;
  /** The one of a lot that waits for its answer. */
  lockWaiting(ctx: TransactionContext, lotId: string): Promise<Appointment | null>;
  /** Those of the lots to which a request waits. */
  waiting(ctx: Context, lotIds: readonly string[]): Promise<ReadonlySet<string>>;
  list(ctx: Context, filter: AppointmentFilter, query: PageQuery): Promise<Page<Appointment>>;
  /** @throws Conflict `appointment.waiting` when another waits already */
  insert(ctx: TransactionContext, appointment: Appointment): Promise<void>;
  /** @param after with the next version @throws Error when the row has moved on */
  update(ctx: TransactionContext, before: Appointment, after: Appointment): Promise<void>;
}

export function createAppointmentRepository(database: Database): AppointmentRepository {
  const some = async (ctx: Context, rest: string, values: readonly unknown[]): Promise<Appointment[]> =>
    (await select<Row>(database, `SELECT ${columns} FROM appointment WHERE ${rest}`, values, ctx)).map(appointmentOf);
  return {
    find: async (ctx, id) => (await some(ctx, 'id = ?', [id]))[0] ?? null,
    lock: async (ctx, id) => (await some(ctx, 'id = ? FOR UPDATE', [id]))[0] ?? null,
    lockWaiting: async (ctx, lotId) => (await some(ctx, 'lot_id = ? AND waiting = 1 FOR UPDATE', [lotId]))[0] ?? null,
    async waiting(ctx, lotIds) {
      if (lotIds.length === 0) return new Set();
      const rows = await select<{ lotId: string }>(
        database,
        'SELECT lot_id AS lotId FROM appointment WHERE lot_id IN (?) AND waiting = 1',
        [lotIds],
        ctx,
      );
      return new Set(rows.map(({ lotId }) => lotId));
    },
    async list(ctx, filter, query) {
      const { sql, values } = appointmentListSql(filter, query);
      const rows = await select<Row>(database, sql, values, ctx);
      return pageFrom(rows.map(appointmentOf), query.limit, ({ id }) => [id]);
    },
    async insert(ctx, one) {
      try {
        await execute(
          database,
          `INSERT INTO appointment (id, version, lot_id, need_id, need_title, poster_id, poster_name, organisation_id,
             organisation_name, package_id, amount_fen, reason, state, waiting, asked_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          [
            one.id,
            one.version,
            one.lotId,
            one.needId,
            one.needTitle,
            one.posterId,
            one.posterName,
            one.organisationId,
            one.organisationName,
            one.packageId,
            one.amountFen,
            one.reason,
            one.state,
            one.state === 'waiting' ? 1 : null,
            one.askedAt,
          ],
          ctx,
        );
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        throw new Conflict('appointment.waiting', {
          zh: '已向一家服务方发出邀约，待其答复或先撤回',
          en: 'One provider has been asked already; wait for its answer, or withdraw the request',
        });
      }
    },
    async update(ctx, before, now) {
      const touched = await execute(
        database,
        `UPDATE appointment SET version = ?, package_id = ?, state = ?, waiting = ?, answer = ?, response_id = ?,
           award_id = ?, answered_at = ? WHERE id = ? AND version = ?`,
        [
          now.version,
          now.packageId,
          now.state,
          now.state === 'waiting' ? 1 : null,
          now.answer,
          now.responseId,
          now.awardId,
          now.answeredAt,
          now.id,
          before.version,
        ],
        ctx,
      );
      if (touched !== 1) throw new Error(`Appointment ${now.id} moved on under its lock`);
    },
  };
}
