import { identityRoutes } from '@duijie/contracts';
import { bind, type BoundRoute } from '@duijie/service-kit';
import { answerPage } from '../../answer-page';
import type { IdentityDeps } from '../../identity-deps';
import { acceptInvitation } from '../accept-invitation';
import { invite } from '../invite';
import { manageInvitations } from '../manage-invitations';
import { previewInvitation } from '../preview-invitation';

export function invitationsRoutes(deps: IdentityDeps): readonly BoundRoute[] {
  const invitations = invite(deps);
  const manage = manageInvitations(deps);
  const preview = previewInvitation(deps);
  const accept = acceptInvitation(deps);
  return [
    bind(identityRoutes.previewInvitation, (ctx, { body }) => preview(ctx, body.secret)),
    bind(identityRoutes.acceptInvitation, (ctx, { body }) => accept(ctx, body)),
    bind(identityRoutes.createInvitation, (ctx, { params, body }) =>
      invitations.toOrganisation(ctx, params.organisationId, body),
    ),
    bind(identityRoutes.inviteCommunity, (ctx, { params, body }) =>
      invitations.toCommunity(ctx, params.communityCode, body),
    ),
    bind(identityRoutes.listInvitations, async (ctx, { params, query }) =>
      answerPage(await manage.ofOrganisation(ctx, params.organisationId, query)),
    ),
    bind(identityRoutes.listCommunityInvitations, async (ctx, { params, query }) =>
      answerPage(await manage.ofCommunity(ctx, params.communityCode, query)),
    ),
    bind(identityRoutes.revokeInvitation, (ctx, { params, ifMatch }) =>
      manage.revoke(ctx, params.invitationId, ifMatch),
    ),
  ];
}
