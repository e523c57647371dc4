import { Input } from 'antd';
import { useId, useState } from 'react';
import { Modal } from './modal';
import { defineWords } from '../words/define-words';
import { Field, FormProblem } from './form-problem';

const useWords = defineWords('refer-modal', {
  zh: {
    title: '转办这条需求',
    how: '不属于平台对接的事，转给责任单位；发布单位会看到转给了谁、为什么。',
    name: '转给哪个单位',
    reason: '理由',
    confirm: '转办',
    cancel: '取消',
  },
  en: {
    title: 'Refer this need',
    how: 'What is not for the market goes to the body in charge; the poster reads to whom, and why.',
    name: 'To which body',
    reason: 'Why',
    confirm: 'Refer',
    cancel: 'Cancel',
  },
});

/** Asks to whom a need is referred, and why. @param body name of the body in charge, as far as it is known */
export function ReferModal({
  body,
  pending,
  error,
  onConfirm,
  onCancel,
}: {
  readonly body: string;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onConfirm: (name: string, reason: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useWords();
  const id = useId();
  const [name, setName] = useState(body);
  const [reason, setReason] = useState('');
  return (
    <Modal
      open
      title={t('title')}
      okText={t('confirm')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: name.trim().length < 2 || reason.trim().length < 2 }}
      confirmLoading={pending}
      onOk={() => onConfirm(name.trim(), reason.trim())}
      onCancel={onCancel}
    >
      <p>{t('how')}</p>
      <Field label={t('name')} htmlFor={`${id}-name`} pointer="/name" error={error}>
        <Input id={`${id}-name`} maxLength={80} value={name} onChange={({ target }) => setName(target.value)} />
      </Field>
      <Field label={t('reason')} htmlFor={`${id}-why`} pointer="/reason" error={error}>
        <Input.TextArea
          id={`${id}-why`}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Field>
      <FormProblem error={error} fields={['/name', '/reason']} />
    </Modal>
  );
}
