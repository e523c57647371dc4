#!/usr/bin/env node
// Ranks a judged set with the built engine and prints the figures of tests/eval/evaluate.mjs, with components given and
// with text only, and how well components are understood.
//   node packages/match-engine/test/run-judged-set.mjs SET_DIRECTORY TAXONOMY.json [--as-of 2026-12-01] [--run-dir DIR]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readJudgedSet, readTaxonomy, withheld } from './judged-set.mjs';

const [directory, taxonomyFile, ...rest] = process.argv.slice(2);
if (!directory || !taxonomyFile) {
  console.error('usage: run-judged-set.mjs SET_DIRECTORY TAXONOMY.json [--as-of DAY] [--run-dir DIR]');
  process.exit(2);
}
const option = (name, fallback) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : fallback);
const asOfDay = option('--as-of', '2026-12-01');
const runDirectory = option('--run-dir', mkdtempSync(join(tmpdir(), 'judged-')));
mkdirSync(runDirectory, { recursive: true });
const engine = createRequire(import.meta.url)('../dist/index.js');
const evaluator = fileURLToPath(new URL('../../../tests/eval/evaluate.mjs', import.meta.url));

const taxonomy = engine.buildTaxonomyIndex(readTaxonomy(taxonomyFile));
const { needs, packages } = readJudgedSet(directory);
const columns = engine.buildPackageColumns(packages, taxonomy);

for (const { name, prepare } of [
  { name: 'matching', prepare: (need) => need },
  { name: 'textOnly', prepare: withheld },
]) {
  const file = join(runDirectory, `${name}.tsv`);
  const run = needs.flatMap((need) =>
    engine
      .rank(columns, prepare(need), { k: 10, asOfDay })
      .map((r, i) => `${need.id}\t${r.packageId}\t${r.score - i / 100}`),
  );
  writeFileSync(file, `${run.join('\n')}\n`);
  console.log(
    name,
    execFileSync('node', [evaluator, join(directory, 'qrels.tsv'), file, '--json'], { encoding: 'utf8' }).trim(),
  );
}

let [hits, found, wanted] = [0, 0, 0];
for (const need of needs) {
  const understood = engine.understandNeed(need, taxonomy, columns).components.map(({ code }) => code);
  const asked = need.components.map(({ code }) => code);
  hits += understood.filter((code) => asked.includes(code)).length;
  found += understood.length;
  wanted += asked.length;
}
const f1 = (2 * hits) / (found + wanted);
console.log('components', JSON.stringify({ precision: hits / found, recall: hits / wanted, f1 }));
