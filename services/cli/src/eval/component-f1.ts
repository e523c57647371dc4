/**
 * How well components were told from the text: F1 of each need's set of leaves, averaged over the needs (macro).
 * @param wanted leaves judged as really asked for @param found leaves proposed
 * @returns 0–1, rounded to 4 digits
 * @see https://en.wikipedia.org/wiki/F-score
 */
export function componentF1(
  pairs: readonly { readonly wanted: ReadonlySet<string>; readonly found: ReadonlySet<string> }[],
): number {
  const scores = pairs.map(({ wanted, found }) => {
    const hits = [...found].filter((code) => wanted.has(code)).length;
    return wanted.size + found.size === 0 ? 1 : (2 * hits) / (wanted.size + found.size);
  });
  const mean = scores.reduce((a, b) => a + b, 0) / Math.max(1, scores.length);
  return Math.round(mean * 10_000) / 10_000;
}
