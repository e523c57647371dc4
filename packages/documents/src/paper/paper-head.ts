import {
  AlignmentType,
  BorderStyle,
  Header,
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  ImageRun,
  LineRuleType,
  Paragraph,
  TextRun,
  TextWrappingType,
  VerticalPositionRelativeFrom,
} from 'docx';
import { fonts, sizes, twips } from './measures';
import { oneLine } from './paragraphs';

/** Letterhead of the association that runs the platform, with the image of its seal. */
export interface PaperHead {
  readonly name: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly seal: {
    readonly bytes: Uint8Array;
    readonly mediaType: 'image/png' | 'image/jpeg';
    readonly widthPx: number;
    readonly heightPx: number;
  } | null;
}

const red = 'C00000';
/** A seal is 42 mm across at most. @see GB/T 9704-2012, 7.3.5; 国发〔1999〕25号 */
const sealMm = 42;
const pixelsOfMm = (mm: number): number => Math.round((mm * 96) / 25.4);
const emuOfMm = (mm: number): number => Math.round(mm * 36_000);

/** Address and telephone in one line; empty where neither is known. */
export const reachWords = ({ address, phone }: Pick<PaperHead, 'address' | 'phone'>): string =>
  [address && `地址：${oneLine(address)}`, phone && `电话：${oneLine(phone)}`].filter(Boolean).join('　');

/** The head of every page: name in red over a red line, where to be reached below. */
export function headerOf(head: PaperHead): Header {
  const reach = reachWords(head);
  const tight = { line: 240, lineRule: LineRuleType.AUTO } as const;
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: tight,
        border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: red, space: 4 } },
        children: [
          new TextRun({ text: oneLine(head.name), font: fonts.song, size: sizes.four, bold: true, color: red }),
        ],
      }),
      ...(reach === ''
        ? []
        : [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              spacing: { ...tight, before: 60 },
              children: [new TextRun({ text: reach, font: fonts.song, size: sizes.small })],
            }),
          ]),
    ],
  });
}

/** The seal behind name and date, in the middle of its column. */
export function sealRun(seal: NonNullable<PaperHead['seal']>): ImageRun {
  const scale = sealMm / Math.max(seal.widthPx, seal.heightPx);
  const [width, height] = [seal.widthPx * scale, seal.heightPx * scale];
  return new ImageRun({
    type: seal.mediaType === 'image/png' ? 'png' : 'jpg',
    data: seal.bytes,
    transformation: { width: pixelsOfMm(width), height: pixelsOfMm(height) },
    altText: { name: '印章', title: '印章', description: '印章' },
    floating: {
      horizontalPosition: {
        relative: HorizontalPositionRelativeFrom.COLUMN,
        align: HorizontalPositionAlign.CENTER,
      },
      verticalPosition: {
        relative: VerticalPositionRelativeFrom.PARAGRAPH,
        offset: -emuOfMm((height - (twips.line * 25.4) / 1440) / 2),
      },
      behindDocument: true,
      wrap: { type: TextWrappingType.NONE },
    },
  });
}
