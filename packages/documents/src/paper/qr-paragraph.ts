import { AlignmentType, ImageRun, LineRuleType, Paragraph, TextRun } from 'docx';
import { fonts, sizes } from './measures';
import { qrImage } from './qr-image';

const pixelsOfMm = (mm: number): number => Math.round((mm * 96) / 25.4);

/**
 * A QR code with its address in letters below, for those who type.
 * @param mm its side, the quiet zone of four modules included @see ISO/IEC 18004
 */
export function qrParagraph(url: string, mm: number): Paragraph[] {
  const side = pixelsOfMm(mm);
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { line: 240, lineRule: LineRuleType.AUTO },
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
      alignment: AlignmentType.CENTER,
      spacing: { line: 220, lineRule: LineRuleType.AT_LEAST },
      children: [new TextRun({ text: url, size: sizes.small, font: fonts.song })],
    }),
  ];
}
