import type { MembershipView } from '@duijie/contracts';
import { isStaffKind } from './session-terms';

/** Memberships that a credential may use: in production those of staff need a second factor. */
export const usableMemberships = (
  memberships: readonly MembershipView[],
  production: boolean,
  secondFactor: boolean,
): readonly MembershipView[] =>
  production && !secondFactor ? memberships.filter((m) => !isStaffKind(m.kind)) : memberships;
