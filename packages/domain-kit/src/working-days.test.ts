import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { addDays, dayFromNumber } from './day';
import { workingCalendar, type HolidayYear } from './working-days';

const file = join(__dirname, '../../../data/holidays/2026.json');
const year2026: HolidayYear = JSON.parse(readFileSync(file, 'utf8'));
const calendar = workingCalendar([year2026]);

describe('working days', () => {
  it.each([
    ['2026-10-01', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2026-10-11', false],
    ['2026-02-16', false],
    ['2026-02-28', true],
    ['2026-12-01', true],
  ])('knows %s from the notice', (day, value) => {
    expect(calendar.isWorkingDay(day)).toEqual({ value, calendarKnown: true });
  });

  it('has 248 in 2026', () => {
    expect(calendar.workingDaysBetween('2025-12-31', '2026-12-31').value).toBe(248);
  });

  it('does not count the day of the event', () => {
    expect(calendar.addWorkingDays('2026-09-30', 1)).toEqual({ value: '2026-10-08', calendarKnown: true });
    expect(calendar.addWorkingDays('2026-12-01', 7)).toEqual({ value: '2026-12-10', calendarKnown: true });
    expect(calendar.addWorkingDays('2026-10-01', 0)).toEqual({ value: '2026-10-01', calendarKnown: true });
  });

  it('says so when it counts Mondays to Fridays of a year that it does not know', () => {
    expect(calendar.isWorkingDay('2027-01-01')).toEqual({ value: true, calendarKnown: false });
    expect(calendar.isWorkingDay('2027-01-02')).toEqual({ value: false, calendarKnown: false });
    expect(calendar.addWorkingDays('2026-12-31', 1)).toEqual({ value: '2027-01-01', calendarKnown: false });
    expect(calendar.workingDaysBetween('2026-12-31', '2027-01-08')).toEqual({ value: 6, calendarKnown: false });
  });

  it('counts back what it added', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_454, max: 20_900 }).map(dayFromNumber), fc.nat({ max: 60 }), (from, count) => {
        const { value: to } = calendar.addWorkingDays(from, count);
        expect(calendar.workingDaysBetween(from, to).value).toBe(count);
        expect(count === 0 || calendar.isWorkingDay(to).value).toBe(true);
      }),
    );
  });

  it('refuses what cannot be counted', () => {
    expect(() => calendar.addWorkingDays('2026-12-01', -1)).toThrow(RangeError);
    expect(() => calendar.isWorkingDay('2026-02-30')).toThrow(RangeError);
    expect(calendar.workingDaysBetween('2026-12-02', '2026-12-01').value).toBe(0);
  });

  it('tells weekdays before 1970 too', () => {
    expect(calendar.isWorkingDay('1969-12-31').value).toBe(true);
    expect(calendar.isWorkingDay('1969-12-28').value).toBe(false);
  });

  it('has only weekend days worked in exchange, and none of them within a holiday', () => {
    const plain = workingCalendar([{ year: 2026, holidays: year2026.holidays, worked: [] }]);
    expect(year2026.worked.filter((day) => plain.isWorkingDay(day).value)).toEqual([]);
    expect(year2026.holidays.filter(({ start, end }) => start > end || addDays(start, 10) < end)).toEqual([]);
  });
});
