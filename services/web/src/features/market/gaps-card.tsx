import { listMarketNeeds } from '@duijie/contracts';
import { useMemo, useState } from 'react';
import { useCall } from '../../api/use-call';
import { excelAddress } from '../../kit/table/excel-address';
import { defineWords } from '../../words/define-words';
import { FiguresCard } from './figures-card';
import { useNameOf, type MarketScope } from './use-market';

const useWords = defineWords('market-gaps', {
  zh: {
    title: '有需求、无供给',
    why: '正在征集、但还没有服务包合适也没有人响应的需求；是补能力、扩服务区的方向',
    what: '统计项',
    leaf: '按服务',
    district: '按区（市）县',
    open: '正在征集',
    gap: '暂无匹配',
    fits: '已有匹配或响应',
    share: '占比',
    unit: '条',
    label: '{{title}}。正在征集 {{open}} 条，其中暂无匹配 {{gap}} 条{{most}}。{{twice}}',
    most: '，最多的是{{name}}（{{n}} 条）',
    none: '{{title}}。正在征集 {{open}} 条，每条都有服务包合适或已有人响应。{{twice}}',
    twice: '一条需求要几类服务，就在几类里各算一次。',
  },
  en: {
    title: 'Demand without supply',
    why: 'Open needs that no package fits and nobody has answered: where to build up or to serve more',
    what: 'Of',
    leaf: 'By service',
    district: 'By district',
    open: 'Open',
    gap: 'No package fits',
    fits: 'Matched or answered',
    share: 'Share',
    unit: 'needs',
    label: '{{title}}. {{open}} open; of these, {{gap}} without supply{{most}}. {{twice}}',
    most: ', most in {{name}} ({{n}})',
    none: '{{title}}. {{open}} open; each has a package that fits or an answer. {{twice}}',
    twice: 'A need counts under each of its services.',
  },
});

/** Open needs that nothing fits, by service or by district. */
export function GapsCard({ scope }: { readonly scope: MarketScope }) {
  const t = useWords();
  const nameOf = useNameOf();
  const [by, setBy] = useState<'leaf' | 'district'>('leaf');
  const query = scope.query(by, by === 'district' ? 'district' : undefined);
  const asked = useCall(listMarketNeeds, { query: { ...query, limit: 100 } });
  const items = useMemo(
    () =>
      (asked.data?.items ?? [])
        .filter(({ open }) => open > 0)
        .toSorted((a, b) => b.withoutPackage - a.withoutPackage || b.open - a.open),
    [asked.data],
  );
  const missing = items.filter(({ withoutPackage }) => withoutPackage > 0).slice(0, 15);
  const [most] = missing;
  const counts = {
    title: t('title'),
    twice: by === 'leaf' ? t('twice') : '',
    open: items.reduce((total, item) => total + item.open, 0),
    gap: items.reduce((total, item) => total + item.withoutPackage, 0),
  };
  return (
    <FiguresCard
      title={t('title')}
      why={t('why')}
      asked={asked}
      items={items}
      keyOf={({ leaf, district }) => leaf ?? district ?? ''}
      columns={[
        { title: t('what'), cell: nameOf },
        { title: t('open'), cell: ({ open }) => open, number: true },
        { title: t('gap'), cell: ({ withoutPackage }) => withoutPackage, number: true },
        {
          title: t('share'),
          cell: ({ open, withoutPackage }) => `${Math.round((withoutPackage / open) * 100)} %`,
          number: true,
        },
      ]}
      label={
        most
          ? t('label', { ...counts, most: t('most', { name: nameOf(most), n: most.withoutPackage }) })
          : t('none', counts)
      }
      by={{
        value: by,
        onChange: setBy,
        options: [
          { value: 'leaf', label: t('leaf') },
          { value: 'district', label: t('district') },
        ],
      }}
      excel={excelAddress(listMarketNeeds, {}, query)}
      bars={
        most
          ? {
              groups: missing.map(nameOf),
              series: [
                { name: t('gap'), colour: '#b3564f', values: missing.map(({ withoutPackage }) => withoutPackage) },
                {
                  name: t('fits'),
                  colour: '#cfd8d3',
                  values: missing.map(({ open, withoutPackage }) => open - withoutPackage),
                },
              ],
              lying: true,
              stacked: true,
              unit: t('unit'),
              whole: true,
              tell: (at) => {
                const item = missing[at];
                return item ? `${nameOf(item)}\n${t('gap')} ${item.withoutPackage} / ${t('open')} ${item.open}` : '';
              },
            }
          : null
      }
    />
  );
}
