import { actingIdOf, NotFound, type Context } from '@duijie/service-kit';
import type { PackageSubject } from './persistence/subjects.read-model';

/** Whether the caller is of the association's staff, by a grant of the route. */
export const isStaff = ({ grants }: Context): boolean => grants.some(({ relation }) => relation === 'any');

/**
 * Decides who sees a package: what a verified provider has published, everybody; what was published once, its provider and
 * the staff; what never was, its provider alone.
 * @throws NotFound when the caller may not
 */
export function seenPackage(ctx: Context, pkg: PackageSubject | null): PackageSubject {
  if (!pkg) throw new NotFound();
  const { providerId, publishedAt, state } = pkg.body;
  if (actingIdOf(ctx) === providerId || (publishedAt !== null && isStaff(ctx))) return pkg;
  // A published package vouches for a provider of which no event has come yet.
  if (state === 'published' && (pkg.provider?.verification ?? 'verified') === 'verified') return pkg;
  throw new NotFound();
}
