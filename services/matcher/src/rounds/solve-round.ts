import { newId } from '@duijie/domain-kit';
import { Conflict, type Context } from '@duijie/service-kit';
import { collectRound } from './collect-round';
import { openInputOf } from './open-input';
import { aboutToRound, lockRound } from './reach-round';
import { pairKey, type LeftOut, type RoundPackageFact, type RoundPair, type RoundRow } from './round';
import type { RoundDeps } from './round-deps';
import type { SolveOutput } from './thread/round-protocol';
import { unmetWords } from './unmet-words';

export interface RoundCommand {
  readonly id: string;
  readonly ifMatch: number;
}

export const drawNotAllowed = (): Conflict =>
  new Conflict('round.draw-not-allowed', {
    zh: '轮次中有须比选或公开征集的需求\uFF0C不能抽签决定',
    en: 'A need of the round is decided by a contest: ties are not drawn',
  });

/** A round put together and solved, to be written. */
export interface SolvedAnew {
  readonly solutionId: string;
  readonly output: SolveOutput;
  readonly packages: readonly RoundPackageFact[];
  readonly pairs: readonly RoundPair[];
  readonly offersBefore: RoundRow['offersBefore'];
  readonly leftOut: LeftOut;
}

/** Puts a round together anew and solves it. What is slow is done before the transaction. */
export const solveRound = (deps: RoundDeps) => {
  const collect = collectRound(deps);
  return {
    async prepare(ctx: Context, command: RoundCommand): Promise<SolvedAnew> {
      const row = await aboutToRound(ctx, deps, command, 'edit');
      const needs = await deps.parts.needs(ctx, row.id);
      const collected = await collect(ctx, {
        organisationId: row.organisationId,
        settings: row.settings,
        needIds: needs.map(({ needId }) => needId),
      });
      if (row.settings.draw && collected.hasContest) throw drawNotAllowed();
      const marks = new Map((await deps.parts.marked(ctx, row.id)).map((pair) => [pairKey(pair), pair.mark]));
      const places = new Map((await deps.parts.packages(ctx, row.id)).map((one) => [one.packageId, one.places]));
      const pairs = collected.pairs.map((pair) => ({ ...pair, mark: marks.get(pairKey(pair)) ?? null }));
      const packages = collected.packages.map((one) => ({ ...one, places: places.get(one.packageId) ?? null }));
      const { offersBefore, leftOut } = collected;
      const solutionId = newId(deps.clock.now().getTime());
      const round = openInputOf({ roundId: row.id, settings: row.settings, needs, packages, pairs, offersBefore });
      const output = await deps.solver.run('solve', { solutionId, round });
      return { solutionId, output, packages, pairs, offersBefore, leftOut };
    },
    commit: (ctx: Context, command: RoundCommand, found: SolvedAnew): Promise<RoundRow> =>
      deps.database.run(ctx, async (inner) => {
        const { before, next } = await lockRound(inner, deps, command, 'edit');
        const { output, packages, pairs, offersBefore, leftOut } = found;
        const solved = 'solved' in output ? output.solved : null;
        const dropped = new Set('solved' in output ? output.dropped.map(pairKey) : []);
        const after: RoundRow = {
          ...next,
          pairCount: pairs.length,
          offerCount: solved?.chosen.optimum.length ?? null,
          leftOut,
          offersBefore,
          solutionId: solved ? found.solutionId : null,
          unmet: 'unmet' in output ? await unmetWords(inner, deps, output.unmet) : [],
        };
        await deps.parts.replace(inner, after.id, {
          packages,
          pairs: pairs.map((pair) => (dropped.has(pairKey(pair)) ? { ...pair, mark: null } : pair)),
        });
        await deps.rounds.updateWith(inner, after, {
          solution: solved ? { ...solved, at: next.updatedAt.toISOString() } : null,
        });
        await deps.audit.record(inner, {
          action: 'round.solved',
          aggregate: { type: 'round', id: after.id },
          from: before.state,
          to: after.state,
          data: { pairs: pairs.length, offers: after.offerCount, score: solved?.modes[0]?.score ?? null },
        });
        return after;
      }),
  };
};
