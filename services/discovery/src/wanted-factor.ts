import { distanceKm } from '@duijie/domain-kit';
import type { SearchContent } from './document/search-content';
import type { Reading } from './reading';
import type { Wanted } from './wanted';

/** What fits an intent counts so much more. */
const preferred = 1.3;
/** Within so many kilometres something is near; what is farther counts less and less. */
const nearKm = 3;

/** How much a document's place counts when the words name one. */
export function placeFactor({ item, districts }: SearchContent, { places }: Reading): number {
  if (places.length === 0) return 1;
  const { subdistrict, community, compound, wholeCity } = item.place;
  const own = places.filter((place) => districts.includes(place.district));
  if (own.some((place) => place.compound !== null && place.compound === compound)) return 2.2;
  if (own.some((place) => place.community !== null && place.community === community)) return 2;
  if (own.some((place) => place.subdistrict !== null && place.subdistrict === subdistrict)) return 1.8;
  if (own.length > 0) return 1.5;
  return wholeCity ? 1.25 : 0.8;
}

function closeness({ item: { place } }: SearchContent, near: Wanted['near']): number {
  if (near === null || place.lng === null || place.lat === null) return 1;
  return 1 + (preferred - 1) * (nearKm / Math.max(nearKm, distanceKm(near, { lng: place.lng, lat: place.lat })));
}

/**
 * How well a document fits what was said besides the words to be found.
 * @param middlePriceFen half of what was found costs less; null when no price is known
 */
export function intentFactor(
  content: SearchContent,
  { intents }: Reading,
  near: Wanted['near'],
  middlePriceFen: number | null,
): number {
  const { item, sort } = content;
  let factor = 1;
  for (const { intent } of intents)
    switch (intent) {
      case 'free':
        if (item.free) factor *= preferred;
        break;
      case 'cheap':
        if (item.free || (sort.priceFen !== null && middlePriceFen !== null && sort.priceFen < middlePriceFen))
          factor *= preferred;
        break;
      case 'urgent':
        if (item.urgency === 'emergency' || item.urgency === 'high') factor *= preferred;
        break;
      case 'near':
        factor *= closeness(content, near);
        break;
      case 'property_firm':
      case 'social_org':
      case 'volunteer_group':
        if (item.organisation.kind === intent) factor *= preferred;
        break;
    }
  return factor;
}
