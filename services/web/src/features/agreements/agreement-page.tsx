import { downloadAgreementDraft, getAgreement } from '@duijie/contracts';
import { fundings, modes } from '@duijie/domain-kit';
import { Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { useCall } from '../../api/use-call';
import { agreementStates } from '../../kit/agreement-states';
import { DayText } from '../../kit/day-text';
import { DescriptionList } from '../../kit/description-list';
import { Money } from '../../kit/money';
import { PageHead } from '../../kit/page-head';
import { ProblemAlert } from '../../kit/problem-alert';
import { SaveFile } from '../../kit/save-file';
import { Section } from '../../kit/section';
import { StateTag } from '../../kit/state-tag';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { ChangesSection } from './changes-section';
import { FilesSection } from './files-section';
import { MilestoneTimeline } from './milestone-timeline';
import { NextAct } from './next-act';
import { PaymentsSection } from './payments-section';
import { ReviewsSection } from './reviews-section';
import { SigningSection } from './signing-section';
import { TerminateButton, TerminationSection } from './termination-section';
import { TermsTable } from './terms-table';
import { TimelineSection } from './timeline-section';

const useWords = defineWords('agreement-page', {
  zh: {
    back: '返回协议',
    need: '查看需求',
    word: '协议 Word 稿',
    facts: '概况',
    poster: '需求方（付款）',
    lead: '承接方',
    members: '联合体成员',
    mode: '方式',
    funding: '资金来源',
    price: '总价',
    paid: '已付',
    period: '期限',
    signedOn: '签订日期',
    conclusion: '总体结论',
    terms: '第 {{n}} 版条款',
    milestones: '节点',
    package: '服务包',
    show: '查看',
  },
  en: {
    back: 'Back to agreements',
    need: 'Show the need',
    word: 'As Word file',
    facts: 'In short',
    poster: 'Poster (pays)',
    lead: 'Provider',
    members: 'Consortium',
    mode: 'Mode',
    funding: 'Money from',
    price: 'Price',
    paid: 'Paid',
    period: 'Term',
    signedOn: 'Signed on',
    conclusion: 'Conclusion',
    terms: 'Terms no. {{n}}',
    milestones: 'Milestones',
    package: 'Package',
    show: 'Show',
  },
});

/** An agreement from its draft to the last review, for both sides, brokers and officers. */
export function AgreementPage() {
  const t = useWords();
  const { say, comma } = useLanguage();
  const { agreementId = '' } = useParams();
  const { data: agreement, error, refetch } = useCall(getAgreement, { params: { agreementId } });
  if (!agreement)
    return (
      <>
        <PageHead before={<Link to="/agreements">← {t('back')}</Link>} title="…" />
        <ProblemAlert error={error} again={() => void refetch()} />
        {error ? null : <Skeleton active paragraph={{ rows: 10 }} />}
      </>
    );
  const { state, you } = agreement;
  const others = agreement.members.filter(({ organisationId }) => organisationId !== agreement.leadId);
  const begun = state === 'signed' || state === 'completed' || state === 'terminated';
  return (
    <>
      <PageHead
        before={<Link to="/agreements">← {t('back')}</Link>}
        title={agreement.needTitle}
        after={
          <span className="kit-row">
            <StateTag vocabulary={agreementStates} code={state} />
            {agreement.termsNumber > 1 ? <span>{t('terms', { n: agreement.termsNumber })}</span> : null}
            <Link to={`/needs/${agreement.needId}`}>{t('need')}</Link>
          </span>
        }
        actions={
          <>
            {begun ? (
              <SaveFile contract={downloadAgreementDraft} input={{ params: { agreementId } }} label={t('word')} />
            ) : null}
            {state === 'signed' && you !== 'officer' ? <TerminateButton agreement={agreement} /> : null}
          </>
        }
      />
      <NextAct agreement={agreement} />
      <div className="kit-columns">
        <div>
          {state === 'drafted' ? <SigningSection agreement={agreement} /> : null}
          {state === 'terminated' ? <TerminationSection agreement={agreement} /> : null}
          {state === 'completed' ? <ReviewsSection agreement={agreement} /> : null}
          <Section title={t('milestones')}>
            <MilestoneTimeline agreement={agreement} />
          </Section>
          <Section title={t('facts')}>
            <DescriptionList
              facts={[
                { name: t('poster'), value: agreement.posterName },
                { name: t('lead'), value: <Link to={`/providers/${agreement.leadId}`}>{agreement.leadName}</Link> },
                others.length > 0
                  ? { name: t('members'), value: others.map(({ organisationName }) => organisationName).join(comma) }
                  : null,
                { name: t('mode'), value: say(modes[agreement.mode]) },
                agreement.funding ? { name: t('funding'), value: say(fundings[agreement.funding]) } : null,
                { name: t('price'), value: <Money fen={agreement.priceFen} /> },
                agreement.priceFen === null ? null : { name: t('paid'), value: <Money fen={agreement.paidFen} /> },
                agreement.startsOn || agreement.endsOn
                  ? {
                      name: t('period'),
                      value: (
                        <>
                          <DayText day={agreement.startsOn} /> – <DayText day={agreement.endsOn} />
                        </>
                      ),
                    }
                  : null,
                agreement.signedOn ? { name: t('signedOn'), value: <DayText day={agreement.signedOn} /> } : null,
                agreement.packageId
                  ? { name: t('package'), value: <Link to={`/packages/${agreement.packageId}`}>{t('show')}</Link> }
                  : null,
                { name: t('conclusion'), value: agreement.conclusion, wide: true },
              ]}
            />
            <div style={{ marginTop: 12 }}>
              <TermsTable agreement={agreement} />
            </div>
          </Section>
          {begun ? <ChangesSection agreement={agreement} /> : null}
          {begun && agreement.payees.length > 0 ? <PaymentsSection agreement={agreement} /> : null}
        </div>
        <div>
          <FilesSection agreement={agreement} />
          <TimelineSection agreement={agreement} />
        </div>
      </div>
    </>
  );
}
