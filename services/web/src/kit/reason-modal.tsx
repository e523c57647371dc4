import { Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useId, useRef, useState, type ReactNode } from 'react';
import { defineWords } from '../words/define-words';
import { Modal } from './modal';
import { ProblemAlert } from './problem-alert';

const useWords = defineWords('reason-modal', {
  zh: { reason: '理由', optional: '理由（可不填）', short: '请至少写两个字', cancel: '取消' },
  en: { reason: 'Reason', optional: 'Reason (optional)', short: 'Please say why, in a few words', cancel: 'Cancel' },
});

/**
 * Asks why, before something is done that others will read about. Keep it mounted only while it is open.
 * @param required whether a reason must be given @param initial what stands there at first @param most characters
 * @param onConfirm is given the trimmed reason, empty where none was given
 */
export function ReasonModal({
  title,
  explanation,
  label,
  confirm,
  danger = false,
  required = true,
  initial = '',
  most = 500,
  pending,
  error,
  onConfirm,
  onCancel,
}: {
  readonly title: string;
  readonly explanation?: ReactNode;
  readonly label?: string;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly required?: boolean;
  readonly initial?: string;
  readonly most?: number;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useWords();
  const id = useId();
  const input = useRef<TextAreaRef>(null);
  const [reason, setReason] = useState(initial);
  const [tooShort, setTooShort] = useState(false);
  const submit = (): void => {
    const text = reason.trim();
    if (required && text.length < 2) return setTooShort(true);
    onConfirm(text);
  };
  return (
    <Modal
      open
      title={title}
      okText={confirm}
      cancelText={t('cancel')}
      okButtonProps={{ danger }}
      confirmLoading={pending}
      onOk={submit}
      onCancel={onCancel}
      afterOpenChange={() => input.current?.focus()}
    >
      {explanation ? <p>{explanation}</p> : null}
      <label htmlFor={id}>{label ?? t(required ? 'reason' : 'optional')}</label>
      <Input.TextArea
        id={id}
        ref={input}
        rows={3}
        maxLength={most}
        value={reason}
        status={tooShort ? 'error' : ''}
        aria-invalid={tooShort}
        aria-describedby={tooShort ? `${id}-fault` : undefined}
        onChange={({ target }) => {
          setReason(target.value);
          setTooShort(false);
        }}
      />
      {tooShort ? (
        <div id={`${id}-fault`} className="kit-fault" role="alert">
          {t('short')}
        </div>
      ) : null}
      <ProblemAlert error={error} />
    </Modal>
  );
}
