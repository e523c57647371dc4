import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser/chromium';
import type { Look } from './look';
import { looksOf } from './looks';
import { sampleCity, type SampleCity } from './sample-city';
import { interaction, load } from './vitals';
import { openWindow } from './visit';

/** What was measured of every page and interaction. */
export interface SpeedReport {
  readonly pages: readonly {
    readonly name: string;
    readonly scriptKb: number;
    readonly lcpMs: number;
    readonly cls: number;
  }[];
  readonly interactions: readonly { readonly what: string; readonly ms: number }[];
}

const reading = { language: 'zh', large: false, width: 1440 } as const;

/** Things that people do all day, each on the page of that name. */
const acts: readonly {
  readonly what: string;
  readonly on: string;
  readonly act: (page: Page) => Promise<unknown>;
}[] = [
  {
    what: 'typing in the search box',
    on: 'discover-community',
    act: (page) =>
      page
        .locator('main input[type=search], main input[role=combobox]')
        .first()
        .pressSequentially('物业', { delay: 60 }),
  },
  {
    what: 'a filter of the search',
    on: 'discover-community',
    act: (page) => page.locator('main input[type=checkbox]').first().click(),
  },
  {
    what: 'a district on the tiles',
    on: 'discover-community',
    act: (page) => page.locator('.tile-map button:not(:disabled)').nth(6).click(),
  },
  {
    what: 'more results of the search',
    on: 'discover-community',
    act: (page) => page.getByRole('button', { name: '显示更多' }).last().click(),
  },
  {
    what: 'a need of the list, opened',
    on: 'needs-broker',
    act: (page) => page.locator('main a[href^="/needs/"]').first().click(),
  },
  {
    what: 'an agreement of the list, opened',
    on: 'agreements-broker',
    act: (page) => page.locator('main a[href^="/agreements/"]').first().click(),
  },
  {
    what: 'the next task of the desk (j, Enter)',
    on: 'desk',
    act: async (page) => {
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
    },
  },
  {
    what: 'typing a need',
    on: 'need-new',
    act: (page) => page.locator('main textarea').first().pressSequentially('楼道灯坏了', { delay: 60 }),
  },
];

async function interactionMs(browser: Browser, city: SampleCity, look: Look, act: (page: Page) => Promise<unknown>) {
  const context = await openWindow(browser, city, look.viewer, reading);
  try {
    const { page } = await load(context, city.url + look.path);
    return await interaction(page, () => act(page));
  } finally {
    await context.close();
  }
}

/** `node tests/looks/run.cjs speed [--only home --report file --url … --sign-ins …]`: script, web vitals and interactions. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      report: { type: 'string', default: join(resolve(__dirname, '../..'), '.local/speed.json') },
      only: { type: 'string', default: '' },
      url: { type: 'string' },
      'sign-ins': { type: 'string' },
    },
  });
  const city = await sampleCity(values.url, values['sign-ins']);
  const looks = await looksOf(city);
  const browser = await launchBrowser();
  const pages: SpeedReport['pages'][number][] = [];
  const interactions: SpeedReport['interactions'][number][] = [];
  try {
    const wanted = looks.filter(
      ({ name }) => values.only === '' || values.only.split(',').some((word) => name.startsWith(word)),
    );
    for (const look of wanted) {
      const context = await openWindow(browser, city, look.viewer, reading);
      try {
        const { scriptKb, lcpMs, cls } = await load(context, city.url + look.path);
        pages.push({ name: look.name, scriptKb, lcpMs, cls });
        process.stdout.write(
          `${look.name}: ${scriptKb.toFixed(0)} kB, LCP ${lcpMs.toFixed(0)} ms, CLS ${cls.toFixed(3)}\n`,
        );
      } finally {
        await context.close();
      }
    }
    for (const { what, on, act } of acts) {
      const look = looks.find(({ name }) => name === on);
      if (!look) throw new Error(`no page ${on} to measure ${what}`);
      const times: number[] = [];
      for (let i = 0; i < 3; i += 1) times.push(await interactionMs(browser, city, look, act));
      interactions.push({ what, ms: Math.max(...times) });
      process.stdout.write(`${what}: ${times.join(', ')} ms\n`);
    }
  } finally {
    await browser.close();
  }
  mkdirSync(dirname(values.report), { recursive: true });
  writeFileSync(values.report, `${JSON.stringify({ pages, interactions } satisfies SpeedReport, null, 1)}\n`);
  return 0;
}
