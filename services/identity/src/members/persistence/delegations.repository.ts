import type { DelegationView, MemberRole, Page } from '@duijie/contracts';
import { decodeCursor, pageFrom, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import { execute, select } from '../../persistence/sql';
import { DelegationEntity } from './delegation.entity';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly organisation_id: string;
  readonly absent_id: string;
  readonly deputy_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly ended_at: Date | null;
  readonly absent: string;
  readonly deputy: string;
}
const columns = `d.id, d.version, d.organisation_id, d.absent_id, d.deputy_id, d.starts_at, d.ends_at, d.ended_at, a.name AS absent, b.name AS deputy
  FROM delegation d JOIN person a ON a.id = d.absent_id JOIN person b ON b.id = d.deputy_id`;
const view = (row: Row): DelegationView => ({
  id: row.id,
  version: row.version,
  organisationId: row.organisation_id,
  absent: { id: row.absent_id, name: row.absent },
  deputy: { id: row.deputy_id, name: row.deputy },
  from: row.starts_at.toISOString(),
  until: row.ends_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
});

/** Somebody whose place a person may take now. */
export interface StandIn {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly absentId: string;
  readonly absentName: string;
  /** Role of the absent person. */
  readonly role: MemberRole;
  readonly until: Date;
}

export interface DelegationsRepository {
  /** Delegations to the deputy that are in force. */
  inForce(ctx: Context, deputyId: string, now: Date): Promise<StandIn[]>;
  view(ctx: Context, id: string): Promise<DelegationView | null>;
  lock(ctx: TransactionContext, id: string): Promise<DelegationEntity | null>;
  insert(ctx: TransactionContext, delegation: DelegationEntity): Promise<void>;
  end(ctx: TransactionContext, delegation: DelegationEntity, now: Date): Promise<void>;
  /** Of a person who leaves the organisation, on either side. */
  endOfMember(ctx: TransactionContext, organisationId: string, personId: string, now: Date): Promise<void>;
  /** @param absentId only those of one person */
  page(
    ctx: Context,
    organisationId: string,
    absentId: string | null,
    query: { limit: number; cursor?: string | undefined },
  ): Promise<Page<DelegationView>>;
}

export const createDelegationsRepository = (database: Database): DelegationsRepository => ({
  async inForce(ctx, deputyId, now) {
    const rows = await select<{
      organisation_id: string;
      name: string;
      absent_id: string;
      absent: string;
      role: MemberRole;
      ends_at: Date;
    }>(
      database,
      ctx,
      `SELECT d.organisation_id, o.name, d.absent_id, a.name AS absent, m.role, d.ends_at
       FROM delegation d
       JOIN membership m ON m.organisation_id = d.organisation_id AND m.person_id = d.absent_id
       JOIN membership own ON own.organisation_id = d.organisation_id AND own.person_id = d.deputy_id
       JOIN organisation o ON o.id = d.organisation_id AND o.removed_at IS NULL
       JOIN person a ON a.id = d.absent_id
       WHERE d.deputy_id = ? AND d.ends_at > ? AND d.starts_at <= ? AND d.ended_at IS NULL ORDER BY d.ends_at, d.id LIMIT 50`,
      [deputyId, now, now],
    );
    return rows.map((row) => ({
      organisationId: row.organisation_id,
      organisationName: row.name,
      absentId: row.absent_id,
      absentName: row.absent,
      role: row.role,
      until: row.ends_at,
    }));
  },
  async view(ctx, id) {
    const [row] = await select<Row>(database, ctx, `SELECT ${columns} WHERE d.id = ?`, [id]);
    return row ? view(row) : null;
  },
  lock: (ctx, id) =>
    database.manager(ctx).findOne(DelegationEntity, { where: { id }, lock: { mode: 'pessimistic_write' } }),
  async insert(ctx, delegation) {
    await database.manager(ctx).insert(DelegationEntity, delegation);
  },
  async end(ctx, { id, version }, endedAt) {
    await database.manager(ctx).update(DelegationEntity, { id }, { endedAt, version: version + 1 });
  },
  async endOfMember(ctx, organisationId, personId, now) {
    await execute(
      database,
      ctx,
      `UPDATE delegation SET ended_at = ?, version = version + 1
       WHERE organisation_id = ? AND ended_at IS NULL AND (absent_id = ? OR deputy_id = ?)`,
      [now, organisationId, personId, personId],
    );
  },
  async page(ctx, organisationId, absentId, { limit, cursor }) {
    const before = cursor === undefined ? '~' : decodeCursor(cursor, ['id'])[0];
    const rows = await select<Row>(
      database,
      ctx,
      `SELECT ${columns} WHERE d.organisation_id = ? ${absentId === null ? '' : 'AND d.absent_id = ?'} AND d.id < ? ORDER BY d.id DESC LIMIT ?`,
      [organisationId, ...(absentId === null ? [] : [absentId]), before, limit + 1],
    );
    const page = pageFrom(rows, limit, (row) => [row.id]);
    return { items: page.items.map(view), nextCursor: page.nextCursor };
  },
});
