import { strFromU8, unzipSync } from 'fflate';

/** How an answer came: as JSON or another text, as a Word file, as a workbook. */
export type AnswerForm = 'text' | 'paper' | 'workbook';

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
/** Cells and paragraphs stay apart, parts of one paragraph come together. */
const textOfXml = (xml: string, form: AnswerForm): string =>
  form === 'paper' ? xml.replaceAll('</w:p>', '\n').replaceAll(/<[^>]+>/g, '') : xml.replaceAll(/<[^>]+>/g, ' ');

/** @returns what a person reads in an answer, papers and workbooks unzipped, with the raw parts of these behind it */
export function textOfAnswer(bytes: Uint8Array): { readonly form: AnswerForm; readonly text: string } {
  if (!isZip(bytes)) return { form: 'text', text: strFromU8(bytes) };
  const files = unzipSync(bytes);
  const form = 'word/document.xml' in files ? 'paper' : 'workbook';
  const parts = Object.values(files).map((part) => strFromU8(part));
  return { form, text: parts.flatMap((part) => [textOfXml(part, form), part]).join('\n') };
}
