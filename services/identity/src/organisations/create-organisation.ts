import type { createOrganisation as contract, OrganisationView } from '@duijie/contracts';
import { Conflict, NotAllowed, personOf, ValidationFailed, type Context } from '@duijie/service-kit';
import type { z } from 'zod';
import type { IdentityDeps } from '../identity-deps';
import { createMembershipsRepository } from '../members/persistence/memberships.repository';
import { publishStaff } from '../members/publish-staff';
import { headRoleOf } from '../members/role-rules';
import { createCommunityClaims } from '../places/persistence/community-claims.repository';
import { resolvePlace } from '../places/resolve-place';
import { shortCommunityName } from '../places/short-community-name';
import { staffRoleOf } from './caller';
import { creationFault } from './creation-fault';
import { presentOrganisation } from './http/organisation.presenter';
import { joinCommunity } from './join-community';
import { newOrganisation } from './new-organisation';
import { factFaults, writtenCreditCode } from './organisation-facts';
import { createOrganisationsRepository } from './persistence/organisations.repository';
import { saveOrganisation } from './save-organisation';

type Command = z.output<(typeof contract)['body']>;

/**
 * The creator becomes its owner and it waits for verification; what association staff enter is verified.
 * @throws NotAllowed for kinds that only the association enters; Conflict `community.exists`, `organisation.credit-code-taken`
 */
export function createOrganisation(deps: IdentityDeps) {
  const { database, audit, clock, sealing } = deps;
  const organisations = createOrganisationsRepository(database);
  const memberships = createMembershipsRepository(database);
  const claims = createCommunityClaims(database);
  const save = saveOrganisation(deps);
  const place = resolvePlace(database);
  const join = joinCommunity(deps);
  const publish = publishStaff(deps);

  return (ctx: Context, command: Command): Promise<OrganisationView> =>
    database.run(ctx, async (tx) => {
      const { personId } = personOf(ctx);
      const staff = staffRoleOf(ctx);
      const detail = creationFault(command.kind, staff);
      if (detail) throw new NotAllowed({ reason: 'organisation.kind-reserved', detail });
      const creditCode = writtenCreditCode(command.creditCode);
      const community = command.community === null ? null : shortCommunityName(command.community);
      const resolved = await place(tx, command, true);
      const faults = [
        ...factFaults({ ...command, creditCode, community }),
        ...('faults' in resolved ? resolved.faults : []),
        ...(command.join || staff !== null
          ? []
          : [{ pointer: '/join', detail: { zh: '创建者须加入机构', en: 'The creator must join' } }]),
      ];
      if (faults.length > 0 || 'faults' in resolved) throw new ValidationFailed(faults);
      const { district, subdistrict } = resolved.place;
      if (
        command.kind === 'community' &&
        district !== null &&
        subdistrict !== null &&
        community !== null &&
        (await organisations.community(tx, { district, subdistrict, community })) !== null
      )
        throw new Conflict('community.exists', {
          zh: '这个社区已有账号，请向其负责人或街道索取邀请',
          en: 'This community has an account; ask its owner or the subdistrict for an invitation',
        });

      const now = clock.now();
      const { join: joins, ...facts } = command;
      const organisation = await save.add(
        tx,
        newOrganisation(
          {
            ...facts,
            creditCode,
            district,
            subdistrict,
            community,
            verification: staff === null ? 'pending' : 'verified',
            createdBy: personId,
          },
          now,
          sealing,
        ),
      );
      await join(tx, organisation);
      if (joins) {
        await memberships.insert(tx, {
          organisationId: organisation.id,
          personId,
          version: 1,
          role: headRoleOf(organisation.kind),
          joinedAt: now,
        });
        if (organisation.verification === 'verified') await claims.claimed(tx, organisation.id);
      }
      await publish.changed(tx, organisation.id);
      await audit.record(tx, {
        action: 'organisation.created',
        aggregate: { type: 'organisation', id: organisation.id },
        to: organisation.verification,
        data: { kind: organisation.kind, joined: joins },
      });
      // The answer is kept for repetitions of the request: the contact must not stand there in the clear.
      return { ...presentOrganisation(organisation, [], sealing, true), contact: null };
    });
}
