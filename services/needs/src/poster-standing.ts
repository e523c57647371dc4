import type { VerificationState } from '@duijie/contracts';
import { NotAllowed, type Context } from '@duijie/service-kit';
import type { CopiesRepository } from './persistence/copies.repository';

/**
 * Asked before anything that a poster makes public. Its copy here and the caller's own word may each be behind, so the
 * stricter of them counts.
 * @returns whether the poster is verified: what another says is looked at first
 * @throws NotAllowed when it was rejected or is suspended
 */
export async function posterVerified(copies: CopiesRepository, ctx: Context, organisationId: string): Promise<boolean> {
  const acting = ctx.actor.type === 'person' ? ctx.actor.actingFor : null;
  const known = await copies.organisation(ctx, organisationId);
  const said: VerificationState[] = [
    ...(known ? [known.verification] : []),
    ...(acting?.organisationId === organisationId ? [acting.verification] : []),
  ];
  if (said.includes('rejected') || said.includes('suspended'))
    throw new NotAllowed({
      reason: 'organisation.not-verified',
      detail: { zh: '机构核验未通过或已停用，不能公开发布内容', en: 'The organisation was rejected or suspended' },
    });
  return said.length > 0 && said.every((state) => state === 'verified');
}
