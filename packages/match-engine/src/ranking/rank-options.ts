import type { Day } from '../day-number';
import type { Weights } from '../scoring/weights';

/** How to rank. */
export interface RankOptions {
  /** Most suggestions wanted. */
  readonly k: number;
  /** The day on which needs and packages are judged (lead times, freshness). */
  readonly asOfDay: Day;
  /** The weights in force; left out = the published ones. */
  readonly weights?: Weights;
  /** Packages not to be suggested, e.g. dismissed ones. */
  readonly without?: ReadonlySet<string>;
  /** The list is wanted only if it holds one of these packages, else none is given: spares its description. */
  readonly onlyWith?: ReadonlySet<string>;
}
