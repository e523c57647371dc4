import { normaliseText } from '../text/normalise-text';
import { companionLeaves } from './companion-leaves';
import { meansLeaves } from './means-leaves';
import { defaultPhrases } from './default-phrases';
import type { LeafPhrases } from './leaf-phrases';
import type { LearntPhrases } from './learnt-phrases';
import type { TaxonomyLeaf } from './taxonomy-leaf';

/** Relation of two leaves: none, often bought together, same group, or the same leaf. */
export const RELATION = { none: 0, companion: 1, neighbour: 2, same: 3 } as const;

/** A set of phrases that mean one thing, and the leaves that it speaks for. */
export interface Concept {
  /** Its first phrase. */
  readonly label: string;
  readonly leaves: { leaf: number; strength: number }[];
}

/** The taxonomy prepared for matching: leaves by number, their relations, and the phrases that tell them. */
export interface TaxonomyIndex {
  /** Leaf codes by number. */
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** `relation[a * codes.length + b]`, a value of `RELATION`. */
  readonly relation: Uint8Array;
  /** By leaf: 1 for a means to something else. */
  readonly isMeans: Uint8Array;
  readonly concepts: readonly Concept[];
  /** Numbers of the concepts that a phrase belongs to. */
  readonly conceptsOf: ReadonlyMap<string, readonly number[]>;
  /** Length of the longest phrase in characters. */
  readonly longestPhrase: number;
}

const NAME_STRENGTH = 4;
const STRONG = 3;
const WEAK = 1;

/**
 * Prepares a taxonomy for understanding and ranking.
 *
 * @param leaves the leaves, in any order; duplicate codes are a fault
 * @param phrases how people speak of the leaves; entries of unknown leaves are ignored
 * @param learnt what corrections have taught; it goes before the phrases
 * @returns the index, immutable by convention
 * @throws RangeError when a code appears twice
 */
export function buildTaxonomyIndex(
  leaves: readonly TaxonomyLeaf[],
  phrases: readonly LeafPhrases[] = defaultPhrases,
  learnt: LearntPhrases = { means: [], not: [] },
): TaxonomyIndex {
  const sorted = leaves.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const numberOf = new Map(sorted.map((leaf, number) => [leaf.code, number]));
  if (numberOf.size !== leaves.length) throw new RangeError('a leaf code appears twice');
  const concepts: Concept[] = [];
  const conceptsOf = new Map<string, number[]>();
  const byText = new Map<string, number>();
  const add = (entry: string, leaf: number, strength: number): void => {
    const words = entry.split('|').map(normaliseText).filter(Boolean);
    const key = words.join('|');
    let number = byText.get(key);
    if (number === undefined) {
      number = concepts.length;
      byText.set(key, number);
      concepts.push({ label: words[0] ?? '', leaves: [] });
      for (const word of words) conceptsOf.set(word, [...(conceptsOf.get(word) ?? []), number]);
    }
    const known = concepts[number]?.leaves;
    if (known && !known.some((entryOf) => entryOf.leaf === leaf)) known.push({ leaf, strength });
  };
  for (const leaf of sorted) {
    const number = numberOf.get(leaf.code) ?? 0;
    add(leaf.zh, number, NAME_STRENGTH);
    for (const word of leaf.synonyms) add(word, number, STRONG);
  }
  for (const entry of phrases) {
    const number = numberOf.get(entry.code);
    if (number === undefined) continue;
    for (const words of entry.strong) add(words, number, STRONG);
    for (const words of entry.weak) add(words, number, WEAK);
  }
  for (const { phrase, code } of learnt.means) {
    const number = numberOf.get(code);
    const known = conceptsOf.get(normaliseText(phrase)) ?? [];
    const isKnown = known.some((at) => concepts[at]?.leaves.some(({ leaf }) => leaf === number));
    if (number !== undefined && !isKnown) add(phrase, number, STRONG);
  }
  for (const { phrase, code } of learnt.not) {
    const number = numberOf.get(code);
    const word = normaliseText(phrase);
    const known = conceptsOf.get(word);
    if (number === undefined || !known) continue;
    // Other phrases of the same concept go on meaning the leaf.
    const left = known.map((at) => {
      const concept = concepts[at];
      if (!concept?.leaves.some(({ leaf }) => leaf === number)) return at;
      return concepts.push({ label: word, leaves: concept.leaves.filter(({ leaf }) => leaf !== number) }) - 1;
    });
    conceptsOf.set(word, left);
  }
  const longestPhrase = Math.max(0, ...[...conceptsOf.keys()].map((phrase) => phrase.length));
  return {
    codes: sorted.map((leaf) => leaf.code),
    names: sorted.map((leaf) => leaf.zh),
    numberOf,
    relation: relations(sorted, numberOf),
    isMeans: Uint8Array.from(sorted, ({ code }) => (meansLeaves.has(code) ? 1 : 0)),
    concepts,
    conceptsOf,
    longestPhrase,
  };
}

function relations(leaves: readonly TaxonomyLeaf[], numberOf: ReadonlyMap<string, number>): Uint8Array {
  const n = leaves.length;
  const relation = new Uint8Array(n * n);
  for (const [code, companions] of Object.entries(companionLeaves)) {
    const a = numberOf.get(code);
    if (a === undefined) continue;
    for (const companion of companions) {
      const b = numberOf.get(companion);
      if (b !== undefined) relation[a * n + b] = RELATION.companion;
    }
  }
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      if (a === b) relation[a * n + b] = RELATION.same;
      else if (leaves[a]?.groupCode === leaves[b]?.groupCode) {
        relation[a * n + b] = RELATION.neighbour;
      }
    }
  }
  return relation;
}
