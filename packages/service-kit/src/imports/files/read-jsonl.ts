import { fileRefused } from './file-refused';
import type { ParsedFile, ParsedRow, RowFault } from './parsed-file';

const maxLine = 256_000;
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
  if (text.length > maxLine) return refused(line, '这一行太长', 'This line is too long');
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

/** A JSON object a line, UTF-8. A line that cannot be read is a refused row; the others go on. */
export function readJsonl(bytes: Buffer): ParsedFile {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw fileRefused({ zh: 'JSONL 文件应为 UTF-8 编码', en: 'A JSONL file must be UTF-8' });
  }
  const rows = text
    .split(/\r?\n/)
    .map((content, index) => ({ content, line: index + 1 }))
    .filter(({ content }) => content.trim() !== '')
    .map(({ content, line }) => readLine(content, line));
  return { rows, unknownHeadings: [], headings: {} };
}
