import type { InvitationView } from '@duijie/contracts';
import type { InvitationEntity } from './persistence/invitation.entity';

/** @param now of the clock */
export function invitationState(invitation: InvitationEntity, now: Date): InvitationView['state'] {
  if (invitation.revokedAt !== null) return 'revoked';
  if (invitation.used >= invitation.uses) return 'used';
  return invitation.expiresAt <= now ? 'expired' : 'open';
}
