import type { NeedPublicState } from '@duijie/contracts';
import { formatFen, fundings, modes, organisationKinds } from '@duijie/domain-kit';
import { chineseDay } from './chinese-date';
import { toBeFilledIn } from './filled';

type Need = Pick<NeedPublicState, 'money' | 'funding' | 'place' | 'eligibleKinds' | 'mode' | 'window'>;

/** The money of a need in a few words. */
export function moneyWords({ money }: Pick<Need, 'money'>): string {
  switch (money.kind) {
    case 'none':
      return '不涉及资金';
    case 'unknown':
      return '待商定';
    case 'fixed':
      return `定额${formatFen(money.amountFen, 'zh')}`;
    case 'range':
      return money.minFen === money.maxFen || money.minFen === 0
        ? `不超过${formatFen(money.maxFen, 'zh')}`
        : `${formatFen(money.minFen, 'zh')}至${formatFen(money.maxFen, 'zh')}`;
  }
}

/** Where it is, from the district down, each name once. */
export const placeWords = ({ place }: Pick<Need, 'place'>): string =>
  [place.district, place.subdistrict, place.community, place.compound].filter((name) => name !== null).join('') ||
  toBeFilledIn;

/** Who may take it on. */
export const eligibleWords = ({ eligibleKinds }: Pick<Need, 'eligibleKinds'>): string =>
  eligibleKinds.length === 0 ? '主体类型不限' : eligibleKinds.map((kind) => organisationKinds[kind].zh).join('、');

export const fundingWords = ({ funding }: Pick<Need, 'funding'>): string =>
  funding === null ? toBeFilledIn : fundings[funding].zh;
export const modeWords = ({ mode }: Pick<Need, 'mode'>): string => modes[mode].zh;

/** When the service is wanted. */
export function windowWords({ window: { start, end } }: Pick<Need, 'window'>): string {
  if (start !== null && end !== null) return `${chineseDay(start)}至${chineseDay(end)}`;
  if (start !== null) return `${chineseDay(start)}起`;
  return end === null ? '时间可商定' : `${chineseDay(end)}前`;
}
