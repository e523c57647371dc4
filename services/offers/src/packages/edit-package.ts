import type { PackageView } from '@duijie/contracts';
import { NotFound, requireVersion, type Context, type TransactionContext } from '@duijie/service-kit';
import type { PackageDeps } from './package-deps';
import type { PackageEntity } from './persistence/package.entity';
import { requireMayOffer } from './require-may-offer';
import { requirePackageReach, viewOf } from './view-package';
import { writePackage, type PackageStep } from './write-package';

/** A change of one package: what it becomes, and what the step is. */
export type PackageEdit = (
  ctx: TransactionContext,
  one: PackageEntity,
) => Promise<readonly [after: PackageEntity, step: PackageStep]> | readonly [after: PackageEntity, step: PackageStep];

/**
 * Locks a package, checks reach and version, and writes what the edit makes of it as the next version.
 * @returns runs an edit; `ifMatch` is null where the route takes none
 */
export const editPackage =
  (deps: PackageDeps) =>
  (ctx: Context, packageId: string, ifMatch: number | null, edit: PackageEdit): Promise<PackageView> =>
    deps.database.run(ctx, async (inner) => {
      const before = await deps.packages.lock(inner, packageId);
      if (!before) throw new NotFound();
      await requirePackageReach(deps)(inner, before);
      if (ifMatch !== null) requireVersion(ifMatch, before.version);
      const [edited, step] = await edit(inner, before);
      if (edited.state === 'published') await requireMayOffer(deps)(inner, before.providerId);
      const after = { ...edited, version: before.version + 1, updatedAt: deps.clock.now() };
      await writePackage(deps)(inner, before, after, step);
      return viewOf(deps)(inner, after);
    });
