import type { MarkedText } from '@duijie/contracts';
import { fold } from './fold';

/** Which characters of `text` belong to an occurrence of a term. */
function coverage(text: string, terms: readonly string[]): boolean[] {
  const folded = fold(text);
  const covered = Array.from({ length: text.length }, () => false);
  for (const term of terms)
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1))
      covered.fill(true, at, at + term.length);
  return covered;
}

function pieces(text: string, covered: readonly boolean[], start: number, end: number): MarkedText {
  const parts: { text: string; hit: boolean }[] = [];
  for (let from = start; from < end;) {
    const hit = covered[from] === true;
    let to = from + 1;
    while (to < end && (covered[to] === true) === hit) to += 1;
    parts.push({ text: text.slice(from, to), hit });
    from = to;
  }
  return parts;
}

/** @returns the whole text, with what the terms match marked */
export const markText = (text: string, terms: readonly string[]): MarkedText =>
  pieces(text, coverage(text, terms), 0, text.length);

/**
 * The part of a text that holds most matches, marked.
 * @param length at most so many characters, besides an ellipsis where something is cut off
 */
export function markSnippet(text: string, terms: readonly string[], length = 90): MarkedText {
  if (text.length <= length) return markText(text, terms);
  const covered = coverage(text, terms);
  let inside = covered.slice(0, length).filter(Boolean).length;
  let [best, start] = [inside, 0];
  for (let from = 1; from + length <= text.length; from += 1) {
    inside += Number(covered[from + length - 1]) - Number(covered[from - 1]);
    if (inside > best) [best, start] = [inside, from];
  }
  // A few characters before the first match read better than a match at the very edge.
  const first = covered.indexOf(true, start);
  if (first >= 0) start = Math.max(0, Math.min(first - 8, text.length - length));
  if (text.codePointAt(start - 1) !== text.charCodeAt(start - 1) && start > 0) start += 1;
  let end = Math.min(text.length, start + length);
  if (end < text.length && text.codePointAt(end - 1) !== text.charCodeAt(end - 1)) end -= 1;
  return [
    ...(start > 0 ? [{ text: '…', hit: false }] : []),
    ...pieces(text, covered, start, end),
    ...(end < text.length ? [{ text: '…', hit: false }] : []),
  ];
}
