import { confirmMembership, declineMembership, listOwnResponses, type ResponseSummary } from '@duijie/contracts';
import { bidStates, modes } from '@duijie/domain-kit';
import { Button, Empty, Segmented, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call';
import { DataTable } from '../../kit/table/data-table';
import { Deadline } from '../../kit/deadline';
import { Moment } from '../../kit/moment';
import { Money } from '../../kit/money';
import { Section } from '../../kit/section';
import { StateTag } from '../../kit/state-tag';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('own-responses', {
  zh: {
    title: '我的响应',
    which: '显示哪些响应',
    all: '全部',
    invited: '待确认加入',
    draft: '草稿',
    submitted: '已提交',
    need: '需求',
    state: '状态',
    due: '截止',
    price: '报价',
    handedIn: '提交时间',
    next: '下一步',
    continue: '继续填写',
    receipt: '查看回执',
    show: '查看',
    confirm: '确认加入联合体',
    decline: '谢绝',
    leader: '{{name}} 牵头',
    sealed: '密封',
    noDue: '未设截止',
    none: '还没有响应。先看看下面适合您的需求。',
    confirmed: '已确认加入',
    declined: '已谢绝',
  },
  en: {
    title: 'My responses',
    which: 'Which responses to show',
    all: 'All',
    invited: 'Asked to join',
    draft: 'Drafts',
    submitted: 'Handed in',
    need: 'Need',
    state: 'State',
    due: 'Deadline',
    price: 'Price',
    handedIn: 'Handed in',
    next: 'Next',
    continue: 'Continue',
    receipt: 'Receipt',
    show: 'Show',
    confirm: 'Join the consortium',
    decline: 'Decline',
    leader: 'Led by {{name}}',
    sealed: 'sealed',
    noDue: 'No deadline',
    none: 'No responses yet. Look at the needs below that fit you.',
    confirmed: 'You have joined',
    declined: 'Declined',
  },
});
const filters = ['all', 'invited', 'draft', 'submitted'] as const;
type Filter = (typeof filters)[number];
const queryOf = (filter: Filter) =>
  filter === 'all' ? {} : filter === 'invited' ? { as: 'invited' as const } : { state: filter };

/** The one thing to do next about a response. */
function NextStep({ item }: { readonly item: ResponseSummary }) {
  const t = useWords();
  const confirm = useAct(confirmMembership, [listOwnResponses], t('confirmed'));
  const decline = useAct(declineMembership, [listOwnResponses], t('declined'));
  const input = { params: { responseId: item.id }, ifMatch: item.version };
  if (item.you === 'invited' && item.state === 'draft')
    return (
      <div className="kit-actions">
        <Button size="small" type="primary" loading={confirm.pending} onClick={() => confirm.act(input)}>
          {t('confirm')}
        </Button>
        <Button size="small" loading={decline.pending} onClick={() => decline.act(input)}>
          {t('decline')}
        </Button>
      </div>
    );
  if (item.state === 'draft' && item.you === 'leader' && item.lotState === 'open')
    return <Link to={`/lots/${item.lotId}/respond`}>{t('continue')}</Link>;
  return (
    <Link to={`/responses/${item.id}`}>
      {t(item.submittedAt !== null && item.state === 'submitted' ? 'receipt' : 'show')}
    </Link>
  );
}

function Title({ item }: { readonly item: ResponseSummary }) {
  const t = useWords();
  const { say } = useLanguage();
  return (
    <>
      <Link to={`/responses/${item.id}`}>{item.needTitle}</Link>
      {item.lotTitle === item.needTitle ? null : <div>{item.lotTitle}</div>}
      <div className="muted">
        {item.posterName} · {say(modes[item.mode])}
        {item.you === 'leader' ? null : ` · ${t('leader', { name: item.organisationName })}`}
      </div>
    </>
  );
}

function State({ item }: { readonly item: ResponseSummary }) {
  const t = useWords();
  const { say } = useLanguage();
  return (
    <>
      <span className="kit-row">
        <StateTag
          vocabulary={bidStates}
          code={item.state}
          {...(item.state === 'draft' ? { tone: 'warn' as const } : {})}
        />
        {item.sealed ? <Tag style={{ marginInlineEnd: 0 }}>{t('sealed')}</Tag> : null}
      </span>
      {item.because ? <div className="muted">{say(item.because)}</div> : null}
    </>
  );
}

/** 我的响应, also those to which the own organisation belongs or is asked to. */
export function OwnResponsesSection() {
  const t = useWords();
  const [filter, setFilter] = useState<Filter>('all');
  const list = usePages<typeof listOwnResponses, ResponseSummary>(listOwnResponses, {
    query: { limit: 10, ...queryOf(filter) },
  });
  return (
    <Section
      title={t('title')}
      extra={
        <Segmented<Filter>
          aria-label={t('which')}
          size="small"
          value={filter}
          onChange={setFilter}
          options={filters.map((value) => ({ value, label: t(value) }))}
        />
      }
    >
      <DataTable
        label={t('title')}
        pages={list}
        rowKey={({ id }) => id}
        empty={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />}
        columns={[
          { key: 'need', title: t('need'), cell: (item) => <Title item={item} /> },
          { key: 'state', title: t('state'), cell: (item) => <State item={item} /> },
          {
            key: 'due',
            title: t('due'),
            cell: (item) =>
              item.responsesDueAt ? <Deadline at={item.responsesDueAt} /> : <span className="muted">{t('noDue')}</span>,
          },
          {
            key: 'in',
            title: t('handedIn'),
            cell: (item) => (item.submittedAt ? <Moment at={item.submittedAt} /> : '—'),
          },
          { key: 'price', title: t('price'), align: 'end', cell: (item) => <Money fen={item.priceFen} /> },
          { key: 'next', title: t('next'), cell: (item) => <NextStep item={item} /> },
        ]}
        card={(item) => (
          <>
            <div className="kit-row kit-row-spread">
              <State item={item} />
              {item.responsesDueAt ? <Deadline at={item.responsesDueAt} /> : null}
            </div>
            <Title item={item} />
            <NextStep item={item} />
          </>
        )}
      />
    </Section>
  );
}
