import { ClockCircleOutlined } from '@ant-design/icons';
import { listAgreements, type AgreementSummary } from '@duijie/contracts';
import { Empty, Tag } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call';
import { agreementStates } from '../../kit/agreement-states';
import { DayText } from '../../kit/day-text';
import { LinkButton } from '../../kit/link-button';
import { Money } from '../../kit/money';
import { PageHead } from '../../kit/page-head';
import { StateTag } from '../../kit/state-tag';
import { DataTable } from '../../kit/table/data-table';
import { excelAddress } from '../../kit/table/excel-address';
import type { Column } from '../../kit/table/table-model';
import { useCodeChoices } from '../../kit/table/use-choices';
import { useFilters, type Filter } from '../../kit/table/use-filters';
import { sideOf, useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('agreements', {
  zh: {
    title: '协议',
    all: '全部',
    side: '我方是',
    bothSides: '双方均可',
    payer: '需求方（付款）',
    supplier: '服务方',
    need: '项目',
    posterName: '需求方',
    leadName: '承接方',
    state: '状态',
    next: '下一节点',
    price: '金额',
    paid: '已付',
    signed: '签订',
    ends: '到期',
    overdue: '已逾期',
    late: '逾期节点',
    provider: '等服务方完成',
    poster: '等需求方验收',
    none: '还没有协议。确定承接方后，任何一方都可以拟定，内容自动带出。',
    nothing: '—',
  },
  en: {
    title: 'Agreements',
    all: 'All',
    side: 'We are',
    bothSides: 'either side',
    payer: 'the poster (pays)',
    supplier: 'the provider',
    need: 'Project',
    posterName: 'Poster',
    leadName: 'Provider',
    state: 'State',
    next: 'Next milestone',
    price: 'Amount',
    paid: 'Paid',
    signed: 'Signed',
    ends: 'Ends',
    overdue: 'overdue',
    late: 'Overdue milestones',
    provider: 'waits for the provider',
    poster: 'waits for acceptance',
    none: 'No agreements yet. Once a need is awarded, either side drafts one, prefilled.',
    nothing: '—',
  },
});

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
  const { language } = useLanguage();
  const { me } = useSession();
  const acting = me?.actingFor;
  const own = acting?.organisationId;
  const states = useCodeChoices(agreementStates);
  // An association and a subdistrict may stand on either side; the others stand on one.
  const mayBeEither =
    acting !== undefined && acting !== null && ['association', 'officer'].includes(sideOf(acting.kind));
  const fields = useMemo(
    (): readonly Filter[] => [
      {
        key: 'state',
        label: t('state'),
        control: 'choice',
        initial: '',
        options: [{ value: '', label: t('all') }, ...states],
      },
      ...(mayBeEither
        ? [
            {
              key: 'side',
              label: t('side'),
              control: 'select',
              any: t('bothSides'),
              options: [
                { value: 'payer', label: t('payer') },
                { value: 'provider', label: t('supplier') },
              ],
            } as const,
          ]
        : []),
    ],
    // Words change with the language.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [language, states, mayBeEither],
  );
  const filters = useFilters(fields);
  const { query } = filters;
  const list = usePages<typeof listAgreements, AgreementSummary>(listAgreements, { query: { limit: 100, ...query } });
  const others = (item: AgreementSummary): string =>
    item.posterId === own
      ? item.leadName
      : item.leadId === own
        ? item.posterName
        : `${item.posterName} · ${item.leadName}`;
  const columns: readonly Column<AgreementSummary>[] = [
    {
      key: 'need',
      title: t('need'),
      cell: (item) => (
        <>
          <Link to={`/agreements/${item.id}`}>{item.needTitle}</Link>
          <div className="muted">{others(item)}</div>
        </>
      ),
      sort: (item) => item.needTitle,
    },
    {
      key: 'state',
      title: t('state'),
      cell: (item) => <StateTag vocabulary={agreementStates} code={item.state} />,
    },
    { key: 'next', title: t('next'), cell: (item) => <Next item={item} /> },
    {
      key: 'price',
      title: t('price'),
      align: 'end',
      cell: (item) => <Money fen={item.priceFen} />,
      sort: (item) => item.priceFen,
    },
    {
      key: 'paid',
      title: t('paid'),
      align: 'end',
      cell: (item) => <Money fen={item.paidFen} />,
      sort: (item) => item.paidFen,
    },
    {
      key: 'poster',
      title: t('posterName'),
      hidden: true,
      cell: (item) => item.posterName,
      sort: (item) => item.posterName,
    },
    { key: 'lead', title: t('leadName'), hidden: true, cell: (item) => item.leadName, sort: (item) => item.leadName },
    {
      key: 'signed',
      title: t('signed'),
      hidden: true,
      cell: (item) => <DayText day={item.signedOn} />,
      sort: (item) => item.signedOn,
    },
    { key: 'ends', title: t('ends'), cell: (item) => <DayText day={item.endsOn} />, sort: (item) => item.endsOn },
  ];
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <LinkButton to="/agreements/overdue" icon={<ClockCircleOutlined aria-hidden />}>
            {t('late')}
          </LinkButton>
        }
      />
      <DataTable
        name="agreements"
        label={t('title')}
        pages={list}
        columns={columns}
        rowKey={({ id }) => id}
        filters={filters}
        excel={excelAddress(listAgreements, {}, query)}
        empty={<Empty description={t('none')} />}
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
