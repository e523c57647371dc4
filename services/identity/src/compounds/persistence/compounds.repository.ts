import type { CompoundSummary, Page } from '@duijie/contracts';
import {
  Conflict,
  decodeCursor,
  isDuplicateKey,
  pageFrom,
  type Context,
  type Database,
  type TransactionContext,
} from '@duijie/service-kit';
import { In } from 'typeorm';
import { select } from '../../persistence/sql';
import { startsWith } from '../../persistence/starts-with';
import { CompoundCommunityEntity } from './compound-community.entity';
import { CompoundEntity } from './compound.entity';

export interface CompoundFilter {
  readonly district?: string | undefined;
  readonly subdistrict?: string | undefined;
  /** Short name; with district and subdistrict. */
  readonly community?: string | undefined;
  /** Beginning of the name. */
  readonly name?: string | undefined;
  readonly firmId?: string | undefined;
  /** Then in the order of the end of the contracts; with a firm. */
  readonly contractEndsBy?: string | undefined;
}
/** A community that a compound touches, and the organisation it has. */
export interface TouchedCommunity {
  readonly community: string;
  readonly organisationId: string | null;
}
export interface CompoundsRepository {
  find(ctx: Context, id: string): Promise<CompoundEntity | null>;
  lock(ctx: TransactionContext, id: string): Promise<CompoundEntity | null>;
  byPlace(ctx: Context, place: { district: string; subdistrict: string; name: string }): Promise<CompoundEntity | null>;
  /** @throws Conflict `compound.exists` */
  insert(ctx: TransactionContext, compound: CompoundEntity): Promise<void>;
  /** @throws Conflict `compound.exists` */
  update(ctx: TransactionContext, compound: CompoundEntity): Promise<void>;
  /** In the order given when they were entered. */
  communities(ctx: Context, compoundId: string): Promise<TouchedCommunity[]>;
  setCommunities(
    ctx: TransactionContext,
    compound: CompoundEntity,
    communities: readonly TouchedCommunity[],
  ): Promise<void>;
  page(
    ctx: Context,
    filter: CompoundFilter,
    query: { limit: number; cursor?: string | undefined },
  ): Promise<Page<CompoundSummary>>;
}

const unique = async (work: Promise<unknown>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new Conflict('compound.exists', {
      zh: '这个街道已有同名小区',
      en: 'This subdistrict has a compound of this name',
    });
  }
};

export const createCompoundsRepository = (database: Database): CompoundsRepository => {
  const touched = async (ctx: Context, compoundIds: readonly string[]): Promise<Map<string, TouchedCommunity[]>> => {
    const found = new Map<string, TouchedCommunity[]>();
    if (compoundIds.length === 0) return found;
    const rows = await database
      .manager(ctx)
      .find(CompoundCommunityEntity, { where: { compoundId: In([...compoundIds]) }, order: { position: 'ASC' } });
    for (const row of rows)
      found.set(row.compoundId, [
        ...(found.get(row.compoundId) ?? []),
        { community: row.community, organisationId: row.organisationId },
      ]);
    return found;
  };
  return {
    find: (ctx, id) => database.manager(ctx).findOneBy(CompoundEntity, { id, live: 1 }),
    lock: (ctx, id) =>
      database.manager(ctx).findOne(CompoundEntity, { where: { id, live: 1 }, lock: { mode: 'pessimistic_write' } }),
    byPlace: (ctx, place) => database.manager(ctx).findOneBy(CompoundEntity, { ...place, live: 1 }),
    insert: (ctx, compound) => unique(database.manager(ctx).insert(CompoundEntity, compound)),
    update: (ctx, { id, ...rest }) => unique(database.manager(ctx).update(CompoundEntity, { id }, rest)),
    communities: async (ctx, id) => (await touched(ctx, [id])).get(id) ?? [],
    async setCommunities(ctx, compound, communities) {
      const manager = database.manager(ctx);
      await manager.delete(CompoundCommunityEntity, { compoundId: compound.id });
      const { id: compoundId, district, subdistrict, name } = compound;
      await manager.insert(
        CompoundCommunityEntity,
        communities.map((c, position) => ({ compoundId, ...c, position, district, subdistrict, name })),
      );
    },
    async page(ctx, filter, { limit, cursor }) {
      const [after, afterId] = cursor === undefined ? ['', ''] : decodeCursor(cursor, ['text', 'id']);
      const byCommunity = filter.community !== undefined;
      const table = byCommunity ? 'compound_community x JOIN compound c ON c.id = x.compound_id' : 'compound x';
      const [idColumn, row] = byCommunity ? ['x.compound_id', 'c'] : ['x.id', 'x'];
      const conditions = byCommunity ? [] : ['x.live = 1'];
      const values: unknown[] = [];
      for (const field of ['district', 'subdistrict', 'community'] as const)
        if (filter[field] !== undefined) {
          conditions.push(`x.${field} = ?`);
          values.push(filter[field]);
        }
      if (filter.name !== undefined) {
        conditions.push('x.name LIKE ?');
        values.push(startsWith(filter.name));
      }
      if (filter.firmId !== undefined) {
        conditions.push(`${row}.firm_id = ?`);
        values.push(filter.firmId);
      }
      const order = filter.contractEndsBy === undefined ? 'x.name' : `${row}.contract_ends_on`;
      if (filter.contractEndsBy !== undefined) {
        conditions.push(`${order} <= ?`);
        values.push(filter.contractEndsBy);
      }
      conditions.push(`(${order} > ? OR (${order} = ? AND ${idColumn} > ?))`);
      values.push(after, after, afterId, limit + 1);
      const rows = await select<Record<string, unknown>>(
        database,
        ctx,
        `SELECT ${row}.id, ${row}.version, x.name, ${row}.type, x.district, x.subdistrict, ${row}.households, ${row}.built_year,
           ${row}.lng, ${row}.lat, ${row}.property_state, ${row}.committee_state, ${row}.contract_ends_on, ${row}.demo
         FROM ${table} WHERE ${conditions.join(' AND ')} ORDER BY ${order}, ${idColumn} LIMIT ?`,
        values,
      );
      const sort = filter.contractEndsBy === undefined ? 'name' : 'contract_ends_on';
      const page = pageFrom(rows, limit, (r) => [String(r[sort]), String(r['id'])]);
      const communities = await touched(
        ctx,
        page.items.map((r) => String(r['id'])),
      );
      return {
        nextCursor: page.nextCursor,
        items: page.items.map((r) => ({
          id: String(r['id']),
          version: Number(r['version']),
          name: String(r['name']),
          type: r['type'] as CompoundSummary['type'],
          district: String(r['district']),
          subdistrict: String(r['subdistrict']),
          communities: (communities.get(String(r['id'])) ?? []).map((c) => c.community),
          households: r['households'] as number | null,
          builtYear: r['built_year'] as number | null,
          lng: r['lng'] as number | null,
          lat: r['lat'] as number | null,
          propertyState: r['property_state'] as CompoundSummary['propertyState'],
          committeeState: r['committee_state'] as CompoundSummary['committeeState'],
          contractEndsOn: r['contract_ends_on'] as string | null,
          demo: r['demo'] === 1,
        })),
      };
    },
  };
};
