/* oxlint-disable unicorn/escape-case -- the marks are told by number, since they look alike */
const full: Readonly<Record<string, string>> = {
  ',': '\uff0c',
  ':': '\uff1a',
  ';': '\uff1b',
  '?': '\uff1f',
  '!': '\uff01',
  '(': '\uff08',
  ')': '\uff09',
};
const chinese = /[\u3400-\u9fff]/;

/**
 * Chinese text with its own, full-width marks (GB/T 15834), whichever keyboard it was typed on. Marks between digits
 * (18:00, 1,000), after a space or a bracket (a key to press), or in `{{…}}` stay as they are, and so does text without a Chinese character.
 * @example chineseMarks('动态口令(6 位)') === '动态口令（6 位）'
 */
export function chineseMarks(text: string): string {
  if (!chinese.test(text)) return text;
  return text.replaceAll(/\{\{[^}]*\}\}| ?\(|\) ?|[,:;?!] ?/g, (found, at: number) => {
    const mark = found.trim();
    const wide = full[mark];
    if (wide === undefined) return found;
    const [before = '', after = ''] = [text[at - 1], text[at + found.length]];
    if ('?!'.includes(mark) && (at === 0 || ' (\uff08'.includes(before))) return found;
    if (',:'.includes(mark) && /\d/.test(before) && /\d/.test(after)) return found;
    return wide;
  });
}
