import { deskTaskKinds, listDeskTasks, type DeskTaskView } from '@duijie/contracts';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call';
import { Deadline } from '../../kit/deadline';
import { PageHead } from '../../kit/page-head';
import { StateTag } from '../../kit/state-tag';
import { DataTable } from '../../kit/table/data-table';
import { excelAddress } from '../../kit/table/excel-address';
import type { Column } from '../../kit/table/table-model';
import { useCodeChoices } from '../../kit/table/use-choices';
import { useFilters, type Filter } from '../../kit/table/use-filters';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { taskKinds } from './desk-vocabularies';
import { useQueueBulk } from './use-queue-bulk';

const useWords = defineWords('queue', {
  zh: {
    title: '待办总表',
    back: '← 撮合工作台',
    whose: '范围',
    all: '全部',
    mine: '我的',
    unclaimed: '待抢单',
    state: '状态',
    open: '未办',
    done: '已办',
    kind: '事由',
    anyKind: '全部事由',
    task: '待办',
    what: '要做什么',
    poster: '需求方',
    provider: '服务方',
    where: '地区',
    due: '期限',
    assignee: '经办',
    created: '产生',
  },
  en: {
    title: 'The whole queue',
    back: "← Broker's desk",
    whose: 'Whose',
    all: 'All',
    mine: 'Mine',
    unclaimed: 'Unclaimed',
    state: 'State',
    open: 'Open',
    done: 'Done',
    kind: 'Reason',
    anyKind: 'Any reason',
    task: 'Task',
    what: 'What to do',
    poster: 'Poster',
    provider: 'Provider',
    where: 'Where',
    due: 'Due',
    assignee: 'With',
    created: 'Since',
  },
});

/** The queue as a table: to look over much, and to hand out or put off many tasks at once. */
export function QueuePage() {
  const t = useWords();
  const { say, language } = useLanguage();
  const kinds = useCodeChoices(taskKinds, deskTaskKinds);
  const fields = useMemo(
    (): readonly Filter[] => [
      {
        key: 'whose',
        label: t('whose'),
        control: 'choice',
        initial: 'all',
        options: (['all', 'mine', 'unclaimed'] as const).map((value) => ({ value, label: t(value) })),
      },
      { key: 'kinds', label: t('kind'), control: 'select', options: kinds, any: t('anyKind') },
      {
        key: 'state',
        label: t('state'),
        control: 'choice',
        initial: 'open',
        options: (['open', 'done'] as const).map((value) => ({ value, label: t(value) })),
      },
    ],
    // The choices change with the language.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [kinds],
  );
  const filters = useFilters(fields);
  const bulk = useQueueBulk();
  const tasks = usePages<typeof listDeskTasks, DeskTaskView>(listDeskTasks, {
    query: { limit: 100, ...filters.query },
  });
  const columns = useMemo(
    (): readonly Column<DeskTaskView>[] => [
      {
        key: 'task',
        title: t('task'),
        cell: (task) => <Link to={`/desk?task=${task.id}`}>{task.title}</Link>,
        sort: (task) => task.title,
      },
      { key: 'kind', title: t('kind'), cell: (task) => <StateTag vocabulary={taskKinds} code={task.kind} /> },
      { key: 'what', title: t('what'), cell: (task) => say(task.details) },
      { key: 'poster', title: t('poster'), hidden: true, cell: (task) => task.poster?.name ?? '—' },
      { key: 'provider', title: t('provider'), hidden: true, cell: (task) => task.provider?.name ?? '—' },
      {
        key: 'where',
        title: t('where'),
        cell: (task) => [task.district, task.subdistrict].filter(Boolean).join(' ') || '—',
      },
      { key: 'due', title: t('due'), cell: (task) => <Deadline at={task.dueAt} />, sort: (task) => task.dueAt },
      {
        key: 'assignee',
        title: t('assignee'),
        cell: (task) => task.assignee?.name ?? '—',
        sort: (task) => task.assignee?.name ?? null,
      },
      {
        key: 'created',
        title: t('created'),
        hidden: true,
        cell: (task) => <When at={task.createdAt} />,
        sort: (task) => task.createdAt,
      },
    ],
    // Words change with the language.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [language],
  );
  return (
    <>
      <PageHead before={<Link to="/desk">{t('back')}</Link>} title={t('title')} />
      <DataTable
        name="queue"
        label={t('title')}
        pages={tasks}
        columns={columns}
        rowKey={({ id }) => id}
        filters={filters}
        excel={excelAddress(listDeskTasks, {}, filters.query)}
        bulk={bulk}
        card={(task) => (
          <>
            <div className="kit-row kit-row-spread">
              <Link to={`/desk?task=${task.id}`}>{task.title}</Link>
              <StateTag vocabulary={taskKinds} code={task.kind} />
            </div>
            <div className="muted">{say(task.details)}</div>
            <div className="kit-row">
              <Deadline at={task.dueAt} />
              <span>{task.assignee?.name}</span>
            </div>
          </>
        )}
      />
    </>
  );
}
