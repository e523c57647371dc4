import type { MemberRole, MemberView } from '@duijie/contracts';
import {
  Conflict,
  NotFound,
  personOf,
  requireReach,
  requireVersion,
  type Context,
  type TransactionContext,
} from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { organisationSubject } from '../organisations/organisation-subject';
import type { OrganisationEntity } from '../organisations/persistence/organisation.entity';
import { createOrganisationsRepository } from '../organisations/persistence/organisations.repository';
import { createPeopleRepository } from '../people/persistence/people.repository';
import { createDelegationsRepository } from './persistence/delegations.repository';
import type { MembershipEntity } from './persistence/membership.entity';
import { createMembershipsRepository } from './persistence/memberships.repository';
import { publishStaff } from './publish-staff';
import { requireRoleOfKind } from './require-role-of-kind';
import { headRoleOf } from './role-rules';

/** Changes of who is a member as what. There is always a head: the last one must hand over first. */
export function memberChanges(deps: IdentityDeps) {
  const { database, audit, clock } = deps;
  const staff = publishStaff(deps);
  const organisations = createOrganisationsRepository(database);
  const memberships = createMembershipsRepository(database);
  const delegations = createDelegationsRepository(database);
  const people = createPeopleRepository(database);

  /** Holds the organisation's row, under which all changes of its members are made one after the other. */
  const load = async (
    tx: TransactionContext,
    organisationId: string,
    personId: string,
    ifMatch: number,
    reach: (organisation: OrganisationEntity) => void,
  ): Promise<{ organisation: OrganisationEntity; membership: MembershipEntity }> => {
    const organisation = await organisations.lock(tx, organisationId);
    if (!organisation) throw new NotFound();
    reach(organisation);
    const membership = await memberships.find(tx, organisationId, personId);
    if (!membership) throw new NotFound();
    requireVersion(ifMatch, membership.version);
    return { organisation, membership };
  };
  const requireAnotherHead = async (
    tx: TransactionContext,
    organisation: OrganisationEntity,
    membership: MembershipEntity,
  ): Promise<void> => {
    const role = headRoleOf(organisation.kind);
    if (membership.role !== role) return;
    const heads = await memberships.heads(tx, organisation.id, role);
    if (heads.length < 2)
      throw new Conflict('membership.last-head', {
        zh: '最后一位负责人须先把职责交给别人',
        en: 'The last head must hand over to somebody first',
      });
  };
  const remove = async (
    tx: TransactionContext,
    organisation: OrganisationEntity,
    membership: MembershipEntity,
    action: string,
  ): Promise<void> => {
    await requireAnotherHead(tx, organisation, membership);
    await memberships.remove(tx, organisation.id, membership.personId);
    await delegations.endOfMember(tx, organisation.id, membership.personId, clock.now());
    await audit.record(tx, {
      action,
      aggregate: { type: 'organisation', id: organisation.id },
      data: { personId: membership.personId, role: membership.role },
    });
    await staff.changed(tx, organisation.id);
  };

  return {
    changeRole: (
      ctx: Context,
      ids: { organisationId: string; personId: string },
      role: MemberRole,
      ifMatch: number,
    ): Promise<MemberView> =>
      database.run(ctx, async (tx) => {
        const { organisation, membership } = await load(tx, ids.organisationId, ids.personId, ifMatch, (o) =>
          requireReach(ctx, { ...organisationSubject(o), visible: false }),
        );
        requireRoleOfKind(organisation.kind, role);
        if (role !== membership.role) await requireAnotherHead(tx, organisation, membership);
        const next = await memberships.changeRole(tx, membership, role);
        await audit.record(tx, {
          action: 'member.role-changed',
          aggregate: { type: 'organisation', id: organisation.id },
          from: membership.role,
          to: role,
          data: { personId: membership.personId },
        });
        await staff.changed(tx, organisation.id);
        const person = await people.find(tx, membership.personId);
        return {
          personId: membership.personId,
          version: next.version,
          name: person?.name ?? '',
          login: person?.login ?? '',
          role,
          joinedAt: membership.joinedAt.toISOString(),
        };
      }),
    remove: (ctx: Context, ids: { organisationId: string; personId: string }, ifMatch: number): Promise<void> =>
      database.run(ctx, async (tx) => {
        const { organisation, membership } = await load(tx, ids.organisationId, ids.personId, ifMatch, (o) =>
          requireReach(ctx, { ...organisationSubject(o), visible: false }),
        );
        await remove(tx, organisation, membership, 'member.removed');
      }),
    leave: (ctx: Context, organisationId: string, ifMatch: number): Promise<void> =>
      database.run(ctx, async (tx) => {
        const { personId } = personOf(ctx);
        const { organisation, membership } = await load(tx, organisationId, personId, ifMatch, () => undefined);
        await remove(tx, organisation, membership, 'member.left');
      }),
  };
}
