import * as fc from 'fast-check';
import { createIdSource, isId, newId } from './id';

describe('newId', () => {
  it('makes UUIDs of version 7 that carry their moment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), (nowMs) => {
        const id = createIdSource()(nowMs);
        expect(isId(id)).toBe(true);
        expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(nowMs);
      }),
    );
  });

  it('ascends whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 200 }), (moments) => {
        const source = createIdSource();
        const ids = moments.map((ms) => source(ms));
        expect(ids.toSorted()).toEqual(ids);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('ascends over more ids than a millisecond has room for', () => {
    const source = createIdSource();
    const ids = Array.from({ length: 10_000 }, () => source(1_000));
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lets sources in two processes differ', () => {
    expect(createIdSource()(7)).not.toBe(createIdSource()(7));
  });

  it.each([-1, Number.NaN, 2 ** 48, Number.POSITIVE_INFINITY])('refuses %p as a moment', (nowMs) => {
    expect(() => newId(nowMs)).toThrow(RangeError);
  });

  it('does not take other texts for ids', () => {
    expect(isId('')).toBe(false);
    expect(isId(7)).toBe(false);
    expect(isId('3d813cbb-47fb-42ba-91df-831e1593ac29')).toBe(false);
    expect(isId(newId(1).toUpperCase().replace(/^./, 'F'))).toBe(false);
  });

  it('accepts the example of the RFC', () => {
    expect(isId('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')).toBe(true);
  });
});
