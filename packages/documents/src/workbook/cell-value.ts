import type { ExcelColumn } from '@duijie/contracts';
import { dayNumber, isCodeOf, yuanText, type Label } from '@duijie/domain-kit';
import { wordsOf } from './words-of';

/** Words of the taxonomy's leaves; undefined for a code that is not known. */
export type LeafWords = (code: string) => Label | undefined;
export interface CellWords {
  readonly locale: 'zh' | 'en';
  readonly leaf?: LeafWords;
}

/** What a cell shows: text, or a number as its digits, in one of the styles. Null stays empty. */
export type CellValue =
  | { readonly text: string }
  | { readonly digits: string; readonly style: 'number' | 'money' | 'day' | 'instant' }
  | null;

/** Days from the calendar's day 0 of Excel (1899-12-30, so that 1900-03-01 and later fit) to 1970-01-01. */
const excelEpoch = 25_569;
const chinaOffsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;

/** @returns the values at a path, in order; none where the way ends */
export function valuesAt(item: unknown, path: string): readonly unknown[] {
  for (const way of path.split('|')) {
    let found: unknown[] = [item];
    for (const step of way.split('.')) {
      const name = step.replace(/\[\]$/, '');
      found = found
        .map((value) =>
          name === ''
            ? value
            : typeof value === 'object' && value !== null
              ? (value as Record<string, unknown>)[name]
              : undefined,
        )
        .flatMap((value) => (step.endsWith('[]') ? (Array.isArray(value) ? (value as unknown[]) : []) : [value]));
    }
    const present = found.filter((value) => value !== null && value !== undefined && value !== '');
    if (present.length > 0) return present;
  }
  return [];
}

function inWords(value: unknown, column: ExcelColumn, words: CellWords): string {
  const { locale } = words;
  const code = String(value);
  if (column.kind === 'flag') return locale === 'zh' ? (value === true ? '是' : '否') : value === true ? 'Yes' : 'No';
  if (column.kind === 'leaf') return words.leaf?.(code)?.[locale] ?? code;
  if (column.kind === 'both') return (value as Label)[locale];
  if (column.kind === 'words' && column.words !== undefined) {
    const family = wordsOf(column.words);
    return isCodeOf(family, code) ? family[code]![locale] : code;
  }
  if (column.kind === 'money') return yuanText(Number(value));
  return code;
}

/**
 * The cell of one item in one column. Several values stand in one cell as text, joined by `、` or `, `.
 * @throws TypeError when the field holds something that the column's kind cannot show, which is a bug of the column
 */
export function cellValue(item: unknown, column: ExcelColumn, words: CellWords): CellValue {
  const values = valuesAt(item, column.path);
  if (values.length === 0) return null;
  const [first] = values;
  if (values.length === 1 && !column.path.includes('[]'))
    switch (column.kind) {
      case 'number':
      case 'money': {
        if (typeof first !== 'number' || !Number.isFinite(first)) break;
        return { digits: column.kind === 'money' ? yuanText(first) : String(first), style: column.kind };
      }
      case 'day':
        return { digits: String(dayNumber(String(first)) + excelEpoch), style: 'day' };
      case 'instant': {
        const local = new Date(String(first)).getTime() + chinaOffsetMs;
        // Whole minutes: what is shown is what is there. Rounded up by less than 0.1 ms, lest a reader that cuts shows
        // the minute before.
        const days = Math.floor(local / 60_000) / (dayMs / 60_000) + excelEpoch;
        return { digits: (Math.ceil(days * 1e9) / 1e9).toFixed(9), style: 'instant' };
      }
      case 'text':
      case 'flag':
      case 'words':
      case 'leaf':
      case 'both':
        break;
    }
  const texts = values.map((value) => inWords(value, column, words));
  if (column.kind !== 'both' && values.some((value) => typeof value === 'object'))
    throw new TypeError(`${column.path} is no single value`);
  return { text: texts.join(words.locale === 'zh' ? '、' : ', ') };
}
