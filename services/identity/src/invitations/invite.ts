import type { IssuedInvitation } from '@duijie/contracts';
import { actingForOf, Conflict, NotAllowed, NotFound, requireReach, type Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { createMembershipsRepository } from '../members/persistence/memberships.repository';
import { requireRoleOfKind } from '../members/require-role-of-kind';
import { headRoleOf } from '../members/role-rules';
import { actsFor } from '../organisations/caller';
import { organisationSubject } from '../organisations/organisation-subject';
import { createOrganisationsRepository } from '../organisations/persistence/organisations.repository';
import { createPlacesReadModel } from '../places/persistence/places.read-model';
import { issueInvitation, type InvitationTerms } from './issue-invitation';

/**
 * Invites to an organisation or to claim a community. From outside nobody gets into an organisation that has members:
 * whoever invites could else let themselves in.
 */
export function invite(deps: IdentityDeps) {
  const { database } = deps;
  const organisations = createOrganisationsRepository(database);
  const memberships = createMembershipsRepository(database);
  const places = createPlacesReadModel(database);
  const issue = issueInvitation(deps);
  return {
    toOrganisation: (ctx: Context, organisationId: string, terms: InvitationTerms): Promise<IssuedInvitation> =>
      database.run(ctx, async (tx) => {
        const organisation = await organisations.lock(tx, organisationId);
        if (!organisation) throw new NotFound();
        requireReach(ctx, organisationSubject(organisation));
        requireRoleOfKind(organisation.kind, terms.role);
        const { role, kind } = actingForOf(ctx);
        if (actsFor(ctx, organisationId)) {
          if (role !== headRoleOf(organisation.kind)) throw new NotAllowed();
        } else {
          if (kind !== 'association' && organisation.kind !== 'community') throw new NotAllowed();
          if (organisation.kind === 'association' && role !== 'administrator') throw new NotAllowed();
          if (await memberships.hasMembers(tx, organisationId))
            throw new Conflict('organisation.has-members', {
              zh: '这家机构已有成员，由其负责人邀请',
              en: 'It has members; its own head invites',
            });
        }
        return issue(tx, { organisationId, communityCode: null, name: organisation.name }, terms);
      }),
    toCommunity: (ctx: Context, communityCode: string, terms: InvitationTerms): Promise<IssuedInvitation> =>
      database.run(ctx, async (tx) => {
        const community = await places.community(tx, communityCode);
        if (!community) throw new NotFound();
        requireReach(ctx, { district: community.district, subdistrict: community.subdistrict, visible: true });
        if (community.claimed)
          throw new Conflict('community.claimed', {
            zh: '这个社区已被认领，由其负责人邀请',
            en: 'This community is claimed; its own head invites',
          });
        const target = { organisationId: community.organisationId, communityCode, name: community.shortName };
        return issue(tx, target, terms);
      }),
  };
}
