import type { MembershipView } from '@duijie/contracts';
import type { PersonEntity } from '../people/persistence/person.entity';
import { isStaffKind } from './session-terms';

/** Where a person stands with the second factor. @param confirmed by this session */
export function secondFactorState(
  person: PersonEntity,
  memberships: readonly MembershipView[],
  production: boolean,
  confirmed: boolean,
): 'none' | 'to-enrol' | 'to-confirm' | 'confirmed' {
  if (person.totpConfirmedAt !== null) return confirmed ? 'confirmed' : 'to-confirm';
  if (person.totpSecret !== null) return 'to-confirm';
  return production && memberships.some((m) => isStaffKind(m.kind)) ? 'to-enrol' : 'none';
}
