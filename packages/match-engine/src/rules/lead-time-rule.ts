import { type HardRule, OUTCOME } from './hard-rule';

/**
 * The provider can start by the first day of the window, counted from the as-of day; an open window passes. In an
 * emergency a broker may waive it.
 *
 * @see DOMAIN.md, Match: hard rules
 */
export const leadTimeRule: HardRule = {
  code: 'lead_time',
  check(need, columns, row) {
    if (need.openWindow || need.asOfDay + columns.leadTimeDays[row]! <= need.startDay) return OUTCOME.pass;
    if (!need.emergency) return OUTCOME.fail;
    return need.leadTimeWaived ? OUTCOME.pass : OUTCOME.waivable;
  },
  reason(need, columns, row) {
    const outcome = this.check(need, columns, row);
    const suffix = outcome === OUTCOME.fail ? 'fail' : outcome === OUTCOME.waivable ? 'waivable' : 'pass';
    return {
      code: `lead_time.${suffix}`,
      params: { leadTimeDays: columns.leadTimeDays[row]!, daysLeft: need.startDay - need.asOfDay },
    };
  },
};
