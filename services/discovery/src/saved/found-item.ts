import type { SearchFoundBody } from '@duijie/contracts';
import type { SearchContent } from '../document/search-content';

/** A new document as its finder is told of it. */
export const foundItem = ({ item }: SearchContent): SearchFoundBody['items'][number] => ({
  kind: item.kind,
  id: item.id,
  title: item.title,
  where: [item.place.districts[0], item.place.subdistrict].filter(Boolean).join(' ') || null,
});
