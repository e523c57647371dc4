import { select, type Context, type Database } from '@duijie/service-kit';

const lotSql = {
  lotId: 'SELECT id AS lotId FROM lot WHERE id = ?',
  responseId: 'SELECT lot_id AS lotId FROM response WHERE id = ?',
  awardId: 'SELECT lot_id AS lotId FROM award WHERE id = ?',
  appointmentId: 'SELECT lot_id AS lotId FROM appointment WHERE id = ?',
  objectionId: 'SELECT lot_id AS lotId FROM objection WHERE id = ?',
  agreementId: 'SELECT lot_id AS lotId FROM agreement WHERE id = ?',
  reviewId: `SELECT a.lot_id AS lotId FROM agreement a JOIN (SELECT id, agreement_id FROM review
    UNION ALL SELECT id, agreement_id FROM payer_review) r ON r.agreement_id = a.id WHERE r.id = ?`,
} as const;

/** What a route may name whose lot is known here, the most particular last. */
export type LotKey = keyof typeof lotSql;
export const lotKeys = Object.keys(lotSql) as readonly LotKey[];

/** A step of the other side that one's own answers. */
export interface OtherStep {
  /** Of an appointment or agreement. */
  readonly aggregateId: string;
  readonly actions: readonly string[];
  /** Who answers now: its own steps do not count. */
  readonly organisationId: string;
  /** What the log must say of the step. */
  readonly where: { readonly path: '$.milestoneId' | '$.confirmed'; readonly value: string } | null;
  /** Steps before the last of these count no more. */
  readonly since: string | null;
}

/** Whose matter a lot is, asked before a broker acts for somebody. */
export interface OwnMatters {
  lotOf(ctx: Context, key: LotKey, id: string): Promise<string | null>;
  /** Whether an organisation posted a lot, ever competed for it, is asked or was chosen for it, or is a party of its agreement. */
  concerns(ctx: Context, lotId: string, organisationId: string): Promise<boolean>;
  /**
   * The association that did the last of these steps on behalf of somebody else than the asker; null where it was done
   * without a broker, or never.
   */
  lastBroker(ctx: Context, step: OtherStep): Promise<string | null>;
}

export const createOwnMatters = (database: Database): OwnMatters => ({
  async lotOf(ctx, key, id) {
    const [row] = await select<{ lotId: string }>(database, lotSql[key], [id], ctx);
    return row?.lotId ?? null;
  },
  async concerns(ctx, lotId, organisationId) {
    const both = [lotId, organisationId];
    const rows = await select(
      database,
      `SELECT 1 FROM lot WHERE id = ? AND poster_id = ?
       UNION ALL SELECT 1 FROM response_party WHERE lot_id = ? AND organisation_id = ?
         AND standing IN ('leader', 'confirmed')
       UNION ALL SELECT 1 FROM award WHERE lot_id = ? AND organisation_id = ?
       UNION ALL SELECT 1 FROM appointment WHERE lot_id = ? AND organisation_id = ? AND state IN ('waiting', 'accepted')
       UNION ALL SELECT 1 FROM agreement a JOIN agreement_part p ON p.agreement_id = a.id
         WHERE a.lot_id = ? AND p.organisation_id = ? LIMIT 1`,
      [...both, ...both, ...both, ...both, ...both],
      ctx,
    );
    return rows.length > 0;
  },
  async lastBroker(ctx, { aggregateId, actions, organisationId, where, since }) {
    const [row] = await select<{ broker: string | null }>(
      database,
      `SELECT broker_organisation_id AS broker FROM audit_entry WHERE aggregate_id = ? AND action IN (?)
       AND organisation_id <> ?
       ${where === null ? '' : 'AND COALESCE(JSON_UNQUOTE(JSON_EXTRACT(data, ?)), ?) = ?'}
       ${
         since === null
           ? ''
           : `AND id > (SELECT COALESCE(MAX(id), '') FROM audit_entry WHERE aggregate_id = ? AND action = ?)`
       }
       ORDER BY id DESC LIMIT 1`,
      [
        aggregateId,
        actions,
        organisationId,
        // A step whose entry does not speak of it is meant.
        ...(where === null ? [] : [where.path, where.value, where.value]),
        ...(since === null ? [] : [aggregateId, since]),
      ],
      ctx,
    );
    return row?.broker ?? null;
  },
});
