import { listMarketNeeds, type MarketNeeds } from '@duijie/contracts';
import { useMemo, useState } from 'react';
import { useCall } from '../../api/use-call';
import { excelAddress } from '../../kit/table/excel-address';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import type { BarSeries } from './bar-option';
import { FiguresCard, type FigureColumn } from './figures-card';
import { monthsOf, useNameOf, type MarketScope } from './use-market';

const useWords = defineWords('market-needs', {
  zh: {
    overTime: '各月发布的需求',
    overTimeWhy: '按发布月份统计，颜色是现在的进展',
    byKind: '各类服务的需求',
    byKindWhy: '一条需求要几类服务，就在几类里各算一次',
    month: '月份',
    kind: '服务',
    category: '大类',
    leaf: '小类',
    needs: '需求数',
    unit: '条',
    open: '响应中',
    deciding: '评定中',
    underWay: '已确定或实施中',
    completed: '已完成',
    failed: '未成功',
    closed: '撤回或转办',
    label: '{{title}}。共 {{n}} 条需求，其中{{states}}。最多的是{{most}}。',
    one: '{{name}} {{n}} 条',
  },
  en: {
    overTime: 'Needs by month',
    overTimeWhy: 'By the month of publication; the colour is how far they are now',
    byKind: 'Needs by service',
    byKindWhy: 'A need that asks for several services counts under each',
    month: 'Month',
    kind: 'Service',
    category: 'Groups',
    leaf: 'Services',
    needs: 'Needs',
    unit: 'needs',
    open: 'Taking responses',
    deciding: 'Deciding',
    underWay: 'Awarded or in delivery',
    completed: 'Completed',
    failed: 'Failed',
    closed: 'Withdrawn or referred',
    label: '{{title}}. {{n}} needs: {{states}}. Most in {{most}}.',
    one: '{{n}} {{name}}',
  },
});

const states = ['open', 'deciding', 'underWay', 'completed', 'failed', 'closed'] as const;
const colours: Readonly<Record<(typeof states)[number], string>> = {
  open: '#e0a33a',
  deciding: '#8a5600',
  underWay: '#7fb5ae',
  completed: '#1f5f5b',
  failed: '#b3564f',
  closed: '#aab3ae',
};
const sum = (items: readonly MarketNeeds[], field: (typeof states)[number] | 'needs'): number =>
  items.reduce((total, item) => total + item[field], 0);

function useStates() {
  const t = useWords();
  const { comma } = useLanguage();
  return {
    series: (items: readonly (MarketNeeds | undefined)[]): BarSeries[] =>
      states.map((state) => ({
        name: t(state),
        colour: colours[state],
        values: items.map((item) => item?.[state] ?? 0),
      })),
    columns: (first: string, nameOf: (item: MarketNeeds) => string): FigureColumn<MarketNeeds>[] => [
      { title: first, cell: nameOf },
      { title: t('needs'), cell: ({ needs }) => needs, number: true },
      ...states.map((state) => ({ title: t(state), cell: (item: MarketNeeds) => item[state], number: true })),
    ],
    label: (title: string, items: readonly MarketNeeds[], nameOf: (item: MarketNeeds) => string): string => {
      const told = states
        .map((state) => [state, sum(items, state)] as const)
        .filter(([, n]) => n > 0)
        .map(([state, n]) => t('one', { name: t(state), n }));
      const [most] = items.toSorted((a, b) => b.needs - a.needs);
      return t('label', {
        title,
        n: sum(items, 'needs'),
        states: told.join(comma),
        most: most ? t('one', { name: nameOf(most), n: most.needs }) : '—',
      });
    },
  };
}

/** Needs by month of publication, each as far as it is. */
export function NeedsOverTime({ scope }: { readonly scope: MarketScope }) {
  const t = useWords();
  const query = scope.query('month');
  const asked = useCall(listMarketNeeds, { query: { ...query, limit: 100 } });
  const items = asked.data?.items ?? [];
  const { series, columns, label } = useStates();
  const months = monthsOf(scope);
  const byMonth = new Map(items.map((item) => [item.month, item]));
  const nameOf = (item: MarketNeeds): string => item.month ?? '';
  return (
    <FiguresCard
      title={t('overTime')}
      why={t('overTimeWhy')}
      asked={asked}
      items={items}
      keyOf={nameOf}
      columns={columns(t('month'), nameOf)}
      label={label(t('overTime'), items, nameOf)}
      excel={excelAddress(listMarketNeeds, {}, query)}
      bars={{
        groups: months,
        series: series(months.map((month) => byMonth.get(month))),
        lying: false,
        stacked: true,
        unit: t('unit'),
        whole: true,
      }}
    />
  );
}

/** Needs by group or leaf of the service taxonomy, the most asked for first. */
export function NeedsByService({ scope }: { readonly scope: MarketScope }) {
  const t = useWords();
  const [by, setBy] = useState<'category' | 'leaf'>('category');
  const query = scope.query(by);
  const asked = useCall(listMarketNeeds, { query: { ...query, limit: 100 } });
  const nameOf = useNameOf();
  const { series, columns, label } = useStates();
  const items = useMemo(() => (asked.data?.items ?? []).toSorted((a, b) => b.needs - a.needs), [asked.data]);
  const shown = items.slice(0, 15);
  return (
    <FiguresCard
      title={t('byKind')}
      why={t('byKindWhy')}
      asked={asked}
      items={items}
      keyOf={({ category, leaf }) => category ?? leaf ?? ''}
      columns={columns(t('kind'), nameOf)}
      label={label(t('byKind'), items, nameOf)}
      by={{
        value: by,
        onChange: setBy,
        options: [
          { value: 'category', label: t('category') },
          { value: 'leaf', label: t('leaf') },
        ],
      }}
      excel={excelAddress(listMarketNeeds, {}, query)}
      bars={{
        groups: shown.map(nameOf),
        series: series(shown),
        lying: true,
        stacked: true,
        unit: t('unit'),
        whole: true,
      }}
    />
  );
}
