#!/usr/bin/env node
/**
 * `npm run measure [-- --only starts,judged,matching,ablation,latency,deals,console,journeys,table,tests]`: measures a fresh clone of what is
 * committed and writes docs/measurements.md. Sections that are not asked for keep what the file says. `--only bench-NAME
 * [--told FILE]` puts a bench's figures there, which run only when asked for.
 * @module
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAblation } from './ablation.mjs';
import { measureBench } from './benches.mjs';
import { measureJudged } from './judged.mjs';
import { measureConsole } from './console.mjs';
import { measureDeals } from './deals.mjs';
import { measureJourneys } from './journeys.mjs';
import { measureLatency } from './match-latency.mjs';
import { measureMatching } from './matching.mjs';
import { markdown } from './report.mjs';
import { root, scratchClone, serve } from './scratch-clone.mjs';
import { measureStarts, measureTests } from './starts.mjs';
import { measureTableRows } from './table-rows.mjs';

/** Nobody else's: a city that answers there already would be measured instead. */
const port = await new Promise((done, fail) => {
  const server = createServer();
  server.once('error', fail).listen(0, '127.0.0.1', () => {
    const { port: free } = server.address();
    server.close(() => done(free));
  });
});
const inCity = async (clone, measure) => {
  const city = await serve(clone.folder, port);
  try {
    return await measure(city.url);
  } finally {
    await city.stop();
  }
};
const sections = {
  starts: ['Starting', (clone) => measureStarts(clone.folder, port)],
  judged: ['Matching and search, judged on the sample city', (clone) => measureJudged(clone.folder)],
  matching: ['Understanding and matching, part by part', (clone) => measureMatching(clone.folder)],
  ablation: ['Search, step by step', (clone) => measureAblation(clone.folder)],
  latency: [
    'From a published package to its matches',
    (clone) => inCity(clone, (url) => measureLatency(clone.folder, url)),
  ],
  deals: ['From match to acceptance', (clone) => measureDeals(clone.folder)],
  console: ['The console', (clone) => inCity(clone, (url) => measureConsole(clone.folder, url))],
  journeys: ['The journeys of the console', (clone) => measureJourneys(clone.folder)],
  table: ['The table of the console', (clone) => inCity(clone, (url) => measureTableRows(clone.folder, url))],
  tests: ['Tests', (clone) => measureTests(clone.folder)],
};
const benches = Object.fromEntries(
  ['match', 'round', 'pipeline', 'search'].map((name) => [
    `bench-${name}`,
    [`Bench: ${name}`, (clone) => measureBench(clone.folder, name, values.told)],
  ]),
);
const { values } = parseArgs({
  options: { only: { type: 'string', default: Object.keys(sections).join(',') }, told: { type: 'string' } },
});
const asked = values.only.split(',');
const all = { ...sections, ...benches };
const kept = join(root, 'docs/measurements.json');
/** By section: its rows, and the commit and day of their measuring. */
const told = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {};
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
const day = new Date().toISOString().slice(0, 10);
/** After every section, so that a later one that fails loses nothing. */
const write = () => {
  const shown = Object.entries(all).flatMap(([name, [title]]) => (told[name] ? [{ title, ...told[name] }] : []));
  writeFileSync(kept, `${JSON.stringify(told, null, 1)}\n`);
  writeFileSync(join(root, 'docs/measurements.md'), markdown(shown));
};
const clone = scratchClone();
try {
  if (!asked.includes('starts') && values.told === undefined) clone.installed();
  for (const [name, [title, measure]] of Object.entries(all)) {
    if (!asked.includes(name)) continue;
    process.stderr.write(`${title} …\n`);
    const rows = await measure(clone);
    told[name] = { commit, day, rows };
    for (const row of rows) process.stdout.write(`  ${row.what}: ${row.value} ${row.reference}\n`);
    write();
  }
} finally {
  clone.remove();
}
