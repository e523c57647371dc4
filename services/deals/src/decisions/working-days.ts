import { workingCalendar, type WorkingCalendar } from '@duijie/domain-kit';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const period = z.object({ start: z.iso.date(), end: z.iso.date() });
const holidayYear = z.object({ year: z.int(), holidays: z.array(period), worked: z.array(z.iso.date()) });

/**
 * The calendar of working days, read once when it is first asked for.
 * @param dataDir folder with `holidays/`, one file a year
 * @returns a function that throws ZodError when a file has another shape, and reads again after it failed
 */
export function workingDaysFrom(dataDir: string): () => Promise<WorkingCalendar> {
  let calendar: Promise<WorkingCalendar> | undefined;
  const read = async (): Promise<WorkingCalendar> => {
    const folder = join(dataDir, 'holidays');
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
    const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    return workingCalendar(files.map((file) => holidayYear.parse(JSON.parse(file))));
  };
  return () =>
    (calendar ??= read().catch((error: unknown) => {
      calendar = undefined;
      throw error;
    }));
}
