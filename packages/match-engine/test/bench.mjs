#!/usr/bin/env node
// Times one need against many packages, with texts and categories drawn from a judged set. Uses the built engine.
//   node packages/match-engine/test/bench.mjs SET_DIRECTORY TAXONOMY.json [--packages 100000] [--needs 400]
import { createRequire } from 'node:module';
import { readJudgedSet, readTaxonomy, withheld } from './judged-set.mjs';

const [directory, taxonomyFile, ...rest] = process.argv.slice(2);
const option = (name, fallback) => (rest.includes(name) ? Number(rest[rest.indexOf(name) + 1]) : fallback);
const engine = createRequire(import.meta.url)('../dist/index.js');
const taxonomy = engine.buildTaxonomyIndex(readTaxonomy(taxonomyFile));
const { needs, packages } = readJudgedSet(directory);
const count = option('--packages', 100_000);

let seed = 1;
const random = (below) => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};
const many = Array.from({ length: count }, (_, i) => {
  const [a, b] = [packages[random(packages.length)], packages[random(packages.length)]];
  return {
    ...a,
    id: `p${i}`,
    serviceArea: b.serviceArea,
    price: b.price,
    rating: b.rating,
    providerId: `o${i % 5000}`,
  };
});
let start = performance.now();
const columns = engine.buildPackageColumns(many, taxonomy);
console.log(
  `build ${count} packages: ${Math.round(performance.now() - start)} ms, rss ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
);

const quantile = (times, q) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))].toFixed(3);
const time = (name, task) => {
  const times = [];
  for (let i = 0; i < option('--needs', 400); i++) {
    start = performance.now();
    task(i);
    times.push(performance.now() - start);
  }
  console.log(`${name}: p50 ${quantile(times, 0.5)} ms, p99 ${quantile(times, 0.99)} ms`);
};
for (let i = 0; i < 50; i++) engine.rank(columns, needs[i % needs.length], { k: 20, asOfDay: '2026-12-01' });
time('rank, components given', (i) => engine.rank(columns, needs[i % needs.length], { k: 20, asOfDay: '2026-12-01' }));
time('rank, text only', (i) =>
  engine.rank(columns, withheld(needs[i % needs.length]), { k: 20, asOfDay: '2026-12-01' }),
);
time('explain', (i) => engine.explain(columns, needs[i % needs.length], `p${i}`, { asOfDay: '2026-12-01' }));
time('put a package', (i) => engine.putPackage(columns, { ...many[i], title: `${many[i].title}新` }));
