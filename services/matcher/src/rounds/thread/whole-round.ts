import { measureRound, planInstance, type Preferences, type RoundInstance, type RoundPlan } from '@duijie/round-engine';
import type { RoundMode } from '@duijie/contracts';
import { organisationOf } from '../plan-of';
import { pairKey, type Pair, type RoundMeasureFact } from '../round';

const mostShown = 10;

/** A round with all its pairs in dense numbers, to measure choices of whatever mode. */
export class WholeRound {
  readonly names: readonly Pair[];
  readonly needAt: ReadonlyMap<string, number>;
  readonly nodeAt: ReadonlyMap<string, number>;
  readonly pairAt: ReadonlyMap<string, number>;
  readonly instance: RoundInstance;
  readonly preferences: Preferences;
  private readonly nodeIds: readonly string[];
  private readonly districtIds: readonly string[];
  private readonly weightOf: Float64Array;

  /** @param regard what providers think of each pair of the plan, in its order */
  constructor(plan: RoundPlan, regard: readonly number[]) {
    const { fairDistricts: _fair, drawWith: _draw, ...open } = plan;
    const planned = planInstance(open);
    this.names = planned.names;
    this.nodeIds = planned.nodeIds;
    this.districtIds = planned.districtIds;
    this.instance = planned.instance;
    this.weightOf = planned.instance.weight.slice();
    this.needAt = new Map(planned.needIds.map((id, n) => [id, n]));
    this.nodeAt = new Map(planned.nodeIds.map((id, n) => [id, n]));
    this.pairAt = new Map(planned.names.map((name, e) => [pairKey(name), e]));
    const thought = new Map(plan.pairs.map((pair, n) => [pairKey(pair), regard[n]!]));
    this.preferences = {
      byNeed: this.weightOf,
      byProvider: Float64Array.from(planned.names, (name) => thought.get(pairKey(name))!),
      tieOrder: Int32Array.from({ length: planned.instance.needCount }, (_, n) => n),
    };
  }

  veto(pair: number): void {
    this.instance.weight[pair] = -Infinity;
  }
  allow(pair: number): void {
    this.instance.weight[pair] = this.weightOf[pair]!;
  }
  /** Worth of a pair, vetoed or not. */
  worth(pair: number): number {
    return this.weightOf[pair]!;
  }
  setDemand(need: number, offers: number): void {
    this.instance.demand[need] = offers;
  }
  setPlaces(node: number, places: number): void {
    this.instance.capacity[node] = places;
  }
  /** @returns numbers of pairs, ascending */
  numbersOf(pairs: readonly Pair[]): Int32Array {
    return Int32Array.from(pairs, (pair) => this.pairAt.get(pairKey(pair))!).toSorted();
  }
  pairsOf(numbers: Int32Array): Pair[] {
    return Array.from(numbers, (e) => this.names[e]!);
  }

  measure(mode: RoundMode, chosen: Int32Array): RoundMeasureFact {
    const { objective, offers, needsServed, blockingPairs, needsInBlockingPair, groups, exposure, gini } = measureRound(
      this.instance,
      chosen,
      this.preferences,
    );
    const had = [...exposure].filter(([, count]) => count > 0);
    return {
      mode,
      score: Number(objective),
      offers,
      needsServed,
      blockingPairs,
      needsInBlockingPair,
      concentration: Math.max(0, gini),
      providersServed: had.length,
      providersPossible: exposure.size,
      districts: groups.map(({ given, asked }, n) => ({ district: this.districtIds[n]!, asked, given })),
      exposure: had
        .toSorted(([a, x], [b, y]) => y - x || a - b)
        .slice(0, mostShown)
        .map(([node, count]) => ({ organisationId: organisationOf(this.nodeIds[node]!), offers: count })),
    };
  }
}
