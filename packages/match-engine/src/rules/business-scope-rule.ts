import { FLAG } from '../columns/package-columns';
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
    const leaves = columns.leaves[row]!;
    const inScope = columns.scopeLeaves[row]!;
    let delivers = false;
    for (let i = 0; i < leaves.length; i++) {
      if (!need.components.includes(leaves[i]!)) continue;
      delivers = true;
      if (inScope.includes(leaves[i]!)) return OUTCOME.pass;
    }
    return delivers || inScope.length === 0 ? OUTCOME.fail : OUTCOME.pass;
  },
  reason(need, columns, row) {
    const outcome = this.check(need, columns, row);
    const suffix = outcome === OUTCOME.fail ? 'fail' : outcome === OUTCOME.unknown ? 'unknown' : 'pass';
    return { code: `business_scope.${suffix}`, params: { funding: need.need.funding } };
  },
};
