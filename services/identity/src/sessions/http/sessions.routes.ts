import { identityRoutes } from '@duijie/contracts';
import { bind, type BoundRoute } from '@duijie/service-kit';
import { answerNothing } from '../../answer-nothing';
import type { IdentityDeps } from '../../identity-deps';
import { accessTokens } from '../access-tokens';
import { chooseOrganisation } from '../choose-organisation';
import { closeSession } from '../close-session';
import { openSession } from '../open-session';
import { resolveActor } from '../resolve-actor';

export function sessionsRoutes(deps: IdentityDeps): readonly BoundRoute[] {
  const resolve = resolveActor(deps);
  const open = openSession(deps);
  const close = closeSession(deps);
  const choose = chooseOrganisation(deps);
  const tokens = accessTokens(deps);
  return [
    bind(identityRoutes.resolveActor, (ctx, { body }) => resolve(ctx, body)),
    bind(identityRoutes.openSession, (ctx, { body }) => open(ctx, body)),
    bind(identityRoutes.closeSession, (ctx, { body }) => answerNothing(close(ctx, body.sessionToken))),
    bind(identityRoutes.chooseOrganisation, (ctx, { body }) => choose(ctx, body)),
    bind(identityRoutes.createAccessToken, (ctx, { body }) => tokens.create(ctx, body)),
    bind(identityRoutes.listAccessTokens, (ctx) => tokens.list(ctx)),
    bind(identityRoutes.revokeAccessToken, (ctx, { params }) => answerNothing(tokens.revoke(ctx, params.tokenId))),
  ];
}
