import { listNeedMatches, type NeedMatch } from '@duijie/contracts';
import { useEffect, useState } from 'react';
import { useCall } from '../../../api/use-call';

/** A change reaches the matcher within this time; until then its answer may be the one before. */
const onItsWayMs = 3000;
/** Nothing fits, or the change takes longer on its way. */
const emptyMs = 5000;

const isOlder = (changedAt: string | undefined): boolean =>
  changedAt !== undefined && Date.now() - Date.parse(changedAt) > onItsWayMs;

/**
 * Suggestions for a need, asked again until the matcher has caught up with this version.
 * @param version of the need, after which matches may differ @param changedAt when it became so, where that is known
 */
export function useMatches(needId: string, version: number, limit: number, changedAt?: string) {
  const [arrived, setArrived] = useState(() => (isOlder(changedAt) ? version : 0));
  const answer = useCall(
    listNeedMatches,
    { params: { needId }, query: { limit } },
    {
      everyMs: (data) =>
        arrived !== version || data?.upToDate !== true ? 1200 : data.items.length === 0 ? emptyMs : 60_000,
    },
  );
  const settled = arrived === version && answer.data?.upToDate === true;
  useEffect(() => {
    const timer = setTimeout(() => setArrived(version), onItsWayMs);
    return () => clearTimeout(timer);
  }, [version]);
  const matches: readonly NeedMatch[] = answer.data?.items ?? [];
  return {
    matches,
    settled,
    /** A new draft is not known to the matcher at once. */
    error: arrived === version ? answer.error : null,
    pending: answer.isPending,
    again: () => void answer.refetch(),
  };
}
