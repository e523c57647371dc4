import type { OrganisationKind } from '@duijie/contracts';
import type { Context, Fault } from '@duijie/service-kit';
import type { PackageDeps } from './package-deps';
import { contentFaults, publicationFaults, type PackageContent } from './package-faults';

/** What the content is checked for. */
export interface ContentUse {
  readonly providerKind: OrganisationKind;
  /** Leaves that it named before. */
  readonly before: readonly string[];
  /** Whether it will be seen by others. */
  readonly published: boolean;
}

/** @returns all faults of a package's content under the taxonomy of today */
export const checkContent =
  ({ taxonomies, districts }: Pick<PackageDeps, 'taxonomies' | 'districts'>) =>
  async (ctx: Context, content: PackageContent, { published, ...use }: ContentUse): Promise<Fault[]> => [
    ...contentFaults(content, { ...use, taxonomy: await taxonomies.read(ctx), districts: await districts() }),
    ...(published ? publicationFaults(content) : []),
  ];
