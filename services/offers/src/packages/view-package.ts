import type { PackageView } from '@duijie/contracts';
import { NotFound, requireReach, type Context } from '@duijie/service-kit';
import type { PackageDeps } from './package-deps';
import { packageViewOf } from './present-package';
import type { PackageEntity } from './persistence/package.entity';

/** How a package stands to callers: published ones are everybody's to see. */
export const subjectOf = (one: PackageEntity) => ({
  organisationId: one.providerId,
  visible: one.state === 'published',
});

/** @returns the page of a package that was loaded already */
export const viewOf =
  ({ packages, board }: Pick<PackageDeps, 'packages' | 'board'>) =>
  async (ctx: Context, one: PackageEntity): Promise<PackageView> => {
    const [found] = await board.withProviders(ctx, [one]);
    if (!found) throw new NotFound();
    return packageViewOf(found, await packages.listEvidence(ctx, one.id));
  };

/** @returns the package, if the caller may see it @throws NotFound */
export const reachedPackage =
  ({ packages }: Pick<PackageDeps, 'packages'>) =>
  async (ctx: Context, packageId: string): Promise<PackageEntity> => {
    const one = await packages.find(ctx, packageId);
    if (!one) throw new NotFound();
    requireReach(ctx, subjectOf(one));
    return one;
  };
