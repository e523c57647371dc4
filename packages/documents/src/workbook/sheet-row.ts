import type { CellValue } from './cell-value';
import { cellFormats } from './workbook-parts';
import { xmlText } from './xml-text';

/** The most that a cell of Excel holds. */
const longest = 32_767;
/** What a spreadsheet program, or one that the sheet is pasted into, may take for a formula. */
const looksLikeFormula = /^[=+\-@\t\r]/;

/** @returns letters of a column, `A` for 0 */
export function columnName(index: number): string {
  const rest = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? rest : columnName(Math.floor(index / 26) - 1) + rest;
}

/** Text of a cell. `_x0041_` would be read as an escaped character, so that its underscore is escaped itself. */
const cellText = (text: string): string =>
  xmlText(
    (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)
      .replaceAll('\r\n', '\n')
      .replaceAll(/_(?=x[\da-fA-F]{4}_)/g, '_x005F_'),
  );

function cell(value: CellValue, reference: string, format: number | undefined): string {
  if (value === null) return '';
  if ('digits' in value)
    return `<c r="${reference}" s="${format ?? cellFormats[value.style]}"><v>${value.digits}</v></c>`;
  const style = format ?? (looksLikeFormula.test(value.text) ? cellFormats.quoted : cellFormats.text);
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(value.text)}</t></is></c>`;
}

/**
 * One row of a sheet. Text is always marked as text, never a formula, whatever it begins with.
 * @param number from 1 @param format of every cell; by its value unless given
 */
export const sheetRow = (number: number, values: readonly CellValue[], format?: number): string =>
  `<row r="${number}">${values.map((value, i) => cell(value, `${columnName(i)}${number}`, format)).join('')}</row>`;
