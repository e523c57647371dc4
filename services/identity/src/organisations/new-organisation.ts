import type { ContactPerson, OrganisationKind, OrganisationState, VerificationState } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import type { Sealing } from '../secrets/sealing';
import type { OrganisationEntity } from './persistence/organisation.entity';

/** What is known of a new organisation; the rest is empty. */
export interface NewOrganisation {
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly verification: VerificationState;
  readonly creditCode?: string | null;
  readonly businessScope?: string | null;
  readonly description?: string;
  readonly district?: string | null;
  readonly subdistrict?: string | null;
  readonly community?: string | null;
  readonly foundedYear?: number | null;
  readonly contact?: ContactPerson | null;
  readonly qualifications?: OrganisationState['qualifications'];
  readonly grade?: OrganisationState['grade'];
  readonly demo?: boolean;
  readonly createdBy?: string | null;
}

/** The first version of an organisation. */
export function newOrganisation(facts: NewOrganisation, now: Date, sealing: Sealing): OrganisationEntity {
  const creditCode = facts.creditCode ?? null;
  const contact = facts.contact ?? null;
  return {
    id: newId(now.getTime()),
    version: 1,
    kind: facts.kind,
    name: facts.name,
    creditCode,
    claimedCode: facts.verification === 'rejected' ? null : creditCode,
    businessScope: facts.businessScope ?? null,
    description: facts.description ?? '',
    district: facts.district ?? null,
    subdistrict: facts.subdistrict ?? null,
    community: facts.community ?? null,
    foundedYear: facts.foundedYear ?? null,
    contact: contact && sealing.seal(JSON.stringify(contact)),
    qualifications: facts.qualifications ?? [],
    gradeLevel: facts.grade?.level ?? null,
    gradeExpiresOn: facts.grade?.expiresOn ?? null,
    verification: facts.verification,
    verificationReason: null,
    importedSource: null,
    importedId: null,
    awaitedSponsor: null,
    untouched: false,
    demo: facts.demo ?? false,
    removedAt: null,
    createdBy: facts.createdBy ?? null,
    createdAt: now,
    updatedAt: now,
  };
}
