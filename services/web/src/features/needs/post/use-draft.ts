import { getNeed, listOwnNeeds } from '@duijie/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useSession } from '../../../session/session';
import { createDraftStore, savesItself, type DraftConflict } from './draft-store';

/**
 * The draft of one page.
 * @param onCreated is told the new need's id once @param onConflict what was changed here and elsewhere
 */
export function useDraft(
  needId: string | undefined,
  onCreated: (needId: string) => void,
  onConflict: (conflict: DraftConflict) => void,
) {
  const queries = useQueryClient();
  const { me } = useSession();
  const [store] = useState(() => createDraftStore(me?.actingFor?.organisationId ?? ''));
  const now = useSyncExternalStore(store.subscribe, store.get);
  const known = now.view?.id;
  useEffect(() => {
    if (needId === undefined) store.goOn();
    else if (needId !== store.get().view?.id) void store.load(needId);
  }, [needId, store]);
  useEffect(() =>
    store.listen({
      created: ({ id }) => onCreated(id),
      conflict: onConflict,
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
    settle: store.settle,
    take: store.take,
    setError: store.fail,
    savesItself: savesItself(now.view),
    loading: needId !== undefined && known === undefined && now.loadError === null,
  };
}

export type Draft = ReturnType<typeof useDraft>;
