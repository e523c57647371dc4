import { Conflict, NotFound, type Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { hashSecret } from '../secrets/hash-secret';
import { normalizeOneTimeCode } from '../secrets/one-time-code';
import { createAttempts } from '../sessions/persistence/attempts.repository';
import { invitationState } from './invitation-state';
import type { InvitationEntity } from './persistence/invitation.entity';
import { createInvitationsRepository, type InvitationKey } from './persistence/invitations.repository';

const tokenLength = 43;
const unknown = (): NotFound =>
  new NotFound({
    zh: '没有这个邀请，请核对链接或邀请码',
    en: 'There is no such invitation; check the link or the code',
  });

/** @throws Conflict `invitation.used`, `invitation.expired`, `invitation.revoked` */
function requireOpen(invitation: InvitationEntity, now: Date): void {
  const state = invitationState(invitation, now);
  if (state === 'open') return;
  const words = {
    used: { zh: '邀请已被使用', en: 'The invitation was used already' },
    expired: { zh: '邀请已过期，请重新索取', en: 'The invitation has expired; ask for another' },
    revoked: { zh: '邀请已作废', en: 'The invitation was revoked' },
  };
  throw new Conflict(`invitation.${state}`, words[state]);
}

/** Finds an open invitation by what somebody has of it. Codes are short: five wrong ones from an address, and it waits. */
export function findInvitation({ database, clock, sealing }: IdentityDeps) {
  const invitations = createInvitationsRepository(database);
  const attempts = createAttempts(database, clock);
  return {
    requireOpen,
    unknown,
    /** @throws NotFound; RateLimited; Conflict when it is no longer open */
    async find(ctx: Context, secret: string): Promise<{ key: InvitationKey; invitation: InvitationEntity }> {
      const isToken = secret.length === tokenLength;
      const key = isToken
        ? { tokenHash: hashSecret(secret) }
        : { codeHash: sealing.hashCode(normalizeOneTimeCode(secret)) };
      const scope = isToken ? null : await attempts.take(ctx, ['invitation', ctx.remoteAddress ?? '']);
      const invitation = await invitations.byKey(ctx, key);
      if (!invitation) throw unknown();
      requireOpen(invitation, clock.now());
      if (scope !== null) await attempts.forget(ctx, scope);
      return { key, invitation };
    },
  };
}
