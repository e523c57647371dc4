/**
 * One worker of `bench -- scale`: the matcher's thread for one city. It reads a synthetic market, then ranks shards of needs
 * as jobs of its city's queue bring them, and tells what that cost.
 * @module
 */
import { createRequire } from 'node:module';
import { leavesOf, needOf, packageOf, randomOf, selectivities } from '../match/world.mjs';

const require = createRequire(new URL('../../package.json', import.meta.url));
const matcher = createRequire(new URL('../../../services/matcher/package.json', import.meta.url));
const engine = matcher('@duijie/match-engine');
const { createBullQueues, createLogger, openRedis } = require('@duijie/service-kit');
const [packages, needs, prefix, redisUrl] = process.argv.slice(2);
const options = { k: 20, asOfDay: '2026-12-01' };
const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const megabytes = () => {
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1048576;
};

const shape = selectivities[1];
const random = randomOf(Number(packages) + Number(needs));
const empty = megabytes();
const columns = engine.buildPackageColumns([], engine.buildTaxonomyIndex(leavesOf(shape), []));
for (let i = 0; i < Number(packages); i += 1) engine.putPackage(columns, packageOf(i, shape, random));
engine.recountWords(columns);
const indexed = megabytes();
const asked = Array.from({ length: Number(needs) }, (_, i) => needOf(i, shape, random));
const book = new engine.NeedBook(columns, options);
// The code is compiled before anything counts.
for (const need of asked.slice(0, 500)) engine.bareList(columns, need, options);

const begun = cpuMs();
let ranked = 0;
if (prefix === '-') {
  for (const need of asked) book.putNeed(need);
  ranked = asked.length;
  report();
} else {
  const log = createLogger('silent');
  const redis = openRedis(redisUrl, log);
  const queues = createBullQueues(redis, prefix, log);
  const finish = async () => {
    await queues.close();
    redis.disconnect();
    report();
  };
  queues.work(
    'shards',
    async ({ needIds }) => {
      // Ids end in the place of the need.
      for (const id of needIds) book.putNeed(asked[Number(id.slice(24))]);
      ranked += needIds.length;
      if (ranked < asked.length) return;
      setImmediate(() => void finish());
    },
    { concurrency: 1 },
  );
  process.send({ ready: true });
}

function report() {
  const rankMs = cpuMs() - begun;
  const kept = megabytes();
  const changes = 300;
  const change = (i) => book.putPackage(packageOf(Number(packages) + i, shape, random));
  for (let i = 0; i < changes; i += 1) change(i);
  const from = cpuMs();
  for (let i = changes; i < 2 * changes; i += 1) change(i);
  process.send({
    packagesMb: indexed - empty,
    needsMb: kept - indexed,
    rankMs,
    ranked,
    changeMs: (cpuMs() - from) / changes,
  });
  process.disconnect();
}
