import fc from 'fast-check';
import { amountForPaper, amountInWords } from './amount-in-words';

test.each([
  [0, '零元整'],
  [1, '壹分'],
  [30, '叁角整'],
  [105, '壹元零伍分'],
  [10_005, '壹佰元零伍分'],
  [1_010_000, '壹万零壹佰元整'],
  [1_050_000, '壹万零伍佰元整'],
  [10_000_000, '壹拾万元整'],
  [10_000_100, '壹拾万零壹元整'],
  [140_950, '壹仟肆佰零玖元伍角整'],
  [600_714, '陆仟零柒元壹角肆分'],
  [10_700_053, '壹拾万柒仟元伍角叁分'],
  [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
  [32_504, '叁佰贰拾伍元零肆分'],
  [10_000_000_000, '壹亿元整'],
  [1_000_000_010_000, '壹佰亿零壹佰元整'],
  [123_456_789_012, '壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分'],
])('writes %i fen as %s', (fen, words) => {
  expect(amountInWords(fen)).toBe(words);
});

const values = new Map([...'零壹贰叁肆伍陆柒捌玖'].map((digit, value) => [digit, value]));
/** Reads capitals back, by a way of its own. */
function read(words: string): number {
  const [yuanText = '', rest = ''] = words.includes('元') ? words.split('元') : ['', words];
  const group = (text: string): number => {
    let sum = 0;
    let digit = 0;
    for (const character of text) {
      const unit = { 拾: 10, 佰: 100, 仟: 1000 }[character];
      if (unit === undefined) digit = values.get(character) ?? 0;
      else {
        sum += digit * unit;
        digit = 0;
      }
    }
    return sum + digit;
  };
  let yuan = 0;
  let left = yuanText;
  for (const [unit, size] of [
    ['万亿', 1e12],
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = left.indexOf(unit);
    if (at === -1) continue;
    yuan += group(left.slice(0, at)) * size;
    left = left.slice(at + unit.length);
  }
  yuan += group(left);
  const part = (unit: string) => values.get(new RegExp(`(.)${unit}`).exec(rest)?.[1] ?? '零') ?? 0;
  return yuan * 100 + part('角') * 10 + part('分');
}

test('no amount is lost in words, and no two zeros meet', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000_000 }), (fen) => {
      const words = amountInWords(fen);
      expect(read(words)).toBe(fen);
      expect(words).not.toMatch(/零零|^零.|零元[^整]/);
    }),
  );
});

test('refuses what is no amount', () => {
  expect(() => amountInWords(-1)).toThrow(RangeError);
  expect(() => amountInWords(0.5)).toThrow(RangeError);
});

test('stands beside the figures', () => {
  expect(amountForPaper(1_050_050)).toBe('人民币10,500.50元（大写：壹万零伍佰元伍角整）');
});
