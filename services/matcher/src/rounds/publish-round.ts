import { Conflict, isDuplicateKey, personOf, type Context, type TransactionContext } from '@duijie/service-kit';
import { chosenOf, type FrozenRound } from './frozen-round';
import { fallOut, type ChosenPair, type WorldNow } from './fall-out';
import { judgeUnlisted, lookAgain } from './look-again';
import { aboutToRound, lockRound } from './reach-round';
import { pairKey, type RoundRow } from './round';
import type { RoundDeps } from './round-deps';
import type { RoundCommand } from './solve-round';

/** A proof that holds, and what it chose. */
export interface CheckedRound {
  readonly frozen: FrozenRound;
  readonly chosen: readonly ChosenPair[];
  readonly unfit: WorldNow['unfit'];
}

/**
 * Publishes a frozen round: the proof is checked by separate code, every pair is looked at again, and what holds is left for
 * the desk, need by need. One that is published stays as it is.
 */
export const publishRound = (deps: RoundDeps & { readonly nudge: () => void }) => {
  async function chosenPairs(ctx: Context, row: RoundRow, frozen: FrozenRound): Promise<readonly ChosenPair[]> {
    const providers = new Map(frozen.plan.packages.map(({ id, in: provider }) => [id, provider ?? '']));
    const chosen = chosenOf(frozen);
    const scores = new Map((await deps.parts.pairs(ctx, row.id)).map((pair) => [pairKey(pair), pair.score]));
    return chosen.map((pair) => ({
      ...pair,
      providerId: providers.get(pair.packageId) ?? '',
      score: scores.get(pairKey(pair)) ?? 0,
    }));
  }
  const requireDrawn = (row: RoundRow): void => {
    if (row.drawSource !== null && row.drawValue === null)
      throw new Conflict('round.not-drawn', { zh: '请先录入抽签用的公开数值', en: 'Draw the ties first' });
  };
  return {
    async prepare(ctx: Context, command: RoundCommand): Promise<CheckedRound> {
      const row = await aboutToRound(ctx, deps, command, 'publish');
      requireDrawn(row);
      const frozen = await deps.rounds.frozen(ctx, row.id);
      const faults =
        frozen && row.snapshot !== null
          ? await deps.solver.run('check', { frozen, snapshot: row.snapshot })
          : ['nothing is frozen'];
      if (!frozen || faults.length > 0)
        throw new Conflict('round.proof-refused', {
          zh: '证明核验未通过\uFF0C轮次内容与定稿时不一致\uFF0C不能发布',
          en: 'The proof does not hold: the round is not what was frozen, and is not published',
        });
      const chosen = await chosenPairs(ctx, row, frozen);
      return { frozen, chosen, unfit: await judgeUnlisted(ctx, deps, chosen) };
    },
    commit: (ctx: Context, command: RoundCommand, { frozen, chosen, unfit }: CheckedRound): Promise<RoundRow> =>
      deps.database.run(ctx, async (inner) => {
        const { before, next } = await lockRound(inner, deps, command, 'publish');
        requireDrawn(before);
        if (before.snapshot === null) throw new Error(`round ${before.id} is frozen without a snapshot`);
        const out = fallOut(chosen, await lookAgain(inner, deps, chosen, unfit));
        if (out.size === chosen.length)
          throw new Conflict('round.nothing-left', {
            zh: '定稿后情况已变\uFF0C没有一对还能推介\uFF1B请退回后重新汇集',
            en: 'No pair holds any more: take the round back and put it together anew',
          });
        const now = next.updatedAt;
        const after: RoundRow = { ...next, checkedAt: now, publishedAt: now, publishedByName: personOf(inner).name };
        await deps.rounds.update(inner, after);
        const pinned = new Set(frozen.pinned.map(pairKey));
        await insertOnce(inner, after, before.snapshot, now, {
          offers: chosen.map((pair) => {
            const words = out.get(pairKey(pair)) ?? null;
            return {
              ...pair,
              pinned: pinned.has(pairKey(pair)),
              state: words ? ('fallen' as const) : ('waiting' as const),
              words,
            };
          }),
        });
        await deps.parts.release(inner, after.id);
        await deps.audit.record(inner, {
          action: 'round.published',
          aggregate: { type: 'round', id: after.id },
          from: before.state,
          to: after.state,
          data: { snapshot: before.snapshot, offers: chosen.length - out.size, fallen: out.size },
        });
        inner.transaction.afterCommit(deps.nudge);
        return after;
      }),
  };

  async function insertOnce(
    ctx: TransactionContext,
    { id, version }: RoundRow,
    snapshot: string,
    at: Date,
    { offers }: { offers: Parameters<typeof deps.offers.publish>[2] },
  ): Promise<void> {
    try {
      const { actor, traceparent } = ctx;
      await deps.offers.publish(ctx, { roundId: id, version, snapshot, actor, traceparent, at }, offers);
    } catch (error) {
      if (isDuplicateKey(error))
        throw new Conflict('round.published', { zh: '轮次已发布', en: 'The round is published already' });
      throw error;
    }
  }
};
