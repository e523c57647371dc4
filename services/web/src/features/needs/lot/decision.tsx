import {
  disqualifyResponse,
  failLot,
  getDecisionSheet,
  shortlistResponse,
  type DecisionCandidate,
  type LotView,
  type Scoring,
} from '@duijie/contracts';
import { Alert, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useCall } from '../../../api/use-call';
import { ProblemAlert } from '../../../kit/problem-alert';
import { ReasonModal } from '../../../kit/reason-modal';
import { useAct } from '../../../kit/use-act';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';
import { touchedByDeal } from '../touched';
import type { Standing } from '../use-standing';
import { AwardModal } from './award-modal';
import { CompareTable } from './compare-table';

const useWords = defineWords('need-decision', {
  zh: {
    title: '响应',
    none: '还没有能看的响应',
    first_come: '先到先得',
    choice: '由你们选定并说明理由',
    price: '按最低价排序',
    scored: '按综合评分',
    light: '直接选定',
    choose: '选定',
    shortlist: '入围',
    shortlisted: '已入围',
    disqualify: '取消资格',
    disqualifyTitle: '取消“{{name}}”的资格',
    disqualifyWhy: '对方会看到理由。',
    disqualified: '已取消资格',
    fail: '都不合适',
    failTitle: '没有合适的响应',
    failWhy: '宣布未成交。之后可以修改需求，换个方式重新发布。',
    failed: '已宣布未成交',
    wait: '现在还不能确定：',
  },
  en: {
    title: 'Responses',
    none: 'No response to be read yet',
    first_come: 'First come, first served',
    choice: 'You choose, and say why',
    price: 'In the order of price',
    scored: 'By scores',
    light: 'Choose directly',
    choose: 'Choose',
    shortlist: 'Shortlist',
    shortlisted: 'Shortlisted',
    disqualify: 'Disqualify',
    disqualifyTitle: 'Disqualify “{{name}}”',
    disqualifyWhy: 'It reads the reason.',
    disqualified: 'Disqualified',
    fail: 'None suits',
    failTitle: 'No response suits',
    failWhy: 'The lot ends without an award. The need may then be changed and published again.',
    failed: 'Declared that none suits',
    wait: 'It cannot be decided yet:',
  },
});

/** What the poster decides from, and deciding. */
export function Decision({ lot, standing }: { readonly lot: LotView; readonly standing: Standing }) {
  const t = useWords();
  const { say } = useLanguage();
  const sheet = useCall(getDecisionSheet, { params: { lotId: lot.id } });
  const [choosing, setChoosing] = useState<DecisionCandidate | null>(null);
  const [scoring, setScoring] = useState<Scoring | null>(null);
  const [disqualifying, setDisqualifying] = useState<DecisionCandidate | null>(null);
  const [failing, setFailing] = useState(false);
  const shortlist = useAct(shortlistResponse, touchedByDeal, t('shortlisted'));
  const disqualify = useAct(disqualifyResponse, touchedByDeal, t('disqualified'), true);
  const fail = useAct(failLot, touchedByDeal, t('failed'), true);
  if (sheet.isPending) return <Skeleton active />;
  if (!sheet.data) return <ProblemAlert error={sheet.error} again={() => void sheet.refetch()} />;
  const { candidates, evaluation, blockers } = sheet.data;
  const rule = evaluation === 'none' ? 'light' : evaluation;
  const decides =
    standing.poster && (lot.state === 'deciding' || (lot.state === 'open' && lot.nextStep.code === 'decide'));
  const contest = lot.mode === 'quotation' || lot.mode === 'open_call';
  // Buttons of one row stand beside each other: each says aloud whom it is about.
  const of = (act: 'choose' | 'shortlist' | 'disqualify', { organisationName }: DecisionCandidate): string =>
    `${t(act)} ${organisationName}`;
  const acts = (one: DecisionCandidate) => (
    <>
      {decides && one.whyNot.length === 0 && blockers.length === 0 ? (
        <Button
          size="small"
          type={
            sheet.data.proposedResponseId === null || sheet.data.proposedResponseId === one.responseId
              ? 'primary'
              : 'default'
          }
          aria-label={of('choose', one)}
          onClick={() => setChoosing(one)}
        >
          {t('choose')}
        </Button>
      ) : null}
      {contest && decides && one.state === 'opened' ? (
        <Button
          size="small"
          aria-label={of('shortlist', one)}
          onClick={() => shortlist.act({ params: { responseId: one.responseId }, ifMatch: one.version })}
        >
          {t('shortlist')}
        </Button>
      ) : null}
      {contest && decides && (one.state === 'opened' || one.state === 'shortlisted') ? (
        <Button
          size="small"
          type="text"
          danger
          aria-label={of('disqualify', one)}
          onClick={() => setDisqualifying(one)}
        >
          {t('disqualify')}
        </Button>
      ) : null}
    </>
  );
  return (
    <>
      <div className="kit-row kit-row-spread">
        <h3 className="kit-subheading">
          {t('title')} <span className="muted">· {t(rule)}</span>
        </h3>
        {decides && lot.state === 'deciding' ? (
          <Button size="small" type="text" onClick={() => setFailing(true)}>
            {t('fail')}
          </Button>
        ) : null}
      </div>
      {decides && blockers.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={t('wait')}
          description={blockers.map((words) => (
            <div key={words.code}>{say(words)}</div>
          ))}
        />
      ) : null}
      {candidates.length === 0 ? <p className="muted">{t('none')}</p> : <CompareTable sheet={sheet.data} acts={acts} />}
      {choosing ? (
        <AwardModal
          lot={lot}
          sheet={sheet.data}
          candidate={choosing}
          given={scoring}
          onScoring={setScoring}
          onClose={() => setChoosing(null)}
        />
      ) : null}
      {disqualifying ? (
        <ReasonModal
          title={t('disqualifyTitle', { name: disqualifying.organisationName })}
          explanation={t('disqualifyWhy')}
          confirm={t('disqualify')}
          danger
          pending={disqualify.pending}
          error={disqualify.error}
          onCancel={() => setDisqualifying(null)}
          onConfirm={(reason) =>
            disqualify.act(
              { params: { responseId: disqualifying.responseId }, ifMatch: disqualifying.version, body: { reason } },
              () => setDisqualifying(null),
            )
          }
        />
      ) : null}
      {failing ? (
        <ReasonModal
          title={t('failTitle')}
          explanation={t('failWhy')}
          confirm={t('fail')}
          danger
          pending={fail.pending}
          error={fail.error}
          onCancel={() => setFailing(false)}
          onConfirm={(reason) =>
            fail.act({ params: { lotId: lot.id }, ifMatch: lot.version, body: { reason } }, () => setFailing(false))
          }
        />
      ) : null}
    </>
  );
}
