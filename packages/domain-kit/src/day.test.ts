import * as fc from 'fast-check';
import {
  addDays,
  addMonths,
  commonPeriod,
  periodContains,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  deadlineOn,
  isDay,
  isPeriod,
  monthsBetween,
  periodsOverlap,
  periodDays,
  startedMonths,
  startOfDay,
} from './day';

const days = fc.integer({ min: -200_000, max: 200_000 }).map(dayFromNumber);
const periods = fc.tuple(days, fc.nat({ max: 900 })).map(([start, length]) => ({ start, end: addDays(start, length) }));

describe('days', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2026-12-01', 20_788],
  ])('numbers %s', (day, number) => {
    expect(dayNumber(day)).toBe(number);
    expect(dayFromNumber(number)).toBe(day);
  });

  it.each(['2027-02-29', '2027-13-01', '2027-00-10', '2027-1-1', '2027-01-01T00:00:00Z', '', 'x', null, 20_270_101])(
    'does not take %p for a day',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );

  it('refuses to reckon with what is no day', () => {
    expect(() => dayNumber('2027-02-29')).toThrow(RangeError);
    expect(() => dayFromNumber(0.5)).toThrow(RangeError);
    expect(() => dayFromNumber(1e9)).toThrow(RangeError);
    expect(() => dayOf(new Date(Number.NaN))).toThrow(RangeError);
  });

  it('adds and subtracts as one', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });
});

describe('months', () => {
  it.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-03-31', -1, '2027-02-28'],
    ['2027-11-15', 3, '2028-02-15'],
    ['2027-01-15', -13, '2025-12-15'],
    ['0099-12-31', 2, '0100-02-28'],
  ])('moves %s by %d', (day, count, wanted) => {
    expect(addMonths(day, count)).toBe(wanted);
  });

  it('counts the whole months that fit', () => {
    fc.assert(
      fc.property(periods, ({ start, end }) => {
        const months = monthsBetween(start, end);
        expect(addMonths(start, months) <= end).toBe(true);
        expect(addMonths(start, months + 1) > end).toBe(true);
      }),
    );
  });

  it.each([
    ['2027-01-10', '2027-01-10', 1],
    ['2027-01-10', '2027-02-09', 1],
    ['2027-01-10', '2027-02-10', 2],
    ['2027-01-01', '2027-12-31', 12],
    ['2027-01-10', '2027-12-31', 12],
  ])('charges %s to %s as %d', (start, end, months) => {
    expect(startedMonths({ start, end })).toBe(months);
  });

  it('refuses a period that runs backwards', () => {
    expect(() => monthsBetween('2027-02-01', '2027-01-31')).toThrow(RangeError);
    expect(() => periodDays({ start: '2027-02-01', end: '2027-01-31' })).toThrow(RangeError);
    expect(isPeriod({ start: '2027-02-01', end: '2027-01-31' })).toBe(false);
    expect(isPeriod({ start: '2027-02-01', end: '2027-02-01' })).toBe(true);
  });
});

describe('periods', () => {
  it('overlap exactly when they have a day in common', () => {
    fc.assert(
      fc.property(periods, periods, (a, b) => {
        const common = commonPeriod(a, b);
        expect(common !== undefined).toBe(periodsOverlap(a, b));
        expect(periodsOverlap(b, a)).toBe(periodsOverlap(a, b));
        expect(
          common === undefined ||
            (isPeriod(common) && periodContains(a, common.start) && periodContains(b, common.end)),
        ).toBe(true);
      }),
    );
  });

  it('count both ends', () => {
    expect(periodDays({ start: '2026-12-01', end: '2026-12-31' })).toBe(31);
    expect(periodsOverlap({ start: '2026-01-01', end: '2026-01-02' }, { start: '2026-01-02', end: '2026-01-03' })).toBe(
      true,
    );
    expect(
      commonPeriod({ start: '2026-01-01', end: '2026-01-02' }, { start: '2026-01-03', end: '2026-01-03' }),
    ).toBeUndefined();
  });
});

describe('time in China', () => {
  it('begins its days at 16:00 UTC', () => {
    expect(dayOf(new Date('2026-11-30T15:59:59.999Z'))).toBe('2026-11-30');
    expect(dayOf(new Date('2026-11-30T16:00:00Z'))).toBe('2026-12-01');
    expect(startOfDay('2026-12-01').toISOString()).toBe('2026-11-30T16:00:00.000Z');
  });

  it('sets a deadline to the exact minute, 18:00 unless said otherwise', () => {
    expect(deadlineOn('2026-12-31').toISOString()).toBe('2026-12-31T10:00:00.000Z');
    expect(deadlineOn('2026-12-31', '09:30').toISOString()).toBe('2026-12-31T01:30:00.000Z');
    expect(deadlineOn('2026-12-31', '24:00')).toEqual(startOfDay('2027-01-01'));
    expect(() => deadlineOn('2026-12-31', '24:01')).toThrow(RangeError);
    expect(() => deadlineOn('2026-12-31', '6pm')).toThrow(RangeError);
  });

  it('agrees with the time-zone database', () => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1992-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (instant) => {
          expect(dayOf(instant)).toBe(format.format(instant));
        },
      ),
    );
  });
});
