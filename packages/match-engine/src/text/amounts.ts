import { normaliseText } from './normalise-text';

/** A sum of money that a text names. */
export interface Amount {
  readonly minFen: number;
  readonly maxFen: number;
  /** The words that name it, and where they begin. */
  readonly words: string;
  readonly at: number;
  /** True for the price of a unit: by household, month, piece. */
  readonly perUnit: boolean;
}

const DIGITS = '零一二三四五六七八九';
const SCALE: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };
const NUMBER = String.raw`\d+(?:\.\d+)?|[零一二两三四五六七八九十百千]+`;
const MONEY = new RegExp(
  String.raw`(${NUMBER})(?:\s*[-~至到—]\s*(${NUMBER}))?\s*(万|千)?([一二三四五六七八九](?![十百千万一二三四五六七八九]))?\s*(多)?(元|块钱|块|万元)?`,
  'gu',
);
const PER_UNIT = /每[^,。;:!?]{0,6}$|(?:单价|人均|一平方|平均)[^,。;]{0,3}$/u;

/**
 * Finds sums of money in figures and in words: `3-5万`, `四五万`, `一万五`, `两三千元`, `二十万`.
 *
 * @param text any text
 * @returns sums in fen, in the order of the text; numbers without 万, 元 or 块 are none
 */
export function amountsIn(text: string): Amount[] {
  const normal = normaliseText(text);
  return [...normal.matchAll(MONEY)].flatMap((match) => {
    const [words, first = '', second, unit, rest, , currency] = match;
    if (currency === undefined && unit !== '万') return [];
    const scale = unit === undefined ? 1 : SCALE[unit]!;
    const extra = rest === undefined || unit === undefined ? 0 : (DIGITS.indexOf(rest) * scale) / 10;
    const [low, high] = second === undefined ? rangeOf(first) : [valueOf(first), valueOf(second)];
    if (!(high > 0)) return [];
    const fen = (value: number): number => Math.round((value * scale + extra) * 100);
    const perUnit = PER_UNIT.test(normal.slice(Math.max(0, match.index - 9), match.index));
    return [{ minFen: fen(low), maxFen: fen(high), words: words.trim(), at: match.index, perUnit }];
  });
}

/** `四五` stands for four to five, `两三` for two to three; anything else for itself. */
function rangeOf(number: string): [low: number, high: number] {
  const pair = /^([二两三四五六七八九一])([二三四五六七八九])([十百千]?)$/u.exec(number);
  if (!pair) return [valueOf(number), valueOf(number)];
  const times = SCALE[pair[3]!] ?? 1;
  return [valueOf(pair[1]!) * times, valueOf(pair[2]!) * times];
}

function valueOf(number: string): number {
  if (/^\d/u.test(number)) return Number(number);
  let sum = 0;
  let digit = 0;
  let last = 1;
  for (const character of number) {
    const scale = SCALE[character];
    if (scale === undefined) digit = DIGITS.indexOf(character === '两' ? '二' : character);
    else {
      sum += (digit || 1) * scale;
      digit = 0;
      last = scale;
    }
  }
  // 三千五 is 3,500; 二十五 is 25.
  return sum + digit * (last > 10 && number.length > 2 && !number.includes('零') ? last / 10 : 1);
}
