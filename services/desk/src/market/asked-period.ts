import { longestMarketMonths } from '@duijie/contracts';
import { addMonths, dayOf, type Day } from '@duijie/domain-kit';
import { ValidationFailed } from '@duijie/service-kit';

/**
 * The period that is counted: twelve months with the present one unless said otherwise.
 * @throws ValidationFailed where it ends before it begins, or is longer than can be counted at once
 */
export function askedPeriod(
  query: { readonly from?: Day | undefined; readonly to?: Day | undefined },
  now: Date,
): { readonly from: Day; readonly to: Day } {
  const to = query.to ?? dayOf(now);
  const from = query.from ?? `${addMonths(`${to.slice(0, 7)}-01`, -11).slice(0, 7)}-01`;
  if (from > to)
    throw new ValidationFailed([
      {
        pointer: '?from',
        detail: { zh: '开始日期不能晚于结束日期', en: 'The first day must not be after the last' },
      },
    ]);
  if (addMonths(from, longestMarketMonths) < to)
    throw new ValidationFailed([
      {
        pointer: '?from',
        detail: {
          zh: `一次最多统计 ${longestMarketMonths} 个月`,
          en: `At most ${longestMarketMonths} months are counted at once`,
        },
      },
    ]);
  return { from, to };
}
