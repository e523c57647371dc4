import type { EventType, PackageBody } from '@duijie/contracts';
import type { TransactionContext } from '@duijie/service-kit';
import type { PackageDeps } from './package-deps';
import { packageBody } from './present-package';
import type { PackageWithProvider } from './persistence/package-board.read-model';
import type { PackageEntity } from './persistence/package.entity';

/** What a step is, for audit log and versions. */
export interface PackageStep {
  /** Past tense, e.g. `package.published`. */
  readonly action: string;
  readonly reason?: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
  /** Whether what is offered changed, so that a published package gets a version. */
  readonly offer: boolean;
}

function eventOf(before: PackageEntity | null, after: PackageEntity): EventType {
  if (after.publishedAt === null) return 'package.drafted.v1';
  return before?.publishedAt ? 'package.changed.v1' : 'package.published.v1';
}

/**
 * Writes the next version of a package with everything that follows from it: lists, version, event, audit entry.
 * @param before as locked, null for a new one; `after` has the version to be written
 * @param around provider and record where the caller has read them already
 */
export const writePackage =
  ({ packages, board, outbox, audit }: PackageDeps) =>
  async (
    ctx: TransactionContext,
    before: PackageEntity | null,
    after: PackageEntity,
    step: PackageStep,
    around?: Omit<PackageWithProvider, 'package'>,
  ): Promise<PackageBody> => {
    if (before) await packages.save(ctx, after);
    else await packages.insert(ctx, after);
    const [found] = around ? [{ package: after, ...around }] : await board.withProviders(ctx, [after]);
    if (!found) throw new Error(`Package ${after.id} has no provider`);
    const body = packageBody(found);
    await packages.list(ctx, after, before);
    if (after.state === 'published' && step.offer)
      await packages.addVersion(ctx, {
        packageId: after.id,
        version: after.version,
        publishedAt: after.updatedAt,
        title: after.title,
        body,
      });
    const aggregate = { type: 'package', id: after.id };
    await audit.record(ctx, {
      action: step.action,
      aggregate,
      from: before?.state ?? null,
      to: after.state,
      reason: step.reason ?? null,
      ...(step.data ? { data: step.data } : {}),
    });
    await outbox.append(ctx, {
      type: eventOf(before, after) as 'package.changed.v1',
      aggregate,
      sequence: after.version,
      data: body,
    });
    return body;
  };
