import { PROVIDER_KINDS } from '../vocabulary';
import { type HardRule, OUTCOME } from './hard-rule';

/** The need allows the provider's kind. @see DOMAIN.md, Match: hard rules */
export const kindRule: HardRule = {
  code: 'kind',
  check: (need, columns, row) => ((need.kindBits >> columns.kind[row]!) & 1 ? OUTCOME.pass : OUTCOME.fail),
  reason(need, columns, row) {
    return {
      code: this.check(need, columns, row) ? 'kind.fail' : 'kind.pass',
      params: { kind: PROVIDER_KINDS[columns.kind[row]!] ?? '', allowed: need.need.eligibleKinds },
    };
  },
};
