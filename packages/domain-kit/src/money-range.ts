import { formatFen, multiplyFen, parseYuan, sumFen, type Fen } from './money';
import { ok, refused, type Refusal, type Result } from './result';

/** Amounts from the least to the most, both included; 0 to 0 means no money. */
export interface MoneyRange {
  readonly minFen: Fen;
  readonly maxFen: Fen;
}

const disordered: Refusal = Object.freeze({
  code: 'money_range_disordered',
  zh: '金额下限不能为负，也不能大于上限',
  en: 'The least amount must not be negative or above the most',
});

/**
 * Makes a range.
 * @param minFen the least, 0 or more
 * @param maxFen the most, not below the least; the least unless given, which makes a fixed sum
 * @returns the frozen range, or the refusal `money_range_disordered`
 */
export function moneyRange(minFen: Fen, maxFen: Fen = minFen): Result<MoneyRange> {
  if (!(minFen >= 0 && minFen <= maxFen)) return refused(disordered);
  return ok(Object.freeze({ minFen, maxFen }));
}

/**
 * Reads a range as people write it: `6万-8万`, `6-8万` (the unit counts for both), `6万~8.2万`, `5000至8000元`,
 * or one amount for a fixed sum.
 *
 * @param text amounts in yuan
 * @returns the range, or a refusal as of {@link parseYuan}, or `money_range_disordered`
 */
export function parseYuanRange(text: string): Result<MoneyRange> {
  const ends = text.normalize('NFKC').split(/\s*(?:[-–—~∼]+|至|到)\s*/);
  const [first = '', last, ...more] = ends;
  if (last === undefined || more.length > 0 || first === '') {
    const amount = parseYuan(text);
    return amount.ok ? moneyRange(amount.value) : amount;
  }
  const unit = /(百万|千万|百|千|万|亿)?(?:元|块)?\s*$/.exec(last)?.[1] ?? '';
  const min = parseYuan(/[百千万亿元块]\s*$/.test(first) ? first : first + unit);
  if (!min.ok) return min;
  const max = parseYuan(last);
  return max.ok ? moneyRange(min.value, max.value) : max;
}

/** Tells whether an amount lies in a range, ends included. */
export function rangeContains(range: MoneyRange, amount: Fen): boolean {
  return range.minFen <= amount && amount <= range.maxFen;
}

/** Tells whether two ranges have an amount in common. */
export function rangesOverlap(a: MoneyRange, b: MoneyRange): boolean {
  return a.minFen <= b.maxFen && b.minFen <= a.maxFen;
}

/**
 * Finds the amounts that two ranges have in common.
 * @returns the common range, or undefined when there is none
 */
export function commonRange(a: MoneyRange, b: MoneyRange): MoneyRange | undefined {
  if (!rangesOverlap(a, b)) return undefined;
  return { minFen: Math.max(a.minFen, b.minFen), maxFen: Math.min(a.maxFen, b.maxFen) };
}

/**
 * Adds ranges end by end.
 * @returns the range of the sums; 0 to 0 for none
 * @throws RangeError when a sum is not a safe integer
 */
export function addRanges(...ranges: readonly MoneyRange[]): MoneyRange {
  return {
    minFen: sumFen(...ranges.map((range) => range.minFen)),
    maxFen: sumFen(...ranges.map((range) => range.maxFen)),
  };
}

/**
 * Turns a price per unit into a price for many, as {@link multiplyFen} does for each end.
 * @param range a price per unit
 * @param times integer of 0 or more: households, months, square metres …
 * @param over integer denominator above 0, 1 unless given
 * @throws RangeError when an argument or the result is out of range
 */
export function multiplyRange(range: MoneyRange, times: number, over = 1): MoneyRange {
  if (times < 0) throw new RangeError(`cannot take a price ${times} times`);
  return { minFen: multiplyFen(range.minFen, times, over), maxFen: multiplyFen(range.maxFen, times, over) };
}

/**
 * Writes a range for people.
 * @param range least and most
 * @param language `zh` or `en`, as for {@link formatFen}
 * @returns e.g. `6万元–8万元`; one amount for a fixed sum; `无资金` or `no money` for 0 to 0
 */
export function formatRange(range: MoneyRange, language: 'zh' | 'en'): string {
  if (range.maxFen === 0) return language === 'zh' ? '无资金' : 'no money';
  if (range.minFen === range.maxFen) return formatFen(range.minFen, language);
  return `${formatFen(range.minFen, language)}–${formatFen(range.maxFen, language)}`;
}
