import type { InvitationView, Page } from '@duijie/contracts';
import { Conflict, NotFound, requireReach, requireVersion, type Context, type Subject } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { organisationSubject } from '../organisations/organisation-subject';
import { createOrganisationsRepository } from '../organisations/persistence/organisations.repository';
import { createPlacesReadModel } from '../places/persistence/places.read-model';
import { presentInvitation } from './http/invitation.presenter';
import { invitationState } from './invitation-state';
import { createInvitationsRepository } from './persistence/invitations.repository';

type Query = { readonly limit: number; readonly cursor?: string | undefined };

/** Lists and revokes invitations, for those who may issue them. */
export function manageInvitations({ database, audit, clock }: IdentityDeps) {
  const invitations = createInvitationsRepository(database);
  const organisations = createOrganisationsRepository(database);
  const places = createPlacesReadModel(database);

  const organisation = async (ctx: Context, id: string): Promise<{ name: string; subject: Subject }> => {
    const found = await organisations.find(ctx, id);
    if (!found) throw new NotFound();
    return { name: found.name, subject: { ...organisationSubject(found), visible: false } };
  };
  const community = async (ctx: Context, code: string): Promise<{ name: string; subject: Subject }> => {
    const found = await places.community(ctx, code);
    if (!found) throw new NotFound();
    const { district, subdistrict, shortName } = found;
    return { name: shortName, subject: { district, subdistrict, visible: false } };
  };
  return {
    async ofOrganisation(ctx: Context, organisationId: string, query: Query): Promise<Page<InvitationView>> {
      const { name, subject } = await organisation(ctx, organisationId);
      requireReach(ctx, subject);
      const page = await invitations.page(ctx, { organisationId }, query);
      return { ...page, items: page.items.map((i) => presentInvitation(i, name, clock.now())) };
    },
    async ofCommunity(ctx: Context, communityCode: string, query: Query): Promise<Page<InvitationView>> {
      const { name, subject } = await community(ctx, communityCode);
      requireReach(ctx, subject);
      const page = await invitations.page(ctx, { communityCode }, query);
      return { ...page, items: page.items.map((i) => presentInvitation(i, name, clock.now())) };
    },
    revoke: (ctx: Context, invitationId: string, ifMatch: number): Promise<InvitationView> =>
      database.run(ctx, async (tx) => {
        const invitation = await invitations.lock(tx, invitationId);
        if (!invitation) throw new NotFound();
        const { name, subject } =
          invitation.communityCode === null
            ? await organisation(tx, invitation.organisationId ?? '')
            : await community(tx, invitation.communityCode);
        requireReach(ctx, subject);
        requireVersion(ifMatch, invitation.version);
        const now = clock.now();
        if (invitationState(invitation, now) !== 'open')
          throw new Conflict('invitation.not-open', { zh: '邀请已不能使用', en: 'The invitation is no longer open' });
        const next = await invitations.change(tx, invitation, { revokedAt: now });
        await audit.record(tx, {
          action: 'invitation.revoked',
          aggregate: { type: 'invitation', id: invitationId },
          from: 'open',
          to: 'revoked',
        });
        return presentInvitation(next, name, now);
      }),
  };
}
