import type { NeedBody, OrganisationState, PackageBody } from '@duijie/contracts';
import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';

/** One affiliation: `from` sponsors, leads, hosts, serves, advises or has drafted for `to`. */
export interface AffiliationLink {
  readonly from: string;
  readonly type: OrganisationState['affiliations'][number]['type'];
  readonly to: string;
}

/** What deals knows of organisations, packages and needs. Whatever is not newer than what is held is ignored. */
export interface CopiesRepository {
  /** @returns whether it was newer */
  putOrganisation(ctx: TransactionContext, organisation: OrganisationState, sequence: number): Promise<boolean>;
  putPackage(ctx: TransactionContext, pkg: PackageBody, sequence: number): Promise<boolean>;
  /**
   * Leaves the need's row locked.
   * @param hidden nobody else may see what it says now: only its state, its conflict wall and its missing bases are taken,
   * the rest stays as it was public last
   */
  putNeed(ctx: TransactionContext, need: NeedBody, sequence: number, hidden: boolean): Promise<boolean>;
  organisation(ctx: Context, id: string): Promise<OrganisationState | null>;
  /** Those that are known, by id. */
  organisations(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, OrganisationState>>;
  package(ctx: Context, id: string): Promise<PackageBody | null>;
  need(ctx: Context, id: string): Promise<NeedBody | null>;
  needs(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, NeedBody>>;
  /** Affiliations from or to any of these, and of those at their other ends (one step on). */
  linksAround(ctx: Context, organisationIds: readonly string[]): Promise<readonly AffiliationLink[]>;
}

/** A need as it was public last, with what decides of how it stands now. */
const publicly = (
  held: NeedBody,
  { state, excludedOrganisationIds, flaggedOrganisationIds, ...now }: NeedBody,
): NeedBody => ({
  ...held,
  state,
  excludedOrganisationIds,
  flaggedOrganisationIds,
  ...(now.missingBases === undefined ? {} : { missingBases: now.missingBases }),
});

type CopyTable = 'organisation_copy' | 'package_copy' | 'need_copy';

export function createCopiesRepository(database: Database): CopiesRepository {
  /** Locks the row before it compares, so that two events of one aggregate come one after the other. */
  async function put(
    ctx: TransactionContext,
    table: CopyTable,
    fields: Readonly<Record<string, unknown>> & { readonly id: string; readonly sequence: number },
  ): Promise<boolean> {
    const names = Object.keys(fields);
    const updated = names.filter((name) => name !== 'id' && name !== 'sequence');
    await execute(
      database,
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')}) ON DUPLICATE KEY UPDATE
       ${[...updated, 'sequence'].map((name) => `${name} = IF(VALUES(sequence) > sequence, VALUES(${name}), ${name})`).join(', ')}`,
      Object.values(fields),
      ctx,
    );
    const [held] = await select<{ sequence: string }>(
      database,
      `SELECT sequence FROM ${table} WHERE id = ? FOR UPDATE`,
      [fields.id],
      ctx,
    );
    return Number(held?.sequence) === fields.sequence;
  }
  async function bodies<T>(ctx: Context, table: CopyTable, ids: readonly string[]): Promise<ReadonlyMap<string, T>> {
    if (ids.length === 0) return new Map();
    const rows = await select<{ id: string; body: string }>(
      database,
      `SELECT id, body FROM ${table} WHERE id IN (?)`,
      [[...new Set(ids)]],
      ctx,
    );
    return new Map(rows.map((row) => [row.id, JSON.parse(row.body) as T]));
  }
  const one = async <T>(ctx: Context, table: CopyTable, id: string): Promise<T | null> =>
    (await bodies<T>(ctx, table, [id])).get(id) ?? null;
  const linksOf = (ctx: Context, ids: readonly string[]): Promise<AffiliationLink[]> =>
    ids.length === 0
      ? Promise.resolve([])
      : select<AffiliationLink>(
          database,
          `SELECT from_id AS \`from\`, type, to_id AS \`to\` FROM affiliation_copy WHERE from_id IN (?)
           UNION SELECT from_id, type, to_id FROM affiliation_copy WHERE to_id IN (?)`,
          [ids, ids],
          ctx,
        );
  return {
    async putOrganisation(ctx, organisation, sequence) {
      const { id } = organisation;
      if (!(await put(ctx, 'organisation_copy', { id, body: JSON.stringify(organisation), sequence }))) return false;
      await execute(database, 'DELETE FROM affiliation_copy WHERE from_id = ?', [id], ctx);
      const links = organisation.affiliations.map((a) => [id, a.type, a.organisationId]);
      if (links.length > 0)
        await execute(database, 'INSERT IGNORE INTO affiliation_copy (from_id, type, to_id) VALUES ?', [links], ctx);
      return true;
    },
    putPackage: (ctx, pkg, sequence) =>
      put(ctx, 'package_copy', {
        id: pkg.id,
        provider_id: pkg.providerId,
        state: pkg.state,
        body: JSON.stringify(pkg),
        sequence,
      }),
    async putNeed(ctx, need, sequence, hidden) {
      const { id, state } = need;
      const [held] = hidden
        ? await select<{ body: string }>(database, 'SELECT body FROM need_copy WHERE id = ? FOR UPDATE', [id], ctx)
        : [];
      const body = held ? publicly(JSON.parse(held.body) as NeedBody, need) : need;
      return put(ctx, 'need_copy', { id, state, body: JSON.stringify(body), sequence });
    },
    organisation: (ctx, id) => one(ctx, 'organisation_copy', id),
    organisations: (ctx, ids) => bodies(ctx, 'organisation_copy', ids),
    package: (ctx, id) => one(ctx, 'package_copy', id),
    need: (ctx, id) => one(ctx, 'need_copy', id),
    needs: (ctx, ids) => bodies(ctx, 'need_copy', ids),
    async linksAround(ctx, organisationIds) {
      const near = await linksOf(ctx, organisationIds);
      const further = [...new Set(near.flatMap(({ from, to }) => [from, to]))].filter(
        (id) => !organisationIds.includes(id),
      );
      const all = [...near, ...(await linksOf(ctx, further))];
      return [...new Map(all.map((link) => [`${link.from} ${link.type} ${link.to}`, link])).values()];
    },
  };
}
