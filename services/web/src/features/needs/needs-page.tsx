import { PlusOutlined } from '@ant-design/icons';
import { listNeeds, listOwnNeeds, listScreeningNeeds, type NeedSummary } from '@duijie/contracts';
import { needStates } from '@duijie/domain-kit';
import { Empty, Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { usePages } from '../../api/use-call';
import { ImportLink } from '../../kit/import-link';
import { LinkButton } from '../../kit/link-button';
import { Budget } from '../../kit/money';
import { PageHead } from '../../kit/page-head';
import { StateTag } from '../../kit/state-tag';
import { DataTable } from '../../kit/table/data-table';
import { excelAddress } from '../../kit/table/excel-address';
import { sideOf, useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import './needs.css';
import { needLists, useNeedsFilters, type NeedList } from './needs-filters';
import { NextStep } from './next-step';
import { useNeedsBulk } from './use-needs-bulk';
import { NeedDue, NeedTitle, useNeedsColumns, whereOf } from './use-needs-columns';

const useWords = defineWords('needs', {
  zh: {
    own: '我的需求',
    all: '需求',
    which: '哪些需求',
    public: '公开需求',
    mine: '本机构的',
    first: '待审核',
    after: '发布后核对',
    post: '发布需求',
    none: '还没有需求。写一句话就能发布，草稿只有你们自己看得到',
    noneOpen: '现在没有正在征集的需求',
    noneFirst: '没有等待审核的需求',
    noneAfter: '没有等待核对的需求',
  },
  en: {
    own: 'Our needs',
    all: 'Needs',
    which: 'Which needs',
    public: 'Published',
    mine: 'Our own',
    first: 'To be screened',
    after: 'To be looked at',
    post: 'Post a need',
    none: 'No needs yet. One sentence is enough to post one; a draft is seen by you alone',
    noneOpen: 'No need takes responses now',
    noneFirst: 'No need waits for screening',
    noneAfter: 'No need waits for a look',
  },
});
const routes = { public: listNeeds, mine: listOwnNeeds, first: listScreeningNeeds, after: listScreeningNeeds } as const;
const tables = { public: 'needs', mine: 'own-needs', first: 'screening', after: 'screening' } as const;
const nothing = { public: 'noneOpen', mine: 'none', first: 'noneFirst', after: 'noneAfter' } as const;

/** Needs of the own organisation for those who post, published ones and what waits for a look for those who oversee. */
export function NeedsPage() {
  const t = useWords();
  const { me } = useSession();
  const [search, setSearch] = useSearchParams();
  const kind = me?.actingFor?.kind;
  const side = kind === undefined ? null : sideOf(kind);
  const mayPost = side === 'poster' || kind === 'subdistrict';
  const lists: readonly NeedList[] =
    side === 'poster'
      ? ['mine']
      : needLists.filter(
          (list) => list === 'public' || (list === 'mine' ? mayPost : side === 'officer' || side === 'association'),
        );
  const list = lists.find((one) => one === search.get('list')) ?? lists[0] ?? 'public';
  const filters = useNeedsFilters(list);
  const columns = useNeedsColumns(list);
  const bulk = useNeedsBulk(list, me?.actingFor?.role !== 'viewer');
  const route = routes[list];
  const query = { ...filters.query, ...(list === 'first' || list === 'after' ? { queue: list } : {}) };
  const pages = usePages<typeof route, NeedSummary>(route, { query: { limit: 100, ...query } });
  const title = t(side === 'poster' ? 'own' : 'all');
  const post = (
    <LinkButton to="/needs/new" type="primary" icon={<PlusOutlined aria-hidden />}>
      {t('post')}
    </LinkButton>
  );
  return (
    <>
      <PageHead
        title={title}
        actions={
          <>
            {side === 'poster' || side === 'association' ? <ImportLink kind="needs" /> : null}
            {mayPost ? post : null}
          </>
        }
      />
      {lists.length > 1 ? (
        <div className="needs-lists">
          <Segmented<NeedList>
            aria-label={t('which')}
            value={list}
            options={lists.map((value) => ({ value, label: t(value) }))}
            onChange={(value) => setSearch(value === 'public' ? {} : { list: value })}
          />
        </div>
      ) : null}
      <DataTable
        key={list}
        name={tables[list]}
        label={title}
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        filters={filters}
        excel={excelAddress(route, {}, query)}
        {...(bulk ? { bulk } : {})}
        card={(need) => (
          <>
            <div className="kit-row kit-row-spread">
              <NeedTitle need={need} />
              <StateTag vocabulary={needStates} code={need.state} />
            </div>
            <div className="muted">
              {list === 'mine' ? whereOf(need, false) : `${need.organisationName} · ${whereOf(need, true)}`}
            </div>
            <div className="kit-row">
              <Budget money={need.money} />
              <NeedDue need={need} />
            </div>
            {list === 'mine' ? <NextStep need={need} /> : null}
          </>
        )}
        empty={
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(nothing[list])}>
            {mayPost && list === 'mine' ? post : null}
          </Empty>
        }
      />
    </>
  );
}
