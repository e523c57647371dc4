import type { RoundEdits } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { Conflict, faultAt, Refusal, ValidationFailed, type Context } from '@duijie/service-kit';
import { readOpenInput } from './open-input';
import { aboutToRound, lockRound } from './reach-round';
import { pairKey, type RoundRow } from './round';
import type { RoundDeps } from './round-deps';
import type { RoundCommand } from './solve-round';
import type { PlainEdits, Solved } from './thread/round-protocol';

export interface Resolved {
  readonly solutionId: string;
  readonly solved: Solved;
}
export interface EditCommand extends RoundCommand {
  readonly edits: RoundEdits;
}

const refusedWords = {
  pairs: { zh: '名额已满或与其他锁定冲突\uFF0C无法这样调整', en: 'No place is left, or it contradicts another pin' },
  needs: { zh: '锁定的推介多于这个名额', en: 'More is pinned than that' },
  packages: { zh: '锁定或预留的推介多于这个名额', en: 'More is pinned or reserved than that' },
} as const;

/** Pins, vetoes, other numbers of places: the optimum again at once, from what the thread holds. */
export const editRound = (deps: RoundDeps) => {
  const { parts, solver } = deps;

  async function plainEdits(ctx: Context, row: RoundRow, edits: RoundEdits): Promise<PlainEdits> {
    const needIds = [...new Set([...edits.pairs, ...edits.needs].map(({ needId }) => needId))];
    const pairs = new Set((await parts.pairs(ctx, row.id, needIds)).map(pairKey));
    const needs = edits.needs.length > 0 ? new Set((await parts.needs(ctx, row.id)).map(({ needId }) => needId)) : null;
    const packages =
      edits.packages.length > 0
        ? new Map((await parts.packages(ctx, row.id)).map((one) => [one.packageId, one]))
        : null;
    const faults = [
      ...edits.pairs.flatMap((pair, at) =>
        pairs.has(pairKey(pair)) ? [] : [faultAt(`/pairs/${at}`, '轮次中没有这一对', 'The round holds no such pair')],
      ),
      ...edits.needs.flatMap(({ needId }, at) =>
        needs?.has(needId)
          ? []
          : [faultAt(`/needs/${at}/needId`, '轮次中没有这个需求', 'The round holds no such need')],
      ),
      ...edits.packages.flatMap(({ packageId }, at) =>
        packages?.has(packageId)
          ? []
          : [faultAt(`/packages/${at}/packageId`, '轮次中没有这个服务包', 'The round holds no such package')],
      ),
    ];
    if (faults.length > 0) throw new ValidationFailed(faults);
    const { offersPerNeed, packagePlaces } = row.settings;
    return {
      pairs: edits.pairs,
      needs: edits.needs.map(({ needId, offers }) => ({ needId, offers: offers ?? offersPerNeed })),
      packages: edits.packages.map(({ packageId, places }) => {
        const free = packages?.get(packageId)?.free ?? 0;
        return { packageId, places: places ?? Math.min(free, packagePlaces ?? free) };
      }),
    };
  }

  return {
    async prepare(ctx: Context, command: EditCommand): Promise<Resolved> {
      const row = await aboutToRound(ctx, deps, command, 'edit');
      if (row.solutionId === null)
        throw new Conflict('round.unsolved', { zh: '请先汇集并求解', en: 'Solve the round first' });
      const edits = await plainEdits(ctx, row, command.edits);
      const to = newId(deps.clock.now().getTime());
      const from = row.solutionId;
      let output = await solver.run('edit', { from, to, edits });
      if ('missing' in output) {
        await solver.run('solve', { solutionId: from, round: await readOpenInput(ctx, deps, row) });
        output = await solver.run('edit', { from, to, edits });
      }
      if ('solved' in output) return { solutionId: to, solved: output.solved };
      if ('missing' in output) throw new Error(`the round thread could not hold round ${row.id}`);
      const { list, index } = output.refused;
      throw new Refusal('conflict', {
        reason: 'round.edit-refused',
        detail: {
          zh: '这样调整后没有可行的方案\uFF0C轮次保持原样',
          en: 'That leaves no solution: the round stays as it was',
        },
        faults: [{ pointer: `/${list}/${index}`, detail: refusedWords[list] }],
      });
    },
    commit: (ctx: Context, command: EditCommand, { solutionId, solved }: Resolved): Promise<RoundRow> =>
      deps.database.run(ctx, async (inner) => {
        const { before, next } = await lockRound(inner, deps, command, 'edit');
        const { edits } = command;
        for (const pair of edits.pairs) await parts.mark(inner, before.id, pair, pair.mark);
        for (const { needId, offers } of edits.needs) await parts.setOffers(inner, before.id, needId, offers);
        for (const { packageId, places } of edits.packages) await parts.setPlaces(inner, before.id, packageId, places);
        const after: RoundRow = { ...next, solutionId, offerCount: solved.chosen.optimum.length };
        await deps.rounds.updateWith(inner, after, { solution: { ...solved, at: next.updatedAt.toISOString() } });
        await deps.audit.record(inner, {
          action: 'round.edited',
          aggregate: { type: 'round', id: after.id },
          from: before.state,
          to: after.state,
          data: { ...edits },
        });
        return after;
      }),
  };
};
