import {
  agreeToChange,
  listAgreementChanges,
  proposeAgreementChange,
  refuseChange,
  withdrawChange,
  type agreementChangeView,
  type AgreementView,
} from '@duijie/contracts';
import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { z } from 'zod';
import { usePages } from '../../api/use-call';
import { Field, FormProblem } from '../../kit/form-problem';
import { Modal } from '../../kit/modal';
import { ProblemAlert } from '../../kit/problem-alert';
import { ReasonModal } from '../../kit/reason-modal';
import { Section } from '../../kit/section';
import { StateTag } from '../../kit/state-tag';
import { useAct } from '../../kit/use-act';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { changeStates } from './agreement-states';
import { ChangeDifference } from './change-difference';
import { TermsForm, termsFields, wholeTermsOf } from './terms-form';
import { touched } from './touched';

const useWords = defineWords('changes', {
  zh: {
    title: '变更',
    none: '没有变更',
    propose: '提出变更',
    proposeTitle: '提出协议变更',
    reason: '变更原因',
    send: '发给对方',
    sent: '已发给对方，对方同意后生效',
    cancel: '取消',
    byPayer: '需求方提出',
    byProvider: '服务方提出',
    agree: '同意变更',
    agreed: '已同意，协议已更新',
    refuse: '不同意',
    refuseTitle: '不同意这次变更',
    refused: '已答复',
    withdraw: '撤回',
    withdrawn: '已撤回',
    answer: '答复：{{text}}',
  },
  en: {
    title: 'Changes',
    none: 'No changes',
    propose: 'Propose a change',
    proposeTitle: 'Propose a change of the agreement',
    reason: 'Why',
    send: 'Send to the other side',
    sent: 'Sent; it holds once the other side agrees',
    cancel: 'Cancel',
    byPayer: 'Proposed by the poster',
    byProvider: 'Proposed by the provider',
    agree: 'Agree',
    agreed: 'Agreed; the agreement is renewed',
    refuse: 'Refuse',
    refuseTitle: 'Refuse this change',
    refused: 'Answered',
    withdraw: 'Withdraw',
    withdrawn: 'Withdrawn',
    answer: 'Answer: {{text}}',
  },
});
type Change = z.infer<typeof agreementChangeView>;

function ProposeModal({ agreement, onClose }: { readonly agreement: AgreementView; readonly onClose: () => void }) {
  const t = useWords();
  const id = useId();
  const [reason, setReason] = useState('');
  const [terms, setTerms] = useState(() => wholeTermsOf(agreement));
  const propose = useAct(proposeAgreementChange, touched, t('sent'), true);
  return (
    <Modal
      open
      width={760}
      title={t('proposeTitle')}
      okText={t('send')}
      cancelText={t('cancel')}
      confirmLoading={propose.pending}
      onCancel={onClose}
      onOk={() => propose.act({ params: { agreementId: agreement.id }, body: { reason, terms } }, onClose)}
    >
      <FormProblem error={propose.error} fields={['/reason', ...termsFields.map((field) => `/terms${field}`)]} />
      <Field label={t('reason')} htmlFor={id} error={propose.error} pointer="/reason">
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 2 }}
          maxLength={1000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Field>
      <TermsForm agreement={agreement} value={terms} onChange={setTerms} error={propose.error} at="/terms" />
    </Modal>
  );
}

function OneChange({ change, agreement }: { readonly change: Change; readonly agreement: AgreementView }) {
  const t = useWords();
  const { say } = useLanguage();
  const [refusing, setRefusing] = useState(false);
  const agree = useAct(agreeToChange, touched, t('agreed'));
  const refuse = useAct(refuseChange, touched, t('refused'), true);
  const withdraw = useAct(withdrawChange, touched, t('withdrawn'));
  const input = { params: { agreementId: agreement.id, changeId: change.id }, ifMatch: agreement.version };
  const { you } = agreement;
  const answers = change.state === 'proposed' && (you === 'payer' || you === 'provider') && you !== change.proposedBy;
  const owns = change.state === 'proposed' && you === change.proposedBy;
  return (
    <li>
      <div className="kit-row">
        <StateTag vocabulary={changeStates} code={change.state} {...(answers ? { tone: 'warn' as const } : {})} />
        <span>{t(change.proposedBy === 'payer' ? 'byPayer' : 'byProvider')}</span>
        <When at={change.proposedAt} />
      </div>
      <p className="kit-prose">{change.reason}</p>
      <ChangeDifference before={change.before} after={change.after} agreement={agreement} />
      {change.remarks.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          style={{ margin: '8px 0' }}
          title={change.remarks.map((remark) => say(remark)).join(' ')}
        />
      ) : null}
      {change.answer ? <p className="muted">{t('answer', { text: change.answer })}</p> : null}
      <div className="kit-actions">
        {answers ? (
          <>
            <Button type="primary" loading={agree.pending} onClick={() => agree.act(input)}>
              {t('agree')}
            </Button>
            <Button onClick={() => setRefusing(true)}>{t('refuse')}</Button>
          </>
        ) : null}
        {owns ? (
          <Button loading={withdraw.pending} onClick={() => withdraw.act(input)}>
            {t('withdraw')}
          </Button>
        ) : null}
      </div>
      {refusing ? (
        <ReasonModal
          title={t('refuseTitle')}
          confirm={t('refuse')}
          pending={refuse.pending}
          error={refuse.error}
          onCancel={() => setRefusing(false)}
          onConfirm={(reason) => refuse.act({ ...input, body: { reason } }, () => setRefusing(false))}
        />
      ) : null}
    </li>
  );
}

/** Changes of the terms: proposed by one side, agreed by the other. */
export function ChangesSection({ agreement }: { readonly agreement: AgreementView }) {
  const t = useWords();
  const [proposing, setProposing] = useState(false);
  const list = usePages<typeof listAgreementChanges, Change>(listAgreementChanges, {
    params: { agreementId: agreement.id },
    query: { limit: 20 },
  });
  const party = agreement.you === 'payer' || agreement.you === 'provider';
  return (
    <Section
      title={t('title')}
      extra={
        party && agreement.state === 'signed' && agreement.openChange === null ? (
          <Button size="small" onClick={() => setProposing(true)}>
            {t('propose')}
          </Button>
        ) : null
      }
    >
      <ProblemAlert error={list.error} />
      {list.isSuccess && list.items.length === 0 ? <span className="muted">{t('none')}</span> : null}
      <ul className="kit-cards" aria-label={t('title')}>
        {list.items.map((change) => (
          <OneChange key={change.id} change={change} agreement={agreement} />
        ))}
      </ul>
      {proposing ? <ProposeModal agreement={agreement} onClose={() => setProposing(false)} /> : null}
    </Section>
  );
}
