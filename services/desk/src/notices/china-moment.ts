import type { Words } from './notice';

/** China Standard Time is UTC+8 the year round. */
const offsetMs = 8 * 3_600_000;

/** @param text an instant or a calendar day @returns `12月3日18:00`, or `12月3日` for a day, with the year where it is another than `now`'s */
export function chinaMoment(text: string, now: Date): Words {
  const isDay = text.length === 10;
  const local = new Date(isDay ? Date.parse(`${text}T00:00:00Z`) : Date.parse(text) + offsetMs);
  const year = local.getUTCFullYear();
  const sameYear = year === new Date(now.getTime() + offsetMs).getUTCFullYear();
  const time = local.toISOString().slice(11, 16);
  return {
    zh: `${sameYear ? '' : `${year}年`}${local.getUTCMonth() + 1}月${local.getUTCDate()}日${isDay ? '' : time}`,
    en: `${local.toISOString().slice(0, 10)}${isDay ? '' : ` ${time}`}`,
  };
}
