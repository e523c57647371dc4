import { listSavedSearches, seeSavedSearch } from '@duijie/contracts';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useCall } from '../../api/use-call';
import { useChange } from '../../api/use-change';
import { searchOf, writeAddress } from './search-address';

/**
 * Where a notice leads (`?saved=…`): the address becomes that of the saved search, whose news is then seen.
 * @returns notes that the news of a saved search is seen
 */
export function useSavedAddress(): (id: string) => void {
  const [params, setParams] = useSearchParams();
  const id = params.get('saved');
  const { data } = useCall(listSavedSearches, {}, { enabled: id !== null });
  const { mutate } = useChange(seeSavedSearch, [listSavedSearches]);
  useEffect(() => {
    if (id === null || !data) return;
    const saved = data.items.find((one) => one.id === id);
    setParams(saved ? writeAddress(searchOf(saved.query)) : {}, { replace: true });
    if (saved) mutate({ params: { savedSearchId: id } });
  }, [id, data, setParams, mutate]);
  return (seen) => mutate({ params: { savedSearchId: seen } });
}
