import { documentId } from './document/document-id';
import { fieldTextsOf, type SearchContent } from './document/search-content';
import type { Reading } from './reading';
import { scoreFields, weighedLength } from './text/score-fields';

/** What holds only some words must reach this share of the best score. */
const leastShare = 0.1;

/** How much a document's place counts when the words name one. */
function placeFactor({ item, districts }: SearchContent, { places }: Reading): number {
  if (places.length === 0) return 1;
  const { subdistrict, wholeCity } = item.place;
  const own = places.filter((place) => districts.includes(place.district));
  if (own.some((place) => place.subdistrict !== null && place.subdistrict === subdistrict)) return 1.8;
  if (own.length > 0) return 1.5;
  return wholeCity ? 1.25 : 0.8;
}

/** A document of the leaf that the words mean counts this share of the one that holds them best. */
const leafShare = 1.0;

/** The best counts in full only when it holds this share of the words' worth, each said once. */
const leastHeld = 0.7;
const usualSaturation = 1.1;

/** How sure it is that a document is of what the words mean, 0..1. */
const meantBy = ({ codes }: SearchContent, { leaves }: Reading): number =>
  Math.max(0, ...leaves.map(({ code, confidence }) => (codes.includes(code) ? confidence : 0)));

/**
 * Ranks found documents by how well they hold the words, weighed by where they are. Equal ones stay in the order given.
 * @param contents in the order found @param firm keys of those that hold all words: they stay whatever their score
 */
export function rankContents(
  contents: readonly SearchContent[],
  firm: ReadonlySet<string>,
  reading: Reading,
): SearchContent[] {
  const texts = contents.map(fieldTextsOf);
  const average = texts.reduce((sum, fields) => sum + weighedLength(fields), 0) / Math.max(texts.length, 1);
  const held = texts.map((fields) => scoreFields(fields, reading.terms, average));
  const asked = usualSaturation * reading.terms.reduce((sum, { worth }) => sum + worth, 0);
  const most = Math.max(Number.EPSILON, leastHeld * asked, ...held);
  const scored = contents.map((content, i) => ({
    content,
    score: (held[i]! / most + leafShare * meantBy(content, reading)) * placeFactor(content, reading),
  }));
  const best = Math.max(0, ...scored.map((s) => s.score));
  return scored
    .filter(
      ({ content, score }) =>
        (score > 0 && score >= leastShare * best) || firm.has(documentId(content.item.kind, content.item.id)),
    )
    .toSorted((a, b) => b.score - a.score)
    .map(({ content }) => content);
}
