import type { SearchFoundBody } from '@duijie/contracts';
import type { NoticeDraft } from '../notice';

/** More would be read in a list, not in a notice. */
const mostTitles = 3;

/** Whoever saved a search hears what came for it. @param telling how often it was told of */
export const noticesOfSearch = (found: SearchFoundBody, telling: number): NoticeDraft[] => [
  {
    to: { type: 'person', id: found.personId },
    kind: 'search_found',
    subject: { type: 'saved_search', id: found.savedSearchId },
    fact: String(telling),
    facts: {
      item: found.name,
      found: { count: found.count, titles: found.items.slice(0, mostTitles).map(({ title }) => title) },
    },
  },
];
