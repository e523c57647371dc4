import { Switch } from 'antd';
import { Modal } from '../../kit/modal';
import { defineWords } from '../../words/define-words';
import { setKeysOn, useKeysOn } from './use-desk-keys';

const useWords = defineWords('desk-shortcuts', {
  zh: {
    title: '键盘操作',
    next: '下一条',
    previous: '上一条',
    open: '打开这一条',
    claim: '抢单',
    later: '推迟到明天上午',
    done: '标为完成',
    close: '关闭详情',
    help: '显示本说明',
    on: '使用单键操作（输入文字和拼音时不会触发）',
  },
  en: {
    title: 'Keyboard',
    next: 'Next task',
    previous: 'Previous task',
    open: 'Open it',
    claim: 'Claim it',
    later: 'Put it off until tomorrow morning',
    done: 'Mark it as done',
    close: 'Close the details',
    help: 'Show this',
    on: 'Single keys act (never while you type, nor while an input method composes)',
  },
});

/** What the keys of the desk do, and whether they do. */
export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  const on = useKeysOn();
  const keys = [
    ['j', 'next'],
    ['k', 'previous'],
    ['Enter', 'open'],
    ['c', 'claim'],
    ['s', 'later'],
    ['x', 'done'],
    ['Esc', 'close'],
    ['?', 'help'],
  ] as const;
  return (
    <Modal open title={t('title')} footer={null} onCancel={onClose}>
      <dl className="desk-keys">
        {keys.map(([key, word]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
      <p>
        <label>
          <Switch checked={on} onChange={setKeysOn} /> {t('on')}
        </label>
      </p>
    </Modal>
  );
}
