import type { ActingFor, MembershipView } from '@duijie/contracts';

/** The organisation acted for, as an actor carries it. @param role the person's own unless a place is taken */
export const presentActingFor = (membership: MembershipView, role: ActingFor['role'] = membership.role): ActingFor => ({
  organisationId: membership.organisationId,
  organisationName: membership.organisationName,
  kind: membership.kind,
  role,
  verification: membership.verification,
  district: membership.district,
  subdistrict: membership.subdistrict,
});
