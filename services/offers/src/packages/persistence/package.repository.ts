import type { Context, Database, TransactionContext } from '@duijie/service-kit';
import { LessThan, LessThanOrEqual, type FindOptionsWhere } from 'typeorm';
import {
  PackageEntity,
  PackageEvidenceEntity,
  PackageFacetEntity,
  PackageVersionEntity,
  type Facet,
} from './package.entity';

export type PackageRepository = ReturnType<typeof createPackageRepository>;

const wholeCity = '*';

function facetsOf(one: PackageEntity): { facet: Facet; value: string }[] {
  const { districts, radius } = one.serviceArea;
  // A radius may reach into any district; without borders nobody can tell.
  const areas = districts.length === 0 ? [wholeCity] : radius === null ? districts : [...districts, wholeCity];
  return [
    { facet: 'all', value: '' },
    { facet: 'provider', value: one.providerId },
    { facet: 'model', value: one.priceModel },
    ...one.categories.map((value) => ({ facet: 'leaf' as const, value })),
    ...[...new Set(areas)].map((value) => ({ facet: 'district' as const, value })),
  ];
}

/** Packages, their versions, their facets and their evidence. */
export function createPackageRepository(database: Database) {
  return {
    find: (ctx: Context, id: string): Promise<PackageEntity | null> =>
      database.manager(ctx).findOneBy(PackageEntity, { id }),
    lock: (ctx: TransactionContext, id: string): Promise<PackageEntity | null> =>
      database.manager(ctx).findOne(PackageEntity, { where: { id }, lock: { mode: 'pessimistic_write' } }),
    /** In the order of their ids, so that two such locks never wait for each other. */
    lockPublishedOf: (ctx: TransactionContext, providerId: string): Promise<PackageEntity[]> =>
      database.manager(ctx).find(PackageEntity, {
        where: { providerId, state: 'published' },
        order: { id: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      }),
    insert: async (ctx: TransactionContext, one: PackageEntity): Promise<void> => {
      await database.manager(ctx).insert(PackageEntity, one);
    },
    save: async (ctx: TransactionContext, one: PackageEntity): Promise<void> => {
      await database.manager(ctx).update(PackageEntity, { id: one.id }, one);
    },
    /** Removes a package as if it had never been; for the undoing of an import. */
    remove: async (ctx: TransactionContext, packageId: string): Promise<void> => {
      const manager = database.manager(ctx);
      await manager.delete(PackageFacetEntity, { packageId });
      await manager.delete(PackageVersionEntity, { packageId });
      await manager.delete(PackageEvidenceEntity, { packageId });
      await manager.delete(PackageEntity, { id: packageId });
    },

    /** Makes lists show the package as it stands; one that is not published is in no list. */
    list: async (ctx: TransactionContext, one: PackageEntity, before: PackageEntity | null): Promise<void> => {
      const manager = database.manager(ctx);
      if (before?.state === 'published') await manager.delete(PackageFacetEntity, { packageId: one.id });
      const { id: packageId, publishedAt, state } = one;
      if (state !== 'published' || publishedAt === null) return;
      await manager.query('INSERT INTO package_facet (facet, value, package_id, published_at) VALUES ?', [
        facetsOf(one).map(({ facet, value }) => [facet, value, packageId, publishedAt]),
      ]);
    },

    listOwn: (
      ctx: Context,
      providerId: string,
      state: PackageEntity['state'] | undefined,
      below: string | undefined,
      take: number,
    ): Promise<PackageEntity[]> => {
      const where: FindOptionsWhere<PackageEntity> = {
        providerId,
        ...(state === undefined ? {} : { state }),
        ...(below === undefined ? {} : { id: LessThan(below) }),
      };
      return database.manager(ctx).find(PackageEntity, { where, order: { id: 'DESC' }, take });
    },

    addVersion: async (ctx: TransactionContext, version: PackageVersionEntity): Promise<void> => {
      await database.manager(ctx).insert(PackageVersionEntity, version);
    },
    /** What was offered at this version of the package, which may be an earlier version of the offer. */
    findVersion: (ctx: Context, packageId: string, version: number): Promise<PackageVersionEntity | null> =>
      database.manager(ctx).findOne(PackageVersionEntity, {
        where: { packageId, version: LessThanOrEqual(version) },
        order: { version: 'DESC' },
      }),
    /** Newest first. */
    listVersions: (ctx: Context, packageId: string, below: number | undefined, take: number) =>
      database.manager(ctx).find(PackageVersionEntity, {
        where: { packageId, ...(below === undefined ? {} : { version: LessThan(below) }) },
        select: { packageId: true, version: true, publishedAt: true, title: true },
        order: { version: 'DESC' },
        take,
      }),

    addEvidence: async (ctx: TransactionContext, evidence: PackageEvidenceEntity): Promise<void> => {
      await database.manager(ctx).insert(PackageEvidenceEntity, evidence);
    },
    /** @returns whether there was such a piece */
    removeEvidence: async (ctx: TransactionContext, packageId: string, id: string): Promise<boolean> =>
      (await database.manager(ctx).delete(PackageEvidenceEntity, { packageId, id })).affected === 1,
    findEvidence: (ctx: Context, packageId: string, id: string): Promise<PackageEvidenceEntity | null> =>
      database.manager(ctx).findOneBy(PackageEvidenceEntity, { packageId, id }),
    /** In the order in which it was added; a package holds at most 20. */
    listEvidence: (ctx: Context, packageId: string): Promise<PackageEvidenceEntity[]> =>
      database.manager(ctx).find(PackageEvidenceEntity, { where: { packageId }, order: { id: 'ASC' }, take: 20 }),
  };
}
