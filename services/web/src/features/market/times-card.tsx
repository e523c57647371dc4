import { listMarketTimes, type MarketSpread, type MarketTimes } from '@duijie/contracts';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useCall } from '../../api/use-call';
import { excelAddress } from '../../kit/table/excel-address';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { FiguresCard } from './figures-card';
import { useNameOf, type MarketScope } from './use-market';

const useWords = defineWords('market-times', {
  zh: {
    title: '从发布到对接、确定、验收要多久',
    why: '半数需求在中位天数内办到；不足 3 条的不统计。密封的征集从开启后才知道谁响应',
    which: '看哪一段',
    toMatch: '到对接',
    toDecision: '到确定承接方',
    toAcceptance: '到验收',
    what: '统计项',
    all: '全部',
    month: '按月',
    district: '按区（市）县',
    category: '按服务',
    needs: '需求数',
    lower: '四分之一在几天内',
    median: '中位天数',
    upper: '四分之三在几天内',
    fast: '快的四分之一到中位',
    slow: '中位到慢的四分之一',
    few: '不足 3 条',
    unit: '天',
    tell: '{{name}}\n半数{{median}}\n四分之一{{lower}}，四分之三{{upper}}\n{{n}} 条需求',
    label: '{{title}}，{{which}}：{{groups}}。',
    group: '{{name}}半数{{median}}（四分之一{{lower}}，四分之三{{upper}}）',
    within: '{{n}} 天内',
    sameDay: '当天',
    soon: '四分之三都在发布当天办到',
    nobody: '每一项都不足 3 条，暂不统计',
  },
  en: {
    title: 'How long from publication to match, decision, acceptance',
    why: 'Half of the needs take no longer than the median; fewer than 3 are not told. Who answers a sealed call is known from its opening on',
    which: 'Which part',
    toMatch: 'To match',
    toDecision: 'To decision',
    toAcceptance: 'To acceptance',
    what: 'Of',
    all: 'All',
    month: 'By month',
    district: 'By district',
    category: 'By service',
    needs: 'Needs',
    lower: 'A quarter within (days)',
    median: 'Median (days)',
    upper: 'Three quarters within (days)',
    fast: 'Faster quarter to median',
    slow: 'Median to slower quarter',
    few: 'Fewer than 3',
    unit: 'days',
    tell: '{{name}}\nHalf {{median}}\na quarter {{lower}}, three quarters {{upper}}\n{{n}} needs',
    label: '{{title}}, {{which}}: {{groups}}.',
    group: '{{name}}: half {{median}} (a quarter {{lower}}, three quarters {{upper}})',
    within: 'within {{n}} days',
    sameDay: 'the same day',
    soon: 'three quarters are done on the day of publication',
    nobody: 'nothing has 3 needs or more yet',
  },
});

const parts = ['toMatch', 'toDecision', 'toAcceptance'] as const;
type Part = (typeof parts)[number];
const bys = ['all', 'month', 'district', 'category'] as const;
type By = (typeof bys)[number];
const round = (days: number): number => Math.round(days * 10) / 10;

/** Days from publication to the first provider, to the decision, to acceptance: quartiles, none of fewer than three. */
export function TimesCard({ scope }: { readonly scope: MarketScope }) {
  const t = useWords();
  const { semicolon } = useLanguage();
  const nameOf = useNameOf();
  const [part, setPart] = useState<Part>('toDecision');
  const [by, setBy] = useState<By>('all');
  const query = scope.query(by, by === 'district' ? 'district' : undefined);
  const asked = useCall(listMarketTimes, { query: { ...query, limit: 100 } });
  const items = asked.data?.items ?? [];
  // Of all, the three parts stand side by side; else the groups of one part.
  const lines: readonly { readonly name: string; readonly spread: MarketSpread }[] = items.flatMap((item) =>
    (by === 'all' ? parts : [part]).flatMap((each) => {
      const spread = item[each];
      return spread ? [{ name: by === 'all' ? t(each) : nameOf(item), spread }] : [];
    }),
  );
  const within = (days: number): string => (days < 1 ? t('sameDay') : t('within', { n: days }));
  const spreadWords = ({ lowerDays, medianDays, upperDays }: MarketSpread) => ({
    median: within(medianDays),
    lower: within(lowerDays),
    upper: within(upperDays),
  });
  const told = lines.map(({ name, spread }) => t('group', { name, ...spreadWords(spread) }));
  const sameDay = lines.every(({ spread }) => spread.upperDays === 0);
  const cell =
    (each: Part, field: keyof MarketSpread) =>
    (item: MarketTimes): string | number =>
      item[each]?.[field] ?? t('few');
  const shownParts = by === 'all' ? parts : [part];
  return (
    <FiguresCard
      title={t('title')}
      why={t('why')}
      asked={asked}
      items={items}
      keyOf={(item) => item.month ?? item.district ?? item.category ?? 'all'}
      columns={[
        { title: t('what'), cell: (item) => (by === 'all' ? t('all') : nameOf(item)) },
        ...shownParts.flatMap((each) => {
          const of = by === 'all' ? `${t(each)} · ` : '';
          return [
            { title: `${of}${t('needs')}`, cell: cell(each, 'needs'), number: true },
            { title: `${of}${t('lower')}`, cell: cell(each, 'lowerDays'), number: true },
            { title: `${of}${t('median')}`, cell: cell(each, 'medianDays'), number: true },
            { title: `${of}${t('upper')}`, cell: cell(each, 'upperDays'), number: true },
          ];
        }),
      ]}
      label={t('label', {
        title: t('title'),
        which: by === 'all' ? t('all') : t(part),
        groups: told.length === 0 ? t('nobody') : sameDay ? t('soon') : told.join(semicolon),
      })}
      by={{ value: by, onChange: setBy, options: bys.map((value) => ({ value, label: t(value) })) }}
      more={
        by === 'all' ? null : (
          <Segmented<Part>
            aria-label={t('which')}
            value={part}
            onChange={setPart}
            options={parts.map((value) => ({ value, label: t(value) }))}
          />
        )
      }
      excel={excelAddress(listMarketTimes, {}, query)}
      bars={
        sameDay
          ? null
          : {
              groups: lines.map(({ name }) => name),
              series: [
                { name: '', colour: '', values: lines.map(({ spread }) => spread.lowerDays), unseen: true },
                {
                  name: t('fast'),
                  colour: '#1f5f5b',
                  values: lines.map(({ spread }) => round(spread.medianDays - spread.lowerDays)),
                },
                {
                  name: t('slow'),
                  colour: '#9cc7c1',
                  values: lines.map(({ spread }) => round(spread.upperDays - spread.medianDays)),
                },
              ],
              lying: true,
              stacked: true,
              unit: t('unit'),
              tell: (at) => {
                const line = lines[at];
                if (!line) return '';
                const { name, spread } = line;
                return t('tell', { name, n: spread.needs, ...spreadWords(spread) });
              },
            }
      }
    />
  );
}
