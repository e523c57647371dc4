import type { TaxonomyIndex } from '../taxonomy/build-taxonomy-index';

/** A stretch of text between marks, and where words are known to begin or end in it. */
interface Run {
  readonly text: string;
  /** `edges[i]`: a word begins or ends before character i, as far as marks, 的 and the vocabulary tell. */
  readonly edges: readonly boolean[];
}

const RUNS = /\p{Script=Han}+|[a-z0-9]+/gu;
/** Stand alone or in grammar; a stretch with one of them is no name of a thing. */
const FUNCTION =
  /[了是在有和与及或也都就又还很把被给让从向于之其这那哪每些个我你他她它们咱您谁吗呢吧啊呀没不要想到说去来先再只的]/u;
const LEAST_UNKNOWN = 3;

/**
 * Finds the words that two texts share and that a person recognises: stretches that stand in both, as long as they go,
 * and are words of the vocabulary, or three characters and more that begin and end where a word does in one of the texts.
 * What is left is dropped, since a fragment says less than nothing.
 *
 * @param taxonomy its names, synonyms and phrases are the vocabulary
 * @param one normalised text @param other normalised text
 * @param sharesPair tells whether both texts have two characters side by side; spares looking
 * @returns words in the order of `one`; none is part of another
 */
export function recognisableWords(
  taxonomy: TaxonomyIndex,
  one: string,
  other: string,
  sharesPair: (pair: string) => boolean,
): string[] {
  const others = runsOf(taxonomy, other);
  const words = runsOf(taxonomy, one).flatMap((run) =>
    /^[a-z0-9]/u.test(run.text)
      ? others.some(({ text }) => text === run.text) && /[a-z]/u.test(run.text)
        ? [run.text]
        : []
      : stretchesOf(run, other, sharesPair).flatMap(([from, to]) => wordsOf(taxonomy, run, from, to, others)),
  );
  const all = [...new Set(words)].filter((word) => word.length > 1);
  return all.filter((word) => !all.some((longer) => longer !== word && longer.includes(word)));
}

function runsOf(taxonomy: TaxonomyIndex, text: string): Run[] {
  return [...text.matchAll(RUNS)].map(([run]) => {
    const edges = Array.from({ length: run.length + 1 }, (_, i) => i === 0 || i === run.length);
    for (let i = 0; i < run.length; i++) if (run[i] === '的') edges[i] = edges[i + 1] = true;
    for (const [from, to] of phrasesIn(taxonomy, run)) edges[from] = edges[to] = true;
    return { text: run, edges };
  });
}

/** Phrases of the vocabulary from left to right, the longest first; a phrase inside another does not count. */
function phrasesIn(taxonomy: TaxonomyIndex, text: string): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + taxonomy.longestPhrase);
    while (end > at + 1 && !taxonomy.conceptsOf.has(text.slice(at, end))) end--;
    if (end > at + 1) found.push([at, end]);
    at = Math.max(at + 1, end);
  }
  return found;
}

/** Longest stretches of a run that stand in the other text, too. */
function stretchesOf({ text }: Run, other: string, sharesPair: (pair: string) => boolean): [number, number][] {
  const found: [number, number][] = [];
  let reached = 0;
  for (let from = 0; from + 1 < text.length; from++) {
    if (!sharesPair(text.slice(from, from + 2))) continue;
    let to = Math.max(from + 1, reached);
    while (to < text.length && other.includes(text.slice(from, to + 1))) to++;
    if (to > reached && to > from + 1) found.push([from, to]);
    reached = Math.max(reached, to);
  }
  return found;
}

/** The words of the vocabulary in a stretch, neighbours joined; or all of it where it is a word that holds more. */
function wordsOf(taxonomy: TaxonomyIndex, run: Run, from: number, to: number, others: readonly Run[]): string[] {
  const stretch = run.text.slice(from, to);
  const known: [number, number][] = [];
  for (const [start, end] of phrasesIn(taxonomy, stretch)) {
    const last = known.at(-1);
    if (last?.[1] === start) last[1] = end;
    else known.push([start, end]);
  }
  // One character beside a known word is more often cut off than part of it.
  const [first, last] = [known[0]?.[0] ?? stretch.length, known.at(-1)?.[1] ?? 0];
  const holdsMore = first > 1 || stretch.length - last > 1 || known.length > 1;
  if (holdsMore && stretch.length >= LEAST_UNKNOWN && !FUNCTION.test(stretch)) {
    const begins = run.edges[from] || hasEdge(others, stretch, 0);
    if (begins && (run.edges[to] || hasEdge(others, stretch, stretch.length))) return [stretch];
  }
  return known.map(([start, end]) => stretch.slice(start, end));
}

function hasEdge(runs: readonly Run[], stretch: string, offset: number): boolean {
  return runs.some(({ text, edges }) => {
    for (let at = text.indexOf(stretch); at >= 0; at = text.indexOf(stretch, at + 1))
      if (edges[at + offset]) return true;
    return false;
  });
}
