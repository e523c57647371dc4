import type { Scoring } from '@duijie/contracts';
import { faultAt, type Fault } from '@duijie/service-kit';

/**
 * What is wrong with scores.
 * @param eligible ids of the responses that may be chosen: each is scored exactly once
 */
export function scoringFaults({ criteria, scores }: Scoring, eligible: readonly string[]): readonly Fault[] {
  const faults: Fault[] = [];
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  if (weights !== 100)
    faults.push(
      faultAt('/scoring/criteria', `权重之和须为 100，现为 ${weights}`, `Weights must sum to 100, not to ${weights}`),
    );
  if (new Set(criteria.map(({ name }) => name)).size !== criteria.length)
    faults.push(faultAt('/scoring/criteria', '评分项名称重复', 'A criterion stands twice'));
  const seen = new Set<string>();
  for (const [i, { responseId, scores: points }] of scores.entries()) {
    if (!eligible.includes(responseId))
      faults.push(
        faultAt(`/scoring/scores/${i}/responseId`, '这份响应不参加评分', 'This response takes no part in the scoring'),
      );
    else if (seen.has(responseId))
      faults.push(faultAt(`/scoring/scores/${i}/responseId`, '同一响应评了两次', 'This response is scored twice'));
    seen.add(responseId);
    if (points.length !== criteria.length)
      faults.push(
        faultAt(
          `/scoring/scores/${i}/scores`,
          `须为 ${criteria.length} 项评分各给一个分数`,
          `Give one score for each of the ${criteria.length} criteria`,
        ),
      );
  }
  const missing = eligible.filter((id) => !seen.has(id)).length;
  if (missing > 0)
    faults.push(
      faultAt('/scoring/scores', `还有 ${missing} 份响应没有评分`, `${missing} responses have no scores yet`),
    );
  return faults;
}
