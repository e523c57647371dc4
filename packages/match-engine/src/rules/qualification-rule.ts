import type { PackageColumns } from '../columns/package-columns.js';
import type { PreparedNeed } from '../ranking/prepared-need.js';
import type { PreparedQualification } from '../ranking/prepare-qualifications.js';
import { type HardRule, OUTCOME } from './hard-rule.js';

/**
 * Whoever does the component that needs a qualification holds it until the end of the window. A package that does none
 * of the components that a qualification belongs to is judged without it.
 *
 * @see DOMAIN.md, Match: hard rules
 */
export const qualificationRule: HardRule = {
  code: 'qualification',
  check(need, columns, row) {
    for (let i = 0; i < need.qualifications.length; i++) {
      if (lacks(need, columns, row, need.qualifications[i]!)) return OUTCOME.fail;
    }
    return OUTCOME.pass;
  },
  reason(need, columns, row) {
    const missing = need.qualifications.filter((required) => lacks(need, columns, row, required));
    return {
      code: missing.length ? 'qualification.fail' : 'qualification.pass',
      params: { missing: missing.map(({ name }) => name) },
    };
  },
};

function lacks(need: PreparedNeed, columns: PackageColumns, row: number, required: PreparedQualification): boolean {
  if (!isAsked(columns.leaves[row]!, required)) return false;
  const held = columns.qualifications[row]!;
  for (let i = 0; i < held.length; i += 2) {
    if (required.answers.has(held[i]!) && held[i + 1]! >= need.endDay) return false;
  }
  return true;
}

function isAsked(leaves: Int32Array, required: PreparedQualification): boolean {
  if (required.leaves.length === 0) return true;
  for (let i = 0; i < leaves.length; i++) if (required.leaves.includes(leaves[i]!)) return true;
  return false;
}
