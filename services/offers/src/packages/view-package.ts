import type { PackageView } from '@duijie/contracts';
import { NotFound, requireReach, type Context } from '@duijie/service-kit';
import { actingIn } from '../organisations/acting-in';
import type { PackageDeps } from './package-deps';
import { packageViewOf } from './present-package';
import type { PackageEntity } from './persistence/package.entity';

/**
 * Decides who reaches a package: what a verified provider offers, everybody; what was offered once, its provider and the
 * staff; what never was, its provider alone, since the association is a competitor too.
 * @throws NotFound, NotAllowed
 */
export const requirePackageReach =
  ({ organisations }: Pick<PackageDeps, 'organisations'>) =>
  async (ctx: Context, one: PackageEntity): Promise<void> => {
    if (one.publishedAt === null && actingIn(ctx)?.organisationId !== one.providerId) throw new NotFound();
    const provider = await organisations.find(ctx, one.providerId);
    const visible = one.state === 'published' && provider?.verification === 'verified';
    requireReach(ctx, { organisationId: one.providerId, visible });
  };

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
  (deps: Pick<PackageDeps, 'packages' | 'organisations'>) =>
  async (ctx: Context, packageId: string): Promise<PackageEntity> => {
    const one = await deps.packages.find(ctx, packageId);
    if (!one) throw new NotFound();
    await requirePackageReach(deps)(ctx, one);
    return one;
  };
