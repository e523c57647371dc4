import { newId } from '@duijie/domain-kit';
import type { TransactionContext } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import type { OrganisationEntity } from '../organisations/persistence/organisation.entity';
import { createAffiliationsRepository } from '../organisations/persistence/affiliations.repository';
import { createOrganisationsRepository } from '../organisations/persistence/organisations.repository';
import { saveOrganisation } from '../organisations/save-organisation';

/** Sponsorships that rows of one source name by their own ids, in whichever order the rows come. */
export function sponsorLinks(deps: IdentityDeps) {
  const { database, audit, clock } = deps;
  const organisations = createOrganisationsRepository(database);
  const affiliations = createAffiliationsRepository(database);
  const save = saveOrganisation(deps);

  const link = async (tx: TransactionContext, sponsorId: string, organisationId: string): Promise<void> => {
    const live = await affiliations.live(tx, organisationId);
    if (sponsorId === organisationId || live.some((a) => a.fromId === sponsorId && a.type === 'sponsors')) return;
    const now = clock.now();
    const id = newId(now.getTime());
    await affiliations.insert(tx, {
      id,
      version: 1,
      type: 'sponsors',
      fromId: sponsorId,
      toId: organisationId,
      state: 'confirmed',
      live: 1,
      proposedBy: organisationId,
      createdAt: now,
      updatedAt: now,
    });
    await audit.record(tx, {
      action: 'affiliation.added',
      aggregate: { type: 'affiliation', id },
      to: 'confirmed',
      data: { type: 'sponsors', fromId: sponsorId, toId: organisationId, by: 'import' },
    });
    const sponsor = await organisations.lock(tx, sponsorId);
    if (sponsor) await save.change(tx, sponsor, {}, 'import');
  };
  return {
    /** Links it to its sponsor, or lets it wait for the row that brings the sponsor. */
    async toSponsor(
      tx: TransactionContext,
      organisationId: string,
      source: string,
      sponsorExternalId: string,
    ): Promise<void> {
      const sponsorId = await organisations.imported(tx, source, sponsorExternalId);
      if (sponsorId !== null) return link(tx, sponsorId, organisationId);
      const organisation = await organisations.lock(tx, organisationId);
      if (organisation) await organisations.update(tx, { ...organisation, awaitedSponsor: sponsorExternalId });
    },
    /** Links those that waited for this one. */
    async fromSponsor(tx: TransactionContext, sponsor: OrganisationEntity): Promise<void> {
      const { importedSource: source, importedId: externalId } = sponsor;
      if (source === null || externalId === null) return;
      for (const id of await organisations.awaiting(tx, source, externalId)) {
        await link(tx, sponsor.id, id);
        const waiting = await organisations.lock(tx, id);
        if (waiting) await organisations.update(tx, { ...waiting, awaitedSponsor: null });
      }
    },
    /** Ends all ties of an organisation that is taken away; the other ends publish it. */
    async sever(tx: TransactionContext, organisationId: string): Promise<void> {
      for (const affiliation of await affiliations.live(tx, organisationId)) {
        await affiliations.setState(tx, affiliation, 'ended', clock.now());
        await audit.record(tx, {
          action: 'affiliation.ended',
          aggregate: { type: 'affiliation', id: affiliation.id },
          from: affiliation.state,
          to: 'ended',
          data: { by: 'import-undone' },
        });
        const from = affiliation.fromId === organisationId ? null : await organisations.lock(tx, affiliation.fromId);
        if (from && affiliation.state === 'confirmed') await save.change(tx, from, {}, 'import');
      }
    },
  };
}
