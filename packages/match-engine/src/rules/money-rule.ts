import { PRICE_MODELS } from '../vocabulary';
import { type HardRule, OUTCOME } from './hard-rule';

const NEGOTIABLE = PRICE_MODELS.indexOf('negotiable');
/** Bits of the models that ask for no money. */
const NO_MONEY = [
  PRICE_MODELS.indexOf('free'),
  PRICE_MODELS.indexOf('invest_share'),
  PRICE_MODELS.indexOf('user_pays'),
  PRICE_MODELS.indexOf('in_kind'),
].reduce((bits, model) => bits | (1 << model), 0);

/**
 * A need without money is served only by packages that ask none of it: free, invested, paid by users, in kind, or
 * negotiable down to nothing.
 *
 * @see DOMAIN.md, Match: hard rules
 */
export const moneyRule: HardRule = {
  code: 'money',
  check(need, columns, row) {
    if (!need.zeroBudget) return OUTCOME.pass;
    const model = columns.priceModel[row]!;
    if ((NO_MONEY >> model) & 1) return OUTCOME.pass;
    return model === NEGOTIABLE && columns.priceMinFen[row] === 0 ? OUTCOME.pass : OUTCOME.fail;
  },
  reason(need, columns, row) {
    return {
      code: this.check(need, columns, row) ? 'money.fail' : 'money.pass',
      params: { model: PRICE_MODELS[columns.priceModel[row]!] ?? '', minFen: columns.priceMinFen[row]! },
    };
  },
};
