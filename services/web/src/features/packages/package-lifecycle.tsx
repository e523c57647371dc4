import {
  getPackage,
  listOwnPackages,
  resumePackage,
  retirePackage,
  suspendPackage,
  type PackageView,
} from '@duijie/contracts';
import { packageStates } from '@duijie/domain-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { ReasonModal } from '../../kit/reason-modal';
import { StateTag } from '../../kit/state-tag';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('package-lifecycle', {
  zh: {
    suspend: '暂停接单',
    suspendTitle: '暂停这个服务包',
    resume: '恢复接单',
    retire: '下架',
    retireTitle: '下架这个服务包',
    retireText: '下架后不再出现，也不能恢复；已签的协议不受影响。',
    because: '暂停原因：{{text}}',
    done: '已办',
  },
  en: {
    suspend: 'Pause',
    suspendTitle: 'Pause this package',
    resume: 'Resume',
    retire: 'Retire',
    retireTitle: 'Retire this package',
    retireText: 'It disappears for good; signed agreements stay as they are.',
    because: 'Paused because: {{text}}',
    done: 'Done',
  },
});
const touched = [getPackage, listOwnPackages];

/** Pauses, resumes or retires a package. */
export function PackageLifecycle({ pack }: { readonly pack: PackageView }) {
  const t = useWords();
  const [open, setOpen] = useState<'suspend' | 'retire' | null>(null);
  const suspend = useAct(suspendPackage, touched, t('done'), true);
  const retire = useAct(retirePackage, touched, t('done'), true);
  const resume = useAct(resumePackage, touched, t('done'));
  const input = { params: { packageId: pack.id }, ifMatch: pack.version };
  const close = (): void => setOpen(null);
  return (
    <div className="kit-row" style={{ marginBottom: 12 }}>
      <StateTag vocabulary={packageStates} code={pack.state} />
      {pack.suspension ? <span className="muted">{t('because', { text: pack.suspension.reason })}</span> : null}
      {pack.state === 'published' ? (
        <Button size="small" onClick={() => setOpen('suspend')}>
          {t('suspend')}
        </Button>
      ) : null}
      {pack.state === 'suspended' && pack.suspension?.by === 'provider' ? (
        <Button size="small" loading={resume.pending} onClick={() => resume.act(input)}>
          {t('resume')}
        </Button>
      ) : null}
      {pack.state === 'retired' ? null : (
        <Button size="small" danger onClick={() => setOpen('retire')}>
          {t('retire')}
        </Button>
      )}
      {open === 'suspend' ? (
        <ReasonModal
          title={t('suspendTitle')}
          confirm={t('suspend')}
          pending={suspend.pending}
          error={suspend.error}
          onCancel={close}
          onConfirm={(reason) => suspend.act({ ...input, body: { reason } }, close)}
        />
      ) : null}
      {open === 'retire' ? (
        <ReasonModal
          title={t('retireTitle')}
          explanation={t('retireText')}
          confirm={t('retire')}
          danger
          required={false}
          pending={retire.pending}
          error={retire.error}
          onCancel={close}
          onConfirm={(reason) => retire.act({ ...input, body: reason ? { reason } : {} }, close)}
        />
      ) : null}
    </div>
  );
}
