import { terminateAgreement, tickHandOver, type AgreementView } from '@duijie/contracts';
import { Alert, Button, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { Field, FormProblem } from '../../kit/form-problem';
import { Modal } from '../../kit/modal';
import { Section } from '../../kit/section';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { touched } from './touched';

const useWords = defineWords('termination', {
  zh: {
    terminate: '终止协议',
    title: '终止这份协议',
    what: '终止后需求回到需求方，可另找承接方；已验收、已付款的记录保留。',
    reason: '终止原因',
    handOver: '交接清单（每行一项，如“门禁钥匙”“业主档案”）',
    terminated: '协议已终止',
    cancel: '取消',
    section: '终止与交接',
    because: '终止原因：{{text}}',
    none: '没有列出要交接的事项',
  },
  en: {
    terminate: 'Terminate',
    title: 'Terminate this agreement',
    what: 'The need goes back to its poster, who may find somebody else; what was accepted and paid stays on record.',
    reason: 'Why',
    handOver: 'What is to be handed over (one item a line, e.g. keys, files)',
    terminated: 'Terminated',
    cancel: 'Cancel',
    section: 'Termination and hand-over',
    because: 'Why: {{text}}',
    none: 'Nothing was listed to be handed over',
  },
});

/** Ends an agreement before it is done, with what is to be handed over. */
export function TerminateButton({ agreement }: { readonly agreement: AgreementView }) {
  const t = useWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [items, setItems] = useState('');
  const terminate = useAct(terminateAgreement, touched, t('terminated'), true);
  const lines = items
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t('terminate')}
      </Button>
      {open ? (
        <Modal
          open
          title={t('title')}
          okText={t('terminate')}
          okButtonProps={{ danger: true, disabled: reason.trim().length < 2 }}
          cancelText={t('cancel')}
          confirmLoading={terminate.pending}
          onCancel={() => setOpen(false)}
          onOk={() =>
            terminate.act(
              {
                params: { agreementId: agreement.id },
                body: { reason, handOver: lines },
                ifMatch: agreement.version,
              },
              () => setOpen(false),
            )
          }
        >
          <p>{t('what')}</p>
          <FormProblem error={terminate.error} fields={['/reason', '/handOver']} />
          <Field label={t('reason')} htmlFor={`${id}-why`} error={terminate.error} pointer="/reason">
            <Input.TextArea
              id={`${id}-why`}
              autoSize={{ minRows: 2 }}
              maxLength={1000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </Field>
          <Field label={t('handOver')} htmlFor={`${id}-items`} error={terminate.error} pointer="/handOver">
            <Input.TextArea
              id={`${id}-items`}
              autoSize={{ minRows: 3 }}
              value={items}
              onChange={({ target }) => setItems(target.value)}
            />
          </Field>
        </Modal>
      ) : null}
    </>
  );
}

/** Why it ended early, and what has been handed over. */
export function TerminationSection({ agreement }: { readonly agreement: AgreementView }) {
  const t = useWords();
  const tick = useAct(tickHandOver, touched);
  return (
    <Section title={t('section')}>
      {agreement.because ? (
        <Alert type="warning" title={t('because', { text: agreement.because })} style={{ marginBottom: 8 }} />
      ) : null}
      {agreement.handOver.length === 0 ? <span className="muted">{t('none')}</span> : null}
      <ul className="kit-plain-list">
        {agreement.handOver.map(({ id, title, done }) => (
          <li key={id}>
            <Checkbox
              checked={done}
              disabled={tick.pending || agreement.you === 'officer'}
              onChange={({ target }) =>
                tick.act({
                  params: { agreementId: agreement.id, itemId: id },
                  body: { done: target.checked },
                  ifMatch: agreement.version,
                })
              }
            >
              {title}
            </Checkbox>
          </li>
        ))}
      </ul>
    </Section>
  );
}
