import { searchFields, type SearchField } from '@duijie/contracts';
import type { WeighedTerm } from './weigh-terms';

/** Folded text by field. */
export type FieldTexts = Readonly<Record<SearchField, string>>;

/** How much an occurrence in a field counts. Names of organisations hold words of every trade, so they count least. */
export const fieldWeights: Readonly<Record<SearchField, number>> = {
  title: 2,
  leaves: 1,
  aliases: 0.7,
  text: 1,
  organisation: 0.3,
  place: 0.5,
};
const saturation = 1.2;
const lengthShare = 0.5;

const occurrences = (text: string, term: string): number => {
  let count = 0;
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) count += 1;
  return count;
};

/** Weighed length of a document, in the unit that `scoreFields` compares with the average. */
export const weighedLength = (fields: FieldTexts): number =>
  searchFields.reduce((sum, field) => sum + fieldWeights[field] * fields[field].length, 0);

/**
 * BM25 over fields: a sum over the terms of worth times saturated weighed frequency.
 * @param averageLength mean of `weighedLength` over the documents compared
 * @see Robertson, Zaragoza and Taylor, "Simple BM25 Extension to Multiple Weighted Fields" (2004)
 */
export function scoreFields(fields: FieldTexts, terms: readonly WeighedTerm[], averageLength: number): number {
  const norm = saturation * (1 - lengthShare + (lengthShare * weighedLength(fields)) / Math.max(averageLength, 1));
  let score = 0;
  for (const { term, worth } of terms) {
    let frequency = 0;
    for (const field of searchFields) frequency += fieldWeights[field] * occurrences(fields[field], term);
    if (frequency > 0) score += (worth * frequency * (saturation + 1)) / (frequency + norm);
  }
  return score;
}

/** Fields that hold one of the terms, most telling first. */
export const matchedFields = (fields: FieldTexts, terms: readonly string[]): SearchField[] =>
  searchFields.filter((field) => terms.some((term) => fields[field].includes(term)));
