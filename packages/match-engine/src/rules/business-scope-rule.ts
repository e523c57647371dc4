import { FLAG, rowHas } from '../columns/rank-columns';
import { type HardRule, OUTCOME } from './hard-rule';

/**
 * The registered business scope covers what the package would deliver, where public money asks for it. A scope that is
 * not known passes with a note.
 *
 * @see DOMAIN.md, Match: hard rules
 */
export const businessScopeRule: HardRule = {
  code: 'business_scope',
  check(need, columns, row) {
    if (!need.scopeMatters) return OUTCOME.pass;
    if (!(columns.flags[row]! & FLAG.scopeKnown)) return OUTCOME.unknown;
    let delivers = false;
    for (let c = 0; c < need.components.length; c++) {
      if (!rowHas(columns.leaves, row, need.components[c]!)) continue;
      delivers = true;
      if (rowHas(columns.scopeLeaves, row, need.components[c]!)) return OUTCOME.pass;
    }
    const covers = columns.scopeLeaves.end[row]! > columns.scopeLeaves.start[row]!;
    return delivers || !covers ? OUTCOME.fail : OUTCOME.pass;
  },
  reason(need, columns, row) {
    const outcome = this.check(need, columns, row);
    const suffix = outcome === OUTCOME.fail ? 'fail' : outcome === OUTCOME.unknown ? 'unknown' : 'pass';
    return { code: `business_scope.${suffix}`, params: { funding: need.need.funding } };
  },
};
