import { dayOf, type Day } from '@duijie/domain-kit';

const chinaOffsetMs = 8 * 3_600_000;

/** A day as official paper writes it: `2026年12月1日`. @see GB/T 9704-2012, 7.3.5.4 */
export function chineseDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** An instant in China to the minute: `2026年12月1日18:00`; a deadline is an exact minute. @param instant ISO 8601 */
export function chineseMinute(instant: string): string {
  const moment = new Date(instant);
  return `${chineseDay(dayOf(moment))}${new Date(moment.getTime() + chinaOffsetMs).toISOString().slice(11, 16)}`;
}

/** The day in China of an instant. @param instant ISO 8601 */
export const chineseDayOf = (instant: string): string => chineseDay(dayOf(new Date(instant)));
