#!/usr/bin/env node
// `npm run bench -- match`: the first 20 packages of many needs over synthetic texts (see world.mjs), in two threads over a
// shared snapshot, warm. Pruned and block-only (every row of service × district scored) in the same run; one need, one
// package and naive (every package asked) by themselves; growth with the number of packages.
//   [--packages 100000] [--needs 100000] [--only 0.1,1,5] [--growth 1000,10000,100000,1000000] [--threads 2]
//   [--block-only-needs 10000] [--book-needs 100000] (0 leaves that part out)
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { buildWorld } from './build-world.mjs';
import { inThreads } from './in-threads.mjs';
import { additionNanoseconds, timed } from './timing.mjs';
import { packageOf, selectivities } from './world.mjs';

const built = fileURLToPath(new URL('../../../packages/match-engine/dist/index.js', import.meta.url));
const enginePath = process.env['MATCH_ENGINE'] ?? built;
const engine = createRequire(import.meta.url)(enginePath);
const args = process.argv.slice(2);
const option = (name, fallback) => (args.includes(name) ? args[args.indexOf(name) + 1] : fallback);
const numbers = (name, fallback) => String(option(name, fallback)).split(',').filter(Boolean).map(Number);
const threads = Number(option('--threads', 2));
const k = 20;
const asOfDay = '2026-12-01';
const setting = { threads, engine: enginePath, k, asOfDay };
const megabytes = () => Math.round(process.memoryUsage().rss / 2 ** 20);

const [packages] = numbers('--packages', 100_000);
const [needs] = numbers('--needs', 100_000);
const [few] = numbers('--block-only-needs', 10_000);
const [bookNeeds] = numbers('--book-needs', 100_000);
console.log(`first ${k} of ${packages} packages for ${needs} needs, ${threads} threads, Node ${process.version}`);
console.log(`machine: ${additionNanoseconds().toFixed(2)} ns of processor an addition (0.6 on a quiet one)`);
for (const selectivity of String(option('--only', '0.1,1,5')).split(',')) {
  const shape = selectivities[selectivity];
  const world = buildWorld(engine, shape, packages, needs);
  await many(selectivity, world);
  oneNeed(world);
  if (bookNeeds > 0) onePackage(world, shape);
  const { build, read, share } = world.times;
  console.log(
    `  build ${((1000 * build) / packages).toFixed(0)} µs a package, read ${((1000 * read) / needs).toFixed(0)} µs a need, share ${Math.round(share)} ms, rss ${megabytes()} MB`,
  );
}
for (const size of numbers('--growth', '1000,10000,100000')) await growth(size);

async function many(selectivity, world) {
  const both = Math.min(few, needs);
  await inThreads(world, setting, async (run, { rows, scores }) => {
    await run(both, false);
    await run(both, true);
    const block = await run(both, false);
    const before = [rows.slice(0, both * k), scores.slice(0, both * k)];
    const same = await run(both, true);
    const equal = before.every((part, i) => part.every((value, at) => value === [rows, scores][i][at]));
    const all = await run(needs, true);
    const scale = needs / both;
    console.log(
      `${selectivity} %: pruned ${all.wall.toFixed(2)} s wall, ${all.cpu.toFixed(2)} s CPU | block-only ${(block.wall * scale).toFixed(1)} s wall, ${(block.cpu * scale).toFixed(1)} s CPU (from ${both} needs) | ${(block.cpu / same.cpu).toFixed(1)} × | lists ${equal ? 'equal' : 'DIFFER'}`,
    );
  });
}

function oneNeed({ columns, asked }) {
  const options = { k, asOfDay };
  const need = (i) => asked[i % asked.length];
  const all = columns.packages.map((pkg) => pkg.id);
  const bare = timed(2000, 1000, (i) => engine.bestOf(columns, engine.readNeed(columns, need(i)), options));
  const described = timed(300, 100, (i) => engine.rank(columns, need(i), options));
  const naive = timed(10, 2, (i) => engine.suggestedAmong(columns, need(i), all, options));
  console.log(`  one need, ids and scores: ${bare} | with reasons ${described} | naive ${naive}`);
}

function onePackage({ columns, asked, random }, shape) {
  const book = new engine.NeedBook(columns, { k, asOfDay });
  for (const need of asked.slice(0, bookNeeds)) book.putNeed(need);
  let entered = 0;
  const times = timed(1000, 200, (i) => {
    entered += book.putPackage(packageOf(packages + i, shape, random)).length;
  });
  console.log(
    `  one package, which of ${bookNeeds} needs it enters: ${times}, mean ${(entered / 1200).toFixed(1)} needs`,
  );
}

async function growth(size) {
  const count = 2000;
  const world = buildWorld(engine, selectivities[1], size, count);
  await inThreads(world, setting, async (run) => {
    await run(count, true);
    await run(count, true);
    const { cpu } = await run(count, true);
    console.log(
      `growth, 1 %: ${size} packages ${((cpu * 1e6) / count).toFixed(0)} µs CPU a need, build ${(world.times.build / 1000).toFixed(1)} s, rss ${megabytes()} MB`,
    );
  });
}
