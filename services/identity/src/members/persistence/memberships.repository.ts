import type { MemberRole, MembershipView, MemberView, Page } from '@duijie/contracts';
import { decodeCursor, pageFrom, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import { select } from '../../persistence/sql';
import { MembershipEntity } from './membership.entity';

/** More than anybody has; keeps the answer of a sign-in small. */
const mostOrganisations = 50;

export interface MembershipsRepository {
  /** Of organisations that exist, in the order of joining. */
  ofPerson(ctx: Context, personId: string): Promise<MembershipView[]>;
  find(ctx: Context, organisationId: string, personId: string): Promise<MembershipEntity | null>;
  /** For whoever holds the organisation's row. */
  heads(ctx: TransactionContext, organisationId: string, role: MemberRole): Promise<readonly string[]>;
  hasMembers(ctx: Context, organisationId: string): Promise<boolean>;
  insert(ctx: TransactionContext, membership: MembershipEntity): Promise<void>;
  changeRole(ctx: TransactionContext, membership: MembershipEntity, role: MemberRole): Promise<MembershipEntity>;
  remove(ctx: TransactionContext, organisationId: string, personId: string): Promise<void>;
  page(
    ctx: Context,
    organisationId: string,
    query: { limit: number; cursor?: string | undefined },
  ): Promise<Page<MemberView>>;
}

interface PersonRow {
  readonly organisation_id: string;
  readonly version: number;
  readonly role: MemberRole;
  readonly joined_at: Date;
  readonly name: string;
  readonly kind: MembershipView['kind'];
  readonly verification: MembershipView['verification'];
  readonly district: string | null;
  readonly subdistrict: string | null;
}
interface MemberRow {
  readonly person_id: string;
  readonly version: number;
  readonly role: MemberRole;
  readonly joined_at: Date;
  readonly name: string;
  readonly login: string;
}

export const createMembershipsRepository = (database: Database): MembershipsRepository => ({
  async ofPerson(ctx, personId) {
    const rows = await select<PersonRow>(
      database,
      ctx,
      `SELECT m.organisation_id, m.version, m.role, m.joined_at, o.name, o.kind, o.verification, o.district, o.subdistrict
       FROM membership m JOIN organisation o ON o.id = m.organisation_id
       WHERE m.person_id = ? AND o.removed_at IS NULL ORDER BY m.joined_at, m.organisation_id LIMIT ${mostOrganisations}`,
      [personId],
    );
    return rows.map((row) => ({
      organisationId: row.organisation_id,
      version: row.version,
      organisationName: row.name,
      kind: row.kind,
      role: row.role,
      verification: row.verification,
      district: row.district,
      subdistrict: row.subdistrict,
      joinedAt: row.joined_at.toISOString(),
    }));
  },
  find: (ctx, organisationId, personId) =>
    database.manager(ctx).findOneBy(MembershipEntity, { organisationId, personId }),
  async heads(ctx, organisationId, role) {
    const rows = await database.manager(ctx).findBy(MembershipEntity, { organisationId, role });
    return rows.map((row) => row.personId);
  },
  hasMembers: (ctx, organisationId) => database.manager(ctx).existsBy(MembershipEntity, { organisationId }),
  async insert(ctx, membership) {
    await database.manager(ctx).insert(MembershipEntity, membership);
  },
  async changeRole(ctx, membership, role) {
    const { organisationId, personId, version } = membership;
    await database.manager(ctx).update(MembershipEntity, { organisationId, personId }, { role, version: version + 1 });
    return { ...membership, role, version: version + 1 };
  },
  async remove(ctx, organisationId, personId) {
    await database.manager(ctx).delete(MembershipEntity, { organisationId, personId });
  },
  async page(ctx, organisationId, { limit, cursor }) {
    const [joinedAt, after] = cursor === undefined ? [new Date(0), ''] : decodeCursor(cursor, ['instant', 'id']);
    const rows = await select<MemberRow>(
      database,
      ctx,
      `SELECT m.person_id, m.version, m.role, m.joined_at, p.name, p.login
       FROM membership m JOIN person p ON p.id = m.person_id
       WHERE m.organisation_id = ? AND (m.joined_at > ? OR (m.joined_at = ? AND m.person_id > ?))
       ORDER BY m.joined_at, m.person_id LIMIT ?`,
      [organisationId, joinedAt, joinedAt, after, limit + 1],
    );
    const page = pageFrom(rows, limit, (row) => [row.joined_at.getTime(), row.person_id]);
    return {
      nextCursor: page.nextCursor,
      items: page.items.map((row) => ({
        personId: row.person_id,
        version: row.version,
        name: row.name,
        login: row.login,
        role: row.role,
        joinedAt: row.joined_at.toISOString(),
      })),
    };
  },
});
