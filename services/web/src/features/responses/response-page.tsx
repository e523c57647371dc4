import { getResponse, type ResponseView } from '@duijie/contracts';
import { bidStates, modes } from '@duijie/domain-kit';
import { Alert, Skeleton, Tag } from 'antd';
import { Link, useLocation, useParams } from 'react-router';
import { useCall } from '../../api/use-call';
import { Deadline } from '../../kit/deadline';
import { DescriptionList } from '../../kit/description-list';
import { Money } from '../../kit/money';
import { PageHead } from '../../kit/page-head';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { StateTag } from '../../kit/state-tag';
import { useNow } from '../../kit/use-now';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { conflictWords } from '../../kit/introduction-states';
import { Clearance } from './clearance';
import { ObjectionsSection } from './objections-section';
import { ReceiptCard } from './receipt-card';
import { ResponseActs } from './response-acts';
import { ResponseContent } from './response-content';

const useWords = defineWords('response-page', {
  zh: {
    back: '返回承接工作台',
    toNeed: '返回需求',
    title: '响应：{{title}}',
    done: '已提交',
    doneText: '回执在下面，请留存。结果会通知您。',
    sealedNow: '密封中：截止前谁都看不到内容，包括您、需求方和平台工作人员。',
    sealedDraft: '草稿已密封保存在服务器上，谁也读不回来；在“继续填写”里可以整体替换。',
    neverOpened: '未开启：截止时份数不足或已撤回，内容不再开启。',
    readers: '需求方、对接专员和所在街道可以看到内容；其他服务方看不到。',
    draftOnly: '草稿只有本机构和受邀成员能看到。',
    facts: '概况',
    poster: '需求方',
    lead: '响应机构',
    members: '联合体',
    mode: '方式',
    due: '截止',
    price: '报价',
    content: '响应内容',
    conflict: '利益关联核查',
    sealed: '密封',
    invited: '待确认',
    declined: '已谢绝',
    who: '谁能看到',
  },
  en: {
    back: 'Back to my work',
    toNeed: 'Back to the need',
    title: 'Response: {{title}}',
    done: 'Handed in',
    doneText: 'The receipt is below; please keep it. You will be told the result.',
    sealedNow: 'Sealed: nobody can read it before the deadline, neither you nor the poster nor the staff.',
    sealedDraft: 'The draft is sealed on the server and nobody can read it back; "Continue" replaces it as a whole.',
    neverOpened: 'Never opened: too few came in, or it was withdrawn. It stays sealed.',
    readers: 'The poster, brokers and the subdistrict can read it; other providers cannot.',
    draftOnly: 'Only your organisation and the members who were asked see the draft.',
    facts: 'In short',
    poster: 'Poster',
    lead: 'Responder',
    members: 'Consortium',
    mode: 'Mode',
    due: 'Deadline',
    price: 'Price',
    content: 'What is offered',
    conflict: 'Conflict check',
    sealed: 'sealed',
    invited: 'asked',
    declined: 'declined',
    who: 'Who can read it',
  },
});

function whoReads(response: ResponseView, now: number) {
  if (response.readable) return response.state === 'draft' ? 'draftOnly' : 'readers';
  if (response.state === 'draft') return 'sealedDraft';
  const runs =
    response.lotState === 'open' || (response.responsesDueAt !== null && Date.parse(response.responsesDueAt) > now);
  return response.state === 'submitted' && runs ? 'sealedNow' : 'neverOpened';
}

/** A response with its receipt: who can read what, what was found, what may be done. */
export function ResponsePage() {
  const t = useWords();
  const { say, comma } = useLanguage();
  const now = useNow();
  const { responseId = '' } = useParams();
  const { state: came } = useLocation() as { readonly state: { readonly submitted?: boolean } | null };
  const { data: response, error, refetch } = useCall(getResponse, { params: { responseId } });
  const mine = response?.you !== null;
  const back = mine ? '/work' : `/needs/${response?.needId ?? ''}`;
  const members = response?.parties.filter(({ leads }) => !leads) ?? [];
  return (
    <>
      <PageHead
        before={response ? <Link to={back}>← {t(mine ? 'back' : 'toNeed')}</Link> : null}
        title={t('title', { title: response?.lotTitle ?? '…' })}
        after={
          response ? (
            <span className="kit-row">
              <StateTag vocabulary={bidStates} code={response.state} />
              {response.sealed ? <Tag>{t('sealed')}</Tag> : null}
              {response.because ? <span className="muted">{say(response.because)}</span> : null}
            </span>
          ) : null
        }
        actions={response && mine ? <ResponseActs response={response} /> : null}
      />
      <ProblemAlert error={error} again={() => void refetch()} />
      {!response && !error ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
      {response ? (
        <>
          {came?.submitted && response.state === 'submitted' ? (
            <Alert type="success" showIcon title={t('done')} description={t('doneText')} style={{ marginBottom: 12 }} />
          ) : null}
          <div className="kit-columns kit-columns-even">
            <div>
              {mine && response.lotState === 'awarded' ? <ObjectionsSection lotId={response.lotId} /> : null}
              {response.submittedAt !== null ? <ReceiptCard responseId={response.id} /> : null}
              <Section title={t('facts')}>
                <Alert
                  type="info"
                  showIcon
                  title={t('who')}
                  description={t(whoReads(response, now))}
                  style={{ marginBottom: 12 }}
                />
                <DescriptionList
                  facts={[
                    { name: t('poster'), value: <Link to={`/needs/${response.needId}`}>{response.posterName}</Link> },
                    {
                      name: t('lead'),
                      value: <Link to={`/providers/${response.organisationId}`}>{response.organisationName}</Link>,
                    },
                    members.length > 0
                      ? {
                          name: t('members'),
                          value: members
                            .map(({ organisationName, state }) =>
                              state === 'confirmed' ? organisationName : `${organisationName} · ${t(state)}`,
                            )
                            .join(comma),
                        }
                      : null,
                    { name: t('mode'), value: say(modes[response.mode]) },
                    response.responsesDueAt
                      ? { name: t('due'), value: <Deadline at={response.responsesDueAt} /> }
                      : null,
                    response.priceFen === null ? null : { name: t('price'), value: <Money fen={response.priceFen} /> },
                    response.conflict === 'clear'
                      ? null
                      : {
                          name: t('conflict'),
                          value: (
                            <>
                              {say(conflictWords[response.conflict])}
                              {response.findings.map(({ words }) => (
                                <div key={words.zh} className="muted">
                                  {say(words)}
                                </div>
                              ))}
                            </>
                          ),
                        },
                  ]}
                />
                <Clearance response={response} />
              </Section>
            </div>
            <div>
              {response.content ? (
                <Section title={t('content')}>
                  <ResponseContent response={response} />
                </Section>
              ) : null}
            </div>
          </div>
        </>
      ) : null}
    </>
  );
}
