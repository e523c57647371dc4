import type { InvitationView } from '@duijie/contracts';
import { invitationState } from '../invitation-state';
import type { InvitationEntity } from '../persistence/invitation.entity';

/** @param name of the organisation or community */
export const presentInvitation = (invitation: InvitationEntity, name: string, now: Date): InvitationView => ({
  id: invitation.id,
  version: invitation.version,
  type: invitation.type,
  organisationId: invitation.organisationId,
  communityCode: invitation.communityCode,
  name,
  role: invitation.role,
  uses: invitation.uses,
  used: invitation.used,
  state: invitationState(invitation, now),
  createdAt: invitation.createdAt.toISOString(),
  expiresAt: invitation.expiresAt.toISOString(),
});
