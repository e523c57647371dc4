import { introductionState, listIntroductions, type IntroductionView } from '@duijie/contracts';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call';
import { PageHead } from '../../kit/page-head';
import { StateTag } from '../../kit/state-tag';
import { DataTable } from '../../kit/table/data-table';
import { excelAddress } from '../../kit/table/excel-address';
import type { Column } from '../../kit/table/table-model';
import { useCodeChoices } from '../../kit/table/use-choices';
import { useFilters, type Filter } from '../../kit/table/use-filters';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';
import { introductionWords } from './desk-vocabularies';

const useWords = defineWords('desk-introductions', {
  zh: {
    title: '推介记录',
    back: '← 撮合工作台',
    state: '状态',
    any: '全部状态',
    whose: '范围',
    all: '全部',
    mine: '我推介的',
    need: '需求',
    poster: '需求方',
    provider: '服务方',
    by: '推介人',
    at: '推介时间',
    reason: '说明',
    none: '还没有推介。在待办里看过匹配后，可以一次推介给几家',
  },
  en: {
    title: 'Introductions made',
    back: "← Broker's desk",
    state: 'State',
    any: 'Any state',
    whose: 'Whose',
    all: 'All',
    mine: 'By me',
    need: 'Need',
    poster: 'Poster',
    provider: 'Provider',
    by: 'Introduced by',
    at: 'When',
    reason: 'Reason',
    none: 'No introductions yet. From a task with matches, several are introduced at once',
  },
});

/** Every introduction of the association, and what came of it. */
export function IntroductionsPage() {
  const t = useWords();
  const states = useCodeChoices(introductionWords, introductionState.options);
  const fields = useMemo(
    (): readonly Filter[] => [
      { key: 'state', label: t('state'), control: 'select', options: states, any: t('any') },
      {
        key: 'whose',
        label: t('whose'),
        control: 'choice',
        initial: 'all',
        options: (['all', 'mine'] as const).map((value) => ({ value, label: t(value) })),
      },
    ],
    // The choices change with the language.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [states],
  );
  const filters = useFilters(fields);
  const pages = usePages<typeof listIntroductions, IntroductionView>(listIntroductions, {
    query: { limit: 100, ...filters.query },
  });
  const link = (item: IntroductionView) => <Link to={`/needs/${item.needId}`}>{item.needTitle}</Link>;
  const columns: readonly Column<IntroductionView>[] = [
    { key: 'need', title: t('need'), cell: link, sort: (item) => item.needTitle },
    { key: 'poster', title: t('poster'), cell: (item) => item.posterName, sort: (item) => item.posterName },
    {
      key: 'provider',
      title: t('provider'),
      cell: (item) => item.organisationName,
      sort: (item) => item.organisationName,
    },
    { key: 'state', title: t('state'), cell: (item) => <StateTag vocabulary={introductionWords} code={item.state} /> },
    { key: 'by', title: t('by'), cell: (item) => item.introducedBy.name, sort: (item) => item.introducedBy.name },
    {
      key: 'at',
      title: t('at'),
      cell: (item) => (item.introducedAt ? <When at={item.introducedAt} /> : '—'),
      sort: (item) => item.introducedAt,
    },
    { key: 'reason', title: t('reason'), hidden: true, cell: (item) => item.reason ?? '—' },
  ];
  return (
    <>
      <PageHead before={<Link to="/desk">{t('back')}</Link>} title={t('title')} />
      <DataTable
        name="introductions"
        label={t('title')}
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        filters={filters}
        excel={excelAddress(listIntroductions, {}, filters.query)}
        empty={<p className="muted">{t('none')}</p>}
        card={(item) => (
          <>
            <div className="kit-row kit-row-spread">
              {link(item)}
              <StateTag vocabulary={introductionWords} code={item.state} />
            </div>
            <div className="muted">
              {item.posterName} → {item.organisationName}
            </div>
          </>
        )}
      />
    </>
  );
}
