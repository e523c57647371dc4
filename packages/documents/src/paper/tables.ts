import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { fonts, sizes, twips } from './measures';
import { oneLine } from './paragraphs';

type Alignment = 'left' | 'center' | 'right';
/** A column of a table. @param share of the width; shares of all columns sum to 1 */
export interface PaperColumn {
  readonly heading: string;
  readonly share: number;
  readonly align?: Alignment;
}
interface CellOptions {
  readonly width: number;
  readonly align?: Alignment;
  readonly heading?: boolean;
  readonly span?: number;
  readonly keepNext?: boolean;
}

/** Widths in twips that sum to the text's. */
function widthsOf(shares: readonly number[]): number[] {
  const widths = shares.map((share) => Math.floor(twips.textWidth * share));
  const rest = twips.textWidth - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, i) => (i === widths.length - 1 ? width + rest : width));
}

function cell(
  text: string,
  { width, align = 'left', heading = false, span, keepNext = false }: CellOptions,
): TableCell {
  const lines = text.split(/\r\n|\n|\r/).map((line) => oneLine(line));
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(span === undefined ? {} : { columnSpan: span }),
    children: lines.map(
      (line) =>
        new Paragraph({
          alignment: AlignmentType[align === 'center' ? 'CENTER' : align === 'right' ? 'RIGHT' : 'LEFT'],
          keepNext,
          spacing: { line: 360, lineRule: LineRuleType.AT_LEAST },
          children: [new TextRun({ text: line, size: sizes.smallFour, font: heading ? fonts.hei : fonts.fangsong })],
        }),
    ),
  });
}

/** Rows of a few lines hold together; a text that is longer than a page must be able to break. */
const longText = 600;
const mayBreak = (cells: readonly string[]): boolean => cells.some((text) => text.length > longText);

/**
 * A table with headings, which are repeated on every page; rows do not break across pages, and a short table stays on one
 * page where it fits. @param rows texts in the order of the columns
 */
export function listTable(columns: readonly PaperColumn[], rows: readonly (readonly string[])[]): Table {
  const widths = widthsOf(columns.map((column) => column.share));
  const together = rows.length <= 8 && !rows.some(mayBreak);
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: twips.textWidth, type: WidthType.DXA },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column, i) =>
          cell(column.heading, { width: widths[i] ?? 0, align: 'center', heading: true, keepNext: true }),
        ),
      }),
      ...rows.map(
        (row, at) =>
          new TableRow({
            cantSplit: !mayBreak(row),
            height: { value: 480, rule: HeightRule.ATLEAST },
            children: columns.map((column, i) =>
              cell(row[i] ?? '', {
                width: widths[i] ?? 0,
                keepNext: together && at < rows.length - 1,
                ...(column.align ? { align: column.align } : {}),
              }),
            ),
          }),
      ),
    ],
  });
}

/** Facts as a table: label and value, or two pairs a row. */
export function factTable(
  rows: readonly (readonly [string, string] | readonly [string, string, string, string])[],
): Table {
  const widths = widthsOf([0.18, 0.32, 0.18, 0.32]);
  const [label = 0, value = 0, secondLabel = 0, secondValue = 0] = widths;
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: twips.textWidth, type: WidthType.DXA },
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: !mayBreak(row),
          height: { value: 520, rule: HeightRule.ATLEAST },
          children:
            row.length === 2
              ? [
                  cell(row[0], { width: label, align: 'center', heading: true }),
                  cell(row[1], { width: value + secondLabel + secondValue, span: 3 }),
                ]
              : [
                  cell(row[0], { width: label, align: 'center', heading: true }),
                  cell(row[1], { width: value }),
                  cell(row[2], { width: secondLabel, align: 'center', heading: true }),
                  cell(row[3], { width: secondValue }),
                ],
        }),
    ),
  });
}

const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
export const noBorders = {
  top: noBorder,
  bottom: noBorder,
  left: noBorder,
  right: noBorder,
  insideHorizontal: noBorder,
  insideVertical: noBorder,
} as const;
