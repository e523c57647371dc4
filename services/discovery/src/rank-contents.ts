import { documentId } from './document/document-id';
import { fieldTextsOf, type SearchContent } from './document/search-content';
import type { Reading } from './reading';
import { scoreFields, weighedLength } from './text/score-fields';
import type { Wanted } from './wanted';
import { intentFactor, placeFactor } from './wanted-factor';

/** What holds only some words must reach this share of the best score. */
const leastShare = 0.1;

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
  near: Wanted['near'],
): SearchContent[] {
  const texts = contents.map(fieldTextsOf);
  const average = texts.reduce((sum, fields) => sum + weighedLength(fields), 0) / Math.max(texts.length, 1);
  const held = texts.map((fields) => scoreFields(fields, reading.terms, average));
  const asked = usualSaturation * reading.terms.reduce((sum, { worth }) => sum + worth, 0);
  const most = Math.max(Number.EPSILON, leastHeld * asked, ...held);
  const prices = contents.flatMap(({ sort }) => sort.priceFen ?? []).toSorted((a, b) => a - b);
  const middle = prices[Math.floor(prices.length / 2)] ?? null;
  const scored = contents.map((content, i) => ({
    content,
    score:
      (held[i]! / most + leafShare * meantBy(content, reading)) *
      placeFactor(content, reading) *
      intentFactor(content, reading, near, middle),
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
