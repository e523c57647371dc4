/**
 * Solves somebody's instance: tells which format it takes the file for, the objective, the proof or the gap, and the time.
 * @module
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { blockingPairs, certify, checkCertificate, solveRound, stableRound } from '@duijie/round-engine';
import {
  checkNetwork,
  denseAssignment,
  denseOrSparseAssignment,
  generalisedAssignments,
  isDimacs,
  numbersIn,
  readDimacs,
  readHospitalsResidents,
  roundOfNetwork,
  solveNetwork,
  sparseAssignment,
  Unreadable,
} from '@duijie/round-engine/instances';
import { benchGeneralisedAssignment } from './generalised-assignment.mjs';

const read = (file) => readFileSync(file, 'utf8');
const cpuSince = (before) => {
  const { user, system } = process.cpuUsage(before);
  return `${((user + system) / 1e6).toFixed(3)} s`;
};

/** @returns {object | null} what the numbers are; the format names it where it could be several things */
const numeric = (numbers, format) => {
  const readers = {
    dense: () => denseAssignment(numbers),
    gap: () => generalisedAssignments(numbers),
    sparse: () => sparseAssignment(numbers),
  };
  if (format !== undefined) return readers[format]?.() ?? null;
  const matching = denseOrSparseAssignment(numbers);
  if (matching === null || (matching.sparse && !matching.either)) return readers.gap() ?? matching?.assignment ?? null;
  if (matching.either) {
    const [taken, other] = matching.sparse ? ['sparse', 'dense'] : ['dense', 'sparse'];
    console.log(
      `these numbers can be read in two ways and are taken for ${taken}; --format ${other} reads them as the other`,
    );
  }
  return matching.assignment;
};

const parsed = (file, { format, hospitals }) => {
  if (statSync(file).isDirectory()) {
    const names = ['residents.csv', 'hospitals.csv'].map((name) => join(file, name));
    if (!names.every(existsSync)) throw new Unreadable('a folder holds residents.csv and hospitals.csv');
    return readHospitalsResidents(read(names[0]), read(names[1]));
  }
  const text = read(file);
  if (format === 'hr' || hospitals !== undefined || (format === undefined && file.toLowerCase().endsWith('.csv')))
    return readHospitalsResidents(text, hospitals === undefined ? null : read(hospitals));
  if (format === 'dimacs' || (format === undefined && isDimacs(text))) return readDimacs(text);
  const numbers = numbersIn(text);
  if (numbers.length === 0) throw new Unreadable('the file is empty');
  const problem = numeric(numbers, format);
  if (problem) return problem;
  throw new Unreadable(
    `${numbers.length} numbers that begin with ${numbers.slice(0, 2).join(' ')} are no ${format ?? 'dense or sparse assignment and no generalised assignment'}; --format dense | sparse | gap | dimacs | hr says what they are`,
  );
};

/** Solves and proves a round whose weights are negative costs. */
const solveLeastCost = (name, round, scale, began) => {
  const { state, unmet } = solveRound(round);
  const solvedIn = cpuSince(began);
  if (unmet.length > 0) {
    console.log(
      `${name}: infeasible, ${unmet.length} of ${round.needCount + round.packageCount} ends cannot be joined; ${solvedIn}`,
    );
    return 1;
  }
  const checking = process.cpuUsage();
  const verdict = checkCertificate(round, certify(state));
  if (verdict.faults.length > 0) {
    console.log(`${name}: the proof failed (${verdict.faults[0].kind})`);
    return 1;
  }
  const cost = Number(-verdict.objective) / scale;
  console.log(`${name}: objective ${cost}`);
  console.log(
    `  proved optimal: dual bound ${Number(-verdict.bound) / scale}, gap 0; checked apart in ${cpuSince(checking)}`,
  );
  console.log(`  processor time ${solvedIn} with reading`);
  return 0;
};

const hospitalsResidents = (problem, began) => {
  const { round, preferences, residents, hospitals, oneSided } = problem;
  console.log(
    `hospitals/residents: ${residents.length} residents, ${hospitals.length} hospitals, ${round.packageOf.length} pairs`,
  );
  if (oneSided > 0) console.log(`  ${oneSided} listings that the other side does not return are left out`);
  const chosen = stableRound(round, preferences);
  const solvedIn = cpuSince(began);
  const choice = Float64Array.from(chosen, (e) => {
    const i = round.rowStart.findLastIndex((start) => start <= e);
    return round.weight[round.rowStart[i]] - round.weight[e] + 1;
  });
  const mean = choice.reduce((sum, n) => sum + n, 0) / Math.max(1, choice.length);
  console.log(`  resident-optimal stable matching: ${chosen.length} matched, ${residents.length - chosen.length} not`);
  console.log(
    `  choice that residents get: mean ${mean.toFixed(3)}, first choice ${choice.filter((n) => n === 1).length}`,
  );
  console.log(`  blocking pairs, counted apart: ${blockingPairs(round, chosen, preferences).length}`);
  console.log(`  processor time ${solvedIn} with reading`);
  const needOf = (e) => round.rowStart.findLastIndex((start) => start <= e);
  for (const e of chosen.slice(0, 5)) console.log(`  ${residents[needOf(e)]} → ${hospitals[round.packageOf[e]]}`);
  if (chosen.length > 5) console.log('  …');
  return 0;
};

const flowNetwork = (network, began) => {
  const name = `minimum-cost flow: ${network.nodes} nodes, ${network.from.length} arcs`;
  const round = roundOfNetwork(network);
  if (typeof round !== 'string') return solveLeastCost(`${name}, a round`, round, 1, began);
  const solved = solveNetwork(network);
  const time = `processor time ${cpuSince(began)} with reading`;
  if (solved.status !== 'optimal') {
    console.log(`${name}: ${solved.status}; ${time}`);
    return 1;
  }
  const bound = checkNetwork(network, solved.flow, solved.potential);
  if (bound !== solved.cost) {
    console.log(`${name}: the proof failed`);
    return 1;
  }
  console.log(`${name}: objective ${solved.cost}`);
  console.log(
    `  proved optimal: dual bound ${bound}, gap 0; by the network simplex, since it is no round (${round}); ${time}`,
  );
  return 0;
};

/** @returns {Promise<number>} 0 when it was solved, 1 when it is infeasible, 2 when it cannot be read */
export async function benchInstance(file, options) {
  const began = process.cpuUsage();
  try {
    const problem = parsed(file, options);
    if (Array.isArray(problem)) return await benchGeneralisedAssignment(problem, options);
    if (problem.kind === 'hospitals_residents') return hospitalsResidents(problem, began);
    if (problem.kind === 'flow_network') return flowNetwork(problem, began);
    const name = `assignment ${problem.size} × ${problem.size}, ${problem.arcs} arcs, minimum perfect matching`;
    return solveLeastCost(name, problem.round, problem.scale, began);
  } catch (fault) {
    if (!(fault instanceof Unreadable || fault.code === 'ENOENT')) throw fault;
    console.error(`${file}: ${fault.message}`);
    return 2;
  }
}
