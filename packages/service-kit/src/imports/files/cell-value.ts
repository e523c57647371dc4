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

const measure = String.raw`(?:元|块|户|㎡|m2|平方米|平米|平|年|天|日|个|部|台|%|人)?`;
const amount = new RegExp(String.raw`^(-?\d+(?:\.\d+)?)(万)?${measure}$`);
const span = new RegExp(String.raw`^(\d+(?:\.\d+)?)(万)?(?:元|块)?(?:-|~|—|–|至|到)(\d+(?:\.\d+)?)(万)?(?:元|块)?$`);
const atMost = /^(?:不超过|不高于|最多|上限|≤|<=?)(.+)$|^(.+?)(?:以内|以下|之内)$/;
const times = (text: string | undefined, tenThousand: boolean): number =>
  // 1.1 × 10,000 in floating point is not whole.
  tenThousand ? Math.round(Number(text) * 1_000_000) / 100 : Number(text);

/** @param heading of the column, which may say that its numbers are 万 @returns undefined for what is no number */
function numberOf(text: string, heading: string): number | undefined {
  const found = amount.exec(text);
  return found ? times(found[1], found[2] !== undefined || inTenThousands(heading)) : undefined;
}
const inTenThousands = (heading: string): boolean => /[(:]?万(?:元|[)]|$)/.test(heading.normalize('NFKC'));
const plainNumber = (text: string): string => text.normalize('NFKC').replaceAll(/[,\s¥¥约]/g, '');

/** 3-5万, 不超过5万元, 50000: an amount alone is both ends. */
function rangeOf(text: string, heading: string): { min: number; max: number } | undefined {
  const plain = plainNumber(text);
  const found = span.exec(plain);
  if (found) {
    // 3-5万 means both in 万.
    const all = inTenThousands(heading);
    const upper = all || found[4] !== undefined;
    return { min: times(found[1], upper || found[2] !== undefined), max: times(found[3], upper) };
  }
  const [, below, under] = atMost.exec(plain) ?? [];
  const one = numberOf(below ?? under ?? plain, heading);
  if (one === undefined) return /^(?:无|无预算|不需要?|免费|公益)$/.test(plain) ? { min: 0, max: 0 } : undefined;
  return { min: below === undefined && under === undefined ? one : 0, max: one };
}

/**
 * Turns a cell into a value of its column. What does not fit stays text, so that the row's schema says what is wrong.
 * A text that begins with = + - @ is a text.
 * @param heading of the column, which may say 万元
 * @returns undefined for an empty cell
 */
export function cellValue(cell: Cell, type: ImportColumn['type'], heading = ''): unknown {
  const text = textOf(cell);
  return text === '' ? undefined : valueOf(text, type, heading);
}

function valueOf(text: string, type: ImportColumn['type'], heading: string): unknown {
  switch (type) {
    case 'text':
      return text;
    case 'number':
      return numberOf(text.normalize('NFKC').replaceAll(/[,\s]/g, ''), heading) ?? text;
    case 'range':
      return rangeOf(text, heading) ?? { max: text };
    case 'list':
      return text
        .split(/[、,;\uFF0C\uFF1B\r\n]+/u)
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
