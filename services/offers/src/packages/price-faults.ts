import type { PackageBody } from '@duijie/contracts';
import { formatFen } from '@duijie/domain-kit';
import type { Fault } from '@duijie/service-kit';

type Price = PackageBody['price'];
type Model = Price['model'];

/** Nobody pays money: the range is 0–0. */
const withoutPrice: readonly Model[] = ['free', 'invest_share', 'in_kind'];
/** A range is a guide only, and may be left at 0–0. */
const withGuide: readonly Model[] = ['negotiable', 'user_pays'];
/** Above this an amount was surely meant in another unit. */
const ceilingFen: Readonly<Partial<Record<Model, number>>> = {
  per_m2_month: 100_00,
  per_household_month: 10_000_00,
  per_month: 50_000_000_00,
  per_session: 10_000_000_00,
};

/** @returns what is wrong with a price, pointing to its fields; amounts in fen */
export function priceFaults({ model, minFen, maxFen }: Price): Fault[] {
  if (withoutPrice.includes(model))
    return (['minFen', 'maxFen'] as const)
      .filter((end) => (end === 'minFen' ? minFen : maxFen) !== 0)
      .map((end) => ({
        pointer: `/price/${end}`,
        detail: {
          zh: '这种计价方式不收钱，金额应为 0',
          en: 'This way of pricing takes no money; the amount must be 0',
        },
      }));
  if (minFen > maxFen)
    return [
      { pointer: '/price/maxFen', detail: { zh: '上限不能低于下限', en: 'The most must not be below the least' } },
    ];
  if (maxFen === 0 && !withGuide.includes(model))
    return [
      {
        pointer: '/price/maxFen',
        detail: { zh: '请填写金额；不收费请选“免费”', en: 'Enter an amount; choose “free” where none is taken' },
      },
    ];
  const ceiling = ceilingFen[model];
  if (ceiling !== undefined && maxFen > ceiling)
    return [
      {
        pointer: '/price/maxFen',
        detail: {
          zh: `超过 ${formatFen(ceiling, 'zh')}，请核对单位`,
          en: `More than ${formatFen(ceiling, 'en')}; check the unit`,
        },
      },
    ];
  return [];
}
