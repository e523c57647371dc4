import { addDays, dayNumber, periodContains, type Day, type Period } from './day';

/** What the State Council's notice says of one year: a file of `data/holidays`. */
export interface HolidayYear {
  readonly year: number;
  /** Days off, weekends within a holiday included. */
  readonly holidays: readonly Period[];
  /** Saturdays and Sundays that are worked in exchange. */
  readonly worked: readonly Day[];
}

/** An answer that rests on the calendar, and whether every year that it touches had one. */
export interface CalendarAnswer<T> {
  readonly value: T;
  /** False when a year without data was counted as Mondays to Fridays: say so beside the date. */
  readonly calendarKnown: boolean;
}

/** Counts working days (工作日) by the notices of the years at hand. */
export interface WorkingCalendar {
  /**
   * Tells whether a day is worked.
   * @throws RangeError when the text is no day
   */
  isWorkingDay(day: Day): CalendarAnswer<boolean>;

  /**
   * Finds the last day of a term in working days.
   * @param from the day of the event, which does not count
   * @param count how many working days, 0 or more; 0 gives `from` itself
   * @returns the `count`th working day after `from`
   * @throws RangeError when the text is no day or `count` no such integer
   * @see Civil Code, art. 201: the first day is not counted
   */
  addWorkingDays(from: Day, count: number): CalendarAnswer<Day>;

  /**
   * Counts the working days after `from` up to and with `to`.
   * @returns 0 or more; 0 when `to` is not after `from`
   * @throws RangeError when a text is no day
   */
  workingDaysBetween(from: Day, to: Day): CalendarAnswer<number>;
}

/**
 * Makes a calendar of working days. A year without data counts Mondays to Fridays, and answers say so.
 *
 * @param years the years that are known, in any order; of two with the same number the last counts
 * @returns a frozen calendar
 * @example
 * const calendar = workingCalendar([holidays2026]);
 * calendar.addWorkingDays('2026-09-30', 1); // { value: '2026-10-08', calendarKnown: true }
 */
export function workingCalendar(years: readonly HolidayYear[]): WorkingCalendar {
  const known = new Map(years.map((year) => [year.year, year]));

  const isWorkingDay = (day: Day): CalendarAnswer<boolean> => {
    const weekday = (((dayNumber(day) + 4) % 7) + 7) % 7;
    const year = known.get(Number(day.slice(0, 4)));
    const weekend = weekday === 0 || weekday === 6;
    if (!year) return { value: !weekend, calendarKnown: false };
    const off = weekend || year.holidays.some((holiday) => periodContains(holiday, day));
    return { value: year.worked.includes(day) || !off, calendarKnown: true };
  };

  return Object.freeze({
    isWorkingDay,

    addWorkingDays(from: Day, count: number) {
      if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`);
      let { calendarKnown } = isWorkingDay(from);
      let day = from;
      for (let left = count; left > 0;) {
        day = addDays(day, 1);
        const answer = isWorkingDay(day);
        calendarKnown &&= answer.calendarKnown;
        if (answer.value) left -= 1;
      }
      return { value: day, calendarKnown };
    },

    workingDaysBetween(from: Day, to: Day) {
      let { calendarKnown } = isWorkingDay(from);
      let count = 0;
      for (let number = dayNumber(from), last = dayNumber(to), day = from; number < last; number += 1) {
        day = addDays(day, 1);
        const answer = isWorkingDay(day);
        calendarKnown &&= answer.calendarKnown;
        if (answer.value) count += 1;
      }
      return { value: count, calendarKnown };
    },
  });
}
