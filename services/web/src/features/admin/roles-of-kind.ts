import type { MemberRole, OrganisationKind } from '@duijie/contracts';

/** Roles that members of an organisation may have, the most usual first. */
export const rolesOfKind = (kind: OrganisationKind): readonly [MemberRole, ...MemberRole[]] =>
  kind === 'association'
    ? ['broker', 'administrator', 'viewer']
    : kind === 'subdistrict' || kind === 'department'
      ? ['officer', 'owner', 'viewer']
      : ['owner', 'editor', 'viewer'];
