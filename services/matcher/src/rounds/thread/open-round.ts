import {
  greedyRound,
  planInstance,
  RoundSession,
  solvePlan,
  stableRound,
  type PlannedInstance,
  type RoundPlan,
} from '@duijie/round-engine';
import { PinsDoNotFit, residualPlan } from '../residual-plan';
import { pairKey, type Pair } from '../round';
import type { EditOutput, OpenInput, PlainEdits, Solved, SolveOutput } from './round-protocol';
import { WholeRound } from './whole-round';

/** A solved round that a thread holds, so that an edit costs a few cheapest ways. */
export interface OpenRound {
  /** All or none; after a refusal the round is no good any more and has to be opened again. */
  edit(edits: PlainEdits): Exclude<EditOutput, { missing: true }>;
}

interface Inner {
  readonly session: RoundSession;
  readonly planned: PlannedInstance;
  readonly pairAt: ReadonlyMap<string, number>;
}

/**
 * Opens and solves a round. Where districts are filled fairly, every edit changes what is fair, and the round is solved anew
 * each time; else the session goes on from where it is.
 */
export function openRound(input: OpenInput): { readonly round: OpenRound | null; readonly output: SolveOutput } {
  const started = performance.now();
  const whole = new WholeRound(input.plan, input.regard);
  const pinned = new Map(input.pinned.map((pair) => [pairKey(pair), pair]));
  const vetoed = new Set(input.vetoed.map(pairKey));
  let plan = input.plan;
  const fair = plan.fairDistricts === true;
  for (const key of vetoed) whole.veto(whole.pairAt.get(key)!);

  const start = (from: RoundPlan): Inner => {
    const planned = planInstance(from);
    const pairAt = new Map(planned.names.map((name, e) => [pairKey(name), e]));
    for (const key of vetoed) {
      const at = pairAt.get(key);
      if (at !== undefined) planned.instance.weight[at] = -Infinity;
    }
    return { planned, pairAt, session: new RoundSession(planned.instance) };
  };
  const residual = (): RoundPlan => residualPlan(plan, [...pinned.values()], vetoed);

  const dropped: Pair[] = [];
  let inner: Inner;
  try {
    if (fair) inner = start(residual());
    else {
      inner = start(plan);
      for (const [key, pair] of pinned) {
        const at = inner.pairAt.get(key);
        if (at !== undefined && inner.session.pin(at)) continue;
        pinned.delete(key);
        dropped.push(pair);
      }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    if (error instanceof PinsDoNotFit || pinned.size > 0) {
      // Pins go before the round does.
      const again = openRound({ ...input, pinned: [] });
      return 'unmet' in again.output
        ? again
        : { ...again, output: { solved: again.output.solved, dropped: [...input.pinned] } };
    }
    const unsolved = solvePlan(residual());
    if (!('unmet' in unsolved)) throw error;
    return { round: null, output: { unmet: unsolved.unmet } };
  }

  function read(since: number): Solved {
    const held = inner;
    const instance = held.session.instance();
    const pins = [...pinned.values()];
    const namesOf = (numbers: Iterable<number>): Pair[] => Array.from(numbers, (e) => held.planned.names[e]!);
    const choose = (numbers: Iterable<number>): Pair[] => {
      const free = namesOf(numbers).filter((pair) => !pinned.has(pairKey(pair)));
      return [...pins, ...free];
    };
    const optimum = choose(held.session.certificate().chosen);
    const ms = performance.now() - since;
    const preferences = {
      byNeed: Float64Array.from(instance.weight, (w) => (w === -Infinity ? 0 : w)),
      byProvider: Float64Array.from(
        held.planned.names,
        (name) => whole.preferences.byProvider[whole.pairAt.get(pairKey(name))!]!,
      ),
      tieOrder: whole.preferences.tieOrder,
    };
    const chosen = {
      optimum,
      stable: choose(stableRound(instance, preferences)),
      greedy: choose(greedyRound(instance)),
    };
    return {
      ms: Math.round(ms * 100) / 100,
      chosen,
      modes: (['optimum', 'stable', 'greedy'] as const).map((mode) =>
        whole.measure(mode, whole.numbersOf(chosen[mode])),
      ),
    };
  }

  /** @returns whether it can be done */
  function mark(pair: PlainEdits['pairs'][number]): boolean {
    const key = pairKey(pair);
    const at = inner.pairAt.get(key);
    const number = whole.pairAt.get(key);
    if (at === undefined || number === undefined) return false;
    const { session } = inner;
    if (pair.mark !== 'pinned' && pinned.delete(key) && !session.unpin(at)) return false;
    if (pair.mark !== 'vetoed' && vetoed.delete(key)) {
      whole.allow(number);
      if (!session.weigh(at, whole.worth(number))) return false;
    }
    if (pair.mark === 'pinned' && !pinned.has(key)) {
      if (!session.pin(at)) return false;
      pinned.set(key, { needId: pair.needId, packageId: pair.packageId });
    }
    if (pair.mark === 'vetoed' && !vetoed.has(key)) {
      if (!session.weigh(at, -Infinity)) return false;
      vetoed.add(key);
      whole.veto(number);
    }
    return true;
  }

  function note(edits: PlainEdits): void {
    const offers = new Map(edits.needs.map((one) => [one.needId, one.offers]));
    const places = new Map(edits.packages.map((one) => [one.packageId, one.places]));
    for (const [id, n] of offers) whole.setDemand(whole.needAt.get(id)!, n);
    for (const [id, n] of places) whole.setPlaces(whole.nodeAt.get(id)!, n);
    plan = {
      ...plan,
      needs: plan.needs.map((need) => ({ ...need, offers: offers.get(need.id) ?? need.offers })),
      packages: plan.packages.map((one) => {
        const n = places.get(one.id);
        return n === undefined ? one : { ...one, places: n };
      }),
    };
  }

  function anew(edits: PlainEdits): boolean {
    for (const pair of edits.pairs) {
      const key = pairKey(pair);
      const number = whole.pairAt.get(key)!;
      pinned.delete(key);
      vetoed.delete(key);
      whole.allow(number);
      if (pair.mark === 'pinned') pinned.set(key, { needId: pair.needId, packageId: pair.packageId });
      if (pair.mark === 'vetoed') {
        vetoed.add(key);
        whole.veto(number);
      }
    }
    note(edits);
    try {
      inner = start(residual());
      return true;
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  }

  const round: OpenRound = {
    edit(edits) {
      const since = performance.now();
      if (fair) {
        const list = edits.pairs.length > 0 ? 'pairs' : edits.needs.length > 0 ? 'needs' : 'packages';
        return anew(edits) ? { solved: read(since) } : { refused: { list, index: 0 } };
      }
      // Takes back come first: they make room for what is pinned in the same call.
      const inOrder = edits.pairs.map((pair, index) => ({ pair, index }));
      const order = [
        ...inOrder.filter(({ pair }) => pair.mark === null),
        ...inOrder.filter(({ pair }) => pair.mark !== null),
      ];
      for (const [index, { needId, offers }] of edits.needs.entries())
        if (!inner.session.setDemand(whole.needAt.get(needId)!, offers)) return { refused: { list: 'needs', index } };
      for (const [index, { packageId, places }] of edits.packages.entries())
        if (!inner.session.setCapacity(whole.nodeAt.get(packageId)!, places))
          return { refused: { list: 'packages', index } };
      for (const { pair, index } of order) if (!mark(pair)) return { refused: { list: 'pairs', index } };
      note({ ...edits, pairs: [] });
      return { solved: read(since) };
    },
  };
  return { round, output: { solved: read(started), dropped } };
}
