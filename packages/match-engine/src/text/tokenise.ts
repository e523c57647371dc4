import { normaliseText } from './normalise-text';

const RUNS = /\p{Script=Han}+|[a-z0-9]+/gu;

/**
 * Cuts text into the terms that matching and search share: overlapping pairs of Chinese characters (a lone character
 * stands for itself) and whole Latin words or numbers.
 *
 * @param text any text; it is normalised first
 * @returns terms in the order of the text, repeated terms repeated
 * @see Kwok, "Improving English and Chinese ad-hoc retrieval", 1999: bigrams serve as well as segmentation
 * @example tokenise('老旧院落 24小时') // ['老旧', '旧院', '院落', '24', '小时']
 */
export function tokenise(text: string): string[] {
  const terms: string[] = [];
  for (const [run] of normaliseText(text).matchAll(RUNS)) {
    if (run.length === 1 || /^[a-z0-9]/.test(run)) terms.push(run);
    else for (let i = 0; i + 1 < run.length; i++) terms.push(run.slice(i, i + 2));
  }
  return terms;
}
