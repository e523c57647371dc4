import { sendMilestoneBack } from '@duijie/contracts';
import { ReasonModal } from '../../kit/reason-modal';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import type { OfMilestone } from './milestone-acts';
import { touched } from './touched';

const useWords = defineWords('send-back', {
  zh: { title: '退回整改：{{title}}', label: '要整改什么', confirm: '退回整改', done: '已退回，对方会收到通知' },
  en: { title: 'Send back: {{title}}', label: 'What is to be put right', confirm: 'Send back', done: 'Sent back' },
});

/** Sends a delivered milestone back, with reasons that the provider reads. */
export function SendBackModal({ agreement, milestone, onClose }: OfMilestone) {
  const t = useWords();
  const back = useAct(sendMilestoneBack, touched, t('done'), true);
  return (
    <ReasonModal
      title={t('title', { title: milestone.title })}
      label={t('label')}
      confirm={t('confirm')}
      danger
      pending={back.pending}
      error={back.error}
      onCancel={onClose}
      onConfirm={(reason) =>
        back.act(
          {
            params: { agreementId: agreement.id, milestoneId: milestone.id },
            body: { reason },
            ifMatch: agreement.version,
          },
          onClose,
        )
      }
    />
  );
}
