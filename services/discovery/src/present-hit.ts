import type { SearchHit } from '@duijie/contracts';
import { distanceKm } from '@duijie/domain-kit';
import { fieldTextsOf, type SearchContent } from './document/search-content';
import { markSnippet, markText } from './text/mark-text';
import { matchedFields } from './text/score-fields';
import type { Wanted } from './wanted';

/** A found document as people see it. @param terms what is marked */
export function presentHit(content: SearchContent, terms: readonly string[], near: Wanted['near']): SearchHit {
  const { item } = content;
  const { lng, lat } = item.place;
  return {
    ...item,
    marked: { title: markText(item.title, terms), snippet: markSnippet(content.text, terms) },
    matched: matchedFields(fieldTextsOf(content), terms),
    distanceKm:
      near === null || lng === null || lat === null ? null : Math.round(distanceKm(near, { lng, lat }) * 100) / 100,
  };
}
