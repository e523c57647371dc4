const MS_PER_DAY = 86_400_000;

/** A calendar day: days since 1970-01-01, or an ISO date `YYYY-MM-DD` that stands for one. */
export type Day = number | string;

/**
 * Turns a calendar day into the whole number of days since 1970-01-01.
 *
 * @param day integer day number, or ISO date `YYYY-MM-DD` (a time after it is ignored)
 * @returns integer days since 1970-01-01
 * @throws RangeError when the text is no date
 * @see ISO 8601-1:2019, 5.2.2.1 (calendar date, extended format)
 * @example dayNumber('1970-01-02') // 1
 */
export function dayNumber(day: Day): number {
  if (typeof day === 'number') return Math.trunc(day);
  const ms = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(ms)) throw new RangeError(`not a calendar day: ${day}`);
  return Math.round(ms / MS_PER_DAY);
}
