import { listRounds, roundState, type RoundLine } from '@duijie/contracts';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call';
import { LinkButton } from '../../kit/link-button';
import { PageHead } from '../../kit/page-head';
import { StateTag } from '../../kit/state-tag';
import { DataTable } from '../../kit/table/data-table';
import { excelAddress } from '../../kit/table/excel-address';
import type { Column } from '../../kit/table/table-model';
import { useCodeChoices } from '../../kit/table/use-choices';
import { useFilters, type Filter } from '../../kit/table/use-filters';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';
import { roundStateWords, roundTones } from './round-words';

const useWords = defineWords('rounds', {
  zh: {
    title: '撮合轮次',
    about: '把一批需求和服务包放在一起整体匹配：先求最优，再由您锁定、否决、调整，定稿后发布为推介。',
    start: '新建轮次',
    state: '状态',
    any: '全部状态',
    round: '轮次',
    needs: '需求',
    pairs: '候选',
    offers: '推介',
    by: '发起人',
    at: '更新时间',
    none: '还没有撮合轮次。新建一个，选好需求就能求解',
    card: '{{needs}} 个需求，{{offers}} 个推介',
    cardUnsolved: '{{needs}} 个需求，尚未求解',
  },
  en: {
    title: 'Brokering rounds',
    about:
      'Matches many needs and packages together: the optimum first, then your pins, vetoes and changes; once frozen it is published as introductions.',
    start: 'New round',
    state: 'State',
    any: 'Any state',
    round: 'Round',
    needs: 'Needs',
    pairs: 'Candidates',
    offers: 'Offers',
    by: 'Started by',
    at: 'Changed',
    none: 'No round yet. Start one: choose the needs, and it can be solved',
    card: '{{needs}} needs, {{offers}} offers',
    cardUnsolved: '{{needs}} needs, not solved yet',
  },
});

/** Brokering rounds of the association. */
export function RoundsPage() {
  const t = useWords();
  const states = useCodeChoices(roundStateWords, roundState.options);
  const fields = useMemo(
    (): readonly Filter[] => [{ key: 'state', label: t('state'), control: 'select', options: states, any: t('any') }],
    // The choices change with the language.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [states],
  );
  const filters = useFilters(fields);
  const pages = usePages<typeof listRounds, RoundLine>(listRounds, { query: { limit: 50, ...filters.query } });
  const link = (item: RoundLine) => <Link to={`/rounds/${item.id}`}>{item.title}</Link>;
  const columns: readonly Column<RoundLine>[] = [
    { key: 'round', title: t('round'), cell: link, sort: (item) => item.title },
    {
      key: 'state',
      title: t('state'),
      cell: ({ state }) => <StateTag vocabulary={roundStateWords} code={state} tone={roundTones[state]} />,
    },
    { key: 'needs', title: t('needs'), cell: ({ needs }) => needs, sort: ({ needs }) => needs },
    { key: 'pairs', title: t('pairs'), cell: ({ pairs }) => pairs, sort: ({ pairs }) => pairs },
    { key: 'offers', title: t('offers'), cell: ({ offers }) => offers ?? '—', sort: ({ offers }) => offers },
    { key: 'by', title: t('by'), cell: ({ createdBy }) => createdBy, sort: ({ createdBy }) => createdBy },
    { key: 'at', title: t('at'), cell: ({ updatedAt }) => <When at={updatedAt} />, sort: ({ updatedAt }) => updatedAt },
  ];
  return (
    <>
      <PageHead
        title={t('title')}
        after={<p className="muted">{t('about')}</p>}
        actions={
          <LinkButton type="primary" to="/rounds/new">
            {t('start')}
          </LinkButton>
        }
      />
      <DataTable
        label={t('title')}
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        filters={filters}
        excel={excelAddress(listRounds, {}, filters.query)}
        empty={<p className="muted">{t('none')}</p>}
        card={(item) => (
          <>
            <div className="kit-row kit-row-spread">
              {link(item)}
              <StateTag vocabulary={roundStateWords} code={item.state} tone={roundTones[item.state]} />
            </div>
            <div className="muted">
              {item.offers === null
                ? t('cardUnsolved', { needs: item.needs })
                : t('card', { needs: item.needs, offers: item.offers })}
            </div>
          </>
        )}
      />
    </>
  );
}
