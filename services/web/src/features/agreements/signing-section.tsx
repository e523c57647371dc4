import {
  cancelAgreementDraft,
  changeAgreementDraft,
  confirmAgreement,
  downloadAgreementDraft,
  getAgreement,
  signAgreement,
  type AgreementView,
} from '@duijie/contracts';
import { App, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../api/client';
import { useChange } from '../../api/use-change';
import { useConflict } from '../../kit/conflict/use-conflict';
import { Field, FormProblem } from '../../kit/form-problem';
import { FilePick } from '../../kit/file-pick';
import { Modal } from '../../kit/modal';
import { Moment } from '../../kit/moment';
import { ReasonModal } from '../../kit/reason-modal';
import { SaveFile } from '../../kit/save-file';
import { Section } from '../../kit/section';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { useTermsFields } from './terms-fields';
import { TermsForm, termsFields, wholeTermsOf } from './terms-form';
import { touched } from './touched';

const useWords = defineWords('signing', {
  zh: {
    title: '签订',
    light: '不涉及资金：双方各点一下“确认”，协议即生效。',
    paper: '涉及资金或经比选：线下盖章签订，再把扫描件登记到这里。',
    posterConfirmed: '需求方已确认',
    posterWaits: '需求方待确认',
    providerConfirmed: '服务方已确认',
    providerWaits: '服务方待确认',
    confirm: '确认协议',
    confirmed: '已确认',
    word: '下载协议 Word 稿',
    signedOn: '签订日期',
    scan: '选择盖章扫描件',
    sign: '登记已签',
    signed: '已登记签订，项目开始实施',
    edit: '修改内容',
    save: '保存',
    close: '取消',
    saved: '已保存；双方的确认需要重新点',
    cancel: '作废草稿',
    cancelTitle: '作废这份协议草稿',
    cancelled: '已作废',
    asked: '请选择签订日期和扫描件',
    recordsOther: '盖章后由需求方或协会登记；收款方不自己登记。',
  },
  en: {
    title: 'Signing',
    light: 'No money flows: each side confirms by one tap, and the agreement stands.',
    paper: 'With money or after a contest: sign on paper, then record it here with the stamped scan.',
    posterConfirmed: 'The poster has confirmed',
    posterWaits: 'The poster has not confirmed yet',
    providerConfirmed: 'The provider has confirmed',
    providerWaits: 'The provider has not confirmed yet',
    confirm: 'Confirm',
    confirmed: 'Confirmed',
    word: 'Draft as Word file',
    signedOn: 'Signed on',
    scan: 'Choose the stamped scan',
    sign: 'Record as signed',
    signed: 'Recorded; delivery begins',
    edit: 'Change the terms',
    save: 'Save',
    close: 'Cancel',
    saved: 'Saved; both sides confirm anew',
    cancel: 'Drop the draft',
    cancelTitle: 'Drop this draft',
    cancelled: 'Dropped',
    asked: 'Choose the day and the scan',
    recordsOther: 'Once it is stamped, the poster or the association records it; whoever is paid does not.',
  },
});

function SignForm({ agreement }: { readonly agreement: AgreementView }) {
  const t = useWords();
  const id = useId();
  const [signedOn, setSignedOn] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [asked, setAsked] = useState(false);
  const sign = useAct(signAgreement, touched, t('signed'), true);
  const submit = (): void => {
    if (signedOn === '' || file === null) return setAsked(true);
    const params = { agreementId: agreement.id };
    sign.act({ params, body: { signedOn }, file: { name: file.name, content: file }, ifMatch: agreement.version });
  };
  return (
    <>
      <FormProblem error={sign.error} fields={['/signedOn']} />
      <Field
        label={t('signedOn')}
        htmlFor={id}
        error={sign.error}
        pointer="/signedOn"
        hint={asked && (signedOn === '' || file === null) ? <span className="kit-fault">{t('asked')}</span> : null}
      >
        <Input
          id={id}
          type="date"
          style={{ maxWidth: 200 }}
          value={signedOn}
          onChange={({ target }) => setSignedOn(target.value)}
        />
      </Field>
      <div className="kit-actions">
        <FilePick label={file?.name ?? t('scan')} accept=".pdf,.jpg,.jpeg,.png" onPick={setFile} />
        <Button type="primary" loading={sign.pending} onClick={submit}>
          {t('sign')}
        </Button>
      </div>
    </>
  );
}

function EditTerms({ agreement, onClose }: { readonly agreement: AgreementView; readonly onClose: () => void }) {
  const t = useWords();
  const { message } = App.useApp();
  /** The terms began with these: what is read anew meanwhile does not make them the newest. */
  const [seen] = useState(() => ({ value: wholeTermsOf(agreement), version: agreement.version }));
  const [terms, setTerms] = useState(seen.value);
  const save = useChange(changeAgreementDraft, touched);
  const params = { agreementId: agreement.id };
  const conflict = useConflict(useTermsFields(agreement), async () => {
    const newest = await api().call(getAgreement, { params });
    return { value: wholeTermsOf(newest), version: newest.version };
  });
  const submit = async (): Promise<void> => {
    try {
      await conflict.save(seen, terms, (body, ifMatch) => save.mutateAsync({ params, body, ifMatch }), setTerms);
    } catch {
      // Shown at the fields, by `save.error`.
      return;
    }
    void message.success(t('saved'));
    onClose();
  };
  return (
    <Modal
      open
      width={760}
      title={t('edit')}
      okText={t('save')}
      cancelText={t('close')}
      confirmLoading={save.isPending}
      onCancel={onClose}
      onOk={() => void submit()}
    >
      {conflict.dialog}
      <FormProblem error={save.error} fields={termsFields} />
      <TermsForm agreement={agreement} value={terms} onChange={setTerms} error={save.error} />
    </Modal>
  );
}

/** A draft on its way to be signed: by one tap a side, or on paper. */
export function SigningSection({ agreement }: { readonly agreement: AgreementView }) {
  const t = useWords();
  const [open, setOpen] = useState<'edit' | 'cancel' | null>(null);
  const confirm = useAct(confirmAgreement, touched, t('confirmed'));
  const cancel = useAct(cancelAgreementDraft, touched, t('cancelled'), true);
  const { confirmed, form, you } = agreement;
  const input = { params: { agreementId: agreement.id }, ifMatch: agreement.version };
  const mine = you === 'payer' ? confirmed.poster : you === 'provider' ? confirmed.provider : null;
  const acts = you !== 'officer';
  /** Whoever is paid does not record by itself that it was signed. */
  const records = you === 'payer' || you === 'broker';
  const waits = (you === 'payer' || you === 'provider') && mine === null;
  return (
    <Section title={t('title')}>
      <p>{t(form)}</p>
      {form === 'light' ? (
        <ul className="kit-plain-list">
          {(['poster', 'provider'] as const).map((side) => {
            const at = confirmed[side];
            return (
              <li key={side} className={at ? '' : 'muted'}>
                {at ? '✓ ' : '○ '}
                {t(`${side}${at ? 'Confirmed' : 'Waits'}`)} {at ? <Moment at={at} /> : null}
              </li>
            );
          })}
        </ul>
      ) : records ? (
        <SignForm agreement={agreement} />
      ) : you === 'provider' ? (
        <p className="muted">{t('recordsOther')}</p>
      ) : null}
      <div className="kit-actions" style={{ marginTop: 12 }}>
        {form === 'light' && waits ? (
          <Button type="primary" loading={confirm.pending} onClick={() => confirm.act(input)}>
            {t('confirm')}
          </Button>
        ) : null}
        <SaveFile contract={downloadAgreementDraft} input={{ params: input.params }} label={t('word')} />
        {acts ? (
          <>
            <Button onClick={() => setOpen('edit')}>{t('edit')}</Button>
            <Button onClick={() => setOpen('cancel')}>{t('cancel')}</Button>
          </>
        ) : null}
      </div>
      {open === 'edit' ? <EditTerms agreement={agreement} onClose={() => setOpen(null)} /> : null}
      {open === 'cancel' ? (
        <ReasonModal
          title={t('cancelTitle')}
          confirm={t('cancel')}
          danger
          pending={cancel.pending}
          error={cancel.error}
          onCancel={() => setOpen(null)}
          onConfirm={(reason) => cancel.act({ ...input, body: { reason } }, () => setOpen(null))}
        />
      ) : null}
    </Section>
  );
}
