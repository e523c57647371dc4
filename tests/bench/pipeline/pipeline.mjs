#!/usr/bin/env node
/**
 * `npm run bench -- pipeline [--packages 100000] [--needs 100000] [--publish 600] [--rate 20] [--threads 1]`: a served sample
 * city with so many packages and needs in the matcher's tables. A full re-match of all needs through BullMQ and the
 * database, with what engine, queue and database take of it; and needs published over HTTP at a steady rate, each until its
 * list is stored and shown, against 200 ms.
 * @module
 */
import mysql from 'mysql2/promise';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { scratchClone, serve } from '../../measure/scratch-clone.mjs';
import { matchFigures, pause, processorSeconds, quantile } from './figures.mjs';
import { loadNeeds, loadPackages, numbers } from './load-market.mjs';
import { publishNeeds } from './publish-needs.mjs';

const port = 4196;
const referenceMs = 200;
/** Jobs of needs that one process works on at a time. */
const places = 3;
const { values } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== 'pipeline'),
  options: {
    packages: { type: 'string', default: '100000' },
    needs: { type: 'string', default: '100000' },
    publish: { type: 'string', default: '600' },
    rate: { type: 'string', default: '20' },
    threads: { type: 'string', default: '1' },
  },
});
const [packages, needs, count, perSecond] = [values.packages, values.needs, values.publish, values.rate].map(Number);
// One person publishes and looks as a whole city would.
for (const who of ['ANONYMOUS', 'PERSON', 'TOKEN']) process.env[`DUIJIE_RATE_${who}`] = '10000000';
process.env['DUIJIE_MATCHER_THREADS'] = values.threads;
const say = (what, figures) => process.stdout.write(`${what}: ${figures}\n`);

const clone = scratchClone();
try {
  clone.installed();
  const city = await serve(clone.folder, port);
  const run = JSON.parse(readFileSync(join(clone.folder, '.local/run.json'), 'utf8'));
  const database = await mysql.createConnection({ uri: run.parts.mysql.url });
  const one = async (sql) => Number(Object.values((await database.query(sql))[0][0])[0]);
  try {
    const [[{ name }]] = await database.query(
      `SELECT schema_name AS name FROM information_schema.schemata WHERE schema_name LIKE '%matcher'`,
    );
    await database.query(`USE \`${name}\``);
    const random = numbers(20261201);
    await loadNeeds(database, needs, random);
    await loadPackages(database, packages, random);
    say(
      'loaded',
      `${packages} packages and ${needs} needs by the distributions of the sample city, threads ${values.threads}`,
    );

    const unsettled = () =>
      one(
        `SELECT COUNT(*) FROM need_copy n, feed f WHERE f.name = 'packages' AND n.open = 1 AND n.matched_epoch < f.settle_position`,
      );
    const counted = async () => (await one(`SELECT settle_position FROM feed WHERE name = 'words'`)) === 0;
    const processor = () =>
      processorSeconds({
        app: run.application.process.pid,
        mysql: run.parts.mysql.process?.pid,
        redis: run.parts.redis.process?.pid,
      });

    /** Every list made anew once words are counted, and what that took. */
    async function allLists(what) {
      while (!(await counted())) await pause(50);
      const begun = performance.now();
      const before = { ...(await matchFigures(city.url)), ...processor() };
      // The index reads what is new first; that is told apart.
      const all = await unsettled();
      while ((await unsettled()) === all) await pause(100);
      const first = performance.now();
      for (let left = all; left > 0; left = await unsettled()) {
        process.stderr.write(`\r${left} lists are to be made   `);
        await pause(1000);
      }
      const after = { ...(await matchFigures(city.url)), ...processor() };
      const seconds = (performance.now() - first) / 1000;
      const took = (part) => after[part] - before[part];
      say(`\n${what}`, `${all} needs in ${seconds.toFixed(1)} s, ${(all / seconds).toFixed(0)} needs/s`);
      say('before that, until the first list', `${((first - begun) / 1000).toFixed(1)} s`);
      const slots = places * ((performance.now() - begun) / 1000);
      const rest = Math.max(0, took('jobs') - took('engine') - took('database'));
      const share = (part, of) => `${((100 * part) / of).toFixed(0)} %`;
      say(
        `of the time of its ${places} job places`,
        `waiting for the engine ${share(took('engine'), slots)}, database ${share(took('database'), slots)}, rest of the jobs ${share(rest, slots)}, queue and idle ${share(Math.max(0, slots - took('jobs')), slots)}`,
      );
      const parts = ['mainThread', 'otherThreads', 'mysql', 'redis'];
      const sum = parts.reduce((total, part) => total + took(part), 0);
      say(
        'of the processor time',
        `${sum.toFixed(1)} s, ${((1000 * sum) / all).toFixed(2)} ms a need: jobs and driver ${share(took('mainThread'), sum)}, engine and other threads ${share(took('otherThreads'), sum)}, database ${share(took('mysql'), sum)}, queue (Redis) ${share(took('redis'), sum)}`,
      );
    }
    await allLists('first lists, told to others');
    await loadPackages(database, Math.ceil(packages / 50), random);
    await allLists('full re-match after a fiftieth more packages');
    const stored = await one(`SELECT COUNT(*) FROM need_match WHERE state = 'suggested'`);
    const megabytes = await one(
      `SELECT SUM(data_length + index_length) / 1048576 FROM information_schema.tables WHERE table_schema = '${name}' AND table_name = 'need_match'`,
    );
    say(
      'stored lists',
      `${megabytes.toFixed(0)} MB, ${((megabytes * 1048576) / Math.max(1, stored)).toFixed(0)} bytes a pair`,
    );

    const { visible, answered, late, refused } = await publishNeeds(clone.folder, city.url, { count, perSecond });
    const shown = (list) => [0.5, 0.95, 0.99].map((q) => quantile(list, q).toFixed(0)).join(' / ');
    say(`publication answered, ${perSecond} needs/s, p50 / p95 / p99 of ${count}`, `${shown(answered)} ms`);
    say(
      `published over HTTP → list stored and seen, p50 / p95 / p99`,
      `${shown(visible)} ms (${late} sent late, ${refused} refused as busy and sent again)`,
    );
    say('p95 : reference of 200 ms', (quantile(visible, 0.95) / referenceMs).toFixed(2));
  } finally {
    await database.end();
    await city.stop();
  }
} finally {
  clone.remove();
}
