import type { MembershipView } from '@duijie/contracts';
import {
  Conflict,
  NotAuthenticated,
  ValidationFailed,
  type Context,
  type TransactionContext,
} from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { createMembershipsRepository } from '../members/persistence/memberships.repository';
import { publishStaff } from '../members/publish-staff';
import type { OrganisationEntity } from '../organisations/persistence/organisation.entity';
import { createOrganisationsRepository } from '../organisations/persistence/organisations.repository';
import { createPerson } from '../people/create-person';
import { requireGoodPassword } from '../people/require-good-password';
import { createCommunityClaims } from '../places/persistence/community-claims.repository';
import { claimCommunity } from './claim-community';
import { findInvitation } from './find-invitation';
import type { InvitationEntity } from './persistence/invitation.entity';
import { createInvitationsRepository } from './persistence/invitations.repository';

interface Command {
  readonly secret: string;
  readonly newPerson: { readonly name: string; readonly login: string; readonly password: string } | null;
}
interface Accepted {
  readonly personId: string;
  readonly membership: MembershipView;
}

/**
 * Makes whoever is signed in a member, or a new person in the same step.
 * @throws NotAuthenticated when nobody is signed in and no new person given; Conflict `membership.exists`, `invitation.*`
 */
export function acceptInvitation(deps: IdentityDeps) {
  const { database, audit, clock, hasher } = deps;
  const invitations = createInvitationsRepository(database);
  const organisations = createOrganisationsRepository(database);
  const memberships = createMembershipsRepository(database);
  const claims = createCommunityClaims(database);
  const finder = findInvitation(deps);
  const claim = claimCommunity(deps);
  const person = createPerson(deps);
  const staff = publishStaff(deps);

  const target = async (tx: TransactionContext, invitation: InvitationEntity): Promise<OrganisationEntity> => {
    if (invitation.communityCode !== null) return claim(tx, invitation.communityCode);
    const organisation = await organisations.lock(tx, invitation.organisationId ?? '');
    if (!organisation) throw finder.unknown();
    return organisation;
  };
  const join = async (tx: TransactionContext, invitation: InvitationEntity, personId: string): Promise<Accepted> => {
    const organisation = await target(tx, invitation);
    if (await memberships.find(tx, organisation.id, personId))
      throw new Conflict('membership.exists', { zh: '您已是这家机构的成员', en: 'You are a member already' });
    const now = clock.now();
    await memberships.insert(tx, {
      organisationId: organisation.id,
      personId,
      version: 1,
      role: invitation.role,
      joinedAt: now,
    });
    if (organisation.verification === 'verified') await claims.claimed(tx, organisation.id);
    await invitations.change(tx, invitation, { used: invitation.used + 1 });
    await audit.record(tx, {
      action: 'invitation.accepted',
      aggregate: { type: 'invitation', id: invitation.id },
      data: { personId, organisationId: organisation.id, role: invitation.role },
    });
    await staff.changed(tx, organisation.id);
    return {
      personId,
      membership: {
        organisationId: organisation.id,
        version: 1,
        organisationName: organisation.name,
        kind: organisation.kind,
        role: invitation.role,
        verification: organisation.verification,
        district: organisation.district,
        subdistrict: organisation.subdistrict,
        joinedAt: now.toISOString(),
      },
    };
  };

  return async (ctx: Context, { secret, newPerson }: Command): Promise<Accepted> => {
    const signedIn = ctx.actor.type === 'person' ? ctx.actor.personId : null;
    if (signedIn === null && newPerson === null) throw new NotAuthenticated();
    if (signedIn !== null && newPerson !== null)
      throw new ValidationFailed([
        { pointer: '/newPerson', detail: { zh: '您已登录，无需新建账号', en: 'You are signed in already' } },
      ]);
    if (newPerson) requireGoodPassword(newPerson.password, newPerson.login, '/newPerson/password');
    const { key } = await finder.find(ctx, secret);
    const passwordHash = newPerson && (await hasher.run(({ hash }) => hash(newPerson.password)));
    return database.run(ctx, async (tx) => {
      const invitation = await invitations.lockByKey(tx, key);
      if (!invitation) throw finder.unknown();
      finder.requireOpen(invitation, clock.now());
      const personId =
        newPerson && passwordHash !== null
          ? (await person(tx, { ...newPerson, passwordHash }, '/newPerson/login')).id
          : signedIn;
      if (personId === null) throw new NotAuthenticated();
      return join(tx, invitation, personId);
    });
  };
}
