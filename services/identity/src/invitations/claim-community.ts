import { NotFound, type TransactionContext } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { joinCommunity } from '../organisations/join-community';
import { newOrganisation } from '../organisations/new-organisation';
import type { OrganisationEntity } from '../organisations/persistence/organisation.entity';
import { createOrganisationsRepository } from '../organisations/persistence/organisations.repository';
import { saveOrganisation } from '../organisations/save-organisation';
import { verificationLifecycle } from '../organisations/verification-lifecycle';
import { createCommunityClaims } from '../places/persistence/community-claims.repository';
import { createPlacesReadModel } from '../places/persistence/places.read-model';

/** The organisation of a pre-loaded community, made on its first claim. The invitation vouches for it: it is verified. */
export function claimCommunity(deps: IdentityDeps) {
  const { database, audit, clock, sealing } = deps;
  const places = createPlacesReadModel(database);
  const claims = createCommunityClaims(database);
  const organisations = createOrganisationsRepository(database);
  const save = saveOrganisation(deps);
  const join = joinCommunity(deps);
  return async (tx: TransactionContext, communityCode: string): Promise<OrganisationEntity> => {
    const linked = await claims.lock(tx, communityCode);
    const community = await places.community(tx, communityCode);
    if (linked === undefined || !community) throw new NotFound();
    const { district, subdistrict, shortName } = community;
    const known = linked ?? (await organisations.community(tx, { district, subdistrict, community: shortName }));
    const existing = known === null ? null : await organisations.lock(tx, known);
    if (existing) {
      if (linked === null) await claims.link(tx, communityCode, existing.id);
      const verified = verificationLifecycle.next(existing.verification, 'verify');
      if (!verified.ok) return existing;
      await audit.record(tx, {
        action: 'organisation.verified',
        aggregate: { type: 'organisation', id: existing.id },
        from: existing.verification,
        to: verified.value,
        data: { by: 'claim' },
      });
      return save.change(tx, existing, { verification: verified.value, verificationReason: null });
    }
    const organisation = await save.add(
      tx,
      newOrganisation(
        { kind: 'community', name: shortName, district, subdistrict, community: shortName, verification: 'verified' },
        clock.now(),
        sealing,
      ),
    );
    await claims.link(tx, communityCode, organisation.id);
    await join(tx, organisation);
    await audit.record(tx, {
      action: 'organisation.created',
      aggregate: { type: 'organisation', id: organisation.id },
      to: 'verified',
      data: { kind: 'community', by: 'claim', communityCode },
    });
    return organisation;
  };
}
