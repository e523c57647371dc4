import * as fc from 'fast-check';
import { creditCodeCheckDigit, isCreditCode, normalizeCreditCode } from './credit-code';

const alphabet = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');
const bodies = fc
  .tuple(
    fc.array(fc.constantFrom(...alphabet), { minLength: 2, maxLength: 2 }),
    fc.array(fc.constantFrom(...alphabet.slice(0, 10)), { minLength: 6, maxLength: 6 }),
    fc.array(fc.constantFrom(...alphabet), { minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.flat().join(''));

describe('unified social credit code', () => {
  it.each(['914403001922038216', '9144030071526726XG', '91330100799655058B', '91110000802100433B'])(
    'accepts the published code %s',
    (code) => {
      expect(isCreditCode(code)).toBe(true);
    },
  );

  it('accepts every body with its check character', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(isCreditCode(body + creditCodeCheckDigit(body))).toBe(true);
      }),
    );
  });

  it('notices any one wrong character', () => {
    fc.assert(
      fc.property(bodies, fc.nat({ max: 16 }), fc.constantFrom(...alphabet), (body, at, other) => {
        const wrong = body.slice(0, at) + other + body.slice(at + 1);
        fc.pre(wrong !== body);
        expect(isCreditCode(wrong + creditCodeCheckDigit(body))).toBe(false);
      }),
    );
  });

  it('notices two neighbours that changed places', () => {
    fc.assert(
      fc.property(bodies, fc.nat({ max: 15 }), (body, at) => {
        const swapped = body.slice(0, at) + body[at + 1]! + body[at]! + body.slice(at + 2);
        fc.pre(swapped !== body);
        expect(isCreditCode(swapped + creditCodeCheckDigit(body))).toBe(false);
      }),
    );
  });

  it.each(['', '91440300192203821', '9144030019220382160', '91440300192203821I', '9I4403001922038216', 'x'])(
    'refuses %p',
    (text) => {
      expect(isCreditCode(text)).toBe(false);
    },
  );

  it('refuses to compute for a body that cannot be one', () => {
    expect(() => creditCodeCheckDigit('91440A00192203821')).toThrow(RangeError);
  });

  it('reads what people paste', () => {
    expect(normalizeCreditCode(' 9144 0300-7152６７２６xg\n')).toBe('9144030071526726XG');
  });
});
