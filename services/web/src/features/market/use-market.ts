import { getTaxonomy, type MarketBy, type MarketNeeds } from '@duijie/contracts';
import { addMonths, dayOf } from '@duijie/domain-kit';
import { Grid } from 'antd';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useCall } from '../../api/use-call';
import { useLargeText } from '../../app/appearance';
import { useNow } from '../../kit/use-now';
import { useLanguage } from '../../words/language';
import type { BarLook } from './bar-option';

/** Months that may be looked at, with the present one. */
export const periods = [6, 12, 24, 36] as const;
export type Period = (typeof periods)[number];

/** The query of a route of figures, but for its page. */
export type MarketQueryGiven = {
  readonly by: MarketBy;
  readonly from: string;
  readonly to: string;
  readonly district?: string;
  readonly category?: string;
};

/** What all figures of the page are narrowed to, and kept in the address. */
export interface MarketScope {
  readonly from: string;
  readonly to: string;
  readonly months: Period;
  readonly district: string | null;
  readonly category: string | null;
  readonly change: (patch: Readonly<Record<string, string | null>>) => void;
  /** For the routes of figures. @param without leaves that out */
  readonly query: (by: MarketBy, without?: 'district' | 'category') => MarketQueryGiven;
}

export function useMarketScope(): MarketScope {
  const [search, setSearch] = useSearchParams();
  const to = dayOf(new Date(useNow()));
  const months = periods.find((one) => String(one) === search.get('months')) ?? 12;
  const district = search.get('district');
  const category = search.get('category');
  return useMemo(() => {
    const from = `${addMonths(`${to.slice(0, 7)}-01`, 1 - months).slice(0, 7)}-01`;
    return {
      from,
      to,
      months,
      district,
      category,
      change: (patch) =>
        setSearch(
          (before) => {
            const next = new URLSearchParams(before);
            for (const [key, value] of Object.entries(patch))
              if (value === null) next.delete(key);
              else next.set(key, value);
            return next;
          },
          { replace: true },
        ),
      query: (by, without) => ({
        by,
        from,
        to,
        ...(district !== null && without !== 'district' ? { district } : {}),
        ...(category !== null && without !== 'category' ? { category } : {}),
      }),
    };
  }, [category, district, months, setSearch, to]);
}

/** Every month of a period, `2026-11`. */
export function monthsOf({ from, months }: Pick<MarketScope, 'from' | 'months'>): string[] {
  return Array.from({ length: months }, (_each, at) => addMonths(from, at).slice(0, 7));
}

/** How charts are drawn here. */
export function useBarLook(): BarLook {
  const large = useLargeText();
  const narrow = !(Grid.useBreakpoint().md ?? true);
  return useMemo(() => ({ large, narrow }), [large, narrow]);
}

type Key = Pick<MarketNeeds, 'month' | 'district' | 'category' | 'leaf' | 'name'>;

/** The name of what figures are of: groups and leaves by the taxonomy as it is now. */
export function useNameOf(): (item: Key) => string {
  const { data } = useCall(getTaxonomy, {});
  const { language, say } = useLanguage();
  return useMemo(() => {
    const names = new Map(
      (data?.groups ?? []).flatMap((group) =>
        [group, ...group.leaves].map((one) => [one.code, one[language]] as const),
      ),
    );
    return ({ category, leaf, name }) => names.get(category ?? leaf ?? '') ?? say(name);
  }, [data, language, say]);
}
