import type { DecisionCandidate, DecisionSheet, ResponseView } from '@duijie/contracts';
import { bidStates } from '@duijie/domain-kit';
import { Grid, Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { DescriptionList } from '../../../kit/description-list';
import { conflictWords } from '../../../kit/introduction-states';
import { Moment } from '../../../kit/moment';
import { Money } from '../../../kit/money';
import { ProblemAlert } from '../../../kit/problem-alert';
import { Scroll } from '../../../kit/scroll';
import { StateTag } from '../../../kit/state-tag';
import { useLeaves } from '../../../kit/use-leaves';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';
import { useResponses } from './use-responses';

const useWords = defineWords('need-compare', {
  zh: {
    label: '响应并排比较',
    who: '响应方',
    decide: '决定',
    all: '全文',
    rank: '排序',
    first: '第 {{n}}',
    price: '报价',
    total: '综合得分',
    components: '分项报价',
    plan: '方案',
    team: '团队',
    people: '{{n}} 人',
    milestones: '节点计划',
    documents: '材料',
    files: '{{n}} 份',
    parties: '联合体',
    submitted: '提交时间',
    state: '状态',
    whyNot: '不能选的原因',
    full: '看全文',
    nothing: '未填写',
    unread: '还没有读到',
    proposed: '规则建议',
  },
  en: {
    label: 'Responses side by side',
    who: 'Who',
    decide: 'Decide',
    all: 'In full',
    rank: 'Rank',
    first: 'No. {{n}}',
    price: 'Price',
    total: 'Score',
    components: 'Price by service',
    plan: 'Plan',
    team: 'Team',
    people: '{{n}} people',
    milestones: 'Milestones',
    documents: 'Documents',
    files: '{{n}} files',
    parties: 'Consortium',
    submitted: 'Handed in',
    state: 'State',
    whyNot: 'Why it cannot be chosen',
    full: 'Read all of it',
    nothing: 'Left out',
    unread: 'not read yet',
    proposed: 'Proposed by the rule',
  },
});

interface Row {
  readonly key: string;
  readonly name: string;
  readonly cell: (candidate: DecisionCandidate, response: ResponseView | undefined) => ReactNode;
}
const short = (text: string): string => (text.length > 160 ? `${text.slice(0, 160)}…` : text);

function useRows(sheet: DecisionSheet, responses: ReadonlyMap<string, ResponseView>): readonly Row[] {
  const t = useWords();
  const { say, comma } = useLanguage();
  const { nameOf } = useLeaves();
  const some = (test: (one: DecisionCandidate) => boolean): boolean => sheet.candidates.some(test);
  const offers = [...responses.values()];
  const rows: readonly (Row | null)[] = [
    some(({ rank }) => rank !== null)
      ? { key: 'rank', name: t('rank'), cell: ({ rank }) => (rank === null ? '—' : t('first', { n: rank })) }
      : null,
    some(({ total }) => total !== null)
      ? { key: 'total', name: t('total'), cell: ({ total }) => (total === null ? '—' : (total / 100).toFixed(2)) }
      : null,
    some(({ priceFen }) => priceFen !== null)
      ? { key: 'price', name: t('price'), cell: ({ priceFen }) => <Money fen={priceFen} /> }
      : null,
    {
      key: 'components',
      name: t('components'),
      cell: (_one, response) =>
        (response?.content?.components.length ?? 0) === 0 ? (
          <span className="muted">{t(response ? 'nothing' : 'unread')}</span>
        ) : (
          <ul className="kit-plain-list">
            {response?.content?.components.map(({ code, amountFen }) => (
              <li key={code}>
                {nameOf(code)}
                {amountFen === null ? null : (
                  <>
                    {' '}
                    <Money fen={amountFen} />
                  </>
                )}
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: 'plan',
      name: t('plan'),
      cell: (_one, response) =>
        response?.content?.plan ? (
          <span className="kit-prose">{short(response.content.plan)}</span>
        ) : (
          <span className="muted">{t(response ? 'nothing' : 'unread')}</span>
        ),
    },
    {
      key: 'team',
      name: t('team'),
      cell: (_one, response) => {
        const people = response?.content?.team.length ?? 0;
        return response === undefined ? t('unread') : people > 0 ? t('people', { n: people }) : '—';
      },
    },
    {
      key: 'milestones',
      name: t('milestones'),
      cell: (_one, response) => response?.content?.milestones.map(({ title }) => title).join(' → ') || '—',
    },
    offers.some(({ documents }) => documents.length > 0)
      ? {
          key: 'documents',
          name: t('documents'),
          cell: (_one, response) => t('files', { n: response?.documents.length ?? 0 }),
        }
      : null,
    offers.some(({ parties }) => parties.length > 1)
      ? {
          key: 'parties',
          name: t('parties'),
          cell: (_one, response) =>
            response && response.parties.length > 1
              ? response.parties.map(({ organisationName }) => organisationName).join(comma)
              : '—',
        }
      : null,
    { key: 'submitted', name: t('submitted'), cell: ({ submittedAt }) => <Moment at={submittedAt} /> },
    {
      key: 'state',
      name: t('state'),
      cell: (one) => (
        <span className="kit-row">
          <StateTag vocabulary={bidStates} code={one.state} />
          {one.conflict === 'clear' ? null : <StateTag vocabulary={conflictWords} code={one.conflict} />}
        </span>
      ),
    },
    some(({ whyNot }) => whyNot.length > 0)
      ? {
          key: 'whyNot',
          name: t('whyNot'),
          cell: ({ whyNot }) => whyNot.map((words) => <div key={words.code}>{say(words)}</div>),
        }
      : null,
    {
      key: 'full',
      name: t('all'),
      cell: ({ responseId }) => <Link to={`/responses/${responseId}`}>{t('full')}</Link>,
    },
  ];
  return rows.filter((row) => row !== null);
}

/** Responses that were opened, side by side; one below the other on a phone. @param acts what may be done with one */
export function CompareTable({
  sheet,
  acts,
}: {
  readonly sheet: DecisionSheet;
  readonly acts: (candidate: DecisionCandidate) => ReactNode;
}) {
  const t = useWords();
  const wide = Grid.useBreakpoint().md ?? true;
  const { byId: responses, error, again } = useResponses(sheet.candidates.map(({ responseId }) => responseId));
  const rows = useRows(sheet, responses);
  const head = (one: DecisionCandidate) => (
    <>
      <b>{one.organisationName}</b>{' '}
      {one.responseId === sheet.proposedResponseId ? <Tag color="success">{t('proposed')}</Tag> : null}
    </>
  );
  if (error) return <ProblemAlert error={error} again={again} />;
  if (!wide)
    return (
      <ul className="kit-cards" aria-label={t('label')}>
        {sheet.candidates.map((one) => (
          <li key={one.responseId}>
            {head(one)}
            <DescriptionList
              facts={rows.map(({ name, cell }) => ({ name, value: cell(one, responses.get(one.responseId)) }))}
            />
            <div className="kit-row">{acts(one)}</div>
          </li>
        ))}
      </ul>
    );
  return (
    <Scroll label={t('label')}>
      <table className="kit-table need-compare" aria-label={t('label')}>
        <thead>
          <tr>
            <th scope="col">{t('who')}</th>
            {sheet.candidates.map((one) => (
              <th key={one.responseId} scope="col">
                {head(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cell }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {sheet.candidates.map((one) => (
                <td key={one.responseId}>{cell(one, responses.get(one.responseId))}</td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('decide')}</th>
            {sheet.candidates.map((one) => (
              <td key={one.responseId}>
                <div className="kit-row">{acts(one)}</div>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </Scroll>
  );
}
