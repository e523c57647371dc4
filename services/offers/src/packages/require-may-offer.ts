import { NotAllowed, type Context } from '@duijie/service-kit';
import { actingIn } from '../organisations/acting-in';
import type { PackageDeps } from './package-deps';

/**
 * A provider that was suspended or rejected keeps its drafts, and offers nothing. Its session counts beside the copy,
 * which follows by event.
 * @throws NotAllowed `organisation.not-verified`
 */
export const requireMayOffer =
  ({ organisations }: Pick<PackageDeps, 'organisations'>) =>
  async (ctx: Context, providerId: string): Promise<void> => {
    const acting = actingIn(ctx);
    const told = acting?.organisationId === providerId ? acting.verification : 'verified';
    const held = (await organisations.find(ctx, providerId))?.verification;
    if (told === 'verified' && held !== 'suspended' && held !== 'rejected') return;
    throw new NotAllowed({
      reason: 'organisation.not-verified',
      detail: {
        zh: '机构通过核验后才能上架或修改已上架的服务包',
        en: 'Possible once the organisation is verified; until then only drafts may be changed',
      },
    });
  };
