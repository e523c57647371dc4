import { countDeskTasks, listDeskTasks } from '@duijie/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listenToNotices } from '../../session/live-notices';

const gatherMs = 800;
const everyMs = 20_000;

/** Reads the queue again when something happens, and every 20 s, since not everything that makes a task makes a notice. */
export function useLiveDesk(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const renew = (): void => {
      waiting = undefined;
      if (document.hidden) return;
      for (const { id } of [listDeskTasks, countDeskTasks]) void queries.invalidateQueries({ queryKey: [id] });
    };
    const stop = listenToNotices(({ notice }) => {
      if (notice) waiting ??= setTimeout(renew, gatherMs);
    });
    const timer = setInterval(renew, everyMs);
    return () => {
      stop();
      clearInterval(timer);
      clearTimeout(waiting);
    };
  }, [queries]);
}
