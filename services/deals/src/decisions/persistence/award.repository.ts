import type { RankedResponse, Scoring } from '@duijie/contracts';
import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import type { Award } from '../award';

interface AwardRow {
  readonly id: string;
  readonly version: number;
  readonly lot_id: string;
  readonly need_id: string;
  readonly attempt: number;
  readonly kind: Award['kind'];
  readonly state: Award['state'];
  readonly response_id: string | null;
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly package_id: string | null;
  readonly package_version: number | null;
  readonly amount_fen: string | null;
  readonly reason: string;
  readonly document_note: string | null;
  readonly ranking: string;
  readonly scoring: string | null;
  readonly decided_at: Date;
  readonly notice_until: Date | null;
  readonly notice_left_ms: string | null;
  readonly effective_at: Date | null;
  readonly ended_at: Date | null;
  readonly cancelled_because: string | null;
}

const numberOf = (value: string | null): number | null => (value === null ? null : Number(value));

const awardOf = (row: AwardRow): Award => ({
  id: row.id,
  version: row.version,
  lotId: row.lot_id,
  needId: row.need_id,
  attempt: row.attempt,
  kind: row.kind,
  state: row.state,
  responseId: row.response_id,
  organisationId: row.organisation_id,
  organisationName: row.organisation_name,
  packageId: row.package_id,
  packageVersion: row.package_version,
  amountFen: numberOf(row.amount_fen),
  reason: row.reason,
  documentNote: row.document_note,
  ranking: JSON.parse(row.ranking) as RankedResponse[],
  scoring: row.scoring === null ? null : (JSON.parse(row.scoring) as Scoring),
  decidedAt: row.decided_at,
  noticeUntil: row.notice_until,
  noticeLeftMs: numberOf(row.notice_left_ms),
  effectiveAt: row.effective_at,
  endedAt: row.ended_at,
  cancelledBecause: row.cancelled_because,
});

const columnsOf = (award: Award): readonly (readonly [column: string, value: unknown])[] => [
  ['id', award.id],
  ['version', award.version],
  ['lot_id', award.lotId],
  ['need_id', award.needId],
  ['attempt', award.attempt],
  ['kind', award.kind],
  ['state', award.state],
  ['live', award.endedAt === null ? 1 : null],
  ['response_id', award.responseId],
  ['organisation_id', award.organisationId],
  ['organisation_name', award.organisationName],
  ['package_id', award.packageId],
  ['package_version', award.packageVersion],
  ['amount_fen', award.amountFen],
  ['reason', award.reason],
  ['document_note', award.documentNote],
  ['ranking', JSON.stringify(award.ranking)],
  ['scoring', award.scoring === null ? null : JSON.stringify(award.scoring)],
  ['decided_at', award.decidedAt],
  ['notice_until', award.noticeUntil],
  ['notice_left_ms', award.noticeLeftMs],
  ['effective_at', award.effectiveAt],
  ['ended_at', award.endedAt],
  ['cancelled_because', award.cancelledBecause],
];

/** Awards. Whoever changes one holds its lot's row first. */
export interface AwardRepository {
  find(ctx: Context, id: string): Promise<Award | null>;
  lock(ctx: TransactionContext, id: string): Promise<Award | null>;
  /** The one that holds now, or null. */
  ofLot(ctx: Context, lotId: string): Promise<Award | null>;
  /** {@link ofLot}, its row locked. */
  lockOfLot(ctx: TransactionContext, lotId: string): Promise<Award | null>;
  /** The last one of this attempt that was cancelled: whose ranking tells who comes next. */
  fallen(ctx: Context, lotId: string, attempt: number): Promise<Award | null>;
  /**
   * What of the need's money is bound elsewhere, in fen: by the other lots, each for its signed price, until then for its
   * award (or its draft's price where the award names none); and what was paid under terminated agreements, of whatever
   * lot. All lots of the need are locked by whoever binds more by it.
   * @param exceptLotId null to count the live awards of every lot
   */
  elsewhereFen(ctx: Context, needId: string, exceptLotId: string | null): Promise<number>;
  /** Newest first. @param beforeId from where on, null from the newest */
  page(ctx: Context, lotId: string, beforeId: string | null, limit: number): Promise<readonly Award[]>;
  insert(ctx: TransactionContext, award: Award): Promise<void>;
  /** @param before as it was locked @returns the award with its next version @throws Error when the row has moved on */
  update(ctx: TransactionContext, before: Award, after: Award): Promise<Award>;
  /** Awards whose notice is over, with their lots; the longest over first. */
  dueToTakeEffect(now: Date, limit: number): Promise<readonly { readonly id: string; readonly lotId: string }[]>;
}

export function createAwardRepository(database: Database): AwardRepository {
  const some = async (ctx: Context, rest: string, values: readonly unknown[]): Promise<Award[]> =>
    (await select<AwardRow>(database, `SELECT * FROM award WHERE ${rest}`, values, ctx)).map(awardOf);
  return {
    find: async (ctx, id) => (await some(ctx, 'id = ?', [id]))[0] ?? null,
    lock: async (ctx, id) => (await some(ctx, 'id = ? FOR UPDATE', [id]))[0] ?? null,
    ofLot: async (ctx, lotId) => (await some(ctx, 'lot_id = ? AND live = 1', [lotId]))[0] ?? null,
    lockOfLot: async (ctx, lotId) => (await some(ctx, 'lot_id = ? AND live = 1 FOR UPDATE', [lotId]))[0] ?? null,
    fallen: async (ctx, lotId, attempt) =>
      (
        await some(ctx, `lot_id = ? AND attempt = ? AND state = 'cancelled' ORDER BY id DESC LIMIT 1`, [lotId, attempt])
      )[0] ?? null,
    async elsewhereFen(ctx, needId, exceptLotId) {
      const [row] = await select<{ sum: string | null }>(
        database,
        `SELECT (SELECT COALESCE(SUM(IF(g.state IN ('signed', 'completed'), g.price_fen,
             COALESCE(a.amount_fen, g.price_fen))), 0)
           FROM award a LEFT JOIN agreement g ON g.live_award_id = a.id
           WHERE a.need_id = ? AND a.live = 1 AND a.lot_id <> ?)
         + (SELECT COALESCE(SUM(g.paid_fen), 0) FROM lot l JOIN agreement g ON g.lot_id = l.id
           WHERE l.need_id = ? AND g.state = 'terminated') AS sum`,
        [needId, exceptLotId ?? '', needId],
        ctx,
      );
      return Number(row?.sum ?? 0);
    },
    page: (ctx, lotId, beforeId, limit) =>
      some(ctx, `lot_id = ? ${beforeId === null ? '' : 'AND id < ?'} ORDER BY id DESC LIMIT ?`, [
        lotId,
        ...(beforeId === null ? [] : [beforeId]),
        limit,
      ]),
    async insert(ctx, award) {
      const columns = columnsOf(award);
      await execute(
        database,
        `INSERT INTO award (${columns.map(([column]) => column).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        columns.map(([, value]) => value),
        ctx,
      );
    },
    async update(ctx, before, after) {
      const award: Award = { ...after, version: before.version + 1 };
      const columns = columnsOf(award).slice(1);
      const touched = await execute(
        database,
        `UPDATE award SET ${columns.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ? AND version = ?`,
        [...columns.map(([, value]) => value), award.id, before.version],
        ctx,
      );
      if (touched !== 1) throw new Error(`Award ${award.id} moved on under its lock`);
      return award;
    },
    dueToTakeEffect: (now, limit) =>
      select<{ id: string; lotId: string }>(
        database,
        `SELECT id, lot_id AS lotId FROM award WHERE state = 'notice' AND notice_until <= ?
         ORDER BY notice_until, id LIMIT ?`,
        [now, limit],
      ),
  };
}
