import type { PackageColumns } from '../columns/package-columns';
import { dayNumber } from '../day-number';
import type { EngineNeed } from '../engine-need';
import type { Weights } from '../scoring/weights';
import { peopleGroups } from '../text/people-groups';
import { splitLimits } from '../text/split-limits';
import { PROVIDER_KINDS } from '../vocabulary';
import { prepareComponents } from './prepare-components';
import { prepareQualifications, type PreparedQualification } from './prepare-qualifications';
import { prepareWords } from './prepare-words';
import { idHash } from './id-hash';

/** Stands for "no bound" in fen. */
export const UNBOUNDED_FEN = Number.MAX_SAFE_INTEGER;

/** A need turned into the numbers of one index, read by rules and scores. */
export interface PreparedNeed {
  readonly need: EngineNeed;
  readonly hash: number;
  readonly asOfDay: number;
  /** Leaf numbers of the components in the need's order, and their shares, which sum to 1000. */
  readonly components: Int32Array;
  readonly shares: Int32Array;
  /** `credit[component * leaves + leaf]`: permille of the component that a package's leaf brings. */
  readonly credit: Int32Array;
  /** Leaves that bring any credit, what brings most first. */
  readonly creditedLeaves: Int32Array;
  /** By leaf: 1 where it brings any credit. */
  readonly isCredited: Uint8Array;
  /** What is left (permille) of a means that is bound to something else. */
  readonly boundMeansPermille: number;
  /** By place in `creditedLeaves`: coverage (permille) that a row under it, and under none before, has at most. */
  readonly mostCoverage: Int32Array;
  /** District number; -1 when no package names it, -2 when the need has none. */
  readonly district: number;
  /** Bits of the kinds allowed; all when any may. */
  readonly kindBits: number;
  readonly qualifications: readonly PreparedQualification[];
  /** First and last day of the window; equal to as-of day and a year later when open. */
  readonly startDay: number;
  readonly endDay: number;
  readonly openWindow: boolean;
  readonly emergency: boolean;
  readonly leadTimeWaived: boolean;
  /** No money at all. */
  readonly zeroBudget: boolean;
  readonly budgetMinFen: number;
  readonly budgetMaxFen: number;
  readonly fixedSum: boolean;
  readonly scopeMatters: boolean;
  /** Numbers of the organisations behind the conflict wall. */
  readonly excluded: ReadonlySet<number>;
  /** Numbers of the providers without a bonus for core services. */
  readonly noBonus: ReadonlySet<number>;
  /** Weight of each term by its number; 0 = not in the need. */
  readonly termWeight: Int32Array;
  /** Weight of each term that the need rules out. */
  readonly ruledOutWeight: Int32Array;
  /** Bits of the groups of people that the need speaks of; 0 = none. */
  readonly people: number;
}

/**
 * Prepares a need for one index.
 *
 * @param columns the index
 * @param need the need
 * @param weights the weights in force
 * @param asOfDay the day on which it is judged, days since 1970-01-01
 * @returns the prepared need, valid until the index changes
 */
export function prepareNeed(
  columns: PackageColumns,
  need: EngineNeed,
  weights: Weights,
  asOfDay: number,
): PreparedNeed {
  const district = need.place.district;
  const parts = prepareComponents(columns, need, weights);
  const { min, max, zero } = budgetOf(need);
  const startDay = need.window ? dayNumber(need.window.start) : asOfDay;
  return {
    need,
    hash: idHash(need.id),
    asOfDay,
    ...parts,
    boundMeansPermille: weights.boundMeansPermille,
    district: district === null ? -2 : columns.districts.find(district),
    kindBits: need.eligibleKinds.length
      ? need.eligibleKinds.reduce((bits, kind) => bits | (1 << PROVIDER_KINDS.indexOf(kind)), 0)
      : 0xff,
    qualifications: prepareQualifications(columns, need, parts.components),
    startDay,
    endDay: need.window ? dayNumber(need.window.end) : startDay + 365,
    openWindow: need.window === null,
    emergency: need.urgency === 'emergency',
    leadTimeWaived: need.waivedRules?.includes('lead_time') ?? false,
    zeroBudget: zero,
    budgetMinFen: min,
    budgetMaxFen: max,
    fixedSum: need.money.kind === 'fixed_sum',
    scopeMatters: ['community_fund', 'special_fund', 'subdistrict_purchase'].includes(need.funding),
    excluded: numbersOf(columns, need.excludedOrganisationIds),
    noBonus: numbersOf(columns, need.noBonusProviderIds ?? []),
    ...prepareWords(columns, need),
    people: peopleGroups(`${need.title},${splitLimits(need.description).said}`),
  };
}

const numbersOf = (columns: PackageColumns, ids: readonly string[]): ReadonlySet<number> =>
  new Set(ids.map((id) => columns.organisations.find(id)).filter((number) => number >= 0));

function budgetOf(need: EngineNeed): { min: number; max: number; zero: boolean } {
  if (need.money.kind === 'fixed_sum') {
    return { min: need.money.sumFen, max: need.money.sumFen, zero: need.money.sumFen === 0 };
  }
  const { minFen, maxFen } = need.money;
  const zero = maxFen === 0 || (maxFen === null && need.funding === 'none');
  return { min: minFen ?? 0, max: maxFen ?? (zero ? 0 : UNBOUNDED_FEN), zero };
}
