import {
  claimDeskTask,
  countDeskTasks,
  dispatchDeskTask,
  finishDeskTask,
  getDeskTask,
  listContacts,
  listDeskTasks,
  listFollowUps,
  listNeedIntroductions,
  recordTaskCall,
  releaseDeskTask,
  snoozeDeskTask,
} from '@duijie/contracts';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('task-acts', {
  zh: {
    claimed: '已抢到，归您办理',
    given: '已派出',
    released: '已放回待办',
    done: '已完成',
    later: '已推迟',
    noted: '已记录',
  },
  en: {
    claimed: 'It is yours now',
    given: 'Given to a colleague',
    released: 'Back in the queue',
    done: 'Done',
    later: 'Put off',
    noted: 'Noted',
  },
});
const queue = [listDeskTasks, countDeskTasks, getDeskTask] as const;

/** What can be done with a task; each says what came of it. */
export function useTaskActs() {
  const t = useWords();
  return {
    claim: useAct(claimDeskTask, queue, t('claimed')),
    dispatch: useAct(dispatchDeskTask, queue, t('given'), true),
    release: useAct(releaseDeskTask, queue, t('released')),
    finish: useAct(finishDeskTask, queue, t('done')),
    snooze: useAct(snoozeDeskTask, queue, t('later')),
    call: useAct(recordTaskCall, [...queue, listContacts, listFollowUps, listNeedIntroductions], t('noted')),
  };
}
