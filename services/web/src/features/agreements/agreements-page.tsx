import { listAgreements, type AgreementState, type AgreementSummary } from '@duijie/contracts';
import { Empty, Segmented, Tag } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { usePages } from '../../api/use-call';
import { CursorList } from '../../kit/cursor-list';
import { DayText } from '../../kit/day-text';
import { Money } from '../../kit/money';
import { PageHead } from '../../kit/page-head';
import { StateTag } from '../../kit/state-tag';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { agreementStates } from './agreement-states';

const useWords = defineWords('agreements', {
  zh: {
    title: '协议',
    which: '显示哪些协议',
    all: '全部',
    need: '项目',
    parties: '双方',
    state: '状态',
    next: '下一节点',
    price: '金额',
    paid: '已付',
    ends: '到期',
    overdue: '已逾期',
    provider: '等服务方完成',
    poster: '等需求方验收',
    none: '还没有协议。确定承接方后,任何一方都可以拟定,内容自动带出。',
    noneHere: '没有这种状态的协议',
    nothing: '—',
  },
  en: {
    title: 'Agreements',
    which: 'Which agreements to show',
    all: 'All',
    need: 'Project',
    parties: 'Parties',
    state: 'State',
    next: 'Next milestone',
    price: 'Amount',
    paid: 'Paid',
    ends: 'Ends',
    overdue: 'overdue',
    provider: 'waits for the provider',
    poster: 'waits for acceptance',
    none: 'No agreements yet. Once a need is awarded, either side drafts one, prefilled.',
    noneHere: 'No agreement in this state',
    nothing: '—',
  },
});
const filters = ['all', 'drafted', 'signed', 'completed', 'terminated'] as const satisfies readonly (
  | AgreementState
  | 'all'
)[];
type Filter = (typeof filters)[number];
const isFilter = (text: string | null): text is Filter => (filters as readonly (string | null)[]).includes(text);

function Next({ item }: { readonly item: AgreementSummary }) {
  const t = useWords();
  const { next } = item;
  if (!next) return <span className="muted">{t('nothing')}</span>;
  return (
    <>
      <div>{next.title}</div>
      <span className="kit-row muted">
        {next.dueOn ? <DayText day={next.dueOn} /> : null}
        <span>{t(next.waitsFor)}</span>
        {next.overdue ? (
          <Tag color="error" style={{ marginInlineEnd: 0 }}>
            {t('overdue')}
          </Tag>
        ) : null}
      </span>
    </>
  );
}

/** Agreements of the own organisation, of the area for officers, all for brokers; with what comes next in each. */
export function AgreementsPage() {
  const t = useWords();
  const { say } = useLanguage();
  const { me } = useSession();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('state');
  const filter: Filter = isFilter(asked) ? asked : 'all';
  const list = usePages<typeof listAgreements, AgreementSummary>(listAgreements, {
    query: { limit: 20, ...(filter === 'all' ? {} : { state: filter }) },
  });
  const own = me?.actingFor?.organisationId;
  const others = (item: AgreementSummary): string =>
    item.posterId === own
      ? item.leadName
      : item.leadId === own
        ? item.posterName
        : `${item.posterName} · ${item.leadName}`;
  return (
    <>
      <PageHead title={t('title')} />
      <div style={{ marginBottom: 12, overflowX: 'auto' }}>
        <Segmented<Filter>
          aria-label={t('which')}
          value={filter}
          onChange={(state) => setSearch(state === 'all' ? {} : { state }, { replace: true })}
          options={filters.map((value) => ({ value, label: value === 'all' ? t('all') : say(agreementStates[value]) }))}
        />
      </div>
      <CursorList
        label={t('title')}
        pages={list}
        rowKey={({ id }) => id}
        empty={<Empty description={t(filter === 'all' ? 'none' : 'noneHere')} />}
        columns={[
          {
            key: 'need',
            title: t('need'),
            cell: (item) => (
              <>
                <Link to={`/agreements/${item.id}`}>{item.needTitle}</Link>
                <div className="muted">{others(item)}</div>
              </>
            ),
          },
          {
            key: 'state',
            title: t('state'),
            cell: (item) => <StateTag vocabulary={agreementStates} code={item.state} />,
          },
          { key: 'next', title: t('next'), cell: (item) => <Next item={item} /> },
          { key: 'price', title: t('price'), align: 'end', cell: (item) => <Money fen={item.priceFen} /> },
          { key: 'paid', title: t('paid'), align: 'end', cell: (item) => <Money fen={item.paidFen} /> },
          { key: 'ends', title: t('ends'), cell: (item) => <DayText day={item.endsOn} /> },
        ]}
        card={(item) => (
          <>
            <div className="kit-row kit-row-spread">
              <Link to={`/agreements/${item.id}`}>{item.needTitle}</Link>
              <StateTag vocabulary={agreementStates} code={item.state} />
            </div>
            <div className="muted">{others(item)}</div>
            {item.next ? <Next item={item} /> : null}
            <div className="kit-row">
              <Money fen={item.priceFen} />
              {item.paidFen > 0 ? (
                <span className="muted">
                  {t('paid')} <Money fen={item.paidFen} />
                </span>
              ) : null}
            </div>
          </>
        )}
      />
    </>
  );
}
