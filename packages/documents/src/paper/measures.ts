import type { IFontAttributesProperties } from 'docx';

/** Chinese letters in a Chinese font, figures and Latin letters in Times New Roman. */
const font = (eastAsia: string): IFontAttributesProperties => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
});
/** Fonts by their use: body, titles and page numbers, first and second level of headings. */
export const fonts = {
  fangsong: font('仿宋'),
  song: font('宋体'),
  hei: font('黑体'),
  kai: font('楷体'),
} as const;

/** Chinese sizes (字号) in half points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 小四 12 pt, 小五 9 pt. */
export const sizes = { two: 44, three: 32, four: 28, smallFour: 24, small: 18 } as const;

const ofMm = (mm: number): number => Math.round((mm * 1440) / 25.4);

/** Lengths in twentieths of a point. @see GB/T 9704-2012, 5.1 and 5.2 */
export const twips = {
  pageWidth: ofMm(210),
  pageHeight: ofMm(297),
  margin: { top: ofMm(37), bottom: ofMm(35), left: ofMm(28), right: ofMm(26) },
  /** Between the page number and the edge, so that it stands 7 mm below the text. */
  footer: ofMm(22),
  /** Between a letterhead and the edge: 17 mm are left for it above the text. */
  header: ofMm(18),
  textWidth: ofMm(156),
  /** 22 lines in 225 mm. */
  line: 579,
  /** Two characters in 三号. */
  indent: 640,
  /** A seal is 42 mm across: room for it with a margin. */
  seal: ofMm(50),
  ofMm,
} as const;
