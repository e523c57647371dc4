/**
 * Brings text to one form, so that the same words written in other widths or cases meet.
 *
 * @param text any text
 * @returns the text in NFKC, lower case
 * @see Unicode Standard Annex 15 (normalisation forms)
 * @example normaliseText('ＡＢ（一）') // 'ab(一)'
 */
export function normaliseText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
