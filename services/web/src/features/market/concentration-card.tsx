import { listMarketConcentration } from '@duijie/contracts';
import { useMemo, useState } from 'react';
import { useCall } from '../../api/use-call';
import { Money } from '../../kit/money';
import { excelAddress } from '../../kit/table/excel-address';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { FiguresCard } from './figures-card';
import { useNameOf, type MarketScope } from './use-market';

const useWords = defineWords('market-concentration', {
  zh: {
    title: '承接是否集中',
    why: '最大三家合计占多少，不列名次、不点名；不足 3 家的不统计。HHI 越接近 10000 越集中',
    what: '统计项',
    all: '全部',
    category: '按服务',
    district: '按区（市）县',
    agreements: '协议数',
    providers: '承接方数',
    topThree: '协议数：前三份额',
    hhi: '协议数：HHI',
    amount: '协议金额',
    topThreePaid: '金额：前三份额',
    hhiPaid: '金额：HHI',
    few: '不足 3 家',
    bars: '按协议数',
    paidBars: '按金额',
    unit: '%',
    label: '{{title}}，最大三家合计的份额：{{groups}}。',
    group: '{{name}} {{n}} 份协议、{{p}} 家承接，占 {{share}}%',
    nobody: '每一项都不足 3 家，暂不统计',
  },
  en: {
    title: 'Concentration of agreements',
    why: 'The share of the three largest together, nobody named or ranked; fewer than 3 providers are not told. The nearer the HHI to 10,000, the more concentrated',
    what: 'Of',
    all: 'All',
    category: 'By service',
    district: 'By district',
    agreements: 'Agreements',
    providers: 'Providers',
    topThree: 'Top three by agreements',
    hhi: 'HHI by agreements',
    amount: 'Amount',
    topThreePaid: 'Top three by amount',
    hhiPaid: 'HHI by amount',
    few: 'Fewer than 3',
    bars: 'By agreements',
    paidBars: 'By amount',
    unit: '%',
    label: '{{title}}, share of the three largest together: {{groups}}.',
    group: '{{name}}: {{n}} agreements of {{p}} providers, {{share}}%',
    nobody: 'nothing has 3 providers or more yet',
  },
});

const bys = ['all', 'category', 'district'] as const;
type By = (typeof bys)[number];

/** How agreements and amounts are spread over providers, who are not told. */
export function ConcentrationCard({ scope }: { readonly scope: MarketScope }) {
  const t = useWords();
  const { semicolon } = useLanguage();
  const named = useNameOf();
  const [by, setBy] = useState<By>('all');
  const query = scope.query(by, by === 'district' ? 'district' : undefined);
  const asked = useCall(listMarketConcentration, { query: { ...query, limit: 100 } });
  const items = useMemo(() => (asked.data?.items ?? []).toSorted((a, b) => b.agreements - a.agreements), [asked.data]);
  const nameOf = (item: (typeof items)[number]): string => (by === 'all' ? t('all') : named(item));
  const told = items.filter(({ byAgreements }) => byAgreements !== null);
  return (
    <FiguresCard
      title={t('title')}
      why={t('why')}
      asked={asked}
      items={items}
      keyOf={(item) => item.district ?? item.category ?? 'all'}
      columns={[
        { title: t('what'), cell: nameOf },
        { title: t('agreements'), cell: ({ agreements }) => agreements, number: true },
        { title: t('providers'), cell: ({ providers }) => providers, number: true },
        {
          title: t('topThree'),
          cell: ({ byAgreements }) => (byAgreements ? `${byAgreements.topThreePercent} %` : t('few')),
          number: true,
        },
        { title: t('hhi'), cell: ({ byAgreements }) => byAgreements?.hhi ?? t('few'), number: true },
        {
          title: t('amount'),
          cell: ({ byAmount }) => (byAmount ? <Money fen={byAmount.amountFen} /> : t('few')),
          number: true,
        },
        {
          title: t('topThreePaid'),
          cell: ({ byAmount }) => (byAmount ? `${byAmount.topThreePercent} %` : t('few')),
          number: true,
        },
        { title: t('hhiPaid'), cell: ({ byAmount }) => byAmount?.hhi ?? t('few'), number: true },
      ]}
      label={t('label', {
        title: t('title'),
        groups:
          told.length === 0
            ? t('nobody')
            : told
                .map((item) =>
                  t('group', {
                    name: nameOf(item),
                    n: item.agreements,
                    p: item.providers,
                    share: item.byAgreements?.topThreePercent ?? 0,
                  }),
                )
                .join(semicolon),
      })}
      by={{ value: by, onChange: setBy, options: bys.map((value) => ({ value, label: t(value) })) }}
      excel={excelAddress(listMarketConcentration, {}, query)}
      bars={
        told.length === 0
          ? null
          : {
              groups: told.map(nameOf),
              series: [
                {
                  name: t('bars'),
                  colour: '#1f5f5b',
                  values: told.map(({ byAgreements }) => byAgreements?.topThreePercent ?? null),
                },
                {
                  name: t('paidBars'),
                  colour: '#e0a33a',
                  values: told.map(({ byAmount }) => byAmount?.topThreePercent ?? null),
                },
              ],
              lying: true,
              stacked: false,
              unit: t('unit'),
              most: 100,
            }
      }
    />
  );
}
