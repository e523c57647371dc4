import { identityRoutes } from '@duijie/contracts';
import { bind, type BoundRoute } from '@duijie/service-kit';
import { answerNothing } from '../../answer-nothing';
import { answerPage } from '../../answer-page';
import type { IdentityDeps } from '../../identity-deps';
import { delegations } from '../delegations';
import { listMembers } from '../list-members';
import { memberChanges } from '../member-changes';

export function membersRoutes(deps: IdentityDeps): readonly BoundRoute[] {
  const list = listMembers(deps);
  const members = memberChanges(deps);
  const deputies = delegations(deps);
  return [
    bind(identityRoutes.listMembers, async (ctx, { params, query }) =>
      answerPage(await list(ctx, params.organisationId, query)),
    ),
    bind(identityRoutes.changeMember, (ctx, { params, body, ifMatch }) =>
      members.changeRole(ctx, params, body.role, ifMatch),
    ),
    bind(identityRoutes.removeMember, (ctx, { params, ifMatch }) =>
      answerNothing(members.remove(ctx, params, ifMatch)),
    ),
    bind(identityRoutes.leaveOrganisation, (ctx, { params, ifMatch }) =>
      answerNothing(members.leave(ctx, params.organisationId, ifMatch)),
    ),
    bind(identityRoutes.listDelegations, async (ctx, { params, query }) =>
      answerPage(await deputies.list(ctx, params.organisationId, query)),
    ),
    bind(identityRoutes.createDelegation, (ctx, { params, body }) => deputies.create(ctx, { ...params, ...body })),
    bind(identityRoutes.endDelegation, (ctx, { params, ifMatch }) => deputies.end(ctx, params.delegationId, ifMatch)),
  ];
}
