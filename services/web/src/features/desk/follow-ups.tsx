import { countDeskTasks, finishFollowUp, listDeskTasks, listFollowUps, type FollowUpView } from '@duijie/contracts';
import { dayOf } from '@duijie/domain-kit';
import { Button, Tag } from 'antd';
import { usePages } from '../../api/use-call';
import { ProblemAlert } from '../../kit/problem-alert';
import { useAct } from '../../kit/use-act';
import { useNow } from '../../kit/use-now';
import { defineWords } from '../../words/define-words';
import type { WorkAbout } from './work-about';

const useWords = defineWords('follow-ups', {
  zh: { title: '跟进', done: '完成', drop: '不办了', noted: '已更新', nobody: '谁都可以' },
  en: { title: 'Follow-ups', done: 'Done', drop: 'Drop', noted: 'Noted', nobody: 'anybody' },
});

/** What is to be done next about something, by day; nothing where there is none. */
export function FollowUps({ about }: { readonly about: WorkAbout }) {
  const t = useWords();
  const today = dayOf(new Date(useNow()));
  const open = usePages<typeof listFollowUps, FollowUpView>(listFollowUps, {
    query: { limit: 20, whose: 'all', ...about },
  });
  const finishing = useAct(finishFollowUp, [listFollowUps, listDeskTasks, countDeskTasks], t('noted'));
  const finish = (followUp: FollowUpView, outcome: 'done' | 'dropped'): void =>
    finishing.act({ params: { followUpId: followUp.id }, body: { outcome }, ifMatch: followUp.version });
  if (open.items.length === 0) return <ProblemAlert error={open.error} />;
  return (
    <>
      <h3 className="kit-subheading">{t('title')}</h3>
      <ul className="desk-log">
        {open.items.map((followUp) => (
          <li key={followUp.id} className="kit-row">
            <Tag color={followUp.dueOn <= today ? 'warning' : 'default'}>{followUp.dueOn}</Tag>
            <span style={{ flex: 1, minWidth: 120 }}>
              {followUp.what} <span className="muted">{followUp.assignee?.name ?? t('nobody')}</span>
            </span>
            <Button size="small" disabled={finishing.pending} onClick={() => finish(followUp, 'done')}>
              {t('done')}
            </Button>
            <Button size="small" type="text" disabled={finishing.pending} onClick={() => finish(followUp, 'dropped')}>
              {t('drop')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
