import * as fc from 'fast-check';
import { fenFromYuan, formatFen, multiplyFen, parseYuan, splitFen, sumFen, yuanText } from './money';

const amounts = fc.maxSafeInteger();

describe('parseYuan', () => {
  it.each([
    ['0', 0],
    ['1200', 120_000],
    ['1,200.50', 120_050],
    ['1，200．5元', 120_050],
    ['¥ 1,234,567', 123_456_700],
    ['￥12', 1_200],
    ['１２００', 120_000],
    ['1.2万', 1_200_000],
    ['1.23456万元', 1_234_560],
    ['3千', 300_000],
    ['2百万', 200_000_000],
    ['0.5亿', 5_000_000_000],
    ['-80', -8_000],
    ['¥-80', -8_000],
    ['12元整', 1_200],
    ['300块', 30_000],
    ['人民币5万元', 5_000_000],
    ['1.500', 150],
  ])('reads %s', (text, fen) => {
    expect(parseYuan(text)).toEqual({ ok: true, value: fen });
  });

  it.each([
    ['', 'money_unreadable'],
    ['面议', 'money_unreadable'],
    ['1,20', 'money_unreadable'],
    ['1.2.3', 'money_unreadable'],
    ['--5', 'money_unreadable'],
    ['1e5', 'money_unreadable'],
    ['5-8万', 'money_unreadable'],
    ['0.005', 'money_too_fine'],
    ['1.2345678万', 'money_too_fine'],
    ['99999999999999999', 'money_too_large'],
  ])('refuses %p as %s', (text, code) => {
    expect(parseYuan(text)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('reads back whatever is written for a machine or a person', () => {
    fc.assert(
      fc.property(amounts, (fen) => {
        expect(parseYuan(yuanText(fen))).toEqual({ ok: true, value: fen });
        expect(parseYuan(formatFen(fen, 'zh'))).toEqual({ ok: true, value: fen });
        expect(parseYuan(formatFen(fen, 'en'))).toEqual({ ok: true, value: fen });
      }),
    );
  });
});

describe('writing money', () => {
  it.each([
    [0, '0元', '¥0', '0.00'],
    [120_050, '1,200.50元', '¥1,200.50', '1200.50'],
    [999_900, '9,999元', '¥9,999', '9999.00'],
    [1_000_000, '1万元', '¥10,000', '10000.00'],
    [8_250_000, '8.25万元', '¥82,500', '82500.00'],
    [1_230_000, '1.23万元', '¥12,300', '12300.00'],
    [1_234_500, '12,345元', '¥12,345', '12345.00'],
    [-100_000_000, '-100万元', '-¥1,000,000', '-1000000.00'],
    [5, '0.05元', '¥0.05', '0.05'],
  ])('writes %d fen', (fen, zh, en, text) => {
    expect(formatFen(fen, 'zh')).toBe(zh);
    expect(formatFen(fen, 'en')).toBe(en);
    expect(yuanText(fen)).toBe(text);
  });
});

describe('reckoning', () => {
  it('adds without losing a fen, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e12, max: 1e12 })), (list) => {
        expect(BigInt(sumFen(...list))).toBe(list.reduce((sum, fen) => sum + BigInt(fen), 0n));
        expect(sumFen(...list.toReversed())).toBe(sumFen(...list));
      }),
    );
  });

  it('refuses what is not a whole number of fen', () => {
    expect(() => sumFen(0.1, 0.2)).toThrow(RangeError);
    expect(() => sumFen(Number.MAX_SAFE_INTEGER, 1)).toThrow(RangeError);
    expect(() => formatFen(Number.NaN, 'zh')).toThrow(RangeError);
    expect(() => multiplyFen(1, 1, 0)).toThrow(RangeError);
  });

  it('rounds a share half away from zero', () => {
    expect(multiplyFen(5, 1, 2)).toBe(3);
    expect(multiplyFen(-5, 1, 2)).toBe(-3);
    expect(multiplyFen(100, 1, 3)).toBe(33);
    expect(multiplyFen(9_007_199_254_740_991, 30, 100)).toBe(2_702_159_776_422_297);
  });

  it('splits so that the parts make the whole and each is within a fen of its share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e13 }),
        fc
          .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 })
          .filter((w) => w.some((x) => x > 0)),
        (amount, weights) => {
          const parts = splitFen(amount, weights);
          const total = sumFen(...weights);
          expect(sumFen(...parts)).toBe(amount);
          for (const [index, part] of parts.entries()) {
            const difference = BigInt(part) * BigInt(total) - BigInt(amount) * BigInt(weights[index]!);
            expect(difference < BigInt(total) && difference > -BigInt(total)).toBe(true);
          }
        },
      ),
    );
  });

  it('takes yuan of data files exactly', () => {
    expect(fenFromYuan(60_000)).toBe(6_000_000);
    expect(fenFromYuan(2.35)).toBe(235);
    expect(() => fenFromYuan(0.001)).toThrow(RangeError);
  });
});
