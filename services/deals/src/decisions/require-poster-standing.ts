import type { VerificationState } from '@duijie/contracts';
import { NotAllowed, type Context } from '@duijie/service-kit';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import type { Lot } from '../lots/lot';

/**
 * Asked before anything that binds a poster. Its copy here and the caller's own word may each be behind, so the stricter of
 * them counts. One that is not verified yet may go on: its need was looked at before it was published.
 * @throws NotAllowed `poster.suspended` when it was rejected or is suspended
 */
export async function requirePosterStanding(
  copies: Pick<CopiesRepository, 'organisation'>,
  ctx: Context,
  { organisationId }: Pick<Lot, 'organisationId'>,
): Promise<void> {
  const acting = ctx.actor.type === 'person' ? ctx.actor.actingFor : null;
  const said: (VerificationState | undefined)[] = [
    (await copies.organisation(ctx, organisationId))?.verification,
    acting?.organisationId === organisationId ? acting.verification : undefined,
  ];
  if (said.includes('rejected') || said.includes('suspended'))
    throw new NotAllowed({
      reason: 'poster.suspended',
      detail: {
        zh: '发布方核验未通过或已停用，不能确定承接方或拟定协议',
        en: 'The poster was rejected or is suspended: it chooses nobody and agrees on nothing',
      },
    });
}
