import { getLot, getResponse } from '@duijie/contracts';
import { Alert, Card, Grid, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import { useCall } from '../../api/use-call';
import { lotStates } from '../../kit/lot-states';
import { PageHead } from '../../kit/page-head';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { ComposeForm } from './compose/compose-form';
import { isContest } from './compose/response-draft';
import { LightResponse } from './light-response';
import { LotFacts } from './lot-facts';
import { useOwnResponse } from './own-response';

const useWords = defineWords('respond-page', {
  zh: {
    title: '响应：{{title}}',
    facts: '要求',
    need: '查看需求全文',
    shut: '现在不能响应（{{state}}）。{{next}}',
    pending: '机构核验通过后才能提交。现在可以先写草稿。',
    back: '返回标段',
  },
  en: {
    title: 'Respond: {{title}}',
    facts: 'What is asked for',
    need: 'Read the whole need',
    shut: 'No responses are taken now ({{state}}). {{next}}',
    pending: 'It can be handed in once your organisation is verified. You may write a draft now.',
    back: 'Back to the lot',
  },
});

/** Responds to a lot: by one tap where that is enough, else by a form that saves itself. */
export function RespondPage() {
  const t = useWords();
  const { say } = useLanguage();
  const { lotId = '' } = useParams();
  const { me } = useSession();
  const wide = Grid.useBreakpoint().md ?? false;
  const { data: lot, error } = useCall(getLot, { params: { lotId } });
  const mine = useOwnResponse(lot);
  const leads = mine.response?.you === 'leader' ? mine.response : null;
  const whole = useCall(
    getResponse,
    { params: { responseId: leads?.id ?? '' } },
    { enabled: leads !== null && lot !== undefined && isContest(lot) },
  );
  const [begun, setBegun] = useState(false);
  const organisationId = me?.actingFor?.organisationId;
  if (mine.response && !leads) return <Navigate to={`/responses/${mine.response.id}`} replace />;
  const failed = error ?? mine.error ?? whole.error;
  // What is being written stays on the page when its first saving shows among the responses.
  const known = !mine.pending && lot !== undefined && (leads === null || !isContest(lot) || whole.data !== undefined);
  if (known && !begun) setBegun(true);
  const ready = lot && organisationId && (known || begun);
  return (
    <>
      <PageHead
        before={<Link to={`/lots/${lotId}`}>← {t('back')}</Link>}
        title={t('title', { title: lot?.title ?? '…' })}
        after={lot ? <Link to={`/needs/${lot.needId}`}>{t('need')}</Link> : null}
      />
      <ProblemAlert error={failed} />
      {!ready && !failed ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
      {ready ? (
        <>
          {me.actingFor?.verification === 'pending' ? (
            <Alert type="info" showIcon title={t('pending')} style={{ marginBottom: 12 }} />
          ) : null}
          {lot.state === 'open' ? (
            isContest(lot) ? (
              <div className="kit-columns kit-columns-even">
                <details open={wide} className="kit-section respond-facts">
                  <summary>{t('facts')}</summary>
                  <Card size="small" style={{ marginTop: 6 }}>
                    <LotFacts lot={lot} />
                  </Card>
                </details>
                <ComposeForm
                  key={lot.id + lot.attempt}
                  lot={lot}
                  own={whole.data ?? null}
                  organisationId={organisationId}
                />
              </div>
            ) : leads && leads.state !== 'draft' ? (
              <Navigate to={`/responses/${leads.id}`} replace />
            ) : (
              <>
                <LightResponse lot={lot} drafted={leads} />
                <Section title={t('facts')}>
                  <LotFacts lot={lot} />
                </Section>
              </>
            )
          ) : (
            <Alert
              type="warning"
              showIcon
              title={t('shut', { state: say(lotStates[lot.state]), next: say(lot.nextStep) })}
            />
          )}
        </>
      ) : null}
    </>
  );
}
