import type { LotView } from '@duijie/contracts';
import { Alert } from 'antd';
import { Deadline } from '../../../kit/deadline';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';

const useWords = defineWords('sealed-note', {
  zh: {
    sealed: '密封响应',
    before: '截止前：需求方、平台工作人员和您自己都看不到内容，外面只知道一共有几份。',
    after: '截止后：统一开启，需求方、对接专员和所在街道才能看到；开启记录人人可查。',
    change: '截止前可以整体替换或撤回，每次替换都有新的回执。',
    local: '草稿只存在这台设备的浏览器里，公用电脑请在填完后清除。',
    due: '截止',
    open: '谁能看到',
    openText: '提交后，需求方、对接专员和所在街道能看到内容，其他服务方看不到。',
  },
  en: {
    sealed: 'Sealed responses',
    before: 'Before the deadline nobody can read it: not the poster, not the staff, not you. Only the number shows.',
    after:
      'At the deadline all are opened together, for the poster, brokers and the subdistrict; the record is public.',
    change: 'Until then you may replace it as a whole or withdraw it. Each replacement has a receipt of its own.',
    local: 'Your draft is kept in this browser only. On a shared computer, clear it when you are done.',
    due: 'Deadline',
    open: 'Who can read it',
    openText: 'Once handed in, the poster, brokers and the subdistrict read it; other providers do not.',
  },
});

/** Who can read what, and when. */
export function SealedNote({ lot }: { readonly lot: LotView }) {
  const t = useWords();
  const { colon } = useLanguage();
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 12 }}
      title={t(lot.sealed ? 'sealed' : 'open')}
      description={
        <>
          {lot.sealed ? (
            <ul style={{ margin: 0, paddingInlineStart: 18 }}>
              {(['before', 'after', 'change', 'local'] as const).map((key) => (
                <li key={key}>{t(key)}</li>
              ))}
            </ul>
          ) : (
            t('openText')
          )}
          {lot.responsesDueAt ? (
            <div>
              {t('due')}
              {colon}
              <Deadline at={lot.responsesDueAt} />
            </div>
          ) : null}
        </>
      }
    />
  );
}
