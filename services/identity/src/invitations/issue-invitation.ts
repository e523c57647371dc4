import type { IssuedInvitation, MemberRole } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { personOf, type TransactionContext } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { hashSecret } from '../secrets/hash-secret';
import { newSecret } from '../secrets/new-secret';
import { newOneTimeCode } from '../secrets/one-time-code';
import { presentInvitation } from './http/invitation.presenter';
import type { InvitationEntity } from './persistence/invitation.entity';
import { createInvitationsRepository } from './persistence/invitations.repository';

const dayMs = 86_400_000;
export interface InvitationTerms {
  readonly role: MemberRole;
  readonly uses: number;
  readonly validDays: number;
}
/** What an invitation is for, and what that is called. */
export interface InvitationTarget {
  readonly organisationId: string | null;
  readonly communityCode: string | null;
  readonly name: string;
}

/** Makes an invitation with its link and its code, which are shown this once. */
export function issueInvitation({ database, audit, clock, sealing }: IdentityDeps) {
  const invitations = createInvitationsRepository(database);
  return async (
    ctx: TransactionContext,
    target: InvitationTarget,
    terms: InvitationTerms,
  ): Promise<IssuedInvitation> => {
    const now = clock.now();
    const token = newSecret();
    const code = newOneTimeCode();
    const invitation: InvitationEntity = {
      id: newId(now.getTime()),
      version: 1,
      type: target.communityCode === null ? 'join' : 'claim',
      organisationId: target.organisationId,
      communityCode: target.communityCode,
      role: terms.role,
      uses: terms.uses,
      used: 0,
      tokenHash: hashSecret(token),
      codeHash: sealing.hashCode(code),
      createdBy: personOf(ctx).personId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + terms.validDays * dayMs),
      revokedAt: null,
    };
    await invitations.insert(ctx, invitation);
    await audit.record(ctx, {
      action: 'invitation.issued',
      aggregate: { type: 'invitation', id: invitation.id },
      data: {
        type: invitation.type,
        organisationId: invitation.organisationId,
        communityCode: invitation.communityCode,
        role: invitation.role,
        uses: invitation.uses,
      },
    });
    return { ...presentInvitation(invitation, target.name, now), path: `/claim/${token}`, code };
  };
}
