import type { SavedQuery } from '@duijie/contracts';
import type { SearchContent } from '../document/search-content';
import type { Reading } from '../reading';

/** A new document with its terms. */
export interface Newcomer {
  readonly content: SearchContent;
  readonly terms: ReadonlySet<string>;
}

/** Somebody is told of what holds this share of the words' worth: fewer and surer than what a search shows. */
const leastHeld = 0.7;
/** Or of what is of the service that the words mean, as sure as this. */
const leastSure = 0.5;

const narrows = (values: readonly string[], own: readonly (string | null)[]): boolean =>
  values.length === 0 || own.some((one) => one !== null && values.includes(one));

/** Whether the filters of a saved search leave it: lists narrow together, what serves the whole city serves each district. */
export function passesFilters(query: SavedQuery, { item, codes, districts, groups }: SearchContent): boolean {
  return (
    narrows(query.kind, [item.kind]) &&
    (item.place.wholeCity || narrows(query.district, districts)) &&
    narrows(query.subdistrict, [item.place.subdistrict]) &&
    narrows(query.leaf, codes) &&
    narrows(query.group, groups) &&
    narrows(query.funding, [item.funding]) &&
    narrows(query.priceModel, [item.price?.model ?? null]) &&
    narrows(query.urgency, [item.urgency]) &&
    narrows(query.organisationKind, [item.organisation.kind]) &&
    (query.free === null || query.free === item.free)
  );
}

/** Whether it lies or serves where the words say. */
const isThere = ({ item, districts }: SearchContent, { places }: Reading): boolean =>
  places.length === 0 ||
  item.place.wholeCity ||
  places.some(
    (named) =>
      districts.includes(named.district) &&
      (['subdistrict', 'community', 'compound'] as const).every(
        (part) => named[part] === null || item.place[part] === null || item.place[part] === named[part],
      ),
  );

function says({ content, terms }: Newcomer, reading: Reading): boolean {
  if (reading.terms.length === 0) return true;
  if (reading.leaves.some(({ code, confidence }) => confidence >= leastSure && content.codes.includes(code)))
    return true;
  const sum = (of: Reading['terms']): number => of.reduce((total, { worth }) => total + worth, 0);
  return sum(reading.terms.filter(({ term }) => terms.has(term))) >= leastHeld * sum(reading.terms);
}

/** Whether a new document is where the words say, and says what they say. @param reading how the words are understood */
export const fitsWords = (reading: Reading, newcomer: Newcomer): boolean =>
  isThere(newcomer.content, reading) && says(newcomer, reading);
