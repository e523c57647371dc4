import { dayOf, type Clock } from '@duijie/domain-kit';
import { serviceContext, type Audit, type Database } from '@duijie/service-kit';
import type { RankedNeed } from './engine/engine-protocol';
import type { Lane, MatchingEngine } from './engine/matching-engine';
import { listDifference, staysDismissed } from './list-difference';
import type { MatchRepository } from './persistence/match.repository';
import { suggestionsPerNeed } from './suggestions-per-need';
import type { RunLog } from './run-log';
import type { tellNeedMatches } from './tell-need-matches';
import type { ToldList } from './told-list';

/** A list whose packages move on while it is ranked is ranked again; then the sweep finds it. */
const mostRounds = 3;

export interface MatchNeedsDeps {
  readonly database: Database;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly engine: MatchingEngine;
  readonly matches: MatchRepository;
  /** Why nothing is suggested for a need, in sentences. */
  readonly whyNone: (needId: string, lane: Lane) => Promise<ToldList['whyNone']>;
  readonly tell: ReturnType<typeof tellNeedMatches>;
  readonly runs: Pick<RunLog, 'took'>;
}
/**
 * Asks why of published needs for which nothing was found. Where only the index has drifted, and it was told already that
 * there is none, the reasons told stand: to look costs more than to rank.
 */
async function whyNoneOf(
  { matches, whyNone }: MatchNeedsDeps,
  results: readonly RankedNeed[],
  lane: Lane,
): Promise<ReadonlyMap<string, ToldList['whyNone']>> {
  const empty = results.filter(({ takesResponses, ranked }) => takesResponses && ranked.length === 0);
  const ids = empty.map(({ needId }) => needId);
  const known = lane === 'settle' ? await matches.toldOfNone(ids) : new Set<string>();
  const reasons = new Map<string, ToldList['whyNone']>();
  for (const id of ids) if (!known.has(id)) reasons.set(id, await whyNone(id, lane));
  return reasons;
}
function byNeed<T extends { readonly needId: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.needId);
    if (group) group.push(item);
    else groups.set(item.needId, [item]);
  }
  return groups;
}

/**
 * @param listing only needs whose new list holds one of these packages are written; all when left out
 * @returns how many lists were brought up to date
 */
export type MatchNeeds = (needIds: readonly string[], lane: Lane, listing?: readonly string[]) => Promise<number>;

/**
 * Ranks needs anew and writes what has changed in their lists, all in one transaction. A list is left alone when the need
 * has moved on meanwhile (it is due again then) or when another process has ranked it over a newer index; it is ranked
 * again when one of its packages has moved on.
 */
export const matchNeeds =
  (deps: MatchNeedsDeps): MatchNeeds =>
  async (needIds, lane, listing) => {
    let [done, left] = [0, needIds];
    for (let round = 0; left.length > 0 && round < mostRounds; round += 1) {
      // What was ranked over a shared snapshot is ranked over the index itself when the snapshot is behind.
      const { written, behind } = await matchOnce(deps, left, round === 0 ? lane : 'packages', listing);
      [done, left] = [done + written, behind];
    }
    return done;
  };

/** @returns how many lists were written, and whose ranking was behind its packages */
async function matchOnce(
  deps: MatchNeedsDeps,
  needIds: readonly string[],
  lane: Lane,
  listing?: readonly string[],
): Promise<{ readonly written: number; readonly behind: readonly string[] }> {
  const { database, audit, clock, engine, matches } = deps;
  const without: Record<string, string[]> = {};
  for (const { needId, pair, needSequence, packageSequence } of await matches.dismissals(needIds))
    if (staysDismissed(pair, needSequence, packageSequence)) (without[needId] ??= []).push(pair.packageId);
  const begun = performance.now();
  const { output, epoch } = await engine.run(lane, 'rank', {
    needIds,
    without,
    listing: listing ?? null,
    asOfDay: dayOf(clock.now()),
    k: suggestionsPerNeed,
  });
  const results = new Map<string, RankedNeed>(output.map((result) => [result.needId, result]));
  if (results.size === 0) return { written: 0, behind: [] };
  const reasons = await whyNoneOf(deps, output, lane);
  const rankedAt = performance.now();
  deps.runs.took('engine', rankedAt - begun);

  const done = await database.run(serviceContext('matcher'), async (ctx) => {
    const locked = (await matches.lockNeeds(ctx, [...results.keys()])).flatMap((need) => {
      const result = results.get(need.id);
      return result && result.changeNo === need.changeNo && need.matchedEpoch <= epoch ? [{ need, result }] : [];
    });
    // A package that has moved on has had its pass, which did not know of this list yet.
    const listed = new Set(locked.flatMap(({ result }) => result.ranked.map(({ packageId }) => packageId)));
    const moved = await matches.movedOn(ctx, [...listed], epoch);
    const isBehind = ({ result }: (typeof locked)[number]) =>
      result.ranked.some(({ packageId }) => moved.has(packageId));
    const current = locked.filter((need) => !isBehind(need));
    const behind = locked.filter(isBehind).map(({ need }) => need.id);
    if (current.length === 0) return { written: 0, behind };
    const ids = current.map(({ need }) => need.id);
    const pairs = byNeed(await matches.pairsOf(ctx, ids));
    const dismissed = byNeed(
      (await matches.dismissals(ids, ctx)).filter((d) => staysDismissed(d.pair, d.needSequence, d.packageSequence)),
    );
    const writes = current.map(({ need, result }) => {
      // What the ranking was made without is left alone too, even where its dismissal has ended since.
      const left = new Set([
        ...(without[need.id] ?? []),
        ...(dismissed.get(need.id) ?? []).map(({ pair }) => pair.packageId),
      ]);
      const { ranked, packageSequences, weightsVersion } = result;
      return {
        need,
        suggested: ranked.filter(({ packageId }) => !left.has(packageId)),
        difference: listDifference(
          pairs.get(need.id) ?? [],
          { needSequence: need.sequence, ranked, packageSequences, weightsVersion },
          left,
        ),
      };
    });
    await matches.write(ctx, writes);
    for (const { difference } of writes)
      for (const { before } of difference.changed.filter(({ returned }) => returned))
        await audit.record(ctx, {
          action: 'match.returned',
          aggregate: { type: 'match', id: before.id },
          from: 'dismissed',
          to: 'suggested',
          data: { needId: before.needId, packageId: before.packageId },
        });
    await deps.tell(
      ctx,
      writes.map(({ need, suggested }) => ({ need, suggested, whyNone: reasons.get(need.id) ?? null })),
    );
    await matches.markMatched(ctx, ids, epoch);
    return { written: ids.length, behind };
  });
  deps.runs.took('database', performance.now() - rankedAt);
  return done;
}
