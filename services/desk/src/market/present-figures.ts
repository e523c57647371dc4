import {
  fewestTold,
  type MarketBy,
  type MarketConcentration,
  type MarketNeeds,
  type MarketSpread,
} from '@duijie/contracts';
import type { NeedsRow, SharesRow, SpreadRow } from './persistence/market-figures.read-model';

type Words = ReadonlyMap<string, { zh: string; en: string }>;
type MarketKey = Pick<MarketNeeds, 'month' | 'district' | 'category' | 'leaf' | 'name'>;

const ofAll = { zh: '全部', en: 'All' };

/** What figures are of. @param words of groups and leaves; a code without words stands for itself */
export const marketKey = (by: MarketBy, key: string, words: Words): MarketKey => ({
  month: by === 'month' ? key : null,
  district: by === 'district' ? key : null,
  category: by === 'category' ? key : null,
  leaf: by === 'leaf' ? key : null,
  name: by === 'all' ? ofAll : (words.get(key) ?? { zh: key, en: key }),
});

export const presentNeeds = (key: MarketKey, row: NeedsRow): MarketNeeds => ({
  ...key,
  needs: Number(row.needs),
  open: Number(row.open),
  deciding: Number(row.deciding),
  underWay: Number(row.under_way),
  completed: Number(row.completed),
  failed: Number(row.failed),
  closed: Number(row.closed),
  withoutPackage: Number(row.without_package),
});

/** Days with one decimal. */
const daysOf = (hours: number): number => Math.round(hours / 2.4) / 10;

export const presentSpread = (row: SpreadRow | undefined): MarketSpread | null =>
  row
    ? {
        needs: Number(row.n),
        lowerDays: daysOf(row.lower_hours),
        medianDays: daysOf(row.median_hours),
        upperDays: daysOf(row.upper_hours),
      }
    : null;

const sharesOf = (hhi: number, topThree: string | number) => ({
  hhi: Math.min(10_000, Math.round(hhi * 10_000)),
  topThreePercent: Math.min(100, Math.round(Number(topThree) * 1000) / 10),
});

/** Where fewer than three share, a share would name them. */
export function presentShares(key: MarketKey, row: SharesRow): MarketConcentration {
  const providers = Number(row.providers);
  const paidProviders = Number(row.paid_providers);
  return {
    ...key,
    agreements: Number(row.agreements),
    providers,
    byAgreements: providers < fewestTold ? null : sharesOf(row.hhi, row.top_three),
    byAmount:
      paidProviders < fewestTold || row.paid_hhi === null || row.paid_top_three === null
        ? null
        : {
            amountFen: Number(row.paid_fen),
            providers: paidProviders,
            ...sharesOf(row.paid_hhi, row.paid_top_three),
          },
  };
}
