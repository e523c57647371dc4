/** Columns a text takes on a terminal: East Asian wide characters take two. @see Unicode UAX 11 */
export const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, ch) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(ch)
        ? 2
        : 1),
    0,
  );

/** Fills up with spaces to `columns`; a longer text is cut with an ellipsis. */
export function fit(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text + ' '.repeat(columns - widthOf(text));
  let cut = '';
  for (const ch of text) {
    if (widthOf(cut + ch) > columns - 1) break;
    cut += ch;
  }
  return `${cut}…${' '.repeat(Math.max(0, columns - 1 - widthOf(cut)))}`;
}
