import { distanceKm } from '@duijie/domain-kit';
import type { SearchContent } from './document/search-content';
import type { Wanted } from './wanted';

/** A value that is smaller the further ahead a document comes, or null when it has none. */
function keyOf({ item, sort }: SearchContent, { query, near }: Wanted): number | null {
  switch (query.sort) {
    case 'relevance':
      return 0;
    case 'newest':
      return item.publishedAt === null ? null : -Date.parse(item.publishedAt);
    case 'price':
      return sort.priceFen;
    case 'rating':
      return sort.rating === null ? null : -sort.rating;
    case 'distance': {
      const { lng, lat } = item.place;
      return near === null || lng === null || lat === null ? null : distanceKm(near, { lng, lat });
    }
  }
}

/** Puts documents into the order asked for; equal ones stay as they were, those without a value come last. */
export const sortContents = (contents: readonly SearchContent[], wanted: Wanted): SearchContent[] =>
  contents
    .map((content) => ({ content, key: keyOf(content, wanted) ?? Number.POSITIVE_INFINITY }))
    .toSorted((a, b) => (a.key === b.key ? 0 : a.key - b.key))
    .map(({ content }) => content);
