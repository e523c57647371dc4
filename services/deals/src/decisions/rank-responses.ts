import type { NeedTerms, RankedResponse, Scoring } from '@duijie/contracts';

/** What ranking needs to know of a response. */
export interface RankableResponse {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  /** Null where no price counts. */
  readonly priceFen: number | null;
  readonly submittedAt: Date;
}

/** Weighted total of one response, 0–10,000: weights sum to 100, scores go to 100. Null for one without scores. */
export function totalOf(scoring: Scoring, responseId: string): number | null {
  const given = scoring.scores.find((each) => each.responseId === responseId);
  return given ? scoring.criteria.reduce((sum, { weight }, i) => sum + weight * (given.scores[i] ?? 0), 0) : null;
}

type Comparison = (a: RankableResponse, b: RankableResponse) => number;
const byTime: Comparison = (a, b) =>
  a.submittedAt.getTime() - b.submittedAt.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
/** One without a price comes last. */
const byPrice: Comparison = (a, b) =>
  (a.priceFen ?? Number.POSITIVE_INFINITY) === (b.priceFen ?? Number.POSITIVE_INFINITY)
    ? 0
    : (a.priceFen ?? Number.POSITIVE_INFINITY) - (b.priceFen ?? Number.POSITIVE_INFINITY);

/**
 * Puts the responses that may be chosen in the order that the terms say: the lowest price first; the highest total
 * first; the earliest first. Ties go to the lower price, then to the earlier, then to the lower id, so that no two are
 * equal. A free choice ranks nobody and keeps the order of arrival; so do scores that are not given yet.
 * @returns every response once, the first in rank in front
 */
export function rankResponses(
  evaluation: NeedTerms['evaluation'],
  responses: readonly RankableResponse[],
  scoring: Scoring | null,
): readonly RankedResponse[] {
  const totals = new Map(responses.map(({ id }) => [id, scoring ? totalOf(scoring, id) : null]));
  const byTotal: Comparison = (a, b) => (totals.get(b.id) ?? -1) - (totals.get(a.id) ?? -1);
  const ranks = evaluation === 'price' || evaluation === 'first_come' || (evaluation === 'scored' && scoring !== null);
  const order: readonly Comparison[] =
    evaluation === 'price'
      ? [byPrice, byTime]
      : evaluation === 'scored' && scoring
        ? [byTotal, byPrice, byTime]
        : [byTime];
  return responses
    .toSorted((a, b) => {
      for (const compare of order) {
        const difference = compare(a, b);
        if (difference !== 0) return difference;
      }
      return 0;
    })
    .map((response, i) => ({
      responseId: response.id,
      organisationId: response.organisationId,
      organisationName: response.organisationName,
      rank: ranks ? i + 1 : null,
      priceFen: response.priceFen,
      total: totals.get(response.id) ?? null,
    }));
}
