import { appointProvider, listAppointments, providerKinds, type LotSummary } from '@duijie/contracts';
import { Alert, Input } from 'antd';
import { useId, useState } from 'react';
import { Field, FormProblem } from '../../../kit/form-problem';
import { Modal } from '../../../kit/modal';
import { OrganisationSelect, type ChosenOrganisation } from '../../../kit/organisation-select';
import { useAct } from '../../../kit/use-act';
import { YuanInput } from '../../../kit/yuan-input';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';
import { touchedByDeal, touchedByMatching } from '../touched';

const useWords = defineWords('need-appoint', {
  zh: {
    direct: '直接对接',
    emergency: '应急指定',
    recorded: '登记已定结果',
    directHow: '对方点一下“接受”就定下来。',
    emergencyHow: '立即生效，事后公示。请写明理由。',
    recordedHow: '登记线下或其他平台已经定下的结果，请写明文件。',
    provider: '服务方',
    amount: '商定金额（元，可不填）',
    reason: '理由',
    reasonOptional: '想说的话（可不填）',
    document: '文号、平台或文件存放处',
    confirm: '确定',
    cancel: '取消',
    asked: '已发出，等对方确认',
    entered: '已登记',
    choose: '请选择服务方',
  },
  en: {
    direct: 'Ask a provider directly',
    emergency: 'Appoint in an emergency',
    recorded: 'Record what was decided',
    directHow: 'The provider accepts by one tap, and it is decided.',
    emergencyHow: 'It holds at once and is posted afterwards. Say why.',
    recordedHow: 'Enters what was decided elsewhere, with its document.',
    provider: 'Provider',
    amount: 'Amount agreed (yuan, optional)',
    reason: 'Reason',
    reasonOptional: 'Words to the provider (optional)',
    document: 'Number, platform or place of the document',
    confirm: 'Confirm',
    cancel: 'Cancel',
    asked: 'Sent: the provider confirms',
    entered: 'Recorded',
    choose: 'Choose a provider',
  },
});

/** Takes a provider without a call for responses, as the mode of the lot allows. */
export function AppointModal({
  lot,
  provider,
  packageId = null,
  onClose,
}: {
  readonly lot: LotSummary;
  readonly provider?: ChosenOrganisation;
  readonly packageId?: string | null;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const { say } = useLanguage();
  const id = useId();
  const [chosen, setChosen] = useState<ChosenOrganisation | null>(provider ?? null);
  const [amountFen, setAmount] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState('');
  const [unchosen, setUnchosen] = useState(false);
  const mode = lot.mode === 'emergency' || lot.mode === 'recorded' ? lot.mode : 'direct';
  const appoint = useAct(
    appointProvider,
    [...touchedByDeal, ...touchedByMatching, listAppointments],
    t(mode === 'direct' ? 'asked' : 'entered'),
    true,
  );
  const [findings, setFindings] = useState<readonly { readonly zh: string; readonly en: string }[] | null>(null);
  const submit = (): void => {
    if (findings) return onClose();
    if (!chosen) return setUnchosen(true);
    appoint.act(
      {
        params: { lotId: lot.id },
        ifMatch: lot.version,
        body: {
          organisationId: chosen.id,
          packageId,
          amountFen,
          ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
          ...(document.trim() === '' ? {} : { documentNote: document.trim() }),
        },
      },
      (answer) => (answer.findings.length > 0 ? setFindings(answer.findings) : onClose()),
    );
  };
  return (
    <Modal
      open
      title={t(mode)}
      okText={t('confirm')}
      cancelText={t('cancel')}
      confirmLoading={appoint.pending}
      onOk={submit}
      onCancel={onClose}
    >
      <p className="muted">{t(`${mode}How`)}</p>
      <Field label={t('provider')} htmlFor={`${id}-provider`} error={appoint.error} pointer="/organisationId">
        {provider ? (
          <div id={`${id}-provider`}>{provider.name}</div>
        ) : (
          <OrganisationSelect
            id={`${id}-provider`}
            label={t('provider')}
            kinds={providerKinds}
            value={chosen}
            onChange={setChosen}
          />
        )}
        {unchosen && !chosen ? (
          <div className="kit-fault" role="alert">
            {t('choose')}
          </div>
        ) : null}
      </Field>
      <Field label={t('amount')} htmlFor={`${id}-amount`} error={appoint.error} pointer="/amountFen">
        <YuanInput id={`${id}-amount`} value={amountFen} onChange={setAmount} />
      </Field>
      <Field
        label={t(mode === 'emergency' ? 'reason' : 'reasonOptional')}
        htmlFor={`${id}-reason`}
        error={appoint.error}
        pointer="/reason"
      >
        <Input.TextArea
          id={`${id}-reason`}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Field>
      {mode === 'direct' ? null : (
        <Field label={t('document')} htmlFor={`${id}-document`} error={appoint.error} pointer="/documentNote">
          <Input
            id={`${id}-document`}
            maxLength={300}
            value={document}
            onChange={({ target }) => setDocument(target.value)}
          />
        </Field>
      )}
      <FormProblem
        error={appoint.error}
        fields={['/organisationId', '/amountFen', '/reason', ...(mode === 'direct' ? [] : ['/documentNote'])]}
      />
      {findings?.map((words) => (
        <Alert key={words.zh} type="warning" showIcon title={say(words)} />
      ))}
    </Modal>
  );
}
