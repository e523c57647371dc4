import type { Importer, ImportResult, RowOrigin, TransactionContext } from '@duijie/service-kit';
import { linkCompounds } from '../compounds/persistence/link-compounds';
import type { IdentityDeps } from '../identity-deps';
import { createMembershipsRepository } from '../members/persistence/memberships.repository';
import { staffRoleOf } from '../organisations/caller';
import { creationFault } from '../organisations/creation-fault';
import { joinCommunity } from '../organisations/join-community';
import { newOrganisation, type NewOrganisation } from '../organisations/new-organisation';
import { factFaults, writtenCreditCode } from '../organisations/organisation-facts';
import type { OrganisationEntity } from '../organisations/persistence/organisation.entity';
import { createOrganisationsRepository } from '../organisations/persistence/organisations.repository';
import { saveOrganisation } from '../organisations/save-organisation';
import { createCommunityClaims } from '../places/persistence/community-claims.repository';
import { resolvePlace } from '../places/resolve-place';
import { shortCommunityName } from '../places/short-community-name';
import { organisationColumns, organisationRow, type OrganisationRow } from './organisation-row';
import { sponsorLinks } from './sponsor-links';

/** Organisations from files. A community that has an account already is joined to the row, not made again. */
export function organisationsImporter(deps: IdentityDeps): Importer<typeof organisationRow> {
  const { database, audit, clock, sealing } = deps;
  const organisations = createOrganisationsRepository(database);
  const memberships = createMembershipsRepository(database);
  const claims = createCommunityClaims(database);
  const save = saveOrganisation(deps);
  const place = resolvePlace(database);
  const join = joinCommunity(deps);
  const sponsors = sponsorLinks(deps);

  const factsOf = (
    row: OrganisationRow,
    at: Pick<OrganisationEntity, 'district' | 'subdistrict' | 'community' | 'creditCode'>,
    trusted: boolean,
  ): NewOrganisation => ({
    ...at,
    kind: row.kind,
    name: row.name,
    businessScope: row.businessScope ?? null,
    description: row.description ?? '',
    foundedYear: row.foundedYear ?? null,
    qualifications: (row.qualifications ?? []).map((q) =>
      typeof q === 'string' ? { name: q, expiresOn: null } : { name: q.name, expiresOn: q.expiresOn ?? null },
    ),
    grade: row.grade ? { level: row.grade.level, expiresOn: row.grade.expiresOn ?? null } : null,
    contact: row.contactName && row.contactPhone ? { name: row.contactName, phone: row.contactPhone } : null,
    verification: trusted && row.verification === 'verified' ? 'verified' : 'pending',
    demo: row.demo ?? false,
  });

  const update = async (
    tx: TransactionContext,
    known: OrganisationEntity,
    facts: NewOrganisation,
    origin: RowOrigin,
  ): Promise<OrganisationEntity> => {
    const entity = newOrganisation(facts, clock.now(), sealing);
    const {
      name,
      creditCode,
      businessScope,
      description,
      district,
      subdistrict,
      community,
      foundedYear,
      qualifications,
      gradeLevel,
      gradeExpiresOn,
    } = entity;
    return save.change(
      tx,
      known,
      {
        name,
        creditCode,
        businessScope,
        description,
        district,
        subdistrict,
        community,
        foundedYear,
        qualifications,
        gradeLevel,
        gradeExpiresOn,
        contact: entity.contact ?? known.contact,
        // What people have decided since is not taken back by a file.
        verification: known.untouched && entity.verification === 'verified' ? 'verified' : known.verification,
        importedSource: origin.source,
        importedId: origin.externalId,
      },
      'import',
    );
  };

  return {
    kind: 'organisations',
    row: organisationRow,
    columns: organisationColumns,

    async apply(tx, row, origin, knownId): Promise<ImportResult> {
      const staff = staffRoleOf(tx);
      const community = row.community ? shortCommunityName(row.community) : null;
      const creditCode = writtenCreditCode(row.creditCode ?? null);
      const reserved = creationFault(row.kind, staff);
      const resolved = await place(tx, { district: row.district ?? null, subdistrict: row.subdistrict ?? null }, false);
      const at = 'faults' in resolved ? { district: null, subdistrict: null } : resolved.place;
      const faults = [
        ...(reserved ? [{ pointer: '/kind', detail: reserved }] : []),
        ...('faults' in resolved ? resolved.faults : factFaults({ ...at, kind: row.kind, creditCode, community })),
      ].map((f) => ({
        pointer: f.pointer,
        detail: typeof f.detail === 'string' ? { zh: f.detail, en: f.detail } : f.detail,
      }));
      if (faults.length > 0) return { outcome: 'refused', faults };
      const facts = factsOf(row, { ...at, community, creditCode }, staff !== null);

      const sameCommunity =
        row.kind === 'community' && at.district !== null && at.subdistrict !== null && community !== null
          ? await organisations.community(tx, { district: at.district, subdistrict: at.subdistrict, community })
          : null;
      const known = await organisations.lock(tx, knownId ?? sameCommunity ?? '');
      if (known && known.kind !== row.kind)
        return {
          outcome: 'refused',
          faults: [{ pointer: '/kind', detail: { zh: '机构类型不能改变', en: 'The kind never changes' } }],
        };
      if (
        known &&
        knownId === null &&
        known.importedId !== null &&
        (known.importedSource !== origin.source || known.importedId !== origin.externalId)
      )
        return {
          outcome: 'refused',
          faults: [
            {
              pointer: '/id',
              detail: {
                zh: `这个社区已由“${known.importedSource}”导入`,
                en: `This community was imported from ${known.importedSource}`,
              },
            },
          ],
        };

      const organisation = known
        ? await update(tx, known, facts, origin)
        : await save.add(tx, {
            ...newOrganisation(facts, clock.now(), sealing),
            importedSource: origin.source,
            importedId: origin.externalId,
            untouched: true,
          });
      await join(tx, organisation);
      if (row.sponsoredBy) await sponsors.toSponsor(tx, organisation.id, origin.source, row.sponsoredBy);
      await sponsors.fromSponsor(tx, organisation);
      await audit.record(tx, {
        action: known ? 'organisation.changed' : 'organisation.created',
        aggregate: { type: 'organisation', id: organisation.id },
        ...(known && known.verification === organisation.verification
          ? {}
          : { from: known?.verification ?? null, to: organisation.verification }),
        data: { by: 'import', source: origin.source },
      });
      return { outcome: known ? 'updated' : 'created', id: organisation.id, version: organisation.version };
    },

    async undo(tx, id) {
      const organisation = await organisations.lock(tx, id);
      if (!organisation) return 'undone';
      if (!organisation.untouched || (await memberships.hasMembers(tx, id))) return 'kept';
      await sponsors.sever(tx, id);
      await claims.release(tx, id);
      const { district, subdistrict, community } = organisation;
      if (organisation.kind === 'community' && district !== null && subdistrict !== null && community !== null)
        await linkCompounds(database)(tx, { district, subdistrict, community }, null);
      await save.change(
        tx,
        organisation,
        {
          verification: 'rejected',
          verificationReason: null,
          removedAt: clock.now(),
          importedSource: null,
          importedId: null,
          awaitedSponsor: null,
        },
        'import',
      );
      await audit.record(tx, {
        action: 'organisation.removed',
        aggregate: { type: 'organisation', id },
        from: organisation.verification,
        to: 'rejected',
        data: { by: 'import-undone' },
      });
      return 'undone';
    },
  };
}
