import type { PackageColumns } from '../columns/package-columns';
import type { Change } from '../ranked';
import { OUTCOME } from '../rules/hard-rule';
import { qualificationRule } from '../rules/qualification-rule';
import { costPermille } from '../scoring/cost-permille';
import { coverage } from '../scoring/coverage';
import { sharesWords } from '../scoring/shares-words';
import { suitsPeople } from '../scoring/suits-people';
import type { Weights } from '../scoring/weights';
import type { DescribedNeed } from './prepared-need';

/**
 * Says what keeps a package from being suggested apart from hard rules and score: a price far beyond the budget, none of
 * the services asked for, or a description that speaks of something else or of other people. Services are not held against a package that
 * lacks a qualification: curing that gives them back.
 *
 * @param need the prepared need @param columns the index @param row the package's row @param weights the weights
 * @returns the changes that would mend it; empty when nothing does
 */
export function fitChanges(need: DescribedNeed, columns: PackageColumns, row: number, weights: Weights): Change[] {
  const changes: Change[] = [];
  const add = (kind: Change['kind'], code: string, params: Change['reason']['params']): void => {
    changes.push({ kind, rule: null, points: 0, reason: { code, params } });
  };
  const permille = costPermille(need, columns, row);
  if (permille >= weights.farOverBudgetPermille) {
    add('lower_price', 'price.far_over', { budgetMaxFen: need.budgetMaxFen, costPermille: permille });
  }
  const barred = qualificationRule.check(need, columns, row) === OUTCOME.fail;
  if (!barred && coverage(need, columns, row) < weights.leastCoveragePermille) {
    const services = [...need.components].map((leaf) => columns.taxonomy.names[leaf]!);
    add('add_service', services.length ? 'coverage.missing' : 'coverage.unknown', { services });
  }
  if (!suitsPeople(need, columns, row)) add('describe_service', 'people.other', {});
  if (!sharesWords(need, columns, row, weights)) add('describe_service', 'words.missing', {});
  return changes;
}
