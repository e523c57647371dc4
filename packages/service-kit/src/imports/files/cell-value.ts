import type { ImportColumn } from '../importer';

/** What a sheet holds in a cell: text, number, flag, date, or nothing. */
export type Cell = unknown;

const day = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+\d{1,2}:\d{2}.*)?$/;
const flags: Readonly<Record<string, boolean>> = {
  是: true,
  有: true,
  对: true,
  '√': true,
  true: true,
  yes: true,
  y: true,
  '1': true,
  否: false,
  无: false,
  错: false,
  '×': false,
  false: false,
  no: false,
  n: false,
  '0': false,
};

function textOf(cell: Cell): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell !== 'string') return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
  const text = cell.trim();
  // Our own sheets write a text that looks like a formula with an apostrophe before it.
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

/**
 * Turns a cell into a value of its column. What does not fit stays text, so that the row's schema says what is wrong.
 * A text that begins with = + - @ is a text.
 * @returns undefined for an empty cell
 */
export function cellValue(cell: Cell, type: ImportColumn['type']): unknown {
  const text = textOf(cell);
  return text === '' ? undefined : valueOf(text, type);
}

function valueOf(text: string, type: ImportColumn['type']): unknown {
  switch (type) {
    case 'text':
      return text;
    case 'number': {
      const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '');
      return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : text;
    }
    case 'list':
      return text
        .split(/[、,,;;\r\n]+/)
        .map((item) => item.trim())
        .filter((item) => item !== '');
    case 'day': {
      const found = day.exec(text.normalize('NFKC')) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
      return found ? `${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}` : text;
    }
    case 'flag':
      return flags[text.normalize('NFKC').toLowerCase()] ?? text;
  }
}
