import { addDays, dayOf } from '@duijie/domain-kit';

const chinaMorning = (day: string): string => new Date(`${day}T09:00:00+08:00`).toISOString();

/** Moments to which a call or a task is put off. @param now ms of the system's time */
export const laterChoices = (now: number) => {
  const today = dayOf(new Date(now));
  return [
    { key: 'hour', at: new Date(now + 3_600_000).toISOString(), zh: '一小时后', en: 'In an hour' },
    { key: 'half', at: new Date(now + 4 * 3_600_000).toISOString(), zh: '四小时后', en: 'In four hours' },
    { key: 'tomorrow', at: chinaMorning(addDays(today, 1)), zh: '明天上午 9 点', en: 'Tomorrow, 9 a.m.' },
    { key: 'three', at: chinaMorning(addDays(today, 3)), zh: '三天后', en: 'In three days' },
    { key: 'week', at: chinaMorning(addDays(today, 7)), zh: '一周后', en: 'In a week' },
  ] as const;
};
