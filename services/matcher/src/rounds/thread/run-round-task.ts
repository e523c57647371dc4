import { solvePlan } from '@duijie/round-engine';
import { frozenFaults, type FrozenRound } from '../frozen-round';
import { residualPlan } from '../residual-plan';
import { pairKey } from '../round';
import { openRound, type OpenRound } from './open-round';
import type { RoundTaskKind, RoundTasks } from './round-protocol';
import { WholeRound } from './whole-round';

const mostOpen = 8;

/** Runs the tasks of one thread, which holds the rounds edited last. */
export function createRoundTasks() {
  /** By the id of the last solving. */
  const open = new Map<string, OpenRound>();
  const keep = (solutionId: string, round: OpenRound): void => {
    open.set(solutionId, round);
    for (const oldest of open.keys()) {
      if (open.size <= mostOpen) return;
      open.delete(oldest);
    }
  };
  const tasks: { readonly [K in RoundTaskKind]: (input: RoundTasks[K]['input']) => RoundTasks[K]['output'] } = {
    solve({ solutionId, round: given }) {
      const { round, output } = openRound(given);
      if (round) keep(solutionId, round);
      return output;
    },
    edit({ from, to, edits }) {
      const round = open.get(from);
      if (!round) return { missing: true };
      open.delete(from);
      const output = round.edit(edits);
      if ('solved' in output) keep(to, round);
      return output;
    },
    freeze({ round, drawWith }) {
      const started = performance.now();
      const { pinned } = round;
      const plan = residualPlan(round.plan, pinned, new Set(round.vetoed.map(pairKey)));
      const drawn = drawWith === null ? plan : { ...plan, drawWith };
      const record = solvePlan(drawn);
      if ('unmet' in record) return { unmet: true };
      const frozen: FrozenRound = { plan: drawn, pinned, record };
      const ms = performance.now() - started;
      const whole = new WholeRound(round.plan, round.regard);
      for (const pair of round.vetoed) whole.veto(whole.pairAt.get(pairKey(pair))!);
      const optimum = whole.measure('optimum', whole.numbersOf([...pinned, ...record.chosen]));
      return { frozen, optimum, ms: Math.round(ms * 100) / 100 };
    },
    check: ({ frozen, snapshot }) => frozenFaults(frozen, snapshot),
  };
  return <K extends RoundTaskKind>(kind: K, input: RoundTasks[K]['input']): RoundTasks[K]['output'] =>
    tasks[kind](input);
}
