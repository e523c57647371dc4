/** A calendar day as ISO 8601 writes it, `YYYY-MM-DD`; days compare as texts. Always a day in China where it matters. */
export type Day = string;

/** Days from the first to the last, both included. */
export interface Period {
  readonly start: Day;
  readonly end: Day;
}

const dayMs = 86_400_000;
/** China Standard Time is UTC+8 the year round; daylight saving was last used in 1991, before anything here. */
const chinaOffsetMs = 8 * 3_600_000;
const dayShape = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Tells whether a text is a day that exists.
 * @param text anything
 * @returns false for `2027-02-29`, for times and for other ways of writing
 */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !dayShape.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/**
 * Numbers a day.
 * @param day an existing day
 * @returns days since 1970-01-01, negative before
 * @throws RangeError when the text is no day
 */
export function dayNumber(day: Day): number {
  if (!isDay(day)) throw new RangeError(`not a day: ${String(day)}`);
  return Date.parse(`${day}T00:00:00Z`) / dayMs;
}

/**
 * Names the day of a number: the inverse of {@link dayNumber}.
 * @param number an integer, days since 1970-01-01, of a year from 0 to 9999
 * @returns the day
 * @throws RangeError when the number is out of range
 */
export function dayFromNumber(number: number): Day {
  const day = Number.isSafeInteger(number) ? new Date(number * dayMs) : new Date(Number.NaN);
  if (!(day.getUTCFullYear() >= 0 && day.getUTCFullYear() <= 9999)) throw new RangeError(`not a day number: ${number}`);
  return day.toISOString().slice(0, 10);
}

/**
 * Moves by days.
 * @param day an existing day
 * @param days an integer, negative to go back
 * @throws RangeError when the text is no day or the result leaves the calendar
 */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/**
 * Moves by months, to the same day of the month, or to its last where that month is shorter.
 * @param day an existing day
 * @param months an integer, negative to go back
 * @throws RangeError when the text is no day or the result leaves the calendar
 * @example
 * addMonths('2027-01-31', 1); // '2027-02-28'
 */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(dayNumber(day) * dayMs);
  const count = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const target = monthStart(count);
  const length = (monthStart(count + 1).getTime() - target.getTime()) / dayMs;
  target.setUTCDate(Math.min(date.getUTCDate(), length));
  return dayFromNumber(target.getTime() / dayMs);
}

/**
 * Counts days from one day to another.
 * @returns an integer: 0 for the same day, negative when `to` comes first
 * @throws RangeError when a text is no day
 */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * Counts whole months from one day to another, as {@link addMonths} steps.
 * @param from the first day
 * @param to the last, not before `from`
 * @returns the largest n with `addMonths(from, n) <= to`
 * @throws RangeError when a text is no day or `to` comes first
 */
export function monthsBetween(from: Day, to: Day): number {
  if (daysBetween(from, to) < 0) throw new RangeError(`${to} is before ${from}`);
  const upper =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return addMonths(from, upper) <= to ? upper : upper - 1;
}

/**
 * Tells whether two days make a period.
 * @param period days from the first to the last
 * @returns true when both exist and the first is not after the last
 */
export function isPeriod(period: Period): boolean {
  return isDay(period.start) && isDay(period.end) && period.start <= period.end;
}

/**
 * Counts the days of a period, both ends included.
 * @returns 1 or more
 * @throws RangeError when it is no period
 */
export function periodDays(period: Period): number {
  if (!isPeriod(period)) throw new RangeError(`not a period: ${period.start} to ${period.end}`);
  return daysBetween(period.start, period.end) + 1;
}

/**
 * Counts the months that a price per month is charged for: every month begun counts.
 * @returns 1 or more; `2027-01-10` to `2027-02-09` is 1, to `2027-02-10` is 2
 * @throws RangeError when it is no period
 */
export function startedMonths(period: Period): number {
  periodDays(period);
  return monthsBetween(period.start, period.end) + 1;
}

/** Tells whether two periods have a day in common. */
export function periodsOverlap(a: Period, b: Period): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/**
 * Finds the days that two periods have in common.
 * @returns the common period, or undefined when there is none
 */
export function commonPeriod(a: Period, b: Period): Period | undefined {
  if (!periodsOverlap(a, b)) return undefined;
  return { start: a.start > b.start ? a.start : b.start, end: a.end < b.end ? a.end : b.end };
}

/** Tells whether a day lies in a period, ends included. */
export function periodContains(period: Period, day: Day): boolean {
  return period.start <= day && day <= period.end;
}

/**
 * Tells which day it is in China (Asia/Shanghai) at an instant.
 * @param instant any moment
 * @throws RangeError when the date is invalid
 */
export function dayOf(instant: Date): Day {
  return dayFromNumber(Math.floor((instant.getTime() + chinaOffsetMs) / dayMs));
}

/**
 * Gives the instant at which a day begins in China.
 * @throws RangeError when the text is no day
 */
export function startOfDay(day: Day): Date {
  return new Date(dayNumber(day) * dayMs - chinaOffsetMs);
}

/**
 * Gives the exact minute of a deadline (截止) in China.
 * @param day the day on which it falls
 * @param time `HH:mm`, 18:00 unless said otherwise; `24:00` is the end of the day
 * @returns the first instant that is too late
 * @throws RangeError when day or time do not exist
 * @example
 * deadlineOn('2026-12-31').toISOString(); // '2026-12-31T10:00:00.000Z'
 */
export function deadlineOn(day: Day, time = '18:00'): Date {
  const parts = /^(?:([01]\d|2[0-3]):([0-5]\d)|(24):(00))$/.exec(time);
  if (!parts) throw new RangeError(`not a time of day: ${time}`);
  const minutes = Number(parts[1] ?? parts[3]) * 60 + Number(parts[2] ?? parts[4]);
  return new Date(startOfDay(day).getTime() + minutes * 60_000);
}

/** `Date.UTC` takes the years 0–99 for 1900–1999, hence the detour. */
function monthStart(monthsSinceYear0: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(monthsSinceYear0 / 12), ((monthsSinceYear0 % 12) + 12) % 12, 1);
  return date;
}
