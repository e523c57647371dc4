import type { FactsQualification, NeedFacts } from '../ranking/need-facts';
import { sharedArray } from './shared-array';

/** Needs in memory that threads share. */
export interface SharedNeeds {
  readonly count: number;
  /** By need: where its whole numbers begin; one more at the end. */
  readonly from: Int32Array;
  readonly whole: Int32Array;
  /** Seven numbers a need. */
  readonly broken: Float64Array;
}

const BROKEN = ['lng', 'lat', 'startDay', 'endDay', 'budgetMinFen', 'budgetMaxFen', 'chargedAreaM2'] as const;
const WHOLE = ['hash', 'district', 'households', 'state', 'kindBits', 'people'] as const;
const FLAGS = ['emergency', 'leadTimeWaived', 'zeroBudget', 'fixedSum', 'scopeMatters', 'fromText'] as const;
const NONE = new Int32Array(0);
const LISTS = ['excluded', 'noBonus', 'components', 'sureness', 'termPairs', 'ruledOutPairs'] as const;

/**
 * Copies needs into memory that threads share.
 *
 * @param needs as they were read
 * @returns plain data, to be sent by `postMessage`
 */
export function shareNeeds(needs: readonly NeedFacts[]): SharedNeeds {
  const from = new Int32Array(needs.length + 1);
  const broken = new Float64Array(needs.length * BROKEN.length);
  const lines = needs.map((need, i) => {
    BROKEN.forEach((name, at) => (broken[i * BROKEN.length + at] = need[name]));
    const line = [
      ...WHOLE.map((name) => need[name]),
      FLAGS.reduce((bits, name, at) => bits | (Number(need[name]) << at), 0),
      ...LISTS.flatMap((name) => [need[name].length, ...need[name]]),
      need.qualifications.length,
      ...need.qualifications.flatMap(({ required, leaves }) => [required, leaves.length, ...leaves]),
    ];
    from[i + 1] = from[i]! + line.length;
    return line;
  });
  const whole = sharedArray(new Int32Array(from[needs.length]!));
  lines.forEach((line, i) => whole.set(line, from[i]));
  return { count: needs.length, from: sharedArray(from), whole, broken: sharedArray(broken) };
}

/**
 * Reads a need out of shared memory.
 *
 * @param needs shared needs
 * @param at which one, from 0
 * @returns the need; its lists are views of the shared memory
 */
export function sharedNeed({ from, whole, broken }: SharedNeeds, at: number): NeedFacts {
  let next = from[at]!;
  const numbers = at * BROKEN.length;
  const list = (): Int32Array => {
    const begin = ++next;
    next += whole[begin - 1]!;
    return next === begin ? NONE : whole.subarray(begin, next);
  };
  const begin = next;
  const flags = whole[begin + WHOLE.length]!;
  next += WHOLE.length + 1;
  const excluded = list();
  const noBonus = list();
  const components = list();
  const sureness = list();
  const termPairs = list();
  const ruledOutPairs = list();
  const qualifications: FactsQualification[] = [];
  for (let left = whole[next++]!; left > 0; left--) {
    const required = whole[next++]!;
    qualifications.push({ required, leaves: [...list()] });
  }
  return {
    hash: whole[begin]! >>> 0,
    district: whole[begin + 1]!,
    households: whole[begin + 2]!,
    state: whole[begin + 3]!,
    kindBits: whole[begin + 4]!,
    people: whole[begin + 5]!,
    lng: broken[numbers]!,
    lat: broken[numbers + 1]!,
    startDay: broken[numbers + 2]!,
    endDay: broken[numbers + 3]!,
    budgetMinFen: broken[numbers + 4]!,
    budgetMaxFen: broken[numbers + 5]!,
    chargedAreaM2: broken[numbers + 6]!,
    emergency: (flags & 1) !== 0,
    leadTimeWaived: (flags & 2) !== 0,
    zeroBudget: (flags & 4) !== 0,
    fixedSum: (flags & 8) !== 0,
    scopeMatters: (flags & 16) !== 0,
    fromText: (flags & 32) !== 0,
    qualifications,
    excluded,
    noBonus,
    components,
    sureness,
    termPairs,
    ruledOutPairs,
  };
}
