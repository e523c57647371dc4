#!/usr/bin/env node
/**
 * `npm run bench -- scale [--packages 10000] [--needs 10000] [--workers 4]`: fits the model of docs/scale.md on single cities,
 * then runs so many cities at once, a worker process and a queue with a hash tag of its own each, against what the model says.
 * Processor time and live memory are compared, not wall time. Then the paper figures for 10 M needs × 1 M packages.
 * @module
 */
import { execFileSync, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '../../..');
const { createBullQueues, createLogger, openRedis } = createRequire(join(root, 'tests/package.json'))(
  '@duijie/service-kit',
);
const { values } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== 'scale'),
  options: {
    packages: { type: 'string', default: '10000' },
    needs: { type: 'string', default: '10000' },
    workers: { type: 'string', default: '4' },
  },
});
const [packages, needs, workers] = [values.packages, values.needs, values.workers].map(Number);
const perShard = 100;
const say = (what, figures) => process.stdout.write(`${what}: ${figures}\n`);

function started(city, ...args) {
  const child = fork(join(import.meta.dirname, 'city-worker.mjs'), [...city.map(String), ...args], {
    execArgv: ['--expose-gc', '--max-old-space-size=6144'],
  });
  const told = (wanted) =>
    new Promise((done, fail) => {
      child.on('message', (message) => (wanted in message ? done(message) : undefined));
      child.on('exit', (code) => (code === 0 ? undefined : fail(new Error(`a worker ended with ${code}`))));
    });
  return { ready: told('ready'), report: told('rankMs') };
}
const alone = (p, n) => started([p, n], '-').report;

// A changed package costs what grows with the needs of its block; a need costs what grows with the packages that its block holds, and what does not.
const [small, large] = [await alone(packages / 4, needs / 4), await alone(packages / 2, needs / 4)];
const each = (city, n) => city.rankMs / n;
const slope = (each(large, needs / 4) - each(small, needs / 4)) / (packages / 4);
const model = {
  packageKb: (1024 * (large.packagesMb - small.packagesMb)) / (packages / 4),
  needKb: (1024 * large.needsMb) / (needs / 4),
  needMs: (p) => each(small, needs / 4) + slope * (p - packages / 4),
  changeMs: (n) => (large.changeMs * n) / (needs / 4),
};
say('model, a package', `${model.packageKb.toFixed(2)} KB of the index`);
say(
  'model, a need',
  `${model.needKb.toFixed(2)} KB of the book, ${model.needMs(packages).toFixed(3)} ms to rank at ${packages} packages`,
);

const env = execFileSync('node', [join(root, 'infra/local/parts/dev.mjs'), 'up'], { encoding: 'utf8' });
const redisUrl = process.env['DUIJIE_TEST_REDIS_URL'] ?? /DUIJIE_TEST_REDIS_URL='([^']+)'/.exec(env)?.[1];
if (!redisUrl) throw new Error('no Redis');
const log = createLogger('silent');
const redis = openRedis(redisUrl, log);
const prefixes = Array.from({ length: workers }, (_, i) => `{scale-${process.pid}-${i}}`);
try {
  const cities = prefixes.map((prefix) => started([packages, needs], prefix, redisUrl));
  await Promise.all(cities.map(({ ready }) => ready));
  const id = (i) => `01a20fb0-fa18-70a6-a462-${String(i).padStart(12, '0')}`;
  const memory = async () => Number(/used_memory:(\d+)/.exec(await redis.info('memory'))[1]);
  const before = await memory();
  const begun = performance.now();
  await Promise.all(
    prefixes.map(async (prefix) => {
      const queues = createBullQueues(redis, prefix, log);
      const shards = Array.from({ length: Math.ceil(needs / perShard) }, (_, at) => ({
        id: `s-1-${at}`,
        data: {
          needIds: Array.from({ length: Math.min(perShard, needs - at * perShard) }, (_one, i) =>
            id(at * perShard + i),
          ),
          settle: true,
        },
        priority: 5000,
      }));
      await queues.queue('shards').add(shards);
      await queues.close();
    }),
  );
  const queued = Math.max(0, (await memory()) - before);
  const reports = await Promise.all(cities.map(({ report }) => report));
  const seconds = (performance.now() - begun) / 1000;
  const mean = (value) => reports.reduce((sum, report) => sum + value(report), 0) / reports.length;
  const against = (what, measured, said, unit) =>
    say(
      what,
      `measured ${measured.toFixed(1)} ${unit}, model ${said.toFixed(1)} ${unit}, ratio ${(measured / said).toFixed(2)}`,
    );
  say('simulation', `${workers} workers, ${packages} packages and ${needs} needs each, ${seconds.toFixed(1)} s`);
  against(
    'memory of an index',
    mean((r) => r.packagesMb),
    (model.packageKb * packages) / 1024,
    'MB',
  );
  against(
    'memory of a book',
    mean((r) => r.needsMb),
    (model.needKb * needs) / 1024,
    'MB',
  );
  against(
    'processor time of a full re-match',
    mean((r) => r.rankMs) / 1000,
    (model.needMs(packages) * needs) / 1000,
    's',
  );
  against(
    'processor time of a changed package',
    mean((r) => r.changeMs),
    model.changeMs(needs),
    'ms',
  );
  const jobs = workers * Math.ceil(needs / perShard);
  // Other users of this Redis are in the figure: it is an upper bound where it is busy.
  const jobKb = queued / jobs / 1024;
  say('Redis', `${jobs} jobs, ${jobKb.toFixed(1)} KB each while queued`);

  const [allNeeds, allPackages, count] = [10_000_000, 1_000_000, 100];
  const [cityPackages, cityNeeds] = [allPackages / count, allNeeds / count];
  const cpuHours = (allNeeds * model.needMs(cityPackages)) / 3_600_000;
  const worker = (model.packageKb * cityPackages + model.needKb * cityNeeds) / 1024;
  say('on paper', `${allNeeds} needs × ${allPackages} packages in ${count} cities of ${cityNeeds} × ${cityPackages}`);
  say('memory of a city', `${worker.toFixed(0)} MB live, ${((worker * count) / 1024).toFixed(0)} GB for all`);
  say(
    'jobs of a full re-match',
    `${allNeeds / perShard}, ${(((allNeeds / perShard) * jobKb) / 1048576).toFixed(2)} GB in Redis if all are queued at once`,
  );
  for (const cores of [8, 32, 100]) say(`ranking on ${cores} cores`, `${((cpuHours * 60) / cores).toFixed(1)} min`);
} finally {
  const keys = (await Promise.all(prefixes.map((prefix) => redis.keys(`${prefix}*`)))).flat();
  if (keys.length > 0) await redis.del(...keys);
  redis.disconnect();
}
