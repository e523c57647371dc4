import type { MemberRole, OrganisationKind } from '@duijie/contracts';
import type { Words } from '@duijie/service-kit';

/** The association role of whoever asks, or null for everybody else. */
export type StaffRole = Extract<MemberRole, 'administrator' | 'broker'> | null;

/** Why this caller may not create an organisation of this kind, or null. Authorities are entered by the association. */
export function creationFault(kind: OrganisationKind, staff: StaffRole): Words | null {
  if (kind === 'association' && staff !== 'administrator')
    return { zh: '协会由管理员录入', en: 'An association is entered by an administrator' };
  if ((kind === 'subdistrict' || kind === 'department') && staff === null)
    return { zh: '街道和部门由协会录入', en: 'Subdistricts and departments are entered by the association' };
  return null;
}
