import * as fc from 'fast-check';
import {
  addRanges,
  commonRange,
  formatRange,
  moneyRange,
  multiplyRange,
  parseYuanRange,
  rangeContains,
  rangesOverlap,
} from './money-range';

const ranges = fc
  .tuple(fc.nat({ max: 1e9 }), fc.nat({ max: 1e9 }))
  .map(([minFen, more]) => ({ minFen, maxFen: minFen + more }));

describe('a range of money', () => {
  it.each([
    ['6万-8万', 6_000_000, 8_000_000],
    ['6-8万', 6_000_000, 8_000_000],
    ['6-8万元', 6_000_000, 8_000_000],
    ['6万~8.25万元', 6_000_000, 8_250_000],
    ['5000至8000元', 500_000, 800_000],
    ['5千 — 1万', 500_000, 1_000_000],
    ['60,000～82,000', 6_000_000, 8_200_000],
    ['8000元-1万元', 800_000, 1_000_000],
    ['6万', 6_000_000, 6_000_000],
    ['0', 0, 0],
  ])('reads %s', (text, minFen, maxFen) => {
    expect(parseYuanRange(text)).toEqual({ ok: true, value: { minFen, maxFen } });
  });

  it.each([
    ['8-6万', 'money_range_disordered'],
    ['1-2-3', 'money_unreadable'],
    ['面议', 'money_unreadable'],
    ['6万-', 'money_unreadable'],
    ['-5', 'money_range_disordered'],
  ])('refuses %s as %s', (text, code) => {
    expect(parseYuanRange(text)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('is in order', () => {
    expect(moneyRange(5)).toEqual({ ok: true, value: { minFen: 5, maxFen: 5 } });
    expect(moneyRange(5, 4).ok).toBe(false);
    expect(moneyRange(Number.NaN).ok).toBe(false);
  });

  it('overlaps exactly where an amount is in both', () => {
    fc.assert(
      fc.property(ranges, ranges, (a, b) => {
        const common = commonRange(a, b);
        expect(common !== undefined).toBe(rangesOverlap(a, b));
        expect(common === undefined || (rangeContains(a, common.minFen) && rangeContains(b, common.maxFen))).toBe(true);
      }),
    );
  });

  it('adds and multiplies alike', () => {
    fc.assert(
      fc.property(ranges, fc.nat({ max: 12 }), (range, times) => {
        expect(multiplyRange(range, times)).toEqual(addRanges(...Array.from({ length: times }, () => range)));
      }),
    );
    expect(() => multiplyRange({ minFen: 1, maxFen: 2 }, -1)).toThrow(RangeError);
  });

  it('is written for people, and read back', () => {
    expect(formatRange({ minFen: 6_000_000, maxFen: 8_200_000 }, 'zh')).toBe('6万元–8.2万元');
    expect(formatRange({ minFen: 6_000_000, maxFen: 8_200_000 }, 'en')).toBe('¥60,000–¥82,000');
    expect(formatRange({ minFen: 500, maxFen: 500 }, 'zh')).toBe('5元');
    expect(formatRange({ minFen: 0, maxFen: 0 }, 'zh')).toBe('无资金');
    fc.assert(
      fc.property(ranges, (range) => {
        fc.pre(range.maxFen > 0);
        expect(parseYuanRange(formatRange(range, 'zh'))).toEqual({ ok: true, value: range });
      }),
    );
  });
});
