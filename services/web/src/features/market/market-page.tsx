import { getTaxonomy, listMarketNeeds, listMarketTimes } from '@duijie/contracts';
import { Segmented, Select } from 'antd';
import { useCall } from '../../api/use-call';
import { PageHead } from '../../kit/page-head';
import { ProblemAlert } from '../../kit/problem-alert';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { ConcentrationCard } from './concentration-card';
import { GapsCard } from './gaps-card';
import './market.css';
import { NeedsByService, NeedsOverTime } from './needs-cards';
import { PlaceCard } from './place-card';
import { TimesCard } from './times-card';
import { periods, useMarketScope, type MarketScope, type Period } from './use-market';

const useWords = defineWords('market', {
  zh: {
    title: '市场',
    about: '需求往哪里去、要多久、缺什么。只统计大家都能看到的内容，不排名，不点名。',
    period: '统计时间',
    months: '近 {{n}} 个月',
    category: '服务大类',
    anyCategory: '全部服务',
    needs: '发布的需求',
    open: '正在征集',
    underWay: '已确定或实施中',
    completed: '已完成',
    gaps: '暂无匹配',
    decision: '半数多久内确定',
    days: '{{n}} 天',
    sameDay: '当天',
    few: '—',
  },
  en: {
    title: 'Market',
    about:
      'Where needs go, how long it takes, what is missing. Only what everybody may see is counted; no rankings, no names.',
    period: 'Period',
    months: '{{n}} months',
    category: 'Group of services',
    anyCategory: 'All services',
    needs: 'Needs published',
    open: 'Open',
    underWay: 'Awarded or in delivery',
    completed: 'Completed',
    gaps: 'No package fits',
    decision: 'Half decided within',
    days: '{{n}} days',
    sameDay: 'the same day',
    few: '—',
  },
});

function Totals({ scope }: { readonly scope: MarketScope }) {
  const t = useWords();
  const needs = useCall(listMarketNeeds, { query: { ...scope.query('all'), limit: 100 } });
  const times = useCall(listMarketTimes, { query: { ...scope.query('all'), limit: 100 } });
  const [all] = needs.data?.items ?? [];
  const days = times.data?.items[0]?.toDecision?.medianDays;
  const shown = needs.isPending ? t('few') : null;
  return (
    <>
      <ProblemAlert error={needs.error ?? times.error} again={() => void needs.refetch()} />
      <dl className="market-totals" aria-busy={needs.isPending}>
        {(
          [
            ['needs', all?.needs],
            ['open', all?.open],
            ['gaps', all?.withoutPackage],
            ['underWay', all?.underWay],
            ['completed', all?.completed],
          ] as const
        ).map(([name, value]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{shown ?? value ?? 0}</dd>
          </div>
        ))}
        <div>
          <dt>{t('decision')}</dt>
          <dd>{days === undefined ? t('few') : days < 1 ? t('sameDay') : t('days', { n: days })}</dd>
        </div>
      </dl>
    </>
  );
}

/** The market over place and time, for everybody: nothing here ranks people or communities. */
export function MarketPage() {
  const t = useWords();
  const { language } = useLanguage();
  const scope = useMarketScope();
  const { data: taxonomy } = useCall(getTaxonomy, {});
  return (
    <>
      <PageHead title={t('title')} after={<p className="muted market-why">{t('about')}</p>} />
      <div className="market-filters">
        <div className="market-by">
          <Segmented<Period>
            aria-label={t('period')}
            value={scope.months}
            onChange={(months) => scope.change({ months: months === 12 ? null : String(months) })}
            options={periods.map((value) => ({ value, label: t('months', { n: value }) }))}
          />
        </div>
        <Select
          aria-label={t('category')}
          value={scope.category ?? ''}
          onChange={(category) => scope.change({ category: category === '' ? null : category })}
          popupMatchSelectWidth={false}
          style={{ minWidth: 180 }}
          options={[
            { value: '', label: t('anyCategory') },
            ...(taxonomy?.groups ?? []).map((group) => ({ value: group.code, label: group[language] })),
          ]}
        />
      </div>
      <Totals scope={scope} />
      <div className="market-grid">
        <PlaceCard scope={scope} />
        <NeedsOverTime scope={scope} />
        <NeedsByService scope={scope} />
        <GapsCard scope={scope} />
        <TimesCard scope={scope} />
        <ConcentrationCard scope={scope} />
      </div>
    </>
  );
}
