/**
 * Makes letters comparable without moving them: lower case, full-width letters and digits as narrow ones.
 * @returns a text of the same length, so that positions hold in both
 */
export function fold(text: string): string {
  const narrow = text.replaceAll(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (c) =>
    String.fromCharCode(c.charCodeAt(0) - 0xfee0),
  );
  const lower = narrow.toLowerCase();
  return lower.length === text.length ? lower : narrow;
}
