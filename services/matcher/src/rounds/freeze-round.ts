import { Conflict, faultAt, personOf, ValidationFailed, type Context } from '@duijie/service-kit';
import { frozenHash, type FrozenRound } from './frozen-round';
import { readOpenInput } from './open-input';
import { aboutToRound, lockRound } from './reach-round';
import type { RoundMeasureFact, RoundRow, RoundSolution } from './round';
import type { RoundDeps } from './round-deps';
import { chosenOf } from './frozen-round';
import type { RoundCommand } from './solve-round';

export interface FreezeCommand extends RoundCommand {
  /** Which later public value decides ties. */
  readonly drawSource?: string | undefined;
}
export interface DrawCommand extends RoundCommand {
  readonly value: string;
}
export interface Proved {
  readonly frozen: FrozenRound;
  readonly snapshot: string;
  readonly optimum: RoundMeasureFact;
  readonly ms: number;
}

const unsolved = (): Conflict => new Conflict('round.unsolved', { zh: '请先汇集并求解', en: 'Solve the round first' });

/** Solves a round from nothing, proves it, and has the proof checked by separate code. */
export const proveRound = (deps: RoundDeps) =>
  async function prove(ctx: Context, row: RoundRow, drawWith: string | null): Promise<Proved> {
    const round = await readOpenInput(ctx, deps, row);
    const output = await deps.solver.run('freeze', { round, drawWith });
    if ('unmet' in output) throw unsolved();
    const { frozen, optimum, ms } = output;
    const snapshot = frozenHash(frozen);
    const faults = await deps.solver.run('check', { frozen, snapshot });
    if (faults.length > 0) throw new Error(`the proof of round ${row.id} is not complete: ${faults.join(', ')}`);
    return { frozen, snapshot, optimum, ms };
  };

const withOptimum = (solution: RoundSolution, { frozen, optimum, ms }: Proved, at: Date): RoundSolution => ({
  at: at.toISOString(),
  ms,
  modes: [optimum, ...solution.modes.filter(({ mode }) => mode !== 'optimum')],
  chosen: { ...solution.chosen, optimum: chosenOf(frozen) },
});

/** Freezes a round: what decides it no longer changes, and its proof is kept. */
export const freezeRound = (deps: RoundDeps) => {
  const prove = proveRound(deps);
  return {
    async prepare(ctx: Context, command: FreezeCommand): Promise<Proved> {
      const row = await aboutToRound(ctx, deps, command, 'freeze');
      if (row.solutionId === null) throw unsolved();
      if (row.settings.draw && command.drawSource === undefined)
        throw new ValidationFailed([
          faultAt('/drawSource', '请写明以哪个以后公布的数值抽签', 'Say which public value of later decides ties'),
        ]);
      return prove(ctx, row, null);
    },
    commit: (ctx: Context, command: FreezeCommand, proved: Proved): Promise<RoundRow> =>
      deps.database.run(ctx, async (inner) => {
        const { before, next } = await lockRound(inner, deps, command, 'freeze');
        const solution = await deps.rounds.solution(inner, before.id);
        if (!solution) throw unsolved();
        const now = next.updatedAt;
        const after: RoundRow = {
          ...next,
          offerCount: chosenOf(proved.frozen).length,
          snapshot: proved.snapshot,
          frozenScore: proved.optimum.score,
          frozenAt: now,
          frozenByName: personOf(inner).name,
          checkedAt: now,
          drawSource: before.settings.draw ? (command.drawSource ?? null) : null,
        };
        await deps.rounds.updateWith(inner, after, {
          frozen: proved.frozen,
          solution: withOptimum(solution, proved, now),
        });
        await deps.audit.record(inner, {
          action: 'round.frozen',
          aggregate: { type: 'round', id: after.id },
          from: before.state,
          to: after.state,
          data: { snapshot: after.snapshot, score: after.frozenScore, drawSource: after.drawSource },
        });
        return after;
      }),
  };
};

/** Decides exact ties by the value that was announced; once, so that nobody draws until it suits. */
export const drawRound = (deps: RoundDeps) => {
  const prove = proveRound(deps);
  const requireDraw = (row: RoundRow): void => {
    if (row.drawSource === null)
      throw new Conflict('round.no-draw', { zh: '本轮次不抽签', en: 'Nothing is drawn in this round' });
    if (row.drawValue !== null)
      throw new Conflict('round.drawn', { zh: '本轮次已抽签\uFF0C不能重抽', en: 'It is drawn already, and only once' });
  };
  return {
    async prepare(ctx: Context, command: DrawCommand): Promise<Proved> {
      const row = await aboutToRound(ctx, deps, command, 'draw');
      requireDraw(row);
      return prove(ctx, row, command.value);
    },
    commit: (ctx: Context, command: DrawCommand, proved: Proved): Promise<RoundRow> =>
      deps.database.run(ctx, async (inner) => {
        const { before, next } = await lockRound(inner, deps, command, 'draw');
        requireDraw(before);
        if (before.snapshot !== proved.snapshot) throw new Error(`round ${before.id} changed while it was frozen`);
        const solution = await deps.rounds.solution(inner, before.id);
        if (!solution) throw unsolved();
        const now = next.updatedAt;
        const after: RoundRow = {
          ...next,
          offerCount: chosenOf(proved.frozen).length,
          frozenScore: proved.optimum.score,
          checkedAt: now,
          drawValue: command.value,
          drawnAt: now,
        };
        await deps.rounds.updateWith(inner, after, {
          frozen: proved.frozen,
          solution: withOptimum(solution, proved, now),
        });
        await deps.audit.record(inner, {
          action: 'round.drawn',
          aggregate: { type: 'round', id: after.id },
          from: before.state,
          to: after.state,
          data: { snapshot: after.snapshot, source: after.drawSource, value: command.value },
        });
        return after;
      }),
  };
};
