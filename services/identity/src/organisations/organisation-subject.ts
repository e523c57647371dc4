import type { Subject } from '@duijie/service-kit';
import type { OrganisationEntity } from './persistence/organisation.entity';

/** How an organisation stands to callers: verified and suspended ones are public. */
export const organisationSubject = (organisation: OrganisationEntity): Subject => ({
  organisationId: organisation.id,
  district: organisation.district,
  subdistrict: organisation.subdistrict,
  visible: organisation.verification === 'verified' || organisation.verification === 'suspended',
});
