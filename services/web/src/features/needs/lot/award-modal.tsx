import { awardLot, type DecisionCandidate, type DecisionSheet, type LotView, type Scoring } from '@duijie/contracts';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { Field, FormProblem } from '../../../kit/form-problem';
import { Modal } from '../../../kit/modal';
import { useAct } from '../../../kit/use-act';
import { YuanInput } from '../../../kit/yuan-input';
import { defineWords } from '../../../words/define-words';
import { touchedByDeal, touchedByMatching } from '../touched';
import { ScoringForm, totalOf } from './scoring-form';

const useWords = defineWords('need-award', {
  zh: {
    title: '确定承接方：{{name}}',
    notice: '确定后公示 {{n}} 天，期满无异议再签协议。',
    direct: '确定后双方就可以签协议。',
    scoring: '先给每份响应评分',
    leads: '按评分，第一名是 {{name}}（{{total}} 分）',
    amount: '商定金额（元）',
    amountHint: '不填就是对方的报价',
    reason: '选定的理由',
    reasonOptional: '选定的理由（可不填）',
    confirm: '确定承接方',
    cancel: '取消',
    done: '已确定承接方',
    plan: '方案',
    price: '价格',
    team: '团队与业绩',
  },
  en: {
    title: 'Award to {{name}}',
    notice: 'The result is posted for {{n}} days; without an objection the agreement follows.',
    direct: 'Both sides may then sign the agreement.',
    scoring: 'Score each response first',
    leads: 'By the scores, {{name}} comes first ({{total}})',
    amount: 'Amount agreed (yuan)',
    amountHint: "Left empty, it is the response's price",
    reason: 'Why this one',
    reasonOptional: 'Why this one (optional)',
    confirm: 'Award',
    cancel: 'Cancel',
    done: 'Awarded',
    plan: 'Plan',
    price: 'Price',
    team: 'Team and record',
  },
});

/** Decides for one response: with scores where the lot is scored, with a reason where there is a choice. */
export function AwardModal({
  lot,
  sheet,
  candidate,
  given,
  onScoring,
  onClose,
}: {
  readonly lot: LotView;
  readonly sheet: DecisionSheet;
  readonly candidate: DecisionCandidate;
  /** Scores that were given before another response was chosen; null at first. */
  readonly given: Scoring | null;
  readonly onScoring: (scoring: Scoring) => void;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const id = useId();
  const usable = sheet.candidates.filter(({ whyNot }) => whyNot.length === 0);
  const scored = sheet.evaluation === 'scored';
  const [blank] = useState<Scoring>(() => ({
    criteria: [
      { name: t('plan'), weight: 40 },
      { name: t('price'), weight: 30 },
      { name: t('team'), weight: 30 },
    ],
    scores: usable.map(({ responseId }) => ({ responseId, scores: [0, 0, 0] })),
  }));
  const before = given ?? blank;
  // Which responses can be chosen may have changed since they were scored.
  const scoring: Scoring = {
    ...before,
    scores: usable.map(
      ({ responseId }) =>
        before.scores.find((one) => one.responseId === responseId) ?? {
          responseId,
          scores: before.criteria.map(() => 0),
        },
    ),
  };
  const [amountFen, setAmount] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const award = useAct(awardLot, [...touchedByDeal, ...touchedByMatching], t('done'), true);
  const contest = lot.mode === 'quotation' || lot.mode === 'open_call';
  const leader = usable.toSorted((a, b) => totalOf(scoring, b.responseId) - totalOf(scoring, a.responseId))[0];
  const isFirst = scored ? leader?.responseId === candidate.responseId : candidate.rank === 1;
  const asked = lot.mode === 'emergency' || (contest && !isFirst);
  return (
    <Modal
      open
      width={scored ? 760 : 520}
      title={t('title', { name: candidate.organisationName })}
      okText={t('confirm')}
      cancelText={t('cancel')}
      confirmLoading={award.pending}
      onCancel={onClose}
      onOk={() =>
        award.act(
          {
            params: { lotId: lot.id },
            ifMatch: sheet.version,
            body: {
              responseId: candidate.responseId,
              ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
              ...(amountFen === null ? {} : { amountFen }),
              ...(scored ? { scoring } : {}),
            },
          },
          onClose,
        )
      }
    >
      <p className="muted">{lot.terms.noticeDays > 0 ? t('notice', { n: lot.terms.noticeDays }) : t('direct')}</p>
      {scored ? (
        <Field
          label={t('scoring')}
          error={award.error}
          pointer="/scoring"
          hint={
            leader
              ? t('leads', { name: leader.organisationName, total: totalOf(scoring, leader.responseId).toFixed(2) })
              : undefined
          }
        >
          <ScoringForm candidates={usable} value={scoring} onChange={onScoring} />
        </Field>
      ) : null}
      <Field
        label={t(asked ? 'reason' : 'reasonOptional')}
        htmlFor={`${id}-reason`}
        error={award.error}
        pointer="/reason"
      >
        <Input.TextArea
          id={`${id}-reason`}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Field>
      <Field
        label={t('amount')}
        htmlFor={`${id}-amount`}
        error={award.error}
        pointer="/amountFen"
        hint={t('amountHint')}
      >
        <YuanInput id={`${id}-amount`} value={amountFen} onChange={setAmount} />
      </Field>
      <FormProblem error={award.error} fields={['/reason', '/amountFen', ...(scored ? ['/scoring'] : [])]} />
    </Modal>
  );
}
