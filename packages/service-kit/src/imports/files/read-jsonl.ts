import { fileRefused } from './file-refused';
import { maxLines, tooManyRows, type ParsedFile, type ParsedRow, type RowFault } from './parsed-file';

const maxLineLength = 256_000;
const maxDepth = 10;

function deeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => deeperThan(inner, levels - 1));
}

function refused(line: number, zh: string, en: string): ParsedRow {
  const faults: readonly RowFault[] = [{ pointer: '', detail: { zh, en } }];
  return { line, value: undefined, faults };
}

function readLine(text: string, line: number): ParsedRow {
  if (text.length > maxLineLength) return refused(line, '这一行太长', 'This line is too long');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused(line, '这一行不是 JSON', 'This line is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refused(line, '这一行应是一个 JSON 对象', 'This line must be a JSON object');
  return deeperThan(value, maxDepth)
    ? refused(line, 'JSON 嵌套超过 10 层', 'JSON is nested more than 10 levels deep')
    : { line, value, faults: [] };
}

function* rowsOf(text: string): Generator<ParsedRow> {
  let line = 0;
  for (let at = 0; at < text.length;) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    line += 1;
    if (line > maxLines) throw tooManyRows(line);
    const content = text.slice(at, end);
    if (content.trim() !== '') yield readLine(content, line);
    at = end + 1;
  }
}

/** A JSON object a line, UTF-8. A line that cannot be read is a refused row; the others go on. */
export function readJsonl(bytes: Uint8Array): ParsedFile {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw fileRefused({ zh: 'JSONL 文件应为 UTF-8 编码', en: 'A JSONL file must be UTF-8' });
  }
  return { rows: rowsOf(text), unknownHeadings: [], headings: {} };
}
