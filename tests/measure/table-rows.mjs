/**
 * How the console's table scrolls over 10,000 rows, in this machine's Chromium at 1440 × 900.
 *
 * A city with 10,000 open needs is not loaded for this: the answers to the list of needs are made here, page by page,
 * from one that the system gave. Everything else of the page is as it is. Also run by hand against a running system:
 * `node tests/measure/table-rows.mjs http://127.0.0.1:4180`.
 * @module
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const rowsInAll = 10_000;
const scrollsMeasured = 240;
/** As a wheel gives it, in CSS pixels, every 16 ms: about 60 rows a second. */
const stepPx = 50;
const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];

/** Answers the list of needs with `rowsInAll` rows made of real ones. */
async function widen(page) {
  let pattern = [];
  await page.route(/\/api\/v1\/needs\?/, async (route) => {
    const asked = new URL(route.request().url());
    const from = Number(asked.searchParams.get('cursor') ?? 0);
    const limit = Number(asked.searchParams.get('limit'));
    if (pattern.length === 0) pattern = (await (await route.fetch()).json()).items;
    const count = Math.min(limit, rowsInAll - from);
    const items = Array.from({ length: count }, (_, i) => {
      const need = pattern[(from + i) % pattern.length];
      return {
        ...need,
        id: `00000000-0000-7000-8000-${String(from + i).padStart(12, '0')}`,
        title: `${from + i + 1} ${need.title}`,
      };
    });
    const next = from + count;
    await route.fulfill({ json: { items, nextCursor: next < rowsInAll ? String(next) : null } });
  });
}

/** Scrolls step by step and notes how long each frame took, in ms. */
const scroll = (page, steps, px) =>
  page.evaluate(
    ([count, by]) =>
      new Promise((done) => {
        const frame = document.querySelector('.table-frame');
        const took = [];
        let [before, left] = [performance.now(), count];
        requestAnimationFrame(function step(now) {
          took.push(now - before);
          before = now;
          frame.scrollTop += by;
          left -= 1;
          if (left > 0) requestAnimationFrame(step);
          else done({ took: took.slice(1), drawn: frame.querySelectorAll('tbody tr[data-index]').length });
        });
      }),
    [steps, px],
  );

/** Does something, and tells how long the page's main thread worked for each frame of it, in ms: no busy machine adds to that. */
async function worked(page, act) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const task = async () =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value;
  const before = await task();
  const answer = await act();
  const ms = (1000 * ((await task()) - before)) / scrollsMeasured;
  await session.detach();
  return [answer, ms];
}

/**
 * @param {string} folder a repository whose city is served @param {string} url
 * @returns {Promise<import('./report.mjs').Row[]>}
 */
export async function measureTableRows(folder, url) {
  const signIns = JSON.parse(readFileSync(join(folder, '.local/sign-ins.json'), 'utf8'));
  const { login, password } = signIns.find(({ role }) => role === 'broker');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${url}/sign-in`);
    const fields = page.locator('form input:not([type=checkbox])');
    await fields.nth(0).fill(login);
    await fields.nth(1).fill(password);
    await page.keyboard.press('Enter');
    await page.locator('h1').waitFor();
    await page.waitForURL((at) => at.pathname === '/');
    await page.waitForLoadState('networkidle');
    await widen(page);
    await page.goto(`${url}/needs`);
    await page.locator('.table-frame tbody tr[data-index]').first().waitFor();

    // First to the end, as fast as pages come, so that all rows are there.
    const begun = performance.now();
    for (let rows = 0; rows < rowsInAll;) {
      rows = await page.evaluate(() => {
        const frame = document.querySelector('.table-frame');
        frame.scrollTop = frame.scrollHeight;
        return Number([...frame.querySelectorAll('tbody tr[data-index]')].at(-1)?.dataset.index ?? 0) + 1;
      });
      await page.waitForTimeout(16);
    }
    const loadedS = (performance.now() - begun) / 1000;
    const count = await page.locator('.table-frame table').getAttribute('aria-rowcount');
    if (Number(count) !== rowsInAll + 1) throw new Error(`the table says ${count} rows`);

    await page.evaluate(() => {
      document.querySelector('.table-frame').scrollTop = 0;
    });
    await page.waitForTimeout(500);
    const [steady, steadyMs] = await worked(page, () => scroll(page, scrollsMeasured, stepPx));
    const [jumps, jumpsMs] = await worked(page, () => scroll(page, scrollsMeasured, 1500));
    const command = 'node tests/measure/table-rows.mjs <url>';
    const row = (what, ms, reference) => ({
      what,
      value: `${ms.toFixed(1)} ms`,
      reference: reference === undefined ? '' : `≤ ${reference} ms`,
      ...(reference === undefined ? {} : { ratio: ms / reference }),
      command,
    });
    const [wheel, flung] = [steady, jumps].map(({ took }) => took.toSorted((a, b) => a - b));
    return [
      row('10,000 rows, scrolled as by a wheel: frame, median', quantile(wheel, 0.5)),
      row('10,000 rows, scrolled as by a wheel: frame, 95th percentile', quantile(wheel, 0.95), 33.3),
      row('10,000 rows, scrolled as by a wheel: longest frame', wheel.at(-1)),
      row('10,000 rows, scrolled as by a wheel: work of the main thread a frame, mean', steadyMs, 16.7),
      row('10,000 rows, flung past (a screen and more a frame): frame, 95th percentile', quantile(flung, 0.95), 50),
      row('10,000 rows, flung past: work of the main thread a frame, mean', jumpsMs),
      { what: 'rows drawn at a time', value: String(steady.drawn), reference: 'of 10000', command },
      { what: 'all pages read by scrolling to the end', value: `${loadedS.toFixed(1)} s`, reference: '', command },
    ];
  } finally {
    await browser.close();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const url = process.argv[2] ?? 'http://127.0.0.1:4180';
  for (const { what, value, reference } of await measureTableRows(process.cwd(), url))
    process.stdout.write(`${what}: ${value} ${reference}\n`);
}
