import {
  downloadAgreementFile,
  listAgreementPayments,
  recordPayment,
  reversePayment,
  type agreementPayment,
  type AgreementView,
} from '@duijie/contracts';
import { Button, Input, Select, Tag } from 'antd';
import { useId, useState } from 'react';
import type { z } from 'zod';
import { usePages } from '../../api/use-call';
import { Modal } from '../../kit/modal';
import { DataTable } from '../../kit/table/data-table';
import { DayText } from '../../kit/day-text';
import { Field, FormProblem } from '../../kit/form-problem';
import { Money } from '../../kit/money';
import { ReasonModal } from '../../kit/reason-modal';
import { SaveFile } from '../../kit/save-file';
import { Section } from '../../kit/section';
import { useAct } from '../../kit/use-act';
import { YuanInput } from '../../kit/yuan-input';
import { defineWords } from '../../words/define-words';
import { FilesToAdd } from './files-to-add';
import { touched } from './touched';

const useWords = defineWords('payments', {
  zh: {
    title: '付款',
    note0: '这里只登记，不经手付款。',
    payee: '收款机构',
    due: '应付',
    paid: '已付',
    amount: '金额',
    on: '付款日期',
    note: '备注',
    proof: '凭证',
    record: '登记付款',
    recorded: '已登记',
    cancel: '取消',
    reverse: '冲正',
    reverseTitle: '冲正这笔登记',
    reversed: '已冲正',
    isReversal: '冲正',
    none: '还没有登记付款',
    file: '下载凭证',
    act: '操作',
  },
  en: {
    title: 'Payments',
    note0: 'Payments are recorded here, not made.',
    payee: 'Paid to',
    due: 'Agreed',
    paid: 'Paid',
    amount: 'Amount',
    on: 'Paid on',
    note: 'Note',
    proof: 'Proof',
    record: 'Record a payment',
    recorded: 'Recorded',
    cancel: 'Cancel',
    reverse: 'Reverse',
    reverseTitle: 'Reverse this record',
    reversed: 'Reversed',
    isReversal: 'Reversal',
    none: 'No payment recorded yet',
    file: 'Proof',
    act: 'Action',
  },
});
type Payment = z.infer<typeof agreementPayment>;

function RecordModal({ agreement, onClose }: { readonly agreement: AgreementView; readonly onClose: () => void }) {
  const t = useWords();
  const id = useId();
  const first = agreement.payees.find(({ dueFen, paidFen }) => paidFen < dueFen) ?? agreement.payees[0];
  const [organisationId, setOrganisationId] = useState(first?.organisationId ?? '');
  const [amountFen, setAmountFen] = useState<number | null>(first ? first.dueFen - first.paidFen : null);
  const [paidOn, setPaidOn] = useState('');
  const [note, setNote] = useState('');
  const [fileIds, setFileIds] = useState<readonly string[]>([]);
  const record = useAct(recordPayment, touched, t('recorded'), true);
  const { error } = record;
  return (
    <Modal
      open
      title={t('record')}
      okText={t('record')}
      cancelText={t('cancel')}
      confirmLoading={record.pending}
      okButtonProps={{ disabled: !amountFen || paidOn === '' }}
      onCancel={onClose}
      onOk={() =>
        record.act(
          {
            params: { agreementId: agreement.id },
            body: { organisationId, amountFen: amountFen ?? 0, paidOn, note, fileId: fileIds.at(-1) ?? null },
          },
          onClose,
        )
      }
    >
      <FormProblem error={error} fields={['/organisationId', '/amountFen', '/paidOn', '/note']} />
      <Field label={t('payee')} htmlFor={`${id}-to`} error={error} pointer="/organisationId">
        <Select
          id={`${id}-to`}
          style={{ width: '100%' }}
          value={organisationId}
          onChange={setOrganisationId}
          options={agreement.payees.map((one) => ({ value: one.organisationId, label: one.organisationName }))}
        />
      </Field>
      <Field label={t('amount')} htmlFor={`${id}-amount`} error={error} pointer="/amountFen">
        <YuanInput id={`${id}-amount`} value={amountFen} onChange={setAmountFen} />
      </Field>
      <Field label={t('on')} htmlFor={`${id}-on`} error={error} pointer="/paidOn">
        <Input
          id={`${id}-on`}
          type="date"
          style={{ maxWidth: 200 }}
          value={paidOn}
          onChange={({ target }) => setPaidOn(target.value)}
        />
      </Field>
      <Field label={t('note')} htmlFor={`${id}-note`} error={error} pointer="/note">
        <Input id={`${id}-note`} maxLength={500} value={note} onChange={({ target }) => setNote(target.value)} />
      </Field>
      <FilesToAdd agreement={agreement} purpose="payment" label={t('proof')} ids={fileIds} onChange={setFileIds} />
    </Modal>
  );
}

function PaymentActs({ payment, agreement }: { readonly payment: Payment; readonly agreement: AgreementView }) {
  const t = useWords();
  const [reversing, setReversing] = useState(false);
  const reverse = useAct(reversePayment, touched, t('reversed'), true);
  const may = agreement.you === 'payer' || agreement.you === 'broker';
  return (
    <span className="kit-row">
      {payment.fileId ? (
        <SaveFile
          size="small"
          type="link"
          contract={downloadAgreementFile}
          input={{ params: { agreementId: agreement.id, fileId: payment.fileId } }}
          label={t('file')}
        />
      ) : null}
      {may && !payment.reversed && payment.reverses === null ? (
        <Button size="small" type="link" onClick={() => setReversing(true)}>
          {t('reverse')}
        </Button>
      ) : null}
      {reversing ? (
        <ReasonModal
          title={t('reverseTitle')}
          confirm={t('reverse')}
          pending={reverse.pending}
          error={reverse.error}
          onCancel={() => setReversing(false)}
          onConfirm={(reason) =>
            reverse.act({ params: { agreementId: agreement.id, paymentId: payment.id }, body: { reason } }, () =>
              setReversing(false),
            )
          }
        />
      ) : null}
    </span>
  );
}

/** What each organisation is to be paid, was, and each record. */
export function PaymentsSection({ agreement }: { readonly agreement: AgreementView }) {
  const t = useWords();
  const [recording, setRecording] = useState(false);
  const list = usePages<typeof listAgreementPayments, Payment>(listAgreementPayments, {
    params: { agreementId: agreement.id },
    query: { limit: 20 },
  });
  const may = (agreement.you === 'payer' || agreement.you === 'broker') && agreement.payees.length > 0;
  const marks = (payment: Payment) =>
    payment.reverses ? <Tag>{t('isReversal')}</Tag> : payment.reversed ? <Tag>{t('reversed')}</Tag> : null;
  return (
    <Section
      title={t('title')}
      extra={
        may ? (
          <Button size="small" onClick={() => setRecording(true)}>
            {t('record')}
          </Button>
        ) : null
      }
    >
      <ul className="kit-plain-list">
        {agreement.payees.map(({ organisationId, organisationName, dueFen, paidFen }) => (
          <li key={organisationId} className="kit-row">
            <b>{organisationName}</b>
            <span>
              {t('due')} <Money fen={dueFen} />
            </span>
            <span>
              {t('paid')} <Money fen={paidFen} />
            </span>
          </li>
        ))}
      </ul>
      <p className="muted">{t('note0')}</p>
      <DataTable
        label={t('title')}
        pages={list}
        rowKey={({ id }) => id}
        empty={<span className="muted">{t('none')}</span>}
        columns={[
          { key: 'on', title: t('on'), cell: (one) => <DayText day={one.paidOn} /> },
          { key: 'to', title: t('payee'), cell: (one) => one.organisationName },
          {
            key: 'amount',
            title: t('amount'),
            align: 'end',
            cell: (one) => (
              <>
                {marks(one)} <Money fen={one.amountFen} />
              </>
            ),
          },
          { key: 'note', title: t('note'), cell: (one) => one.note },
          { key: 'act', title: t('act'), cell: (one) => <PaymentActs payment={one} agreement={agreement} /> },
        ]}
        card={(one) => (
          <>
            <div className="kit-row kit-row-spread">
              <DayText day={one.paidOn} />
              <span>
                {marks(one)} <Money fen={one.amountFen} />
              </span>
            </div>
            <div className="muted">
              {one.organisationName} {one.note}
            </div>
            <PaymentActs payment={one} agreement={agreement} />
          </>
        )}
      />
      {recording ? <RecordModal agreement={agreement} onClose={() => setRecording(false)} /> : null}
    </Section>
  );
}
