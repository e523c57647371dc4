import { closeResponses, getLot, type LotView, type NeedView } from '@duijie/contracts';
import { modes } from '@duijie/domain-kit';
import { Alert, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useCall } from '../../../api/use-call';
import { Deadline } from '../../../kit/deadline';
import { LinkButton } from '../../../kit/link-button';
import { lotStates } from '../../../kit/lot-states';
import { ProblemAlert } from '../../../kit/problem-alert';
import { Section } from '../../../kit/section';
import { StateTag } from '../../../kit/state-tag';
import { useAct } from '../../../kit/use-act';
import { useLeaves } from '../../../kit/use-leaves';
import { useRespondBarrier } from '../../../kit/use-respond-barrier';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';
import { touchedByDeal } from '../touched';
import { seesInside, type Standing } from '../use-standing';
import { AgreementBrief } from './agreement-brief';
import { AppointModal } from './appoint-modal';
import { AppointmentsPart } from './appointments-part';
import { AwardPart } from './award-part';
import { Decision } from './decision';
import { LotAgain } from './lot-again';
import { mayAppoint } from './may-appoint';
import { ObjectionsPart } from './objections-part';
import { OpeningRecord } from './opening-record';

const useWords = defineWords('need-lot', {
  zh: {
    title: '承接与实施',
    lot: '标段：{{title}}',
    attempt: '第 {{n}} 次',
    next: '下一步：{{text}}',
    sealed: '响应已密封，截止前任何人都看不到内容',
    count: '已收到 {{n}} 份响应',
    least: '至少要有 {{n}} 份有效响应，到截止还不够就不成立，要重新发布或换一种方式。可以向更多合适的服务方推介。',
    leastOpen: '至少要有 {{n}} 份有效响应才能确定承接方，不够就截止的话这次不成立。可以向更多合适的服务方推介。',
    due: '截止：',
    noDue: '没有截止时间，你们随时可以截止',
    close: '截止响应，开始评定',
    closed: '已截止',
    direct: '直接对接一家熟悉的服务方',
    emergency: '应急指定',
    recorded: '登记已定结果',
    respond: '去响应',
  },
  en: {
    title: 'Who takes it, and delivery',
    lot: 'Lot: {{title}}',
    attempt: 'attempt {{n}}',
    next: 'Next: {{text}}',
    sealed: 'Responses are sealed: nobody can read them before the deadline',
    count: '{{n}} responses received',
    least:
      'At least {{n}} valid ones are needed: with fewer at the deadline it fails, and is to be published again or another way. Introduce it to more providers that fit.',
    leastOpen:
      'At least {{n}} valid ones are needed to decide; closed with fewer, it fails. Introduce it to more providers that fit.',
    due: 'Due: ',
    noDue: 'There is no deadline; you may close it at any time',
    close: 'Close and decide',
    closed: 'Closed',
    direct: 'Ask a provider that you know directly',
    emergency: 'Appoint in an emergency',
    recorded: 'Record what was decided',
    respond: 'To the lot',
  },
});

function OpenPart({ lot, standing }: { readonly lot: LotView; readonly standing: Standing }) {
  const t = useWords();
  const close = useAct(closeResponses, touchedByDeal, t('closed'));
  const contest = lot.mode === 'quotation' || lot.mode === 'open_call';
  const { leastResponses } = lot.terms;
  return (
    <div className="kit-row kit-row-spread need-open">
      <div>
        <b className="need-count">{t('count', { n: lot.responseCount })}</b>
        <div className="muted">
          {lot.responsesDueAt ? (
            <>
              {t('due')}
              <Deadline at={lot.responsesDueAt} />
            </>
          ) : contest ? (
            t('noDue')
          ) : null}
        </div>
        {lot.sealed ? <div className="muted">{t('sealed')}</div> : null}
        {seesInside(standing) && contest && lot.responseCount < leastResponses ? (
          <div className="need-least">{t(lot.responsesDueAt ? 'least' : 'leastOpen', { n: leastResponses })}</div>
        ) : null}
      </div>
      {standing.poster && lot.responsesDueAt === null && contest ? (
        <Button loading={close.pending} onClick={() => close.act({ params: { lotId: lot.id }, ifMatch: lot.version })}>
          {t('close')}
        </Button>
      ) : null}
    </div>
  );
}

/** The way to a response, or why there is none for the organisation acted for. */
function RespondPart({ lot, label }: { readonly lot: LotView; readonly label: string }) {
  const barrier = useRespondBarrier(lot);
  if (barrier !== null) return <Alert type="info" showIcon title={barrier} />;
  return (
    <LinkButton type="primary" to={`/lots/${lot.id}`}>
      {label}
    </LinkButton>
  );
}

/** One lot from its opening to its acceptance. @param single the need has no other: its title says nothing new */
export function LotCard({
  lotId,
  need,
  single,
  standing,
}: {
  readonly lotId: string;
  readonly need: NeedView;
  readonly single: boolean;
  readonly standing: Standing;
}) {
  const t = useWords();
  const { say, comma } = useLanguage();
  const { nameOf } = useLeaves();
  const [appointing, setAppointing] = useState(false);
  const { data: lot, error, refetch } = useCall(getLot, { params: { lotId } }, { everyMs: 20_000 });
  if (!lot)
    return (
      <Section title={t('title')}>
        <ProblemAlert error={error} again={() => void refetch()} />
        {error ? null : <Skeleton active />}
      </Section>
    );
  const inside = seesInside(standing);
  const readable =
    inside && ((lot.state === 'open' && !lot.sealed && lot.responseCount > 0) || lot.state === 'deciding');
  const appointMode = lot.mode === 'emergency' || lot.mode === 'recorded' ? lot.mode : 'direct';
  const wasOpened = lot.sealed && lot.state !== 'upcoming' && lot.state !== 'open';
  const over = lot.state === 'failed' || lot.state === 'given_back';
  return (
    <Section
      title={
        <span className="kit-row">
          {single ? t('title') : t('lot', { title: lot.title })}
          <StateTag vocabulary={lotStates} code={lot.state} />
        </span>
      }
      extra={
        <span className="muted">
          {say(modes[lot.mode])}
          {lot.attempt > 1 ? ` · ${t('attempt', { n: lot.attempt })}` : ''}
        </span>
      }
    >
      {single ? null : <p className="muted">{lot.components.map((code) => nameOf(code)).join(comma)}</p>}
      {lot.nextStep.code === 'none' ? null : (
        <p className="need-next">
          {t('next', { text: say(lot.nextStep) })} {lot.nextStep.at ? <Deadline at={lot.nextStep.at} /> : null}
        </p>
      )}
      {lot.because ? <Alert type="warning" showIcon title={say(lot.because)} style={{ marginBottom: 8 }} /> : null}
      {lot.state === 'open' || lot.state === 'upcoming' ? <OpenPart lot={lot} standing={standing} /> : null}
      {standing.poster && mayAppoint(lot) ? (
        <Button onClick={() => setAppointing(true)}>{t(appointMode)}</Button>
      ) : null}
      {standing.provider && lot.state === 'open' ? <RespondPart lot={lot} label={t('respond')} /> : null}
      {standing.poster ? <AppointmentsPart lotId={lot.id} /> : null}
      {readable ? <Decision lot={lot} standing={standing} /> : null}
      {wasOpened ? <OpeningRecord lotId={lot.id} linked={inside} /> : null}
      <AwardPart lot={lot} standing={standing} />
      {inside && lot.award ? <ObjectionsPart lot={lot} standing={standing} /> : null}
      {lot.agreementId ? <AgreementBrief agreementId={lot.agreementId} lot={lot} standing={standing} /> : null}
      {over && standing.poster ? <LotAgain need={need} lotId={lot.id} /> : null}
      {appointing ? <AppointModal lot={lot} onClose={() => setAppointing(false)} /> : null}
    </Section>
  );
}
