import { listNeeds, listOwnNeeds, needStates as stateCodes, type NeedSummary } from '@duijie/contracts';
import { needStates } from '@duijie/domain-kit';
import { Button, Empty, Select } from 'antd';
import { FileExcelOutlined, PlusOutlined } from '@ant-design/icons';
import { Link, useSearchParams } from 'react-router';
import { usePages } from '../../api/use-call';
import { CursorList, type Column } from '../../kit/cursor-list';
import { Deadline } from '../../kit/deadline';
import { LinkButton } from '../../kit/link-button';
import { Budget } from '../../kit/money';
import { PageHead } from '../../kit/page-head';
import { StateTag } from '../../kit/state-tag';
import { When } from '../../kit/when';
import { sideOf, useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { NextStep } from './next-step';

const useWords = defineWords('needs', {
  zh: {
    mine: '我的需求',
    all: '需求',
    post: '发布需求',
    excel: '导出 Excel',
    filter: '按状态筛选',
    state: '状态',
    any: '全部状态',
    open: '正在征集的',
    need: '需求',
    where: '地点',
    money: '资金',
    due: '截止',
    next: '下一步',
    by: '发布单位',
    updated: '更新',
    noDue: '不限',
    none: '还没有需求。写一句话就能发布,草稿只有你们自己看得到',
    noneIn: '没有这个状态的需求',
    noneOpen: '现在没有正在征集的需求',
  },
  en: {
    mine: 'Our needs',
    all: 'Needs',
    post: 'Post a need',
    excel: 'Export to Excel',
    filter: 'Filter by state',
    state: 'State',
    any: 'Any state',
    open: 'Taking responses',
    need: 'Need',
    where: 'Where',
    money: 'Money',
    due: 'Due',
    next: 'Next step',
    by: 'Posted by',
    updated: 'Changed',
    noDue: 'None',
    none: 'No needs yet. One sentence is enough to post one; a draft is seen by you alone',
    noneIn: 'No need in this state',
    noneOpen: 'No need takes responses now',
  },
});

const publicStates = stateCodes.filter((one) => one !== 'draft' && one !== 'submitted' && one !== 'returned');

/** Needs of the own organisation for those who post, published ones for everybody else. */
export function NeedsPage() {
  const t = useWords();
  const { say } = useLanguage();
  const { me } = useSession();
  const [search, setSearch] = useSearchParams();
  const kind = me?.actingFor?.kind;
  const mine = kind === undefined || kind === 'subdistrict' ? search.get('mine') === '1' : sideOf(kind) === 'poster';
  const mayPost = kind !== undefined && (sideOf(kind) === 'poster' || kind === 'subdistrict');
  const states = mine ? stateCodes : publicStates;
  const state = states.find((one) => one === search.get('state'));
  const route = mine ? listOwnNeeds : listNeeds;
  const pages = usePages<typeof route, NeedSummary>(route, {
    query: { limit: 20, ...(state === undefined ? {} : { state }) },
  });
  const excel = `/api/v1${route.path}?format=xlsx${state === undefined ? '' : `&state=${state}`}`;

  const title = (need: NeedSummary) => (
    <Link to={need.state === 'draft' ? `/needs/${need.id}/edit` : `/needs/${need.id}`}>
      <b>{need.title}</b>
    </Link>
  );
  const where = ({ place }: NeedSummary): string =>
    [mine ? null : place.district, place.subdistrict, place.compound ?? place.community].filter(Boolean).join(' ');
  const due = (need: NeedSummary) =>
    need.responsesDueAt && (need.state === 'published' || need.state === 'responding') ? (
      <Deadline at={need.responsesDueAt} />
    ) : null;
  const columns: readonly Column<NeedSummary>[] = [
    { key: 'need', title: t('need'), cell: title },
    {
      key: 'state',
      title: t('state'),
      cell: (need) => <StateTag vocabulary={needStates} code={need.state} />,
    },
    mine
      ? { key: 'next', title: t('next'), cell: (need) => <NextStep need={need} /> }
      : { key: 'by', title: t('by'), cell: (need) => need.organisationName },
    { key: 'where', title: t('where'), cell: where },
    { key: 'money', title: t('money'), align: 'end', cell: (need) => <Budget money={need.money} /> },
    { key: 'due', title: t('due'), cell: (need) => due(need) ?? <span className="muted">—</span> },
    { key: 'updated', title: t('updated'), cell: (need) => <When at={need.updatedAt} /> },
  ];
  const post = (
    <LinkButton to="/needs/new" type="primary" icon={<PlusOutlined aria-hidden />}>
      {t('post')}
    </LinkButton>
  );
  return (
    <>
      <PageHead
        title={t(mine ? 'mine' : 'all')}
        actions={
          <>
            <Select
              aria-label={t('filter')}
              style={{ minWidth: 140 }}
              value={state ?? ''}
              options={[
                { value: '', label: t(mine ? 'any' : 'open') },
                ...states.map((one) => ({ value: one, label: say(needStates[one]) })),
              ]}
              onChange={(chosen: string) =>
                setSearch((before) => {
                  if (chosen === '') before.delete('state');
                  else before.set('state', chosen);
                  return before;
                })
              }
            />
            <Button icon={<FileExcelOutlined aria-hidden />} href={excel} download>
              {t('excel')}
            </Button>
            {mayPost ? post : null}
          </>
        }
      />
      <CursorList
        label={t(mine ? 'mine' : 'all')}
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        card={(need) => (
          <>
            <div className="kit-row kit-row-spread">
              {title(need)}
              <StateTag vocabulary={needStates} code={need.state} />
            </div>
            <div className="muted">{mine ? where(need) : `${need.organisationName} · ${where(need)}`}</div>
            <div className="kit-row">
              <Budget money={need.money} />
              {due(need)}
            </div>
            {mine ? <NextStep need={need} /> : null}
          </>
        )}
        empty={
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={t(state !== undefined ? 'noneIn' : mine ? 'none' : 'noneOpen')}
          >
            {mayPost && state === undefined ? post : null}
          </Empty>
        }
      />
    </>
  );
}
