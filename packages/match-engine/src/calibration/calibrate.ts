/** What became of a suggestion: its score when it was made, and whether it came to an agreement. */
export interface Outcome {
  readonly score: number;
  readonly success: boolean;
}

/** From a score on, this share of suggestions succeeded. */
export interface CalibrationStep {
  readonly fromScore: number;
  readonly successes: number;
  readonly outcomes: number;
}

/** Steps in rising order of score; the share of successes never falls. */
export type Calibration = readonly CalibrationStep[];

/** Outcomes that there must be before a score is shown as a chance at all, and in each step. */
const LEAST_OUTCOMES = 200;
const LEAST_IN_STEP = 20;

/**
 * Learns from outcomes what chance a score stands for: the rising step function nearest to them.
 *
 * @param outcomes any order
 * @returns the steps; null while there are too few outcomes, or all are alike: then no chance may be shown
 * @see Barlow, Bartholomew, Bremner & Brunk, "Statistical Inference under Order Restrictions", 1972 (pool adjacent violators)
 */
export function calibrate(outcomes: readonly Outcome[]): Calibration | null {
  const successes = outcomes.filter(({ success }) => success).length;
  if (outcomes.length < LEAST_OUTCOMES || successes === 0 || successes === outcomes.length) return null;
  const pools: Pool[] = [];
  for (const { score, success } of outcomes.toSorted((a, b) => a.score - b.score)) {
    const last = pools.at(-1);
    if (last && (last.outcomes < LEAST_IN_STEP || last.toScore === score)) {
      last.successes += Number(success);
      last.outcomes++;
      last.toScore = score;
    } else pools.push({ fromScore: score, toScore: score, successes: Number(success), outcomes: 1 });
  }
  // A last step that is too small is no step of its own.
  if (pools.length > 1 && pools.at(-1)!.outcomes < LEAST_IN_STEP) join(pools);
  const rising: Pool[] = [];
  for (const pool of pools) {
    rising.push(pool);
    while (rising.length > 1 && falls(rising.at(-2)!, rising.at(-1)!)) join(rising);
  }
  return rising.map(({ fromScore, successes: reached, outcomes: all }) => ({
    fromScore,
    successes: reached,
    outcomes: all,
  }));
}

interface Pool {
  readonly fromScore: number;
  toScore: number;
  successes: number;
  outcomes: number;
}

/** Whether the share of successes does not rise from one pool to the next. */
const falls = (before: Pool, next: Pool): boolean =>
  before.successes * next.outcomes >= next.successes * before.outcomes;

function join(pools: Pool[]): void {
  const last = pools.pop()!;
  const before = pools.at(-1)!;
  before.successes += last.successes;
  before.outcomes += last.outcomes;
  before.toScore = last.toScore;
}

/**
 * The chance that a score stands for.
 *
 * @param calibration as learnt
 * @param score 0..10000
 * @returns permille, with the number of outcomes that it rests on
 */
export function chanceOf(
  calibration: Calibration,
  score: number,
): { readonly permille: number; readonly outcomes: number } {
  const { successes, outcomes } = calibration.findLast(({ fromScore }) => fromScore <= score) ?? calibration[0]!;
  return { permille: Math.round((1000 * successes) / outcomes), outcomes };
}
