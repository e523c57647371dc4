import { actingForOf, Conflict, NotFound, ValidationFailed } from '@duijie/service-kit';
import { checkContent } from './check-content';
import type { PackageEdit } from './edit-package';
import type { PackageDeps } from './package-deps';
import type { PackageContent } from './package-faults';
import { nextState, requireAlive } from './package-lifecycle';
import { contentOf, withContent } from './present-package';
import type { PackageEntity } from './persistence/package.entity';

/** Fields to be changed; what is left out stays. */
export type PackageChange = { readonly [K in keyof PackageContent]?: PackageContent[K] | undefined };

/** The edits of the routes, each to be run by `editPackage`. */
export function packageEdits(deps: PackageDeps) {
  async function requireSound(
    ctx: Parameters<PackageEdit>[0],
    one: PackageEntity,
    content: PackageContent,
    published: boolean,
  ): Promise<void> {
    const provider = await deps.organisations.find(ctx, one.providerId);
    if (!provider) throw new NotFound();
    const use = { providerKind: provider.kind, before: one.categories, published };
    const faults = await checkContent(deps)(ctx, content, use);
    if (faults.length > 0) throw new ValidationFailed(faults);
  }

  const change =
    (fields: PackageChange): PackageEdit =>
    async (ctx, one) => {
      requireAlive(one.state);
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      const content: PackageContent = { ...contentOf(one), ...given };
      await requireSound(ctx, one, content, one.publishedAt !== null);
      return [
        withContent(one, content),
        { action: 'package.changed', offer: true, data: { fields: Object.keys(given) } },
      ];
    };

  const publish: PackageEdit = async (ctx, one) => {
    const state = nextState(one.state, 'publish');
    await requireSound(ctx, one, contentOf(one), true);
    return [
      { ...one, state, publishedAt: deps.clock.now() },
      { action: 'package.published', offer: true },
    ];
  };

  /** A provider pauses its own; what a broker suspends, a broker ends. */
  const suspend =
    (reason: string): PackageEdit =>
    (ctx, one) => {
      const own = actingForOf(ctx).organisationId === one.providerId;
      const suspension = {
        by: own ? ('provider' as const) : ('broker' as const),
        reason,
        since: deps.clock.now().toISOString(),
      };
      return [
        { ...one, state: nextState(one.state, 'suspend'), suspension },
        { action: 'package.suspended', offer: false, reason },
      ];
    };

  const resume: PackageEdit = async (ctx, one) => {
    const state = nextState(one.state, 'resume');
    const byStaff = ctx.grants.some((grant) => grant.relation === 'any');
    if (one.suspension?.by === 'broker' && !byStaff)
      throw new Conflict('package.suspended-by-broker', {
        zh: '由协会暂停的服务包须由协会恢复',
        en: 'What the association suspended, the association reinstates',
      });
    await requireSound(ctx, one, contentOf(one), true);
    return [
      { ...one, state, suspension: null },
      { action: 'package.resumed', offer: true },
    ];
  };

  const retire =
    (reason: string | undefined): PackageEdit =>
    (_ctx, one) => [
      { ...one, state: nextState(one.state, 'retire'), suspension: null },
      { action: 'package.retired', offer: false, reason: reason ?? null },
    ];

  return { change, publish, suspend, resume, retire };
}
