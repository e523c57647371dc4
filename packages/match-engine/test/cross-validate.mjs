#!/usr/bin/env node
// Tries random weights near the published ones and shows by folds over needs whether choosing among them would hold up
// on needs not seen; and an ablation, each part of the score left out once. Uses the built engine.
//   node packages/match-engine/test/cross-validate.mjs SET_DIRECTORY TAXONOMY.json [--trials 150] [--folds 5] [--as-of DAY]
import { createRequire } from 'node:module';
import { readJudgedSet, readTaxonomy, withheld } from './judged-set.mjs';

const [directory, taxonomyFile, ...rest] = process.argv.slice(2);
const option = (name, fallback) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : fallback);
const trials = Number(option('--trials', 150));
const folds = Number(option('--folds', 5));
const asOfDay = option('--as-of', '2026-12-01');
const engine = createRequire(import.meta.url)('../dist/index.js');
const taxonomy = engine.buildTaxonomyIndex(readTaxonomy(taxonomyFile));
const { needs, packages, grades } = readJudgedSet(directory);
const columns = engine.buildPackageColumns(packages, taxonomy);

let seed = Number(option('--seed', 7));
const random = () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};
const gain = (grade) => 2 ** grade - 1;
const dcg = (list) => list.reduce((sum, grade, i) => sum + gain(grade) / Math.log2(i + 2), 0);
const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;

const prepared = needs.map((need) => ({
  given: engine.readNeed(columns, need),
  text: engine.readNeed(columns, withheld(need)),
  judged: grades.get(need.id),
}));

function figures(weights) {
  return prepared.map(({ given, text, judged }) => {
    const ideal = dcg(
      [...judged.values()]
        .map(({ grade }) => grade)
        .toSorted((a, b) => b - a)
        .slice(0, 10),
    );
    const of = (need) => {
      const got = engine.bestOf(columns, need, { k: 10, asOfDay, weights }).map((r) => judged.get(r.packageId)?.grade);
      const traps = got.filter((grade) => grade === 0).length;
      return { ndcg: ideal ? dcg(got.map((grade) => grade ?? 0)) / ideal : null, traps };
    };
    return { given: of(given), text: of(text) };
  });
}

const summary = (list, mode) => ({
  ndcg: mean(list.map((f) => f[mode].ndcg).filter((x) => x !== null)),
  traps: mean(list.map((f) => f[mode].traps)),
});
const objective = (list) => {
  const [a, b] = [summary(list, 'given'), summary(list, 'text')];
  return (a.ndcg + b.ndcg) / 2 - 0.03 * ((a.traps + b.traps) / 2);
};
const f = (x) => x.toFixed(4);
const show = (name, list) => {
  const [a, b] = [summary(list, 'given'), summary(list, 'text')];
  console.log(`${name.padEnd(28)} given ${f(a.ndcg)} trap ${f(a.traps)} | text ${f(b.ndcg)} trap ${f(b.traps)}`);
};

const base = engine.defaultWeights;
const vary = (x, spread) => Math.round(x * (1 - spread + 2 * spread * random()));
const perturbed = () => ({
  ...base,
  version: 'trial',
  points: Object.fromEntries(Object.entries(base.points).map(([part, points]) => [part, vary(points, 0.5)])),
  furtherComponentPermille: vary(base.furtherComponentPermille, 0.3),
  neighbourPermille: vary(base.neighbourPermille, 0.6),
  companionPermille: vary(base.companionPermille, 0.6),
  wordsHalf: vary(base.wordsHalf, 0.5),
  limitsHalf: vary(base.limitsHalf, 0.5),
  leastScore: vary(base.leastScore, 0.3),
  leastWordsPermille: Math.round(random() * 200),
  leastRelatedWordsPermille: Math.round(random() * 500),
});

const candidates = [base, ...Array.from({ length: trials }, perturbed)].map((weights) => ({
  weights,
  list: figures(weights),
}));
show('published', candidates[0].list);
const held = [];
const baseHeld = [];
for (let fold = 0; fold < folds; fold++) {
  const inFold = (_, i) => i % folds === fold;
  const outside = (x, i) => !inFold(x, i);
  const chosen = candidates.reduce((best, c) =>
    objective(c.list.filter(outside)) > objective(best.list.filter(outside)) ? c : best,
  );
  const part = chosen.list.filter(inFold);
  held.push(...part);
  baseHeld.push(...candidates[0].list.filter(inFold));
  show(`fold ${fold} tuned, held out`, part);
  show(`fold ${fold} published`, candidates[0].list.filter(inFold));
}
show('all folds tuned, held out', held);
show('all folds published', baseHeld);
const best = candidates.toSorted((a, b) => objective(b.list) - objective(a.list));
show('best on all (flatters)', best[0].list);
if (rest.includes('--show-weights')) {
  for (const { weights } of best.slice(0, 8)) console.log(JSON.stringify(weights));
}
console.log('ablation');
for (const part of Object.keys(base.points)) {
  show(`without ${part}`, figures({ ...base, points: { ...base.points, [part]: 0 } }));
}
for (const [name, change] of [
  ['without related leaves', { neighbourPermille: 0, companionPermille: 0 }],
  ['means never bound', { boundMeansPermille: 1000 }],
  ['all components alike', { furtherComponentPermille: 1000 }],
  ['without least words', { leastWordsPermille: 0, leastRelatedWordsPermille: 0 }],
  ['without least score', { leastScore: 0 }],
]) {
  show(name, figures({ ...base, ...change }));
}
