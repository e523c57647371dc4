/**
 * The console in a browser: axe, keyboard, widths and large text on every page, script, web vitals, interactions.
 * @module
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { timed } from './scratch-clone.mjs';

const command = 'npm run measure -- --only console';
const most = { signInKb: 250, homeKb: 350, interactionMs: 200, lcpMs: 2500, cls: 0.1 };

/** What is counted over all pages, and what it is called. */
const kinds = {
  axe: 'axe violations of WCAG 2.2 A and AA',
  practice: 'axe violations of good practice',
  sideways: 'pages that scroll sideways at 360, 768 or 1440 px',
  text: 'large text: texts under 18 px',
  lines: 'large text: lines closer than 1.3',
  targets: 'large text: targets under 44 px',
  unseen: 'Tab: stops whose focus is not seen',
  hidden: 'Tab: stops that something hides',
  trapped: 'Tab: pages that hold the focus',
  chart: 'charts without description or table',
  console: 'errors and warnings in the browser’s console',
  stray: 'requests to other hosts',
  failed: 'pages that could not be looked at',
};

/**
 * @param {string} folder a clone that serves the sample city @param {string} url where
 * @returns {Promise<import('./report.mjs').Row[]>} the sums, then a row for every page
 */
export async function measureConsole(folder, url) {
  const run = async (what) => {
    const report = join(folder, `.local/${what}.json`);
    const { code, output } = await timed(folder, 'node', [
      'tests/looks/run.cjs',
      what,
      '--url',
      url,
      '--report',
      report,
    ]);
    if (code === null || code > 1) throw new Error(`${what}: ${output.slice(-3000)}`);
    return JSON.parse(readFileSync(report, 'utf8'));
  };
  const { looks, findings } = await run('check');
  const { pages, interactions } = await run('speed');
  return rowsOf(looks, findings, pages, interactions);
}

/** @returns {import('./report.mjs').Row[]} */
function rowsOf(looks, findings, pages, interactions) {
  const sum = (kind, look) =>
    findings
      .filter((one) => one.kind === kind && (look === undefined || one.look === look))
      .reduce((total, { count }) => total + count, 0);
  const counted = Object.entries(kinds).map(([kind, what]) => ({
    what: `${what} (${looks.length} pages × zh, en × normal, large text)`,
    value: String(sum(kind)),
    reference: '0',
    command,
  }));
  const within = (what, value, unit, limit, digits = 0) => ({
    what,
    value: `${value.toFixed(digits)}${unit}`,
    reference: `≤ ${limit}${unit}`,
    ratio: value / limit,
    command,
  });
  const kbOf = (prefix) =>
    Math.max(...pages.filter(({ name }) => name.startsWith(prefix)).map(({ scriptKb }) => scriptKb));
  return [
    ...counted,
    within('script of the first load, gzip: sign-in', kbOf('sign-in'), ' kB', most.signInKb),
    within('script of the first load, gzip: home, the largest of four roles', kbOf('home-'), ' kB', most.homeKb),
    ...interactions.map(({ what, ms }) =>
      within(`to the next paint, slowest of 3: ${what}`, ms, ' ms', most.interactionMs),
    ),
    within('largest contentful paint, slowest page', Math.max(...pages.map((p) => p.lcpMs)), ' ms', most.lcpMs),
    within('cumulative layout shift, worst page', Math.max(...pages.map((p) => p.cls)), '', most.cls, 3),
    ...looks.map(({ name, pattern, viewer, stops }) => {
      const page = pages.find((one) => one.name === name) ?? { scriptKb: 0, lcpMs: 0, cls: 0 };
      return {
        what: `page ${name} (${pattern}, ${viewer})`,
        value: `axe ${sum('axe', name)} · Tab ${stops} stops, ${sum('hidden', name) + sum('unseen', name)} lost · ${page.scriptKb.toFixed(0)} kB · LCP ${page.lcpMs.toFixed(0)} ms · CLS ${page.cls.toFixed(3)}`,
        reference: `axe 0, 0 lost, LCP ≤ ${most.lcpMs} ms`,
        ratio: page.lcpMs / most.lcpMs,
        command,
      };
    }),
  ];
}
