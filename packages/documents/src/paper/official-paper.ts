import {
  AlignmentType,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
} from 'docx';
import { fonts, sizes, twips } from './measures';
import { headerOf, type PaperHead } from './paper-head';

/** Content of one paper. */
export interface OfficialPaper {
  /** Shown as the file's title; the visible title is the first of `children`. */
  readonly title: string;
  readonly children: readonly FileChild[];
  /** Wide tables lie across. */
  readonly across?: boolean;
  /** Of the association, on papers that it issues. */
  readonly head?: PaperHead | null;
}

const footer = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: fonts.song, size: sizes.four })],
    }),
  ],
});

/**
 * A Word file (.docx) in the house form of Chinese official paper: A4, margins 3.7, 3.5, 2.8 and 2.6 cm, 22 lines of 28
 * characters in 三号, page number below. 方正小标宋, which the standard asks for titles, is not free: 宋体 bold stands in.
 * Fonts are named, not embedded: Word and WPS have them, LibreOffice takes what the system has.
 * @see GB/T 9704-2012, 5 and 6
 */
export const officialPaper = ({ title, children, across = false, head = null }: OfficialPaper): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title,
      creator: '对接 Duijie',
      styles: {
        default: {
          document: {
            run: { font: fonts.fangsong, size: sizes.three, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
            paragraph: { spacing: { line: twips.line, lineRule: LineRuleType.EXACT } },
          },
        },
      },
      sections: [
        {
          properties: {
            page: {
              size: {
                width: twips.pageWidth,
                height: twips.pageHeight,
                ...(across ? { orientation: 'landscape' } : {}),
              },
              margin: { ...twips.margin, footer: twips.footer, header: twips.header },
            },
          },
          footers: { default: footer },
          ...(head ? { headers: { default: headerOf(head) } } : {}),
          children: [...children],
        },
      ],
    }),
  );
