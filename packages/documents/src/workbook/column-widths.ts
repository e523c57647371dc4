import type { CellValue } from './cell-value';

/** Chinese characters are as wide as two others. */
const widthOf = (text: string): number => {
  let width = 0;
  for (const character of text) width += character > '\u2e7f' ? 2 : 1;
  return width;
};
const least = { number: 8, money: 13, day: 12, instant: 17 } as const;
const narrow = 8;
const wide = 48;

/** Widths in characters, by headings and the first rows; long texts get {@link wide}. */
export const columnWidths = (headings: readonly string[], rows: readonly (readonly CellValue[])[]): number[] =>
  headings.map((heading, i) => {
    let width = widthOf(heading) + 3;
    for (const row of rows) {
      const value = row[i];
      if (value) width = Math.max(width, 'text' in value ? widthOf(value.text) + 2 : least[value.style]);
    }
    return Math.min(wide, Math.max(narrow, width));
  });
