import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../browser/chromium';
import { axeOn } from './axe';
import { inParallel } from './in-parallel';
import { tabThrough } from './keyboard';
import { chartsUndescribed, sidewaysScroll, tooSmall } from './layout';
import { languages, widths } from './look';
import { looksOf } from './looks';
import { sampleCity } from './sample-city';
import { heightOf, openWindow, visit } from './visit';

/** What was found on one page in one reading, each with the place. */
export interface Finding {
  readonly look: string;
  readonly language: string;
  readonly large: boolean;
  readonly kind:
    | 'axe'
    | 'practice'
    | 'sideways'
    | 'text'
    | 'lines'
    | 'targets'
    | 'chart'
    | 'unseen'
    | 'hidden'
    | 'trapped'
    | 'console'
    | 'stray';
  readonly what: string;
  readonly count: number;
}

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
 * `node tests/looks/run.cjs check [--only need --language zh --quick --report file --url … --sign-ins …]`: axe, keyboard,
 * widths and large text on every page of the console. Ends with 1 where something is found.
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
  const browser = await launchBrowser();
  const readings = languages
    .filter((language) => values.language === undefined || values.language === language)
    .flatMap((language) => [false, true].map((large) => ({ language, large, width: 1440 })));
  try {
    const jobs = readings.flatMap((reading) =>
      looks.map((look) => async () => {
        const { language, large } = reading;
        const note = (kind: Finding['kind'], found: readonly string[]): void => {
          if (found.length > 0)
            findings.push({
              look: look.name,
              language,
              large,
              kind,
              what: found.slice(0, 6).join('; '),
              count: found.length,
            });
        };
        const context = await openWindow(browser, city, look.viewer, reading);
        try {
          const { page, trouble } = await visit(context, city.url, look);
          for (const width of widths.toReversed()) {
            await page.setViewportSize({ width, height: heightOf(width) });
            await page.waitForTimeout(150);
            note(
              'sideways',
              (await sidewaysScroll(page)).map((one) => `${width} px: ${one}`),
            );
            if (width !== 768) {
              for (const { rule, help, wcag, at, count } of await axeOn(page))
                findings.push({
                  look: look.name,
                  language,
                  large,
                  kind: wcag ? 'axe' : 'practice',
                  what: `${width} px: ${rule} (${help}): ${at.join('; ')}`,
                  count,
                });
              if (large) {
                const small = await tooSmall(page);
                for (const kind of ['text', 'lines', 'targets'] as const)
                  note(
                    kind,
                    small[kind].map((one) => `${width} px: ${one}`),
                  );
              }
              if (language === 'zh' && large === (width === 360)) {
                const walk = await tabThrough(page);
                stops.set(look.name, Math.max(stops.get(look.name) ?? 0, walk.stops));
                note('unseen', walk.unseen);
                note('hidden', walk.hidden);
                if (walk.trapped) note('trapped', [`after ${walk.stops} stops`]);
              }
            }
          }
          note('chart', await chartsUndescribed(page));
          note('console', trouble.consoleErrors);
          note('stray', trouble.strayRequests);
        } catch (error) {
          throw new Error(`${look.name} ${language}: ${String(error)}`, { cause: error });
        } finally {
          await context.close();
        }
      }),
    );
    await inParallel(jobs, 2);
  } finally {
    await browser.close();
  }
  const report: CheckReport = {
    looks: looks.map(({ name, pattern, viewer }) => ({ name, pattern, viewer, stops: stops.get(name) ?? 0 })),
    findings,
  };
  mkdirSync(dirname(values.report), { recursive: true });
  writeFileSync(values.report, `${JSON.stringify(report, null, 1)}\n`);
  for (const { look, language, large, kind, what, count } of findings)
    process.stdout.write(`${look} ${language}${large ? ' large' : ''} ${kind} ×${count}: ${what}\n`);
  process.stdout.write(`${looks.length} pages in ${readings.length} readings, ${findings.length} findings\n`);
  return findings.some(({ kind }) => kind !== 'practice') ? 1 : 0;
}
