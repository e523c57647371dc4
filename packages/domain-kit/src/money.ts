import { ok, refused, type Result } from './result';

/** An amount of yuan counted in fen (1/100 yuan): always a safe integer, so that sums are exact. */
export type Fen = number;

const units: Readonly<Record<string, bigint>> = {
  '': 1n,
  百: 100n,
  千: 1_000n,
  万: 10_000n,
  百万: 1_000_000n,
  千万: 10_000_000n,
  亿: 100_000_000n,
};
const amountShape =
  /^(-?)(?:¥|RMB|CNY|人民币)?(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(百万|千万|百|千|万|亿|)(?:元整?|块钱?|圆整?)?$/i;

/**
 * Reads an amount as people write it: `1200`, `1,200.50`, `¥1200`, `1.2万`, `3千元`, full-width digits and commas.
 *
 * @param text an amount in yuan
 * @returns whole fen, or a refusal `money_unreadable`, `money_too_fine` (below one fen) or `money_too_large`
 */
export function parseYuan(text: string): Result<Fen> {
  const parts = amountShape.exec(plain(text));
  if (!parts || (parts[1] && parts[2]))
    return refused({ code: 'money_unreadable', zh: '看不懂这个金额', en: 'This amount cannot be read' });
  const [, signBefore = '', signAfter = '', whole = '', fraction = '', unit = ''] = parts;

  const digits = fraction.replace(/0+$/, '');
  const scale = 10n ** BigInt(digits.length);
  const scaled = BigInt(whole.replaceAll(',', '') + digits) * (units[unit] ?? 1n) * 100n;
  if (scaled % scale !== 0n)
    return refused({ code: 'money_too_fine', zh: '金额最多精确到分', en: 'An amount cannot be finer than one fen' });

  const fen = scaled / scale;
  if (fen > BigInt(Number.MAX_SAFE_INTEGER))
    return refused({ code: 'money_too_large', zh: '金额过大', en: 'This amount is too large' });
  return ok(signBefore || signAfter ? 0 - Number(fen) : Number(fen));
}

/**
 * Turns whole yuan, as data files carry them, into fen.
 * @param yuan a number with at most two decimals
 * @returns whole fen
 * @throws RangeError when the number is finer than one fen or too large
 */
export function fenFromYuan(yuan: number): Fen {
  const fen = Math.round(yuan * 100);
  if (fen / 100 !== yuan) throw new RangeError(`not an amount in whole fen: ${yuan} yuan`);
  return checked(fen);
}

/**
 * Adds amounts exactly.
 * @param amounts whole fen each
 * @returns their sum; 0 for none
 * @throws RangeError when an amount or the sum is not a safe integer
 */
export function sumFen(...amounts: readonly Fen[]): Fen {
  let sum = 0;
  for (const amount of amounts) sum = checked(sum + checked(amount));
  return sum;
}

/**
 * Takes a share of an amount, rounded to the nearest fen, halves away from zero.
 *
 * @param amount whole fen
 * @param times integer numerator, e.g. households, months, or a percentage
 * @param over integer denominator above 0, 1 unless given
 * @returns `amount × times / over` in whole fen
 * @throws RangeError when an argument is not a safe integer, `over` is below 1, or the result is too large
 */
export function multiplyFen(amount: Fen, times: number, over = 1): Fen {
  if (checked(over) < 1) throw new RangeError(`cannot divide money by ${over}`);
  const product = BigInt(checked(amount)) * BigInt(checked(times));
  const size = product < 0n ? -product : product;
  const divisor = BigInt(over);
  const rounded = (size * 2n + divisor) / (divisor * 2n);
  return checked(Number(product < 0n ? -rounded : rounded));
}

/**
 * Divides an amount among weights without losing a fen: the remainders go to the largest fractions, ties to the first.
 *
 * @param amount whole fen, 0 or more
 * @param weights integers of 0 or more, at least one above 0
 * @returns as many amounts as weights, in their order, whose sum is `amount`
 * @throws RangeError when an argument is out of range
 * @see the largest remainder method (Hamilton)
 */
export function splitFen(amount: Fen, weights: readonly number[]): Fen[] {
  const total = sumFen(...weights);
  if (checked(amount) < 0 || total < 1 || weights.some((weight) => weight < 0))
    throw new RangeError('cannot split this amount');
  const shares = weights.map((weight, index) => {
    const product = BigInt(amount) * BigInt(weight);
    return { index, fen: Number(product / BigInt(total)), rest: Number(product % BigInt(total)) };
  });
  let left = amount - sumFen(...shares.map((share) => share.fen));
  const parts = shares.map((share) => share.fen);
  for (const share of shares.toSorted((a, b) => b.rest - a.rest || a.index - b.index)) {
    if (left === 0) break;
    parts[share.index]! += 1;
    left -= 1;
  }
  return parts;
}

/**
 * Writes an amount for people.
 *
 * @param amount whole fen
 * @param language `zh` gives `1,200.50元`, and `6万元` where the amount is a multiple of 100 yuan from 10,000 on;
 *   `en` gives `¥1,200.50`
 * @returns the text; decimals only where there are some
 * @throws RangeError when the amount is not a safe integer
 */
export function formatFen(amount: Fen, language: 'zh' | 'en'): string {
  const size = Math.abs(checked(amount));
  const sign = amount < 0 ? '-' : '';
  if (language === 'en') return `${sign}¥${decimal(size)}`;
  if (size >= 1_000_000 && size % 10_000 === 0)
    return `${sign}${grouped(Math.trunc(size / 1_000_000), size % 1_000_000, 6)}万元`;
  return `${sign}${decimal(size)}元`;
}

/**
 * Writes an amount for a machine or an official form: yuan with two decimals, without grouping.
 * @param amount whole fen
 * @returns e.g. `1200.50`
 * @throws RangeError when the amount is not a safe integer
 */
export function yuanText(amount: Fen): string {
  const size = Math.abs(checked(amount));
  return `${amount < 0 ? '-' : ''}${Math.trunc(size / 100)}.${String(size % 100).padStart(2, '0')}`;
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}

function decimal(size: number): string {
  const fraction = size % 100 === 0 ? '' : `.${String(size % 100).padStart(2, '0')}`;
  return grouping(Math.trunc(size / 100)) + fraction;
}

function grouped(whole: number, rest: number, digits: number): string {
  const fraction = String(rest).padStart(digits, '0').replace(/0+$/, '');
  return grouping(whole) + (fraction === '' ? '' : `.${fraction}`);
}

function grouping(whole: number): string {
  return String(whole).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

function checked(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of fen: ${amount}`);
  return amount;
}
