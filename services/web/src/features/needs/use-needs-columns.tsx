import type { NeedSummary } from '@duijie/contracts';
import { fundings, modes, needStates, urgencies } from '@duijie/domain-kit';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { Deadline } from '../../kit/deadline';
import { Budget } from '../../kit/money';
import { StateTag } from '../../kit/state-tag';
import type { Column } from '../../kit/table/table-model';
import { useLeaves } from '../../kit/use-leaves';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import type { NeedList } from './needs-filters';
import { NextStep } from './next-step';

const useWords = defineWords('needs-columns', {
  zh: {
    need: '需求',
    state: '状态',
    next: '下一步',
    by: '发布单位',
    where: '地点',
    services: '服务内容',
    money: '资金',
    funding: '资金来源',
    mode: '对接方式',
    urgency: '缓急',
    households: '户数',
    due: '截止',
    published: '发布',
    updated: '更新',
  },
  en: {
    need: 'Need',
    state: 'State',
    next: 'Next step',
    by: 'Posted by',
    where: 'Where',
    services: 'Services',
    money: 'Money',
    funding: 'Money from',
    mode: 'Mode',
    urgency: 'Urgency',
    households: 'Households',
    due: 'Due',
    published: 'Published',
    updated: 'Changed',
  },
});

export const NeedTitle = ({ need }: { readonly need: NeedSummary }) => (
  <Link to={need.state === 'draft' ? `/needs/${need.id}/edit` : `/needs/${need.id}`}>
    <b>{need.title}</b>
  </Link>
);
export const whereOf = ({ place }: NeedSummary, withDistrict: boolean): string =>
  [withDistrict ? place.district : null, place.subdistrict, place.compound ?? place.community]
    .filter(Boolean)
    .join(' ');
/** Until when it takes responses; nothing where it does not. */
const takesUntil = ({ state, responsesDueAt }: NeedSummary): string | null =>
  state === 'published' || state === 'responding' ? responsesDueAt : null;
/** What it may cost at most; null where that is open. */
const mostOf = ({ money }: NeedSummary): number | null =>
  money.kind === 'none' ? 0 : money.kind === 'fixed' ? money.amountFen : money.kind === 'range' ? money.maxFen : null;
export const NeedDue = ({ need }: { readonly need: NeedSummary }) => {
  const at = takesUntil(need);
  return at === null ? null : <Deadline at={at} />;
};

/** Columns of a list of needs. */
export function useNeedsColumns(list: NeedList): readonly Column<NeedSummary>[] {
  const t = useWords();
  const { say, language, comma } = useLanguage();
  const leaves = useLeaves();
  return useMemo((): readonly Column<NeedSummary>[] => {
    const none = <span className="muted">—</span>;
    return [
      { key: 'need', title: t('need'), cell: (need) => <NeedTitle need={need} />, sort: ({ title }) => title },
      { key: 'state', title: t('state'), cell: (need) => <StateTag vocabulary={needStates} code={need.state} /> },
      list === 'mine'
        ? { key: 'next', title: t('next'), cell: (need) => <NextStep need={need} /> }
        : { key: 'by', title: t('by'), cell: (need) => need.organisationName, sort: (need) => need.organisationName },
      {
        key: 'where',
        title: t('where'),
        cell: (need) => whereOf(need, list !== 'mine'),
        sort: (need) => whereOf(need, true),
      },
      {
        key: 'services',
        title: t('services'),
        hidden: true,
        cell: (need) => need.components.map(({ code }) => leaves.nameOf(code)).join(comma) || none,
      },
      { key: 'money', title: t('money'), align: 'end', cell: (need) => <Budget money={need.money} />, sort: mostOf },
      {
        key: 'funding',
        title: t('funding'),
        hidden: true,
        cell: (need) => (need.funding ? say(fundings[need.funding]) : none),
      },
      { key: 'mode', title: t('mode'), hidden: true, cell: (need) => say(modes[need.mode]) },
      {
        key: 'urgency',
        title: t('urgency'),
        hidden: true,
        cell: (need) => <StateTag vocabulary={urgencies} code={need.urgency} />,
      },
      {
        key: 'households',
        title: t('households'),
        hidden: true,
        align: 'end',
        cell: (need) => need.place.households ?? none,
        sort: (need) => need.place.households,
      },
      {
        key: 'due',
        title: t('due'),
        cell: (need) => (takesUntil(need) ? <NeedDue need={need} /> : none),
        sort: takesUntil,
      },
      {
        key: 'published',
        title: t('published'),
        hidden: true,
        cell: (need) => (need.publishedAt ? <When at={need.publishedAt} /> : none),
        sort: (need) => need.publishedAt,
      },
      {
        key: 'updated',
        title: t('updated'),
        cell: (need) => <When at={need.updatedAt} />,
        sort: (need) => need.updatedAt,
      },
    ];
    // Words and names change with the language and the taxonomy.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [list, language, leaves]);
}
