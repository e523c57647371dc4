import { countUnreadNotices, listNotices, type UnreadNotices } from '@duijie/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keyOf, useCall } from '../../api/use-call';
import { listenToNotices } from '../../session/live-notices';
import { useLanguage } from '../../words/language';

const everyMs = 60_000;

/** How many notices are unread, as the stream tells; asked for every minute where the stream does not come through. */
export function useUnread(): UnreadNotices {
  const { language } = useLanguage();
  const queries = useQueryClient();
  const { data } = useCall(countUnreadNotices, {}, { everyMs });
  useEffect(
    () =>
      listenToNotices(({ unread, notice }) => {
        queries.setQueryData(keyOf(countUnreadNotices, {}, language), unread);
        if (notice) void queries.invalidateQueries({ queryKey: [listNotices.id] });
      }),
    [language, queries],
  );
  return data ?? { count: 0, more: false };
}
