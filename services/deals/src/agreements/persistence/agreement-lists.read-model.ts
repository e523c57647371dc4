import type { AgreementState, AgreementSummary, MilestoneState } from '@duijie/contracts';
import { dayOf } from '@duijie/domain-kit';
import { decodeCursor, pageFrom, select, type Context, type Database } from '@duijie/service-kit';
import { isOverdue, type NextMilestone } from '../agreement';
import type { AgreementScope } from './agreement.entity';

/** Whose list is asked for. */
export interface AgreementList {
  readonly scope: AgreementScope;
  readonly value: string;
}
interface PageAsked {
  readonly limit: number;
  readonly cursor?: string | undefined;
}
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

interface SummaryRow extends Pick<AgreementSummary, 'id' | 'version'> {
  readonly need_id: string;
  readonly need_title: string;
  readonly poster_id: string;
  readonly poster_name: string;
  readonly lead_id: string;
  readonly lead_name: string;
  readonly state: AgreementState;
  readonly price_fen: string | null;
  readonly paid_fen: string;
  readonly signed_on: string | null;
  readonly ends_on: string | null;
  readonly next_milestone: string | null;
  readonly updated_at: Date;
}
interface OverdueRow {
  readonly agreement_id: string;
  readonly need_title: string;
  readonly poster_id: string;
  readonly poster_name: string;
  readonly lead_id: string;
  readonly lead_name: string;
  readonly milestone_id: string;
  readonly title: string;
  readonly state: MilestoneState;
  readonly attention_on: string;
}

/** Agreements of a list, newest first: a walk along the listing's primary key or, of one state, its index. */
export function agreementListSql(
  { scope, value }: AgreementList,
  state: AgreementState | undefined,
  { limit, cursor }: PageAsked,
): Statement {
  const after = cursor === undefined ? null : decodeCursor(cursor, ['id'])[0];
  const index = state === undefined ? 'PRIMARY' : 'ix_agreement_listing_state';
  return {
    sql: `SELECT a.id, a.version, a.need_id, a.need_title, a.poster_id, a.poster_name, a.lead_id, a.lead_name, a.state,
        a.price_fen, a.paid_fen, a.signed_on, a.ends_on, a.next_milestone, a.updated_at
      FROM agreement_listing l FORCE INDEX (${index}) STRAIGHT_JOIN agreement a ON a.id = l.agreement_id
      WHERE l.scope = ? AND l.value = ? ${state === undefined ? '' : 'AND l.state = ?'}
        ${after === null ? '' : 'AND l.agreement_id < ?'}
      ORDER BY l.agreement_id DESC LIMIT ?`,
    values: [scope, value, ...(state === undefined ? [] : [state]), ...(after === null ? [] : [after]), limit + 1],
  };
}

/** The same, of one compound, as far as they stand in the caller's list: few enough to look each up there. */
export function compoundAgreementsSql(
  compoundId: string,
  { scope, value }: AgreementList,
  state: AgreementState | undefined,
  page: PageAsked,
): Statement {
  const { sql, values } = agreementListSql({ scope: 'compound', value: compoundId }, state, page);
  return {
    sql: sql.replace(
      'WHERE',
      'STRAIGHT_JOIN agreement_listing seen ON seen.scope = ? AND seen.value = ? AND seen.agreement_id = l.agreement_id WHERE',
    ),
    values: [scope, value, ...values],
  };
}

/** Milestones of a list that were due before `today`, the longest overdue first. */
export function overdueListSql(
  { scope, value }: AgreementList,
  today: string,
  { limit, cursor }: PageAsked,
): Statement {
  const after = cursor === undefined ? null : decodeCursor(cursor, ['code', 'id']);
  return {
    sql: `SELECT m.agreement_id, a.need_title, a.poster_id, a.poster_name, a.lead_id, a.lead_name, m.milestone_id,
        s.title, s.state, m.attention_on
      FROM milestone_attention m FORCE INDEX (ix_milestone_attention_due)
        STRAIGHT_JOIN agreement_milestone s ON s.id = m.milestone_id
        STRAIGHT_JOIN agreement a ON a.id = m.agreement_id
      WHERE m.scope = ? AND m.value = ? AND m.attention_on < ?
        ${after ? 'AND (m.attention_on > ? OR (m.attention_on = ? AND m.milestone_id > ?))' : ''}
      ORDER BY m.attention_on, m.milestone_id LIMIT ?`,
    values: [scope, value, today, ...(after ? [after[0], after[0], after[1]] : []), limit + 1],
  };
}

function summaryOf(row: SummaryRow, now: Date): AgreementSummary {
  const next = row.next_milestone === null ? null : (JSON.parse(row.next_milestone) as NextMilestone);
  return {
    id: row.id,
    version: row.version,
    needId: row.need_id,
    needTitle: row.need_title,
    posterId: row.poster_id,
    posterName: row.poster_name,
    leadId: row.lead_id,
    leadName: row.lead_name,
    state: row.state,
    priceFen: row.price_fen === null ? null : Number(row.price_fen),
    paidFen: Number(row.paid_fen),
    signedOn: row.signed_on,
    endsOn: row.ends_on,
    next: next && {
      milestoneId: next.milestoneId,
      title: next.title,
      dueOn: next.dueOn,
      waitsFor: next.waitsFor,
      overdue: isOverdue(next.attentionOn, now),
    },
    updatedAt: row.updated_at.toISOString(),
  };
}

export type AgreementLists = ReturnType<typeof createAgreementLists>;

/** Lists of agreements, of what is overdue, and of what happened. */
export function createAgreementLists(database: Database) {
  return {
    async agreements(
      ctx: Context,
      list: AgreementList,
      query: PageAsked & { readonly state?: AgreementState | undefined; readonly compoundId?: string | undefined },
      now: Date,
    ) {
      const { sql, values } =
        query.compoundId === undefined
          ? agreementListSql(list, query.state, query)
          : compoundAgreementsSql(query.compoundId, list, query.state, query);
      const page = pageFrom(await select<SummaryRow>(database, sql, values, ctx), query.limit, (row) => [row.id]);
      return { items: page.items.map((row) => summaryOf(row, now)), nextCursor: page.nextCursor };
    },
    async overdue(ctx: Context, list: AgreementList, query: PageAsked, now: Date) {
      const { sql, values } = overdueListSql(list, dayOf(now), query);
      const rows = await select<OverdueRow>(database, sql, values, ctx);
      const page = pageFrom(rows, query.limit, (row) => [row.attention_on, row.milestone_id]);
      return {
        items: page.items.map((row) => ({
          agreementId: row.agreement_id,
          needTitle: row.need_title,
          posterId: row.poster_id,
          posterName: row.poster_name,
          leadId: row.lead_id,
          leadName: row.lead_name,
          milestoneId: row.milestone_id,
          title: row.title,
          state: row.state,
          waitsFor: row.state === 'delivered' ? ('poster' as const) : ('provider' as const),
          since: row.attention_on,
        })),
        nextCursor: page.nextCursor,
      };
    },
  };
}
