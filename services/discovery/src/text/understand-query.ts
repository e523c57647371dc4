import type { Understanding } from '@duijie/contracts';
import { correctQuery } from './correct-query';
import { dropNoise } from './drop-noise';
import { fold } from './fold';
import { leafMeanings, type LeafMeaning } from './leaf-meanings';
import { readIntents, type IntentWord } from './read-intents';
import { readPinyin } from './read-pinyin';
import type { PlaceWord, Vocabulary } from './vocabulary';

export interface UnderstoodQuery {
  /** The query with wrong characters put right. */
  readonly text: string;
  /** The same without the names of places: the words to be found. */
  readonly words: string;
  readonly places: readonly PlaceWord[];
  readonly leaves: readonly LeafMeaning[];
  readonly intents: readonly IntentWord[];
  readonly understood: readonly Understanding[];
}
type UnderstandingType = Understanding['type'];

/** Longest keys of a map that a text holds, without overlaps. */
function holds<T>(
  text: string,
  words: ReadonlyMap<string, T>,
  longest: number,
): { at: number; word: string; value: T }[] {
  const found: { at: number; word: string; value: T }[] = [];
  for (let at = 0; at < text.length; at += 1)
    for (let length = Math.min(longest, text.length - at); length >= 2; length -= 1) {
      const word = text.slice(at, at + length);
      const value = words.get(word);
      if (value === undefined) continue;
      found.push({ at, word, value });
      at += length - 1;
      break;
    }
  return found;
}

const saysSomething = (text: string): boolean => /\p{Script=Han}{2}|[\p{L}\p{N}]{3}/u.test(text);

/**
 * Reads a query: wrong characters, places, leaves. A place is taken out of the words only while words are left.
 * @param occurs whether any document holds two characters next to each other
 * @param without what is not to be read into it
 */
export function understandQuery(
  q: string,
  vocabulary: Vocabulary,
  occurs: (pair: string) => boolean,
  without: readonly UnderstandingType[] = [],
): UnderstoodQuery {
  const understood: Understanding[] = [];
  let text = q;
  if (!without.includes('correction')) {
    const read = readPinyin(q, vocabulary.sounds, occurs);
    const corrected = correctQuery(read.query, vocabulary, occurs);
    text = corrected.query;
    for (const { from, to } of [...read.corrections, ...corrected.corrections])
      understood.push({ type: 'correction', from, to });
  }
  let words = text;
  const places: PlaceWord[] = [];
  if (!without.includes('place'))
    for (const { word, value } of holds(fold(text), vocabulary.places, vocabulary.longestPlace)) {
      const at = fold(words).indexOf(word);
      const rest = `${words.slice(0, at)} ${words.slice(at + word.length)}`.trim();
      if (at < 0 || !saysSomething(rest)) continue;
      words = rest;
      places.push(value);
      understood.push({ type: 'place', text: word, ...value });
    }
  const leaves = without.includes('leaf') ? [] : leafMeanings(words, vocabulary);
  for (const { text: said, code, zh, en } of leaves) understood.push({ type: 'leaf', text: said, code, zh, en });
  const read = without.includes('intent') ? { words, intents: [] } : readIntents(words);
  for (const intent of read.intents) understood.push({ type: 'intent', ...intent });
  return { text, words: dropNoise(read.words), places, leaves, intents: read.intents, understood };
}
