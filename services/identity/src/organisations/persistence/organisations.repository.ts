import type { OrganisationKind, OrganisationState, Page, VerificationState } from '@duijie/contracts';
import {
  Conflict,
  decodeCursor,
  isDuplicateKey,
  pageFrom,
  type Context,
  type Database,
  type TransactionContext,
} from '@duijie/service-kit';
import { In, IsNull } from 'typeorm';
import { select } from '../../persistence/sql';
import { startsWith } from '../../persistence/starts-with';
import { OrganisationEntity } from './organisation.entity';

export interface OrganisationFilter {
  readonly verification: VerificationState;
  readonly kind?: OrganisationKind | undefined;
  readonly district?: string | undefined;
  readonly subdistrict?: string | undefined;
  /** Beginning of the name. */
  readonly name?: string | undefined;
}
/** Organisations that exist; those whose import was taken back are not found. */
export interface OrganisationsRepository {
  find(ctx: Context, id: string): Promise<OrganisationEntity | null>;
  /** Those that exist, in no particular order. */
  findAll(ctx: Context, ids: readonly string[]): Promise<OrganisationEntity[]>;
  lock(ctx: TransactionContext, id: string): Promise<OrganisationEntity | null>;
  /** @throws Conflict `organisation.credit-code-taken` */
  insert(ctx: TransactionContext, organisation: OrganisationEntity): Promise<void>;
  /** @throws Conflict `organisation.credit-code-taken` */
  update(ctx: TransactionContext, organisation: OrganisationEntity): Promise<void>;
  affiliations(ctx: Context, fromId: string): Promise<OrganisationState['affiliations']>;
  community(ctx: Context, place: { district: string; subdistrict: string; community: string }): Promise<string | null>;
  imported(ctx: Context, source: string, externalId: string): Promise<string | null>;
  /** Imported ones whose sponsor was not there yet. */
  awaiting(ctx: Context, source: string, sponsorExternalId: string): Promise<readonly string[]>;
  /** By name. */
  page(
    ctx: Context,
    filter: OrganisationFilter,
    query: { limit: number; cursor?: string | undefined },
  ): Promise<Page<OrganisationEntity>>;
}

const uniqueCode = async (work: Promise<unknown>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new Conflict('organisation.credit-code-taken', {
      zh: '已有机构登记了这个统一社会信用代码，请联系协会',
      en: 'Another organisation has registered this credit code; ask the association',
    });
  }
};

export const createOrganisationsRepository = (database: Database): OrganisationsRepository => ({
  find: (ctx, id) => database.manager(ctx).findOneBy(OrganisationEntity, { id, removedAt: IsNull() }),
  findAll: (ctx, ids) => database.manager(ctx).findBy(OrganisationEntity, { id: In([...ids]), removedAt: IsNull() }),
  lock: (ctx, id) =>
    database.manager(ctx).findOne(OrganisationEntity, {
      where: { id, removedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    }),
  insert: (ctx, organisation) => uniqueCode(database.manager(ctx).insert(OrganisationEntity, organisation)),
  update: (ctx, { id, ...rest }) => uniqueCode(database.manager(ctx).update(OrganisationEntity, { id }, rest)),
  affiliations: (ctx, fromId) =>
    select(
      database,
      ctx,
      `SELECT type, to_id AS organisationId FROM affiliation WHERE from_id = ? AND state = 'confirmed' ORDER BY id`,
      [fromId],
    ),
  async community(ctx, { district, subdistrict, community }) {
    const found = await database.manager(ctx).findOne(OrganisationEntity, {
      where: { district, subdistrict, community, kind: 'community', removedAt: IsNull() },
      select: { id: true },
    });
    return found?.id ?? null;
  },
  async imported(ctx, importedSource, importedId) {
    const found = await database.manager(ctx).findOne(OrganisationEntity, {
      where: { importedSource, importedId, removedAt: IsNull() },
      select: { id: true },
    });
    return found?.id ?? null;
  },
  async awaiting(ctx, importedSource, awaitedSponsor) {
    const found = await database.manager(ctx).find(OrganisationEntity, {
      where: { importedSource, awaitedSponsor, removedAt: IsNull() },
      select: { id: true },
    });
    return found.map((o) => o.id);
  },
  async page(ctx, filter, { limit, cursor }) {
    const [afterName, afterId] = cursor === undefined ? ['', ''] : decodeCursor(cursor, ['text', 'id']);
    const query = database
      .manager(ctx)
      .createQueryBuilder(OrganisationEntity, 'o')
      .where('o.verification = :verification', filter)
      .andWhere('o.removed_at IS NULL')
      .andWhere('(o.name > :afterName OR (o.name = :afterName AND o.id > :afterId))', { afterName, afterId });
    if (filter.kind !== undefined) query.andWhere('o.kind = :kind', filter);
    if (filter.district !== undefined) query.andWhere('o.district = :district', filter);
    if (filter.subdistrict !== undefined) query.andWhere('o.subdistrict = :subdistrict', filter);
    if (filter.name !== undefined) query.andWhere('o.name LIKE :pattern', { pattern: startsWith(filter.name) });
    const rows = await query
      .orderBy('o.name')
      .addOrderBy('o.id')
      .limit(limit + 1)
      .getMany();
    return pageFrom(rows, limit, (row) => [row.name, row.id]);
  },
});
