import { FLAG } from '../columns/rank-columns';
import { type HardRule, OUTCOME } from './hard-rule';

/** The provider is verified. @see DOMAIN.md, Match: hard rules */
export const verifiedRule: HardRule = {
  code: 'verified',
  check: (_need, columns, row) => (columns.flags[row]! & FLAG.verified ? OUTCOME.pass : OUTCOME.fail),
  reason(need, columns, row) {
    return { code: this.check(need, columns, row) ? 'verified.fail' : 'verified.pass', params: {} };
  },
};
