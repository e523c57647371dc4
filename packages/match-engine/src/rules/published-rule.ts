import { FLAG } from '../columns/rank-columns';
import { type HardRule, OUTCOME } from './hard-rule';

/** The package is published. @see DOMAIN.md, Match: hard rules */
export const publishedRule: HardRule = {
  code: 'published',
  check: (_need, columns, row) => (columns.flags[row]! & FLAG.published ? OUTCOME.pass : OUTCOME.fail),
  reason(need, columns, row) {
    return { code: this.check(need, columns, row) ? 'published.fail' : 'published.pass', params: {} };
  },
};
