import { rowHas } from '../columns/rank-columns';
import { type HardRule, OUTCOME } from './hard-rule';
import { holdsQualification } from './holds-qualification';
import { isBarred } from './is-barred';

/**
 * Whoever does the component that needs a qualification holds it until the end of the window. One that is asked of
 * everybody must be held; one that belongs to some components bars only those, so that a package without it may still do
 * the others, and fails only when nothing else that it does is asked for.
 *
 * @see DOMAIN.md, Match: hard rules
 */
export const qualificationRule: HardRule = {
  code: 'qualification',
  check(need, columns, row) {
    if (need.qualifications.length === 0) return OUTCOME.pass;
    for (let i = 0; i < need.qualifications.length; i++) {
      const required = need.qualifications[i]!;
      if (required.leaves.length === 0 && !holdsQualification(need, columns, row, required)) return OUTCOME.fail;
    }
    let barred = 0;
    for (let c = 0; c < need.components.length; c++) {
      const leaf = need.components[c]!;
      if (!rowHas(columns.leaves, row, leaf)) continue;
      if (!isBarred(need, columns, row, leaf)) return OUTCOME.pass;
      barred++;
    }
    return barred > 0 ? OUTCOME.fail : OUTCOME.pass;
  },
  reason(need, columns, row) {
    const missing = need.need.requiredQualifications.filter((_, i) => {
      const required = need.qualifications[i]!;
      return (
        !holdsQualification(need, columns, row, required) &&
        (required.leaves.length === 0 || required.leaves.some((leaf) => rowHas(columns.leaves, row, leaf)))
      );
    });
    const failed = this.check(need, columns, row) === OUTCOME.fail;
    const code = failed ? 'qualification.fail' : missing.length ? 'qualification.partner' : 'qualification.pass';
    return { code, params: { missing: missing.map(({ name }) => name) } };
  },
};
