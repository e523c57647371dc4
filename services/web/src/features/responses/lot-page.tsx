import { draftAgreement, getLot } from '@duijie/contracts';
import { bidStates } from '@duijie/domain-kit';
import { Alert, Button, Skeleton } from 'antd';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { useCall } from '../../api/use-call';
import { lotStates } from '../../kit/lot-states';
import { LinkButton } from '../../kit/link-button';
import { Money } from '../../kit/money';
import { PageHead } from '../../kit/page-head';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { StateTag } from '../../kit/state-tag';
import { useAct } from '../../kit/use-act';
import { useRespondBarrier } from '../../kit/use-respond-barrier';
import { sideOf, useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { LotFacts } from './lot-facts';
import { useOwnResponse } from './own-response';

const useWords = defineWords('lot-page', {
  zh: {
    back: '返回承接工作台',
    need: '查看需求全文',
    facts: '要求',
    next: '下一步',
    claim: '认领',
    invited: '邀请比选：由需求方或协会推介过的服务方可以响应。',
    respond: '写响应',
    continue: '继续填写',
    receipt: '查看我的响应',
    own: '我的响应',
    result: '结果',
    winner: '承接方',
    agreement: '去确认、签署协议',
    draft: '拟定协议',
  },
  en: {
    back: 'Back to my work',
    need: 'Read the whole need',
    facts: 'What is asked for',
    next: 'What comes next',
    claim: 'Claim it',
    invited: 'An invited quotation: providers that the poster or the association introduced may respond.',
    respond: 'Write a response',
    continue: 'Continue',
    receipt: 'Show my response',
    own: 'My response',
    result: 'Result',
    winner: 'Awarded to',
    agreement: 'To the agreement',
    draft: 'Draft the agreement',
  },
});

/** A lot as providers see it; the need's own side and staff go on to the need's page, which shows its lots. */
export function LotPage() {
  const t = useWords();
  const { say, colon } = useLanguage();
  const { lotId = '' } = useParams();
  const { me } = useSession();
  const { data: lot, error, refetch } = useCall(getLot, { params: { lotId } });
  const { response } = useOwnResponse(lot);
  const barrier = useRespondBarrier(lot);
  const navigate = useNavigate();
  const draft = useAct(draftAgreement, [getLot]);
  const draftIt = (awardId: string): void =>
    draft.act({ body: { awardId } }, ({ id }) => void navigate(`/agreements/${id}`));
  const side = me?.actingFor ? sideOf(me.actingFor.kind) : null;
  if (lot && side !== 'provider' && response === null) return <Navigate to={`/needs/${lot.needId}`} replace />;
  const open = lot?.state === 'open' && (response === null || response.state === 'draft');
  const mayRespond = open && barrier === null;
  return (
    <>
      <PageHead
        before={<Link to="/work">← {t('back')}</Link>}
        title={lot?.title ?? '…'}
        after={
          lot ? (
            <span className="kit-row">
              <StateTag vocabulary={lotStates} code={lot.state} />
              <Link to={`/needs/${lot.needId}`}>{t('need')}</Link>
            </span>
          ) : null
        }
        actions={
          lot && mayRespond ? (
            <LinkButton to={`/lots/${lot.id}/respond`} type="primary">
              {t(response ? 'continue' : lot.mode === 'claim' ? 'claim' : 'respond')}
            </LinkButton>
          ) : null
        }
      />
      <ProblemAlert error={error} again={() => void refetch()} />
      {!lot && !error ? <Skeleton active /> : null}
      {lot ? (
        <>
          {mayRespond && lot.mode === 'quotation' ? <p className="muted">{t('invited')}</p> : null}
          <Alert
            type="info"
            style={{ marginBottom: 12 }}
            title={
              <>
                {t('next')}
                {colon}
                {say(lot.nextStep)}
              </>
            }
            description={lot.because ? say(lot.because) : null}
            action={
              lot.agreementId && lot.you === 'winner' ? (
                <LinkButton to={`/agreements/${lot.agreementId}`} type="primary">
                  {t('agreement')}
                </LinkButton>
              ) : lot.award?.state === 'effective' && lot.you === 'winner' ? (
                <Button type="primary" loading={draft.pending} onClick={() => draftIt(lot.award?.id ?? '')}>
                  {t('draft')}
                </Button>
              ) : null
            }
          />
          {open && barrier !== null ? (
            <Alert type="warning" showIcon style={{ marginBottom: 12 }} title={barrier} />
          ) : null}
          {response ? (
            <Section title={t('own')}>
              <span className="kit-row">
                <StateTag vocabulary={bidStates} code={response.state} />
                <Link to={`/responses/${response.id}`}>{t('receipt')}</Link>
              </span>
            </Section>
          ) : null}
          {lot.award ? (
            <Section title={t('result')}>
              {t('winner')} <Link to={`/providers/${lot.award.organisationId}`}>{lot.award.organisationName}</Link>{' '}
              {lot.award.amountFen === null ? null : <Money fen={lot.award.amountFen} />}
              <p className="kit-prose muted">{lot.award.reason}</p>
            </Section>
          ) : null}
          <Section title={t('facts')}>
            <LotFacts lot={lot} />
          </Section>
        </>
      ) : null}
    </>
  );
}
