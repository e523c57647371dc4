import * as fc from 'fast-check';
import { fixedLog2 } from './fixed-log2';

describe('fixedLog2', () => {
  it('is exact for powers of two', () => {
    expect(fixedLog2(8, 1)).toBe(768);
    expect(fixedLog2(5, 5)).toBe(0);
  });

  it('stays within two units of the true logarithm', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: 0, max: 200_000 }), (denominator, more) => {
        const exact = 256 * Math.log2((denominator + more) / denominator);
        expect(Math.abs(fixedLog2(denominator + more, denominator) - exact)).toBeLessThan(2);
      }),
    );
  });
});
