import type { NeedPublicState } from '@duijie/contracts';
import { AlignmentType, BorderStyle, Document, ImageRun, LineRuleType, Packer, Paragraph, TextRun } from 'docx';
import { twips } from '../paper/measures';
import { reachWords, type PaperHead } from '../paper/paper-head';
import { oneLine } from '../paper/paragraphs';
import { qrImage } from '../paper/qr-image';
import { chineseMinute } from '../words/chinese-date';
import { filled } from '../words/filled';
import { eligibleWords, moneyWords, placeWords } from '../words/need-words';

export interface NeedPoster {
  readonly need: Pick<
    NeedPublicState,
    'title' | 'description' | 'organisationName' | 'place' | 'money' | 'eligibleKinds' | 'responsesDueAt'
  >;
  /** Names of the services asked for. */
  readonly services: readonly string[];
  /** Public address of the need, which the code leads to. */
  readonly url: string;
  /** Letterhead of the association, named as the one that brings people together. */
  readonly head?: PaperHead | null;
}

const accent = 'B3261E';
const margin = twips.ofMm(16);
const pixelsOfMm = (mm: number): number => Math.round((mm * 96) / 25.4);

/** Points. The highest line of the fonts at hand: what fits with it fits with all. */
const lineHeight = 1.46;
const page = { width: 504, height: 768 } as const;
const pointsOfMm = 72 / 25.4;

/** Letters of 22 pt are read from 2 m, those of 30 pt from 3 m. */
const textSizes = [30, 28, 26, 24, 22] as const;
const most = { code: 105, least: 75 } as const;

interface Sizes {
  /** Points. */
  readonly title: number;
  readonly text: number;
  /** Side of the code in millimetres. */
  readonly code: number;
}

/** One page, whatever the words: fewer letters, larger letters, and the code takes what is left. */
function sizesFor(title: string, facts: readonly string[], issuer: string, host: string): Sizes {
  const linesOf = (text: string, width: number, size: number) =>
    Math.max(1, Math.ceil((text.length * size) / (width - size)));
  const titleSize = title.length <= 9 ? 52 : title.length <= 20 ? 44 : title.length <= 36 ? 34 : 28;
  const sizesWith = (text: number): Sizes => {
    const above = 28 * lineHeight + 10 + linesOf(title, page.width, titleSize) * titleSize * lineHeight + 20;
    const middle = facts.reduce(
      (sum, fact) => sum + linesOf(fact, page.width - 4 * text, text) * text * lineHeight + 3,
      0,
    );
    const below =
      (22 + 10 + 16 * linesOf(issuer, page.width, 16) + (host === '' ? 0 : 12 * linesOf(host, page.width, 12))) *
        lineHeight +
      12;
    return { title: titleSize, text, code: (page.height - above - middle - below) / pointsOfMm };
  };
  const found = textSizes.map(sizesWith).find(({ code }) => code >= most.least) ?? sizesWith(textSizes[4]);
  return { ...found, code: Math.min(most.code, Math.max(45, found.code)) };
}

/** Longer words would not be read from afar; the page that the code leads to has them all. */
const shortened = (text: string, longest: number): string =>
  text.length <= longest ? text : `${[...text].slice(0, longest - 1).join('')}…`;

/**
 * A poster of one page of A4 with a large QR code: what, where, until when, who may take it. A Word file, since it can be
 * printed on any machine with the fonts that Word, WPS or LibreOffice have: the server needs no font and no browser, and
 * the community may change a word before it prints.
 */
export function needPoster({ need, services, url, head = null }: NeedPoster): Promise<Buffer> {
  const title = shortened(oneLine(need.title), 48);
  const facts = [
    ['做什么', shortened(filled(services.join('、') || oneLine(need.description)), 48)],
    ['在哪里', shortened(placeWords(need), 40)],
    ['多少钱', moneyWords(need)],
    ['谁能接', shortened(eligibleWords(need), 48)],
    ['到何时', need.responsesDueAt === null ? '长期有效' : `${chineseMinute(need.responsesDueAt)}截止`],
  ] as const;
  const host =
    head === null
      ? ''
      : [`${oneLine(head.name)}　组织对接`, reachWords({ address: null, phone: head.phone })]
          .filter(Boolean)
          .join('　');
  const sizes = sizesFor(
    title,
    facts.map(([, text]) => text),
    `${need.organisationName}　发布`,
    host,
  );
  const side = pixelsOfMm(sizes.code);
  const tight = { line: 240, lineRule: LineRuleType.AUTO } as const;
  const centre = AlignmentType.CENTER;
  return Packer.toBuffer(
    new Document({
      title: `需求海报：${title}`,
      creator: '对接 Duijie',
      styles: {
        default: { document: { run: { font: '黑体', language: { value: 'zh-CN', eastAsia: 'zh-CN' } } } },
      },
      sections: [
        {
          properties: {
            page: {
              size: { width: twips.pageWidth, height: twips.pageHeight },
              margin: { top: margin, bottom: twips.ofMm(10), left: margin, right: margin, header: 0, footer: 0 },
            },
          },
          children: [
            new Paragraph({
              alignment: centre,
              shading: { fill: accent },
              spacing: { ...tight, after: 200 },
              children: [new TextRun({ text: '社区需求　邀您来接', size: 56, color: 'FFFFFF', bold: true })],
            }),
            new Paragraph({
              alignment: centre,
              spacing: { ...tight, after: 200 },
              border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: accent, space: 6 } },
              children: [new TextRun({ text: title, size: sizes.title * 2, bold: true })],
            }),
            ...facts.map(
              ([label, text]) =>
                new Paragraph({
                  spacing: { ...tight, after: 60 },
                  indent: { left: sizes.text * 80, hanging: sizes.text * 80 },
                  children: [
                    new TextRun({ text: `${label}　`, size: sizes.text * 2, color: accent, bold: true }),
                    new TextRun({ text, size: sizes.text * 2 }),
                  ],
                }),
            ),
            new Paragraph({
              alignment: centre,
              spacing: { ...tight, before: 60 },
              children: [
                new ImageRun({
                  type: 'png',
                  data: qrImage(url),
                  transformation: { width: side, height: side },
                  altText: { name: '二维码', title: '二维码', description: url },
                }),
              ],
            }),
            new Paragraph({
              alignment: centre,
              spacing: tight,
              children: [new TextRun({ text: '微信扫一扫，看详情、来响应', size: 44, bold: true, color: accent })],
            }),
            new Paragraph({ alignment: centre, spacing: tight, children: [new TextRun({ text: url, size: 20 })] }),
            new Paragraph({
              alignment: centre,
              spacing: tight,
              children: [new TextRun({ text: `${oneLine(need.organisationName)}　发布`, size: 32 })],
            }),
            ...(host === ''
              ? []
              : [
                  new Paragraph({
                    alignment: centre,
                    spacing: tight,
                    children: [new TextRun({ text: host, size: 24 })],
                  }),
                ]),
          ],
        },
      ],
    }),
  );
}
