import type { MemberRole, OrganisationKind } from '@duijie/contracts';

const usual = ['owner', 'editor', 'viewer'] as const;
const authority = ['owner', 'officer', 'editor', 'viewer'] as const;
const association = ['administrator', 'broker', 'editor', 'viewer'] as const;

/** Roles that an organisation of this kind has; the first one is that of its heads. */
export const rolesOf = (kind: OrganisationKind): readonly [MemberRole, ...MemberRole[]] =>
  kind === 'association' ? association : kind === 'subdistrict' || kind === 'department' ? authority : usual;

/** Role of those who answer for the organisation; there is always one of them. */
export const headRoleOf = (kind: OrganisationKind): MemberRole => rolesOf(kind)[0];
