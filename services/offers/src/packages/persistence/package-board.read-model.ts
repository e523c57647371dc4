import { decodeCursor, pageFrom, type Context, type Database } from '@duijie/service-kit';
import type { Page } from '@duijie/contracts';
import { In } from 'typeorm';
import { OrganisationCopyEntity } from '../../organisations/persistence/organisation-copy.entity';
import { ProviderRecordEntity } from '../../track-records/persistence/provider-record.entity';
import { TrackRecordEntity } from '../../track-records/persistence/track-record.entity';
import { PackageEntity, type Facet } from './package.entity';

/** By what the public list is narrowed. */
export interface BoardFilter {
  readonly providerId?: readonly string[] | undefined;
  readonly leaf?: string | undefined;
  readonly district?: string | undefined;
  readonly priceModel?: string | undefined;
}
/** A package with what belongs to it but stands elsewhere. */
export interface PackageWithProvider {
  readonly package: PackageEntity;
  readonly provider: OrganisationCopyEntity;
  readonly record: TrackRecordEntity | null;
  /** What the provider has done here. */
  readonly delivered: ProviderRecordEntity['lines'];
}
interface FacetRow {
  readonly package_id: string;
  readonly published_at: Date;
}
type Narrowing = readonly [facet: Facet, values: readonly string[]];

/** The narrowest first: it leads the walk, the others are looked up by key. */
const narrowings = ({ providerId, leaf, district, priceModel }: BoardFilter): readonly Narrowing[] => [
  ...(providerId === undefined || providerId.length === 0 ? [] : [['provider', providerId] as const]),
  ...(leaf === undefined ? [] : [['leaf', [leaf]] as const]),
  ...(district === undefined ? [] : [['district', [district, '*']] as const]),
  ...(priceModel === undefined ? [] : [['model', [priceModel]] as const]),
];

/**
 * The statement of one page: a walk along `ix_package_facet_newest` for each value that leads, merged.
 * @param viewer sees its own packages and those of verified providers; null for staff, who see all
 * @param after published_at and id of the last package seen @param take rows
 */
export function boardStatement(
  filter: BoardFilter,
  viewer: string | null,
  after: { readonly publishedAt: Date; readonly id: string } | undefined,
  take: number,
): { readonly sql: string; readonly values: unknown[] } {
  const [lead = ['all', ['']] as const, ...others] = narrowings(filter);
  const values: unknown[] = [];
  // A scalar subquery is looked up by key for each row of the walk; as a join it could lead.
  const seen =
    viewer === null
      ? ''
      : ` AND (SELECT c.verification = 'verified' OR c.id = ? FROM service_package p
               JOIN organisation_copy c ON c.id = p.provider_id WHERE p.id = f.package_id)`;
  const walks = lead[1].map((value) => {
    values.push(lead[0], value);
    if (after) values.push(after.publishedAt, after.publishedAt, after.id);
    if (viewer !== null) values.push(viewer);
    const conditions = others.map(([facet, wanted]) => {
      values.push(facet, wanted);
      return ` AND EXISTS (SELECT 1 FROM package_facet o WHERE o.facet = ? AND o.value IN (?) AND o.package_id = f.package_id)`;
    });
    return `(SELECT f.package_id, f.published_at FROM package_facet f FORCE INDEX (ix_package_facet_newest)
      WHERE f.facet = ? AND f.value = ?${
        after ? ' AND f.published_at <= ? AND (f.published_at < ? OR f.package_id < ?)' : ''
      }${seen}${conditions.join('')} ORDER BY f.published_at DESC, f.package_id DESC LIMIT ${take})`;
  });
  // A package with districts and a radius stands under both values: UNION drops the second.
  return {
    sql: `${walks.join(' UNION ')} ORDER BY published_at DESC, package_id DESC LIMIT ${take}`,
    values,
  };
}

export type PackageBoard = ReturnType<typeof createPackageBoard>;

/** Lists of packages with their providers and records. */
export function createPackageBoard(database: Database) {
  async function withProviders(ctx: Context, packages: readonly PackageEntity[]): Promise<PackageWithProvider[]> {
    if (packages.length === 0) return [];
    const manager = database.manager(ctx);
    const ids = [...new Set(packages.map((one) => one.providerId))];
    const providers = new Map(
      (await manager.findBy(OrganisationCopyEntity, { id: In(ids) })).map((provider) => [provider.id, provider]),
    );
    const records = new Map(
      (await manager.findBy(TrackRecordEntity, { providerId: In(ids) })).map((record) => [record.providerId, record]),
    );
    const delivered = new Map(
      (await manager.findBy(ProviderRecordEntity, { providerId: In(ids) })).map((one) => [one.providerId, one.lines]),
    );
    return packages.map((one) => {
      const provider = providers.get(one.providerId);
      if (!provider) throw new Error(`No copy of provider ${one.providerId}`);
      return {
        package: one,
        provider,
        record: records.get(one.providerId) ?? null,
        delivered: delivered.get(one.providerId) ?? [],
      };
    });
  }
  return {
    withProviders,
    /** Published packages, newest first. @param viewer as `boardStatement` takes it */
    async published(
      ctx: Context,
      viewer: string | null,
      filter: BoardFilter,
      page: { readonly limit: number; readonly cursor?: string | undefined },
    ): Promise<Page<PackageWithProvider>> {
      let after: { publishedAt: Date; id: string } | undefined;
      if (page.cursor !== undefined) {
        const [publishedAt, id] = decodeCursor(page.cursor, ['instant', 'id']);
        after = { publishedAt, id };
      }
      const { sql, values } = boardStatement(filter, viewer, after, page.limit + 1);
      const manager = database.manager(ctx);
      const rows = (await manager.query(sql, values)) as FacetRow[];
      const { items, nextCursor } = pageFrom(rows, page.limit, (row) => [row.published_at.getTime(), row.package_id]);
      if (items.length === 0) return { items: [], nextCursor };
      const found = await manager.findBy(PackageEntity, { id: In(items.map((row) => row.package_id)) });
      const byId = new Map(found.map((one) => [one.id, one]));
      const ordered = items.flatMap((row) => byId.get(row.package_id) ?? []);
      return { items: await withProviders(ctx, ordered), nextCursor };
    },
  };
}
