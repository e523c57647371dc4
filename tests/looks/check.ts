import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../browser/chromium';
import { checkLook, type Finding } from './check-look';
import { inParallel } from './in-parallel';
import { languages } from './look';
import { looksOf } from './looks';
import { sampleCity } from './sample-city';

/** Everything that was looked at. */
export interface CheckReport {
  readonly looks: readonly {
    readonly name: string;
    readonly pattern: string;
    readonly viewer: string;
    readonly stops: number;
  }[];
  readonly findings: readonly Finding[];
}

/**
 * `node tests/looks/run.cjs check [--only need --language zh --report file --url … --sign-ins …]`: axe, keyboard, widths
 * and large text on every page of the console. Ends with 1 where something is found.
 */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: '' },
      language: { type: 'string' },
      report: { type: 'string', default: join(resolve(__dirname, '../..'), '.local/looks.json') },
      url: { type: 'string' },
      'sign-ins': { type: 'string' },
    },
  });
  const city = await sampleCity(values.url, values['sign-ins']);
  const looks = (await looksOf(city)).filter(
    ({ name }) => values.only === '' || values.only.split(',').some((word) => name.startsWith(word)),
  );
  const findings: Finding[] = [];
  const stops = new Map<string, number>();
  // Large text is read on a phone, where it is tightest.
  const readings = languages
    .filter((language) => values.language === undefined || values.language === language)
    .flatMap((language) => [
      { language, large: false, width: 1440 },
      { language, large: true, width: 360 },
    ]);
  const browser = await launchBrowser();
  try {
    const jobs = readings.flatMap((reading) =>
      looks.map((look) => async () => {
        const result = await checkLook(browser, city, look, reading, reading.language === 'zh');
        stops.set(look.name, Math.max(stops.get(look.name) ?? 0, result.stops));
        findings.push(...result.findings);
        for (const { language, large, kind, what, count } of result.findings)
          process.stdout.write(`${look.name} ${language}${large ? ' large' : ''} ${kind} ×${count}: ${what}\n`);
      }),
    );
    await inParallel(jobs, 4);
  } finally {
    await browser.close();
  }
  const report: CheckReport = {
    looks: looks.map(({ name, pattern, viewer }) => ({ name, pattern, viewer, stops: stops.get(name) ?? 0 })),
    findings,
  };
  mkdirSync(dirname(values.report), { recursive: true });
  writeFileSync(values.report, `${JSON.stringify(report, null, 1)}\n`);
  process.stdout.write(`${looks.length} pages in ${readings.length} readings, ${findings.length} findings\n`);
  return findings.some(({ kind }) => kind !== 'practice') ? 1 : 0;
}
