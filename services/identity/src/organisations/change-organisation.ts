import type { changeOrganisation as contract, OrganisationView } from '@duijie/contracts';
import { Conflict, NotFound, requireReach, requireVersion, ValidationFailed, type Context } from '@duijie/service-kit';
import type { z } from 'zod';
import { linkCompounds } from '../compounds/persistence/link-compounds';
import type { IdentityDeps } from '../identity-deps';
import { createCommunityClaims } from '../places/persistence/community-claims.repository';
import { resolvePlace } from '../places/resolve-place';
import { shortCommunityName } from '../places/short-community-name';
import { createMembershipsRepository } from '../members/persistence/memberships.repository';
import { staffRoleOf } from './caller';
import { presentOrganisation } from './http/organisation.presenter';
import { joinCommunity } from './join-community';
import { factFaults, vouchedFacts, writtenCreditCode } from './organisation-facts';
import { organisationSubject } from './organisation-subject';
import type { OrganisationEntity } from './persistence/organisation.entity';
import { createOrganisationsRepository } from './persistence/organisations.repository';
import { saveOrganisation } from './save-organisation';

type Command = z.output<(typeof contract)['body']>;
type Fields = Pick<
  OrganisationEntity,
  'name' | 'creditCode' | 'businessScope' | 'district' | 'subdistrict' | 'community'
>;

/** @throws Conflict `organisation.vouched` when an own member of a verified one changes what verification vouches for */
export function changeOrganisation(deps: IdentityDeps) {
  const { database, audit, sealing } = deps;
  const organisations = createOrganisationsRepository(database);
  const memberships = createMembershipsRepository(database);
  const claims = createCommunityClaims(database);
  const save = saveOrganisation(deps);
  const place = resolvePlace(database);
  const join = joinCommunity(deps);

  const movePlace = async (
    tx: Parameters<typeof join>[0],
    before: OrganisationEntity,
    after: OrganisationEntity,
  ): Promise<void> => {
    if (before.kind !== 'community') return;
    if (
      before.district === after.district &&
      before.subdistrict === after.subdistrict &&
      before.community === after.community
    )
      return;
    await claims.release(tx, before.id);
    if (before.district !== null && before.subdistrict !== null && before.community !== null)
      await linkCompounds(database)(
        tx,
        { district: before.district, subdistrict: before.subdistrict, community: before.community },
        null,
      );
    await join(tx, after);
    if (await memberships.hasMembers(tx, after.id)) await claims.claimed(tx, after.id);
  };

  return (ctx: Context, organisationId: string, command: Command, ifMatch: number): Promise<OrganisationView> =>
    database.run(ctx, async (tx) => {
      const organisation = await organisations.lock(tx, organisationId);
      if (!organisation) throw new NotFound();
      requireReach(ctx, organisationSubject(organisation));
      requireVersion(ifMatch, organisation.version);

      const { contact, grade, ...given } = Object.fromEntries(
        Object.entries(command).filter(([, value]) => value !== undefined),
      ) as Command;
      const fields: Fields = { ...organisation, ...(given as Partial<Fields>) };
      const creditCode = writtenCreditCode(fields.creditCode);
      const community = fields.community === null ? null : shortCommunityName(fields.community);
      const moved = 'district' in given || 'subdistrict' in given;
      const resolved = moved ? await place(tx, fields, true) : { place: fields };
      const faults = [
        ...factFaults({ ...fields, kind: organisation.kind, creditCode, community }),
        ...('faults' in resolved ? resolved.faults : []),
      ];
      if (faults.length > 0 || 'faults' in resolved) throw new ValidationFailed(faults);
      const { district, subdistrict } = resolved.place;

      const part: Partial<OrganisationEntity> = {
        ...given,
        creditCode,
        community,
        district,
        subdistrict,
        ...(contact === undefined ? {} : { contact: contact && sealing.seal(JSON.stringify(contact)) }),
        ...(grade === undefined ? {} : { gradeLevel: grade?.level ?? null, gradeExpiresOn: grade?.expiresOn ?? null }),
      } as Partial<OrganisationEntity>;
      const vouched = vouchedFacts(organisation.kind).filter(
        (name) =>
          part[name as keyof Fields] !== undefined && part[name as keyof Fields] !== organisation[name as keyof Fields],
      );
      if (
        vouched.length > 0 &&
        organisation.verification !== 'pending' &&
        organisation.verification !== 'rejected' &&
        staffRoleOf(ctx) === null
      )
        throw new Conflict('organisation.vouched', {
          zh: '名称、信用代码、业务范围和辖区已经核验，请由协会修改',
          en: `Verification vouches for ${vouched.join(', ')}; ask the association to change it`,
        });
      const next = await save.change(tx, organisation, part);
      await movePlace(tx, organisation, next);
      await audit.record(tx, {
        action: 'organisation.changed',
        aggregate: { type: 'organisation', id: organisationId },
        data: { fields: Object.keys(command).filter((key) => command[key as keyof Command] !== undefined) },
      });
      return presentOrganisation(next, await organisations.affiliations(tx, organisationId), sealing, true);
    });
}
