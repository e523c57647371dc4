import { dayNumber } from './day-number';

describe('dayNumber', () => {
  it('counts days since 1970-01-01', () => {
    expect(dayNumber('1970-01-02')).toBe(1);
    expect(dayNumber('2026-12-01T18:00:00Z')).toBe(20_788);
    expect(dayNumber(20_788)).toBe(20_788);
  });

  it('refuses what is no date', () => {
    expect(() => dayNumber('soon')).toThrow(RangeError);
  });
});
