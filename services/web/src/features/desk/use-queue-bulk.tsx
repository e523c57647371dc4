import {
  claimDeskTask,
  countDeskTasks,
  dispatchDeskTask,
  finishDeskTask,
  getDeskTask,
  listDeskStaff,
  listDeskTasks,
  releaseDeskTask,
  snoozeDeskTask,
  type DeskTaskView,
} from '@duijie/contracts';
import { Radio, Select, Space } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../api/client';
import { useCall } from '../../api/use-call';
import type { Bulk } from '../../kit/table/table-model';
import { useNow } from '../../kit/use-now';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { laterChoices } from './later';

const useWords = defineWords('queue-bulk', {
  zh: {
    claim: '抢单',
    give: '派给同事',
    whom: '派给谁',
    tasks: '手上 {{n}} 件',
    release: '放回待办',
    later: '推迟',
    until: '推迟到',
    finish: '完成',
  },
  en: {
    claim: 'Claim',
    give: 'Give to a colleague',
    whom: 'To whom',
    tasks: '{{n}} at hand',
    release: 'Give back',
    later: 'Put off',
    until: 'Until',
    finish: 'Finish',
  },
});

/** What can be done to several tasks of the queue at once. */
export function useQueueBulk(): Bulk<DeskTaskView> {
  const t = useWords();
  const id = useId();
  const { say } = useLanguage();
  const { me } = useSession();
  const now = useNow();
  const staff = useCall(listDeskStaff, {});
  const [personId, setPersonId] = useState<string | null>(null);
  const [later, setLater] = useState<string>('tomorrow');
  const choices = laterChoices(now);
  const until = choices.find(({ key }) => key === later)?.at ?? choices[2].at;
  const one = (task: DeskTaskView) => ({ params: { taskId: task.id }, ifMatch: task.version });
  const isOpen = ({ state }: DeskTaskView): boolean => state === 'open';
  return {
    nameOf: ({ title }) => title,
    touches: [listDeskTasks, countDeskTasks, getDeskTask, listDeskStaff],
    actions: [
      {
        key: 'claim',
        label: t('claim'),
        applies: (task) => isOpen(task) && task.assignee === null,
        run: (task) => api().call(claimDeskTask, one(task)),
      },
      {
        key: 'give',
        label: t('give'),
        applies: isOpen,
        form: (
          <>
            <label htmlFor={id}>{t('whom')}</label>
            <Select
              id={id}
              style={{ width: '100%' }}
              value={personId}
              options={(staff.data?.items ?? []).map((person) => ({
                value: person.personId,
                label: `${person.name} · ${t('tasks', { n: person.openTasks })}`,
              }))}
              onChange={setPersonId}
            />
          </>
        ),
        ready: personId !== null,
        run: (task) =>
          personId === null
            ? Promise.resolve()
            : api().call(dispatchDeskTask, { ...one(task), body: { personId, note: null } }),
      },
      {
        key: 'later',
        label: t('later'),
        applies: isOpen,
        form: (
          <Radio.Group aria-label={t('until')} value={later} onChange={({ target }) => setLater(String(target.value))}>
            <Space orientation="vertical">
              {choices.map((choice) => (
                <Radio key={choice.key} value={choice.key}>
                  {say(choice)}
                </Radio>
              ))}
            </Space>
          </Radio.Group>
        ),
        run: (task) => api().call(snoozeDeskTask, { ...one(task), body: { until } }),
      },
      {
        key: 'release',
        label: t('release'),
        applies: (task) => isOpen(task) && task.assignee?.personId === me?.person.id,
        run: (task) => api().call(releaseDeskTask, one(task)),
      },
      {
        key: 'finish',
        label: t('finish'),
        applies: isOpen,
        run: (task) => api().call(finishDeskTask, { ...one(task), body: {} }),
      },
    ],
  };
}
