import type { RankColumns } from '../columns/rank-columns';
import { type Day, dayNumber } from '../day-number';
import { bestRows } from '../ranking/best-rows';
import { POINTS_A_PAIR, pointsOf } from '../ranking/contributions';
import { prepareNeed } from '../ranking/prepared-need';
import type { Weights } from '../scoring/weights';
import { type SharedNeeds, sharedNeed } from './shared-needs';

/** How many needs are ranked, and how. */
export interface SharedRanking {
  readonly k: number;
  readonly asOfDay: Day;
  readonly weights: Weights;
  /** The first need, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** False looks at every row of the blocks. */
  readonly prune?: boolean;
}

/**
 * Ranks a stretch of shared needs. Each need's lists are the same whoever ranks it and whatever the stretch.
 *
 * @param columns an opened snapshot
 * @param needs shared needs
 * @param ranking which ones, and how
 * @param rows written: `k` rows for each of the needs, best first, -1 where there are fewer
 * @param scores written: their scores
 * @param points written where given: what each part brings, `POINTS_A_PAIR` numbers for each place
 */
export function rankShared(
  columns: RankColumns,
  needs: SharedNeeds,
  { k, asOfDay, weights, from, to, prune = true }: SharedRanking,
  rows: Int32Array,
  scores: Int32Array,
  points?: Int32Array,
): void {
  const day = dayNumber(asOfDay);
  for (let at = from; at < to; at++) {
    const need = prepareNeed(columns, sharedNeed(needs, at), weights, day);
    const best = bestRows(need, columns, weights, k, { prune });
    for (let place = 0; place < k; place++) {
      rows[at * k + place] = best[place]?.row ?? -1;
      scores[at * k + place] = best[place]?.score ?? 0;
    }
    if (!points) continue;
    for (const [place, { row, score }] of best.entries()) {
      points.set(pointsOf(need, columns, row, weights, score), (at * k + place) * POINTS_A_PAIR);
    }
  }
}
