import {
  AlignmentType,
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
import { sizes, twips } from './measures';
import { oneLine } from './paragraphs';
import { sealRun, type PaperHead } from './paper-head';
import { noBorders } from './tables';

const centred = (text: string): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, keepLines: true, children: [new TextRun(oneLine(text))] });

const centredSeal = (seal: NonNullable<PaperHead['seal']>): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, keepLines: true, children: [sealRun(seal)] });

interface BorderlessRow {
  readonly cells: readonly (readonly Paragraph[])[];
  /** Twips at least. */
  readonly height: number;
  readonly align: (typeof VerticalAlignTable)[keyof typeof VerticalAlignTable];
}

const borderless = (widths: readonly number[], rows: readonly BorderlessRow[]): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [...widths],
    width: { size: twips.textWidth, type: WidthType.DXA },
    borders: noBorders,
    rows: rows.map(
      ({ cells, height, align }) =>
        new TableRow({
          cantSplit: true,
          height: { value: height, rule: HeightRule.ATLEAST },
          children: cells.map(
            (children, i) =>
              new TableCell({
                width: { size: widths[i] ?? 0, type: WidthType.DXA },
                verticalAlign: align,
                margins: { left: 0, right: 120 },
                children: [...children],
              }),
          ),
        }),
    ),
  });

/**
 * Who issues a paper and when, at the lower right, in one piece, with room for a seal of 42 mm upon name and date.
 * @param day as it is written, e.g. `2026年12月1日` @param beside what stands in the free room on the left
 * @param seal printed there instead of the words that ask for one
 * @see GB/T 9704-2012, 7.3.5
 */
export function sealBlock(
  issuer: string,
  day: string,
  beside: readonly Paragraph[] = [],
  seal: PaperHead['seal'] = null,
): Table {
  const side = Math.round(twips.textWidth * 0.42);
  const left = beside.length === 0 ? [new Paragraph({ children: [] })] : beside;
  const right = [centred(issuer), seal ? centredSeal(seal) : centred('（盖章）'), centred(day)];
  return borderless(
    [side, twips.textWidth - side],
    [{ cells: [left, right], height: twips.seal, align: VerticalAlignTable.CENTER }],
  );
}

/** One side that signs. */
export interface SigningParty {
  /** E.g. `甲方`. */
  readonly role: string;
  readonly name: string;
}

const signing = (text: string, keepNext = false): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.LEFT,
    keepNext,
    spacing: { line: 440, lineRule: LineRuleType.AT_LEAST },
    children: [new TextRun({ text, size: sizes.smallFour })],
  });

/** As wide as the column allows. */
const blankDay = { 2: '日期：　　　　年　　月　　日', 3: '日期：　　年　月　日' } as const;

/**
 * Sides that sign and seal, beside each other: three a row, or two where there are two or four. Names stand on one line,
 * places to sign on another, however long the names are.
 */
export function partiesBlock(parties: readonly SigningParty[]): Table {
  const across = parties.length === 2 || parties.length === 4 ? 2 : 3;
  const width = Math.floor(twips.textWidth / across);
  const align = VerticalAlignTable.TOP;
  const filledUp = (cells: Paragraph[][]): Paragraph[][] => [
    ...cells,
    ...Array.from({ length: across - cells.length }, () => [signing('')]),
  ];
  const rows: BorderlessRow[] = [];
  for (let i = 0; i < parties.length; i += across) {
    const row = parties.slice(i, i + across);
    const names = row.map(({ role, name }) => [signing(`${role}（盖章）：`, true), signing(oneLine(name), true)]);
    const places = row.map(() => [signing('代表人（签字）：'), signing(blankDay[across])]);
    rows.push(
      { cells: filledUp(names), height: Math.round(twips.seal * 0.5), align },
      { cells: filledUp(places), height: Math.round(twips.seal * 0.5), align },
    );
  }
  return borderless(
    Array.from({ length: across }, () => width),
    rows,
  );
}
