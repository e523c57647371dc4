import { xlsxMediaType } from '@duijie/contracts';
import { xmlText } from './xml-text';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Index of a cell format in `styles.xml`. `quoted` is text that stays text when it is edited, whatever it begins with. */
export const cellFormats = {
  text: 0,
  heading: 1,
  number: 2,
  money: 3,
  day: 4,
  instant: 5,
  quoted: 6,
  note: 7,
} as const;

const font = '<name val="Microsoft YaHei"/><family val="2"/>';
const styles =
  `${declaration}<styleSheet xmlns="${main}">` +
  '<numFmts count="3"><numFmt numFmtId="164" formatCode="#,##0.00"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/>' +
  '<numFmt numFmtId="166" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>' +
  `<fonts count="3"><font><sz val="10"/>${font}</font><font><b/><sz val="10"/>${font}</font>` +
  `<font><i/><sz val="10"/><color rgb="FF666666"/>${font}</font></fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF7"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/>' +
  '<bottom style="thin"><color rgb="FF9AA7BD"/></bottom><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="8">' +
  [
    'numFmtId="49" fontId="0" fillId="0" applyNumberFormat="1"',
    'numFmtId="49" fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1"',
    'numFmtId="0" fontId="0" fillId="0"',
    'numFmtId="164" fontId="0" fillId="0" applyNumberFormat="1"',
    'numFmtId="165" fontId="0" fillId="0" applyNumberFormat="1"',
    'numFmtId="166" fontId="0" fillId="0" applyNumberFormat="1"',
    'numFmtId="49" fontId="0" fillId="0" quotePrefix="1" applyNumberFormat="1"',
    'numFmtId="49" fontId="2" fillId="0" applyFont="1"',
  ]
    .map((xf) => `<xf xfId="0" ${xf.includes('borderId') ? '' : 'borderId="0" '}${xf}/>`)
    .join('') +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** Excel takes at most 31 characters and none of `[]:*?/\`, nor a quote at either end. */
const sheetName = (title: string): string =>
  title
    .replaceAll(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, 31) || 'Sheet1';

/**
 * The parts of a workbook of one sheet apart from the sheet itself, which is `xl/worksheets/sheet1.xml`.
 * @param title name of the sheet @returns content by name of the part
 */
export function workbookParts(title: string): Readonly<Record<string, string>> {
  const name = sheetName(title);
  return {
    '[Content_Types].xml':
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${xlsxMediaType}.main+xml"/>` +
      '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' +
      '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    '_rels/.rels':
      `${declaration}<Relationships xmlns="${packageRelationships}">` +
      `<Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>` +
      `<sheet name="${xmlText(name)}" sheetId="1" r:id="rId1"/></sheets>` +
      `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${xmlText(`'${name}'!$1:$1`)}</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `${declaration}<Relationships xmlns="${packageRelationships}">` +
      `<Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
  };
}

/** Beginning of the sheet, up to the first row. @param widths of the columns, in characters */
export const sheetHead = (widths: readonly number[]): string =>
  `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
  '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="16"/><cols>' +
  widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('') +
  '</cols><sheetData>';

/**
 * End of the sheet.
 * @param table the cells with a filter, e.g. `A1:F20` @param pagesAcross sheets of paper side by side in print
 */
export const sheetTail = (table: string, pagesAcross: number): string =>
  `</sheetData><autoFilter ref="${table}"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>` +
  `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesAcross}" fitToHeight="0"/>` +
  '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>';
