import type { PackageView } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { actingForOf, ValidationFailed, type Context, type TransactionContext } from '@duijie/service-kit';
import { checkContent } from './check-content';
import type { PackageDeps } from './package-deps';
import type { PackageContent } from './package-faults';
import type { PackageEntity } from './persistence/package.entity';
import { viewOf } from './view-package';
import { writePackage } from './write-package';

/** @returns a draft that is not written yet */
export function draftOf(providerId: string, content: PackageContent, now: Date, demo: boolean): PackageEntity {
  const { price, ...rest } = content;
  return {
    ...rest,
    id: newId(now.getTime()),
    version: 1,
    providerId,
    state: 'draft',
    priceModel: price.model,
    priceMinFen: price.minFen,
    priceMaxFen: price.maxFen,
    suspension: null,
    demo,
    createdAt: now,
    updatedAt: now,
    publishedAt: null,
  };
}

/** Drafts a package. A provider that is not verified yet may do so too, and sees what would fit. */
export const createPackage =
  (deps: PackageDeps) =>
  (ctx: Context, content: PackageContent): Promise<PackageView> =>
    deps.database.run(ctx, async (inner: TransactionContext) => {
      const acting = actingForOf(ctx);
      const faults = await checkContent(deps)(inner, content, {
        providerKind: acting.kind,
        before: [],
        published: false,
      });
      if (faults.length > 0) throw new ValidationFailed(faults);
      await deps.organisations.ensure(inner, acting);
      const draft = draftOf(acting.organisationId, content, deps.clock.now(), false);
      await writePackage(deps)(inner, null, draft, { action: 'package.drafted', offer: true });
      return viewOf(deps)(inner, draft);
    });
