import { getNeed, listOwnNeeds } from '@duijie/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { createDraftStore, savesItself } from './draft-store';

/**
 * The draft of one page.
 * @param onCreated is told the new need's id once @param onStale the need was changed elsewhere and read anew
 */
export function useDraft(needId: string | undefined, onCreated: (needId: string) => void, onStale: () => void) {
  const queries = useQueryClient();
  const [store] = useState(createDraftStore);
  const now = useSyncExternalStore(store.subscribe, store.get);
  const known = now.view?.id;
  useEffect(() => {
    if (needId !== undefined && needId !== store.get().view?.id) void store.load(needId);
  }, [needId, store]);
  useEffect(() =>
    store.listen({
      created: ({ id }) => onCreated(id),
      stale: onStale,
      saved() {
        for (const { id } of [listOwnNeeds, getNeed]) void queries.invalidateQueries({ queryKey: [id] });
      },
    }),
  );
  useEffect(() => store.leave, [store]);
  return {
    ...now,
    /** The newest answer, also within one turn. */
    latest: () => store.get().view,
    change: store.change,
    flush: store.flush,
    take: store.take,
    setError: store.fail,
    savesItself: savesItself(now.view),
    loading: needId !== undefined && known === undefined && now.loadError === null,
  };
}

export type Draft = ReturnType<typeof useDraft>;
