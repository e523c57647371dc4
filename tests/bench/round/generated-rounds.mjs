/**
 * Times generated rounds: a full solve, its proof, one change after it, memory, growth, and OR-tools beside it.
 * @module
 */
import {
  certify,
  checkCertificate,
  fairFloors,
  greedyRound,
  measureRound,
  RoundSession,
  solveRound,
  solveWithFunds,
  stableRound,
} from '@duijie/round-engine';
import { generatedRound, numbers } from './generated.mjs';
import { orTools, solvedByOrTools } from './yardstick.mjs';

const cpuMs = (task) => {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
const quantile = (values, q) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];
const ms = (value) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

/** One change each: another weight, a veto, a pin, a place more or less. @returns milliseconds each */
const changes = (round, count) => {
  const session = new RoundSession(round);
  const random = numbers(7);
  const below = (n) => Math.floor(random() * n);
  const times = [];
  for (let n = 0; n < count; n++) {
    const pair = below(round.packageOf.length);
    const node = below(round.packageCount);
    const chosen = session.certificate().chosen;
    const held = chosen[below(chosen.length)];
    const kinds = [
      () => session.weigh(pair, 1 + below(10_000)),
      () => session.weigh(held, -Infinity),
      () => session.pin(pair),
      () => session.setCapacity(node, below(6)),
      () => session.setDemand(below(round.needCount), below(2)),
    ];
    times.push(cpuMs(kinds[n % kinds.length]));
  }
  const instance = session.instance();
  const certificate = session.certificate();
  if (checkCertificate(instance, certificate).faults.length > 0) throw new Error('a change left no optimum');
  if (certify(solveRound(instance).state).objective !== certificate.objective)
    throw new Error('a change is no full solve');
  return times;
};

const modes = (round) => {
  const random = numbers(11);
  const preferences = {
    byNeed: round.weight,
    // Providers share half of the opinion.
    byProvider: round.weight.map((w) => (w + 1 + Math.floor(random() * 10_000)) / 2),
    tieOrder: Int32Array.from({ length: round.needCount }, (_, i) => i),
  };
  const best = certify(solveRound(round).state).chosen;
  const rows = { optimum: best, stable: stableRound(round, preferences), greedy: greedyRound(round) };
  const top = measureRound(round, best, preferences).objective;
  for (const [name, chosen] of Object.entries(rows)) {
    const told = measureRound(round, chosen, preferences);
    const share = ((100 * Number(told.objective)) / Number(top)).toFixed(2);
    console.log(
      `    ${name}: ${share} % of the optimum, ${told.needsServed} needs served, ${told.needsInBlockingPair} needs in a blocking pair, gini ${told.gini.toFixed(3)}`,
    );
  }
};

/** Funds that have 70 % of what the best round would spend: 10 up to 1,000 needs, 50 above. */
const funded = (round) => {
  const random = numbers(13);
  const count = round.needCount > 1000 ? 50 : 10;
  const price = round.weight.map(() => 1000 + Math.floor(random() * 49_000));
  const fundOf = Int32Array.from({ length: round.needCount }, () => Math.floor(random() * count));
  const spent = new Float64Array(count);
  const { chosen } = certify(solveRound(round).state);
  for (const e of chosen) spent[fundOf[Math.floor(e / 20)]] += price[e];
  let found;
  const time = cpuMs(() => {
    found = solveWithFunds(round, { price, fundOf, budget: spent.map((sum) => Math.floor(0.7 * sum)) });
  });
  const gap = 100 - (100 * Number(found.objective)) / Number(found.bound);
  console.log(`    ${count} funds at 70 % of what is spent without: proven gap ${gap.toFixed(2)} % in ${ms(time)}`);
};

/** Twenty districts of different size and half of the places: as fair as can be, and what that costs. */
const fair = (plenty) => {
  const round = { ...plenty, capacity: plenty.capacity.map((places) => Math.floor(places / 2)) };
  const groupOf = Int32Array.from({ length: round.needCount }, (_, i) =>
    Math.floor(20 * Math.sqrt(i / round.needCount)),
  );
  const grouped = { ...round, groupOf, groupFloor: new Int32Array(20) };
  let solved;
  const time = cpuMs(() => {
    const groupFloor = fairFloors(grouped);
    solved = solveRound({ ...grouped, groupFloor });
    const { faults } = checkCertificate({ ...grouped, groupFloor }, certify(solved.state));
    if (faults.length > 0) throw new Error(`the fair round is not proved: ${faults[0].kind}`);
  });
  const share = (100 * Number(certify(solved.state).objective)) / Number(certify(solveRound(round).state).objective);
  const emptiest = (chosen) => {
    const [given, asked] = [new Float64Array(20), new Float64Array(20)];
    for (const g of groupOf) asked[g]++;
    for (const e of chosen) given[groupOf[Math.floor(e / 20)]]++;
    return `${(100 * Math.min(...given.map((n, g) => n / asked[g]))).toFixed(1)} %`;
  };
  const [before, after] = [solveRound(grouped), solved].map(({ state }) => emptiest(certify(state).chosen));
  console.log(
    `    half of the places, 20 districts as fair as can be: emptiest ${before} → ${after}, ${share.toFixed(2)} % of the optimum, in ${ms(time)}`,
  );
};

/** @param {number[]} sizes @param {number} repeats */
export function benchGenerated(sizes, repeats) {
  const version = orTools();
  console.log(
    version
      ? `beside OR-tools ${version} SimpleMinCostFlow`
      : 'OR-tools is not here (PYTHON, or python3 with ortools and numpy): its ratio is left out',
  );
  console.log('processor time, median after a warm-up; needs × 20 candidates, 0.4 packages and 1.2 places a need');
  for (const kind of ['uniform', 'contended']) {
    const grown = [];
    for (const needs of sizes) {
      const round = generatedRound(kind, needs);
      const times = [];
      let solved = solveRound(round);
      const warmUps = needs <= 10_000 ? 4 : 0;
      for (let n = 0; n < warmUps; n++) solveRound(round);
      for (let n = 0; n < repeats; n++) times.push(cpuMs(() => (solved = solveRound(round))));
      const certificate = certify(solved.state);
      let verdict;
      const proof = cpuMs(() => (verdict = checkCertificate(round, certificate)));
      if (verdict.faults.length > 0) throw new Error(`not proved: ${JSON.stringify(verdict.faults[0])}`);
      const median = quantile(times, 0.5);
      grown.push([needs, median]);
      const edits = changes(round, 200);
      const parts = [
        `${kind} ${needs}: ${ms(median)}`,
        `proof ${ms(proof)}`,
        `one change p50 ${quantile(edits, 0.5).toFixed(2)} p99 ${quantile(edits, 0.99).toFixed(2)} max ${Math.max(...edits).toFixed(2)} ms`,
        `${(solved.bids / needs).toFixed(1)} bids a need, ${(solved.state.search.scanned / round.packageOf.length).toFixed(1)} looks a pair`,
        `rss ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
      ];
      if (version) {
        const theirs = solvedByOrTools(round, Math.min(3, repeats));
        if (BigInt(theirs.objective) !== certificate.objective) throw new Error('OR-tools has another optimum');
        const their = 1000 * quantile(theirs.seconds, 0.5);
        parts.push(`OR-tools ${ms(their)}, same optimum, ratio ${(median / their).toFixed(2)}`);
      }
      console.log(`  ${parts.join(' · ')}`);
      if (needs > 10_000) continue;
      modes(round);
      funded(round);
      fair(round);
    }
    const [first, last] = [grown[0], grown.at(-1)];
    if (first[0] !== last[0])
      console.log(
        `  ${kind}: growth exponent ${(Math.log(last[1] / first[1]) / Math.log(last[0] / first[0])).toFixed(2)} from ${first[0]} to ${last[0]} needs`,
      );
  }
}
