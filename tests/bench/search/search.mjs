#!/usr/bin/env node
/**
 * `npm run bench -- search [--documents 100000] [--queries 200]`: a served sample city whose discovery holds so many
 * documents; the route through the gateway against its engine's own share, the rate of indexing, and the time from a
 * committed change to being found.
 * @module
 */
import mysql from 'mysql2/promise';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { scratchClone, serve } from '../../measure/scratch-clone.mjs';
import { foundAfterChanges } from './found-after-changes.mjs';
import { multiply, numbers } from './many-documents.mjs';
import { questionsOf } from './questions.mjs';

const port = 4197;
// One machine asks as many would.
process.env['DUIJIE_RATE_ANONYMOUS'] = '10000000';
const { values } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== 'search'),
  options: { documents: { type: 'string', default: '100000' }, queries: { type: 'string', default: '200' } },
});
const wanted = Number(values.documents);
const bufferPoolBytes = 2 * 2 ** 30;
const random = numbers(20261201);
const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
const show = (list) => {
  const sorted = list.toSorted((a, b) => a - b);
  return [0.5, 0.95, 0.99].map((q) => quantile(sorted, q).toFixed(1)).join(' / ');
};
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

const clone = scratchClone();
try {
  clone.installed();
  const city = await serve(clone.folder, port);
  const run = JSON.parse(readFileSync(join(clone.folder, '.local/run.json'), 'utf8'));
  const connection = await mysql.createConnection({ uri: run.parts.mysql.url });
  const [[{ name }]] = await connection.query(
    `SELECT schema_name AS name FROM information_schema.schemata WHERE schema_name LIKE '%discovery'`,
  );
  await connection.query(`USE \`${name}\``);
  try {
    // As docs/production.md asks of a server for a large city; what `npm start` brings is for a small one.
    await connection.query(`SET GLOBAL innodb_buffer_pool_size = ${bufferPoolBytes}`);
    process.stdout.write(`buffer pool of the database: ${bufferPoolBytes / 2 ** 30} GiB\n`);
    const before = await multiply(connection, wanted, random);
    const begun = performance.now();
    for (;;) {
      const [[{ left }]] = await connection.query(
        'SELECT COUNT(*) AS `left` FROM search_document WHERE stale = 1 OR due = 1',
      );
      if (Number(left) === 0) break;
      process.stderr.write(`\r${left} documents are to be indexed   `);
      await pause(2000);
    }
    const seconds = (performance.now() - begun) / 1000;
    process.stdout.write(
      `\ndocuments: ${before + wanted}; indexing: ${(wanted / seconds).toFixed(0)} documents/s (${seconds.toFixed(0)} s)\n`,
    );

    const ask = async (query) => {
      const at = performance.now();
      const answer = await fetch(`${city.url}/api/v1/search?${query}`);
      const body = await answer.json();
      if (!answer.ok) throw new Error(`${query}: ${answer.status} ${JSON.stringify(body).slice(0, 300)}`);
      return { ms: performance.now() - at, engineMs: body.engineMs, degraded: body.degraded };
    };
    process.stdout.write(
      'query: route p50 / p95 / p99 ms; engine p50 / p95 / p99 ms; route : engine at p50; too late for the engine\n',
    );
    for (const [kind, questions] of Object.entries(questionsOf(random, Number(values.queries)))) {
      for (const query of questions.slice(0, 20)) await ask(query);
      const all = [];
      for (const query of questions) all.push(await ask(query));
      const took = all.filter(({ degraded }) => !degraded);
      const [route, engine] = [took.map(({ ms }) => ms), took.map(({ engineMs }) => engineMs)];
      const middle = (list) =>
        quantile(
          list.toSorted((a, b) => a - b),
          0.5,
        );
      process.stdout.write(
        `${kind}: ${show(route)}; ${show(engine)}; ${(middle(route) / middle(engine)).toFixed(2)}; answered without the engine: ${all.length - took.length} of ${all.length}\n`,
      );
    }
    const found = await foundAfterChanges(connection, city.url, random);
    process.stdout.write(
      `found after a committed change, at 50 changes/s: ${show(found)} ms (p50 / p95 / p99 of ${found.length})\n`,
    );
  } finally {
    await connection.end();
    await city.stop();
  }
} finally {
  clone.remove();
}
