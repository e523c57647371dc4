import { Button } from 'antd';
import { Modal } from '../kit/modal';
import { keptHere } from '../session/kept-here';
import { defineWords } from '../words/define-words';

const useWords = defineWords('leave', {
  zh: {
    title: '这台设备上有 {{n}} 份没有交上去的草稿',
    why: '它们只存在这个浏览器里。公用电脑请清除；自己的电脑可以留着，下次登录接着写。',
    keep: '留着并退出',
    clear: '清除并退出',
  },
  en: {
    title: '{{n}} drafts on this device were not handed in',
    why: 'They are in this browser only. Clear them on a shared computer; on your own, keep them and go on next time.',
    keep: 'Keep them and sign out',
    clear: 'Clear them and sign out',
  },
});

/** Asked at signing out where drafts are kept in this browser only. @param onLeave told whether they are cleared */
export function LeaveModal({
  onLeave,
  onClose,
}: {
  readonly onLeave: (clears: boolean) => void;
  readonly onClose: () => void;
}) {
  const t = useWords();
  return (
    <Modal
      open
      title={t('title', { n: keptHere() })}
      onCancel={onClose}
      footer={
        <>
          <Button danger onClick={() => onLeave(true)}>
            {t('clear')}
          </Button>
          <Button type="primary" onClick={() => onLeave(false)}>
            {t('keep')}
          </Button>
        </>
      }
    >
      <p>{t('why')}</p>
    </Modal>
  );
}
