import type { MemberRole, OrganisationKind } from '@duijie/contracts';
import { ValidationFailed } from '@duijie/service-kit';
import { rolesOf } from './role-rules';

/** @throws ValidationFailed at `/role` when organisations of this kind do not have it */
export function requireRoleOfKind(kind: OrganisationKind, role: MemberRole): void {
  if (rolesOf(kind).includes(role)) return;
  throw new ValidationFailed([
    {
      pointer: '/role',
      detail: {
        zh: '这类机构没有这个角色',
        en: `An organisation of this kind has ${rolesOf(kind).join(', ')} only`,
      },
    },
  ]);
}
