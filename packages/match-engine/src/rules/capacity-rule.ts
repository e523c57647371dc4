import { type HardRule, OUTCOME } from './hard-rule';

/** The package can take one more project. @see DOMAIN.md, Match: hard rules */
export const capacityRule: HardRule = {
  code: 'capacity',
  check: (_need, columns, row) => (columns.freeCapacity[row]! > 0 ? OUTCOME.pass : OUTCOME.fail),
  reason(need, columns, row) {
    return {
      code: this.check(need, columns, row) ? 'capacity.fail' : 'capacity.pass',
      params: { free: Math.max(0, columns.freeCapacity[row]!) },
    };
  },
};
