import { Unreadable } from './unreadable';

/** Lines that are told from data by how they begin. */
const COMMENT = /^\s*(?:#|%|\/\/|;|!|c(?:\s|$))/i;

/** @returns The lines of a text without comments and empty ones, with their numbers. */
export function dataLines(text: string): { readonly line: number; readonly text: string }[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((content, n) => ({ line: n + 1, text: content.replace(/\s+(?:#|\/\/).*$/, '') }))
    .filter((each) => each.text.trim() !== '' && !COMMENT.test(each.text));
}

/**
 * @returns All numbers of a text in their order, wherever its lines break.
 * @throws Unreadable at the first word that is no number.
 */
export function numbersIn(text: string): Float64Array {
  const numbers: number[] = [];
  for (const { line, text: content } of dataLines(text)) {
    for (const word of content.split(/[\s,;|]+/)) {
      if (word === '') continue;
      const number = Number(word);
      if (!Number.isFinite(number)) throw new Unreadable(`line ${line}: “${word.slice(0, 40)}” is no number`);
      numbers.push(number);
    }
  }
  return Float64Array.from(numbers);
}

/**
 * @returns The same numbers as integers, and what they were multiplied by (1, 10, … 10^6).
 * @throws Unreadable when they need more than six decimals, or are too large to be added up exactly.
 */
export function asIntegers(
  numbers: Float64Array,
  most: number,
): { readonly integers: Float64Array; readonly scale: number } {
  for (let scale = 1; scale <= 1e6; scale *= 10) {
    const integers = numbers.map((n) => Math.round(n * scale));
    if (integers.some((n, k) => Math.abs(n / scale - numbers[k]!) > 1e-12 * Math.max(1, Math.abs(numbers[k]!))))
      continue;
    const large = integers.find((n) => !Number.isSafeInteger(n) || Math.abs(n) > most);
    if (large !== undefined) throw new Unreadable(`${large / scale} is too large to be reckoned with exactly here`);
    return { integers, scale };
  }
  throw new Unreadable('the numbers have more than six decimals');
}
