import { AlignmentType, LineRuleType, Paragraph, TextRun, type IParagraphOptions } from 'docx';
import { fonts, sizes, twips } from './measures';

/** Characters that XML has no place for would make Word refuse the whole file. */
const readable = (text: string): string =>
  text.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
const linesOf = (text: string): string[] =>
  readable(text)
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Text of people as it may stand in a run: one line. */
export const oneLine = (text: string): string => linesOf(text).join(' ');

/** Title: 二号, centred, not parted from what follows. */
export const title = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    keepLines: true,
    spacing: { after: twips.line, line: 680, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: oneLine(text), font: fonts.song, size: sizes.two, bold: true })],
  });

/** A line below the title, e.g. a number. */
export const underTitle = (text: string): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [new TextRun(oneLine(text))] });

/** Heading of the first level, `一、…`, in 黑体; it stays with what follows. */
export const heading = (text: string): Paragraph =>
  new Paragraph({
    keepNext: true,
    keepLines: true,
    indent: { firstLine: twips.indent },
    spacing: { before: 80, line: twips.line, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: oneLine(text), font: fonts.hei })],
  });

/** Paragraphs of the body, one a line of the text, two characters in. */
export const body = (text: string, options: IParagraphOptions = {}): Paragraph[] =>
  linesOf(text).map(
    (line) =>
      new Paragraph({
        alignment: AlignmentType.BOTH,
        indent: { firstLine: twips.indent },
        widowControl: true,
        ...options,
        children: [new TextRun(line)],
      }),
  );

/** One fact: `标签：value`. Further lines of the value follow as paragraphs. */
export const fact = (label: string, value: string): Paragraph[] => {
  const [first = '', ...rest] = linesOf(value);
  return [
    new Paragraph({
      alignment: AlignmentType.LEFT,
      indent: { firstLine: twips.indent },
      widowControl: true,
      children: [new TextRun({ text: `${label}：`, font: fonts.hei }), new TextRun(first)],
    }),
    ...body(rest.join('\n')),
  ];
};

/** Salutation to whoever it is addressed to, without indentation. */
export const salutation = (text: string): Paragraph =>
  new Paragraph({ keepNext: true, children: [new TextRun(`${oneLine(text)}：`)] });

/** A remark in small letters. */
export const remark = (
  text: string,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
): Paragraph[] =>
  linesOf(text).map(
    (line) =>
      new Paragraph({
        alignment,
        spacing: { line: 360, lineRule: LineRuleType.AT_LEAST },
        children: [new TextRun({ text: line, size: sizes.smallFour, font: fonts.kai })],
      }),
  );

/** @param keepNext where what follows must not stand on a page of its own */
export const emptyLine = (keepNext = false): Paragraph => new Paragraph({ keepNext, children: [] });
