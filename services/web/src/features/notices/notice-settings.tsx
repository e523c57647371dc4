import { changeNoticeSettings, countUnreadNotices, getNoticeSettings, noticeTopics } from '@duijie/contracts';
import { Drawer, Skeleton, Switch } from 'antd';
import { useCall } from '../../api/use-call';
import { ProblemAlert } from '../../kit/problem-alert';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { topicWords } from './topic-words';

const useWords = defineWords('notice-settings', {
  zh: { title: '通知设置', why: '关掉的类别仍在列表里，但不再提醒、不再计数。', saved: '已保存' },
  en: {
    title: 'Notice settings',
    why: 'What you turn off stays in the list, but is neither announced nor counted.',
    saved: 'Saved',
  },
});

/** What one person wants to be told of. */
export function NoticeSettings({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  const { say } = useLanguage();
  const settings = useCall(getNoticeSettings, {});
  const change = useAct(changeNoticeSettings, [getNoticeSettings, countUnreadNotices], t('saved'));
  const { data } = settings;
  return (
    <Drawer open title={t('title')} size={360} onClose={onClose}>
      <p className="muted">{t('why')}</p>
      <ProblemAlert error={settings.error} />
      {data ? null : <Skeleton active />}
      {data
        ? noticeTopics.map((topic) => (
            <label key={topic} className="kit-row kit-row-spread" style={{ padding: '8px 0' }}>
              {say(topicWords[topic])}
              <Switch
                aria-label={say(topicWords[topic])}
                checked={!data.muted.includes(topic)}
                disabled={change.pending}
                onChange={(on) =>
                  change.act({
                    body: {
                      muted: on ? data.muted.filter((muted) => muted !== topic) : [...data.muted, topic],
                    },
                    ifMatch: data.version,
                  })
                }
              />
            </label>
          ))
        : null}
    </Drawer>
  );
}
