import type { ContactPerson, OrganisationState, OrganisationSummary, OrganisationView } from '@duijie/contracts';
import { maskName, maskPhone } from '@duijie/domain-kit';
import type { Sealing } from '../../secrets/sealing';
import type { OrganisationEntity } from '../persistence/organisation.entity';

/** @returns name and telephone number, or null */
export const openContact = (sealing: Sealing, sealed: string | null): ContactPerson | null =>
  sealed === null ? null : (JSON.parse(sealing.open(sealed)) as ContactPerson);

/** Public state, as events carry it. */
export const organisationStateOf = (
  organisation: OrganisationEntity,
  affiliations: OrganisationState['affiliations'],
): OrganisationState => ({
  id: organisation.id,
  version: organisation.version,
  kind: organisation.kind,
  name: organisation.name,
  creditCode: organisation.creditCode,
  businessScope: organisation.businessScope,
  description: organisation.description,
  district: organisation.district,
  subdistrict: organisation.subdistrict,
  community: organisation.community,
  foundedYear: organisation.foundedYear,
  verification: organisation.verification,
  qualifications: organisation.qualifications,
  grade:
    organisation.gradeLevel === null
      ? null
      : { level: organisation.gradeLevel, expiresOn: organisation.gradeExpiresOn },
  affiliations,
  importedAs:
    organisation.importedSource === null || organisation.importedId === null
      ? null
      : { source: organisation.importedSource, externalId: organisation.importedId },
  demo: organisation.demo,
});

/** @param closed whether the caller sees contact and reason */
export const presentOrganisation = (
  organisation: OrganisationEntity,
  affiliations: OrganisationState['affiliations'],
  sealing: Sealing,
  closed: boolean,
): OrganisationView => ({
  ...organisationStateOf(organisation, affiliations),
  contact: closed ? openContact(sealing, organisation.contact) : null,
  verificationReason: closed ? organisation.verificationReason : null,
  createdAt: organisation.createdAt.toISOString(),
  updatedAt: organisation.updatedAt.toISOString(),
});

/** @param staff whether the caller sees the masked contact */
export function summariseOrganisation(
  organisation: OrganisationEntity,
  sealing: Sealing,
  staff: boolean,
): OrganisationSummary {
  const { id, version, kind, name, district, subdistrict, community, verification, demo } = organisation;
  const contact = staff ? openContact(sealing, organisation.contact) : null;
  return {
    id,
    version,
    kind,
    name,
    district,
    subdistrict,
    community,
    verification,
    grade:
      organisation.gradeLevel === null
        ? null
        : { level: organisation.gradeLevel, expiresOn: organisation.gradeExpiresOn },
    demo,
    contact: contact && { name: maskName(contact.name), phone: maskPhone(contact.phone) },
  };
}
