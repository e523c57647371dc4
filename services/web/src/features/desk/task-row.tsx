import type { DeskTaskView } from '@duijie/contracts';
import { Tag } from 'antd';
import { Deadline } from '../../kit/deadline';
import { StateTag } from '../../kit/state-tag';
import { useNow } from '../../kit/use-now';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { callResultWords, taskKinds } from './desk-vocabularies';

const useWords = defineWords('task-row', {
  zh: { unclaimed: '无人认领', mine: '我的', snoozed: '已推迟', last: '上次：{{result}}' },
  en: { unclaimed: 'Unclaimed', mine: 'Mine', snoozed: 'Put off', last: 'Last: {{result}}' },
});

/** One line of the queue: what, for whom, by when, whose. */
export function TaskRow({
  task,
  chosen,
  personId,
  onOpen,
}: {
  readonly task: DeskTaskView;
  readonly chosen: boolean;
  readonly personId: string;
  readonly onOpen: () => void;
}) {
  const t = useWords();
  const { say } = useLanguage();
  const late = Date.parse(task.dueAt) < useNow();
  const place = [task.poster?.name, task.subdistrict ?? task.district].filter(Boolean).join(' · ');
  return (
    <button
      type="button"
      className={chosen ? 'desk-row desk-row-chosen' : 'desk-row'}
      data-task={task.id}
      aria-current={chosen ? 'true' : undefined}
      onClick={onOpen}
    >
      <span className="desk-row-line">
        <StateTag
          vocabulary={taskKinds}
          code={task.kind}
          tone={task.state === 'done' ? 'plain' : late ? 'bad' : 'active'}
        />
        <b className="desk-row-title">{task.title}</b>
      </span>
      <span className="desk-row-line muted">
        <span>{place}</span>
        {task.provider ? <span>→ {task.provider.name}</span> : null}
      </span>
      <span className="desk-row-line">
        {task.state === 'open' ? <Deadline at={task.dueAt} /> : null}
        {task.snoozed ? <Tag>{t('snoozed')}</Tag> : null}
        {task.lastCall ? (
          <span className="muted">{t('last', { result: say(callResultWords[task.lastCall.result]) })}</span>
        ) : null}
        <span className="desk-row-who">
          {task.assignee === null ? (
            <Tag color="warning">{t('unclaimed')}</Tag>
          ) : task.assignee.personId === personId ? (
            <Tag color="success">{t('mine')}</Tag>
          ) : (
            <span className="muted">{task.assignee.name}</span>
          )}
        </span>
      </span>
    </button>
  );
}
