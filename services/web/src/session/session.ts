import { ProblemError } from '@duijie/api-client';
import { getMe, type OrganisationKind } from '@duijie/contracts';
import { useCall } from '../api/use-call';

/** Who uses the console: the person, the organisation acted for, and which side of the market that is. */
export function useSession() {
  const me = useCall(getMe, {});
  const signedOut = me.error instanceof ProblemError && me.error.status === 401;
  return { me: me.data ?? null, loading: me.isPending && !signedOut, signedOut, error: signedOut ? null : me.error };
}

export type Side = 'poster' | 'provider' | 'association' | 'officer';

/** @returns the side of the market on which an organisation of this kind works */
export function sideOf(kind: OrganisationKind): Side {
  if (kind === 'association') return 'association';
  if (kind === 'subdistrict' || kind === 'department') return 'officer';
  if (kind === 'community' || kind === 'owners_committee' || kind === 'self_management') return 'poster';
  return 'provider';
}
