import { certify } from '../certificate/certify';
import type { RoundCertificate } from '../certificate/round-certificate';
import type { RoundInstance } from '../round-instance';
import { mendPair, mendPoint } from '../solver/mend';
import { setWeight, type RoundState } from '../solver/round-state';
import { solveRound } from '../solver/solve-round';

/**
 * A solved round that a broker changes: after each change it is the optimum again, at the cost of a few cheapest ways instead of
 * a full solve. A change that leaves no solution is refused, and the round stays as it was.
 */
export class RoundSession {
  private state: RoundState;
  /** Most and least as declared, by point, and how many pinned pairs pass it. */
  private readonly most: Int32Array;
  private readonly least: Int32Array;
  private readonly pinsAt: Int32Array;
  private readonly weight: Float64Array;
  private readonly pins = new Set<number>();

  /** @throws RangeError when the round has no solution. */
  constructor(private readonly original: RoundInstance) {
    this.state = solved(original);
    this.most = this.state.most.slice();
    this.least = this.state.least.slice();
    this.pinsAt = new Int32Array(this.most.length);
    this.weight = original.weight.slice();
  }

  /** Pairs that stand whatever is best. */
  get pinned(): readonly number[] {
    return [...this.pins].toSorted((a, b) => a - b);
  }

  /** The round as changed, without what is pinned: the pinned pairs and the places that they take are out of it. */
  instance(): RoundInstance {
    const { firstNode, firstGroup } = this.state;
    const most = this.most.map((n, x) => n - this.pinsAt[x]!);
    const least = this.least.map((n, x) => Math.max(0, n - this.pinsAt[x]!));
    const weight = this.weight.slice();
    for (const pair of this.pins) weight[pair] = -Infinity;
    return {
      ...this.original,
      demand: most.slice(0, firstNode),
      weight,
      capacity: most.slice(firstNode, firstGroup),
      floor: least.slice(firstNode, firstGroup),
      groupFloor: least.slice(firstGroup),
    };
  }

  /** @returns The best choice beside what is pinned, with its proof for {@link instance}. */
  certificate(): RoundCertificate {
    return certify(this.state);
  }

  /** Gives a pair another weight; −Infinity is a veto. A pinned pair is unpinned first. */
  weigh(pair: number, weight: number): boolean {
    const was = this.weight[pair]!;
    this.weight[pair] = weight;
    if (this.pins.has(pair)) return true;
    if (this.reweigh(pair, weight)) return true;
    this.weight[pair] = was;
    return this.refuse();
  }

  /** Says how many offers a need may have; for one that must be served, how many it must have. */
  setDemand(need: number, demand: number): boolean {
    return this.declare(need, this.original.mandatory?.[need] === 1 ? demand : 0, demand);
  }

  /** Says how many offers may pass through a package, a provider or a group of providers. */
  setCapacity(node: number, capacity: number): boolean {
    const x = this.state.firstNode + node;
    return this.declare(x, this.least[x]!, capacity);
  }

  /** Makes a pair stand: it and the places that it takes leave the round. */
  pin(pair: number): boolean {
    const points = this.pointsOf(pair);
    const full = points.some((x) => this.most[x]! <= this.pinsAt[x]!);
    if (this.pins.has(pair) || this.weight[pair] === -Infinity || full) return false;
    this.pins.add(pair);
    for (const x of points) this.pinsAt[x]!++;
    if (this.reweigh(pair, -Infinity) && points.every((x) => this.apply(x))) return true;
    this.pins.delete(pair);
    for (const x of points) this.pinsAt[x]!--;
    return this.refuse();
  }

  /** Lets a pinned pair be chosen or not again. */
  unpin(pair: number): boolean {
    if (!this.pins.delete(pair)) return false;
    const points = this.pointsOf(pair);
    for (const x of points) this.pinsAt[x]!--;
    if (this.reweigh(pair, this.weight[pair]!) && points.every((x) => this.apply(x))) return true;
    this.pins.add(pair);
    for (const x of points) this.pinsAt[x]!++;
    return this.refuse();
  }

  private declare(x: number, least: number, most: number): boolean {
    const was = [this.least[x]!, this.most[x]!] as const;
    if (most < this.pinsAt[x]!) return false;
    [this.least[x], this.most[x]] = [least, most];
    if (this.apply(x)) return true;
    [this.least[x], this.most[x]] = was;
    return this.refuse();
  }

  /** A change that half happened: the round is solved anew as it was. */
  private refuse(): false {
    this.state = solved(this.instance());
    return false;
  }

  /** The need, its group, and the nodes that a pair passes. */
  private pointsOf(pair: number): number[] {
    const { needOf, firstNode, above, instance } = this.state;
    const points: number[] = [];
    for (let x = needOf[pair]!; x >= 0; x = above[x]!) points.push(x);
    for (let x = firstNode + instance.packageOf[pair]!; x >= 0; x = above[x]!) points.push(x);
    return points;
  }

  private reweigh(pair: number, weight: number): boolean {
    setWeight(this.state, pair, weight);
    return mendPair(this.state, pair);
  }

  private apply(x: number): boolean {
    this.state.most[x] = this.most[x]! - this.pinsAt[x]!;
    this.state.least[x] = Math.max(0, this.least[x]! - this.pinsAt[x]!);
    return mendPoint(this.state, x);
  }
}

const solved = (instance: RoundInstance): RoundState => {
  const { state, unmet } = solveRound(instance);
  if (unmet.length > 0) throw new RangeError('the round has no solution');
  return state;
};
