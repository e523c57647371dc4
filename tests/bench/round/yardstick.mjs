/**
 * The same round by OR-tools' SimpleMinCostFlow, where Python with ortools and numpy is there (PYTHON names it; python3 else).
 * @module
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const python = process.env.PYTHON ?? 'python3';

/** @returns {string | null} the version of OR-tools, null where there is none */
export function orTools() {
  try {
    const print = 'import numpy, ortools; from ortools.graph.python import min_cost_flow; print(ortools.__version__)';
    return execFileSync(python, ['-c', print], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}

/** @returns {{ objective: number, seconds: number[] }} processor time of building and solving, each time anew */
export function solvedByOrTools(round, repeats) {
  const { needCount, packageCount, rowStart, packageOf, weight, capacity } = round;
  const pairs = packageOf.length;
  const words = new Int32Array(3 + packageCount + 3 * pairs);
  words.set([needCount, packageCount, pairs]);
  words.set(capacity, 3);
  const first = 3 + packageCount;
  for (let i = 0; i < needCount; i++) words.fill(i, first + rowStart[i], first + rowStart[i + 1]);
  words.set(packageOf, first + pairs);
  words.set(weight, first + 2 * pairs);
  const folder = mkdtempSync(join(tmpdir(), 'round-'));
  try {
    const file = join(folder, 'round.bin');
    writeFileSync(file, Buffer.from(words.buffer));
    const said = execFileSync(python, [join(import.meta.dirname, 'or-tools.py'), file, String(repeats)], {
      encoding: 'utf8',
    });
    return JSON.parse(said);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
