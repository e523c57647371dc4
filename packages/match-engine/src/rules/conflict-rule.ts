import { type HardRule, OUTCOME } from './hard-rule';

/** Who drafted, screened, brokers, judges or supervises a need does not supply it. @see DOMAIN.md, Conflict wall */
export const conflictRule: HardRule = {
  code: 'conflict',
  check: (need, columns, row) => (need.excluded.includes(columns.provider[row]!) ? OUTCOME.fail : OUTCOME.pass),
  reason(need, columns, row) {
    return { code: this.check(need, columns, row) ? 'conflict.fail' : 'conflict.pass', params: {} };
  },
};
