/** A need in the numbers of one index: what was read from it once, whatever packages come and go. */
export interface NeedFacts {
  readonly hash: number;
  /** District number; -2 when the need has none. */
  readonly district: number;
  /** Degrees WGS-84; NaN when not known. */
  readonly lng: number;
  readonly lat: number;
  /** -1 when not known. */
  readonly households: number;
  readonly chargedAreaM2: number;
  /** State of the place, see `stateBits`. */
  readonly state: number;
  /** Bits of the kinds allowed; all when any may. */
  readonly kindBits: number;
  /** First and last day of the window; NaN when open. */
  readonly startDay: number;
  readonly endDay: number;
  readonly emergency: boolean;
  readonly leadTimeWaived: boolean;
  /** No money at all. */
  readonly zeroBudget: boolean;
  readonly budgetMinFen: number;
  readonly budgetMaxFen: number;
  readonly fixedSum: boolean;
  readonly scopeMatters: boolean;
  /** Bits of the groups of people that the need speaks of; 0 = none. */
  readonly people: number;
  /** Numbers of the organisations behind the conflict wall. */
  readonly excluded: Int32Array;
  /** Numbers of the providers without a bonus for core services. */
  readonly noBonus: Int32Array;
  /** Leaf numbers of the components in the need's order, and how sure each is, permille. */
  readonly components: Int32Array;
  readonly sureness: Int32Array;
  /** True when the components were told from the text: then `sureness` is their weight as it is. */
  readonly fromText: boolean;
  readonly qualifications: readonly FactsQualification[];
  /** Pairs of term number and times: what is said, and what is ruled out. */
  readonly termPairs: Int32Array;
  readonly ruledOutPairs: Int32Array;
}

/** A qualification that a need requires. */
export interface FactsQualification {
  /** Its number among required ones; `answers` tells which held ones answer it. */
  readonly required: number;
  /** Leaf numbers of the components that it belongs to; empty = asked of everybody. */
  readonly leaves: readonly number[];
}
