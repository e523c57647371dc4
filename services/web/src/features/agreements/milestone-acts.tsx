import { deliverMilestone, type AgreementView } from '@duijie/contracts';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { Field, FormProblem } from '../../kit/form-problem';
import { Modal } from '../../kit/modal';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { AcceptModal } from './accept-modal';
import { FilesToAdd } from './files-to-add';
import { SendBackModal } from './send-back-modal';
import { touched } from './touched';

const useWords = defineWords('milestone-acts', {
  zh: {
    deliver: '登记完成',
    again: '整改好了，再次登记完成',
    deliverTitle: '登记节点完成：{{title}}',
    note: '完成情况（可不填）',
    files: '照片、签到、成果等（不要求）',
    delivered: '已登记，等对方验收',
    accept: '验收',
    sendBack: '退回整改',
    cancel: '取消',
  },
  en: {
    deliver: 'Delivered',
    again: 'Put right: delivered again',
    deliverTitle: 'Deliver: {{title}}',
    note: 'What was done (optional)',
    files: 'Photographs, lists, results (never required)',
    delivered: 'Recorded; the other side accepts it',
    accept: 'Accept',
    sendBack: 'Send back',
    cancel: 'Cancel',
  },
});
type Milestone = AgreementView['milestones'][number];
export interface OfMilestone {
  readonly agreement: AgreementView;
  readonly milestone: Milestone;
  readonly onClose: () => void;
}

function DeliverModal({ agreement, milestone, onClose }: OfMilestone) {
  const t = useWords();
  const id = useId();
  const [note, setNote] = useState('');
  const [fileIds, setFileIds] = useState<readonly string[]>([]);
  const deliver = useAct(deliverMilestone, touched, t('delivered'), true);
  return (
    <Modal
      open
      title={t('deliverTitle', { title: milestone.title })}
      okText={t('deliver')}
      cancelText={t('cancel')}
      confirmLoading={deliver.pending}
      onCancel={onClose}
      onOk={() =>
        deliver.act(
          {
            params: { agreementId: agreement.id, milestoneId: milestone.id },
            body: { note, fileIds: [...fileIds] },
            ifMatch: agreement.version,
          },
          onClose,
        )
      }
    >
      <FormProblem error={deliver.error} fields={['/note']} />
      <Field label={t('note')} htmlFor={id} error={deliver.error} pointer="/note">
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 3 }}
          maxLength={2000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </Field>
      <FilesToAdd agreement={agreement} purpose="delivery" label={t('files')} ids={fileIds} onChange={setFileIds} />
    </Modal>
  );
}

/** What the caller may do with a milestone now. */
export function MilestoneActs({ agreement, milestone }: Omit<OfMilestone, 'onClose'>) {
  const t = useWords();
  const [open, setOpen] = useState<'deliver' | 'accept' | 'back' | null>(null);
  const close = (): void => setOpen(null);
  const of = { agreement, milestone, onClose: close };
  const delivers = agreement.you === 'provider' && milestone.waitsFor === 'provider';
  const accepts = agreement.you === 'payer' && milestone.waitsFor === 'poster';
  if (!delivers && !accepts) return null;
  return (
    <div className="kit-actions">
      {delivers ? (
        <Button type="primary" onClick={() => setOpen('deliver')}>
          {t(milestone.state === 'sent_back' ? 'again' : 'deliver')}
        </Button>
      ) : (
        <>
          <Button type="primary" onClick={() => setOpen('accept')}>
            {t('accept')}
          </Button>
          <Button onClick={() => setOpen('back')}>{t('sendBack')}</Button>
        </>
      )}
      {open === 'deliver' ? <DeliverModal {...of} /> : null}
      {open === 'accept' ? <AcceptModal {...of} /> : null}
      {open === 'back' ? <SendBackModal {...of} /> : null}
    </div>
  );
}
