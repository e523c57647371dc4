/// <reference lib="dom" />
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../browser/chromium';
import { inParallel } from './in-parallel';
import { languages, widths, type Language } from './look';
import { looksOf } from './looks';
import { sampleCity } from './sample-city';
import { states } from './states';
import { openWindow, visit } from './visit';

const root = resolve(__dirname, '../..');

/** @param height in CSS px, at which a picture ends */
async function picture(page: Page, file: string, height = 6000): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  const { width, full } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    full: document.documentElement.scrollHeight,
  }));
  if (full <= height) await page.screenshot({ path: file, fullPage: true });
  else await page.screenshot({ path: file, fullPage: true, clip: { x: 0, y: 0, width, height } });
}

/** What the window shows, in a format that is half as large as PNG. */
async function smallPicture(page: Page, file: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 85 });
  writeFileSync(file, Buffer.from(data, 'base64'));
}

/** The pictures that README.md shows, in `docs/images`, each as its screen shows it without scrolling. */
const shownInReadme: readonly {
  readonly name: string;
  readonly language: Language;
  readonly width: number;
  readonly file: string;
}[] = [
  { name: 'need-responding', language: 'zh', width: 1440, file: 'console-need' },
  { name: 'state-desk-task', language: 'zh', width: 1440, file: 'console-desk' },
  { name: 'discover-community', language: 'zh', width: 1440, file: 'console-discover' },
  { name: 'home-community', language: 'zh', width: 360, file: 'console-phone' },
  { name: 'state-desk-task', language: 'en', width: 1440, file: 'console-desk-en' },
  { name: 'market', language: 'zh', width: 1440, file: 'console-market' },
];

/**
 * `npm run screenshots [-- --only need --language zh --width 360 --large --fold --readme --to folder --url … --sign-ins …]`: every page of
 * the console in both languages and three widths, and its states, as pictures in `.local/screenshots`.
 */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: '' },
      language: { type: 'string' },
      width: { type: 'string' },
      large: { type: 'boolean', default: false },
      fold: { type: 'boolean', default: false },
      readme: { type: 'boolean', default: false },
      to: { type: 'string', default: join(root, '.local/screenshots') },
      url: { type: 'string' },
      'sign-ins': { type: 'string' },
    },
  });
  const city = await sampleCity(values.url, values['sign-ins']);
  const wanted = ({ name }: { readonly name: string }): boolean =>
    values.only === '' || values.only.split(',').some((word) => name.startsWith(word));
  const looks = (await looksOf(city)).filter(wanted);
  const readings = languages
    .filter((language) => values.language === undefined || values.language === language)
    .flatMap((language) =>
      widths
        .filter((width) => values.width === undefined || values.width === String(width))
        .map((width) => ({ language, width, large: values.large })),
    );
  const browser = await launchBrowser();
  let made = 0;
  try {
    const fileOf = (look: { readonly name: string }, language: Language, width: number): string =>
      join(values.to, `${language}-${width}${values.large ? '-large' : ''}`, `${look.name}.png`);
    const jobs = readings.flatMap((reading) =>
      looks.map((look) => async () => {
        const context = await openWindow(browser, city, look.viewer, reading);
        try {
          const { page } = await visit(context, city.url, look);
          await picture(
            page,
            fileOf(look, reading.language, reading.width),
            values.fold ? page.viewportSize()?.height : undefined,
          );
          made += 1;
        } catch (error) {
          throw new Error(`${look.name} ${reading.language} ${reading.width}: ${String(error)}`, { cause: error });
        } finally {
          await context.close();
        }
      }),
    );
    const ofStates = readings.flatMap((reading) =>
      states.filter(wanted).map((state) => async () => {
        const context = await openWindow(browser, city, state.viewer, reading);
        try {
          const page = await state.show(context, city.url, reading);
          if (page === null) return;
          await picture(page, fileOf(state, reading.language, reading.width));
          made += 1;
        } finally {
          await context.close();
        }
      }),
    );
    const ofReadme = shownInReadme.map(({ name, language, width, file }) => async () => {
      const look = looks.find((one) => one.name === name);
      const state = states.find((one) => one.name === name);
      const reading = { language, width, large: false };
      const viewer = look?.viewer ?? state?.viewer;
      if (!viewer) throw new Error(`README.md shows ${name}, at which nobody looks`);
      const context = await openWindow(browser, city, viewer, reading);
      try {
        const page = look ? (await visit(context, city.url, look)).page : await state?.show(context, city.url, reading);
        if (page) await smallPicture(page, join(root, 'docs/images', `${file}.webp`));
        made += 1;
      } finally {
        await context.close();
      }
    });
    await inParallel(values.readme ? ofReadme : [...jobs, ...ofStates], 2);
  } finally {
    await browser.close();
  }
  process.stdout.write(`${made} pictures in ${values.readme ? 'docs/images' : values.to}\n`);
  return 0;
}
