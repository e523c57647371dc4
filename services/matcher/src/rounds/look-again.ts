import { dayOf } from '@duijie/domain-kit';
import type { Context, Words } from '@duijie/service-kit';
import { inWords } from '../http/pair.presenter';
import { progressOf } from '../pair-progress';
import type { ChosenPair, WorldNow } from './fall-out';
import { inBatches } from './in-batches';
import { pairKey } from './round';
import type { RoundDeps } from './round-deps';

const atOnce = 500;
const needIdsOf = (chosen: readonly ChosenPair[]): string[] => [...new Set(chosen.map(({ needId }) => needId))];

/**
 * Judges chosen pairs that stand in no list any more: others may have come before them, or a rule no longer holds.
 * @returns why not, by pair; those that still fit are not in it
 */
export async function judgeUnlisted(
  ctx: Context,
  { facts, engine, clock }: RoundDeps,
  chosen: readonly ChosenPair[],
): Promise<ReadonlyMap<string, Words>> {
  const listed = new Set(
    (await inBatches(needIdsOf(chosen), atOnce, (batch) => facts.stored(ctx, batch))).map(pairKey),
  );
  const unfit = new Map<string, Words>();
  const asOfDay = dayOf(clock.now());
  for (const pair of chosen) {
    if (listed.has(pairKey(pair))) continue;
    const { output } = await engine.run('ask', 'explain', {
      needId: pair.needId,
      packageId: pair.packageId,
      need: null,
      pkg: null,
      without: [],
      asOfDay,
    });
    // What the index does not hold is judged by its state.
    if (!output || output.eligible) continue;
    const failed = output.findings.find(({ outcome }) => outcome === 'fail' || outcome === 'waivable');
    unfit.set(
      pairKey(pair),
      failed ? inWords(failed.reason) : { zh: '不再符合条件', en: 'It no longer fits the rules' },
    );
  }
  return unfit;
}

/** Reads how everything stands that a round was decided by. */
export async function lookAgain(
  ctx: Context,
  { facts, subjects, steps }: RoundDeps,
  chosen: readonly ChosenPair[],
  unfit: WorldNow['unfit'],
): Promise<WorldNow> {
  const needIds = needIdsOf(chosen);
  const needs = new Map(await inBatches(needIds, atOnce, (batch) => subjects.needBodies(ctx, batch)));
  const walls = new Map(await inBatches([...needs.values()], atOnce, (batch) => subjects.wallsOf(ctx, batch)));
  const packages = new Map(
    await inBatches([...new Set(chosen.map(({ packageId }) => packageId))], atOnce, (batch) =>
      facts.packages(ctx, batch),
    ),
  );
  const stored = await inBatches(needIds, atOnce, (batch) => facts.stored(ctx, batch));
  const told = new Map(await inBatches(needIds, atOnce, (batch) => steps.ofNeeds(ctx, batch)));
  const progress = chosen.flatMap((pair) => {
    const stage = progressOf(told.get(pair.needId) ?? [], pair);
    return stage === null ? [] : [[pairKey(pair), stage] as const];
  });
  return {
    needs,
    packages,
    walls,
    unfit,
    dismissed: new Set(stored.filter(({ state }) => state === 'dismissed').map(pairKey)),
    progress: new Map(progress),
  };
}
