import { listDistricts } from '@duijie/contracts';
import { useMemo } from 'react';
import { useCall } from '../../api/use-call';
import { useSession } from '../../session/session';
import type { Near, Search } from './search-address';

/**
 * Where distances are counted from: the one district that is filtered by, else that of the organisation acted for.
 * @returns null where there is none, undefined while it is read
 */
export function useNear(search: Search): Near | null | undefined {
  const { me } = useSession();
  const { data, isPending } = useCall(listDistricts, {});
  const own = me?.actingFor?.district ?? null;
  const district = search.district.length === 1 ? (search.district[0] ?? own) : own;
  return useMemo(() => {
    if (isPending && district !== null) return undefined;
    const found = data?.items.find(({ name }) => name === district);
    return found ? { district: found.name, ...found.centre } : null;
  }, [data, isPending, district]);
}
