import { countDeskTasks, deskTaskKinds, listDeskTasks, type DeskTaskKind, type DeskTaskView } from '@duijie/contracts';
import { Button, Empty, Grid, Segmented, Skeleton } from 'antd';
import { useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useCall, usePages } from '../../api/use-call';
import { PageHead } from '../../kit/page-head';
import { ProblemAlert } from '../../kit/problem-alert';
import { useNow } from '../../kit/use-now';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { taskKinds } from './desk-vocabularies';
import './desk.css';
import { laterChoices } from './later';
import { Shortcuts } from './shortcuts';
import { TaskPanel } from './task-panel';
import { TaskRow } from './task-row';
import { useDeskKeys } from './use-desk-keys';
import { useLiveDesk } from './use-live-desk';
import { useTaskActs } from './use-task-acts';

const useWords = defineWords('desk', {
  zh: {
    title: '撮合工作台',
    mine: '我的',
    unclaimed: '待抢单',
    all: '全部',
    done: '已完成',
    whose: '范围',
    kinds: '类型',
    due: '到期 {{n}}',
    none: '没有待办。新需求、到期的回应和跟进会自动出现在这里',
    noneHere: '这一类没有待办',
    more: '更多',
    keys: '键盘操作（?）',
    choose: '选一条待办开始，或按 j',
    tasks: '待办',
    queue: '待办总表',
    introductions: '推介记录',
    cases: '在办事项',
  },
  en: {
    title: "Broker's desk",
    mine: 'Mine',
    unclaimed: 'Free',
    all: 'All',
    done: 'Done',
    whose: 'Whose',
    kinds: 'Kinds',
    due: '{{n}} due',
    none: 'Nothing waits. New needs, answers and follow-ups that are due appear here by themselves',
    noneHere: 'Nothing of this kind waits',
    more: 'More',
    keys: 'Keyboard (?)',
    choose: 'Choose a task, or press j',
    tasks: 'Tasks',
    queue: 'Whole queue',
    introductions: 'Introductions',
    cases: 'Cases',
  },
});
const scopes = ['mine', 'unclaimed', 'all', 'done'] as const;
type Scope = (typeof scopes)[number];
const scopeOf = (text: string | null): Scope => scopes.find((scope) => scope === text) ?? 'all';
const kindOf = (text: string | null): DeskTaskKind | null => deskTaskKinds.find((kind) => kind === text) ?? null;

/** The broker's queue by due date, with everything about the chosen task beside it. */
export function DeskPage() {
  const t = useWords();
  const { say } = useLanguage();
  const { me } = useSession();
  const now = useNow();
  const wide = Grid.useBreakpoint().lg ?? true;
  const [search, setSearch] = useSearchParams();
  const [help, setHelp] = useState(false);
  const list = useRef<HTMLElement>(null);
  const acts = useTaskActs();
  useLiveDesk();

  const scope = scopeOf(search.get('whose'));
  const kind = kindOf(search.get('kind'));
  const chosenId = search.get('task');
  const counts = useCall(countDeskTasks, {});
  const tasks = usePages<typeof listDeskTasks, DeskTaskView>(listDeskTasks, {
    query: {
      limit: 50,
      ...(scope === 'done' ? { state: 'done' } : { whose: scope }),
      ...(kind === null ? {} : { kinds: [kind] }),
    },
  });
  const put = (key: string, value: string | null): void =>
    setSearch(
      (previous) => {
        const next = new URLSearchParams(previous);
        if (value === null) next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: key !== 'task' },
    );

  // Where there is room the first task is shown by itself. It stays until another is chosen, also when it is done or
  // others come before it: nothing changes under the broker's hand.
  const listed = `${scope} ${kind ?? ''}`;
  const [first, setFirst] = useState<{ readonly listed: string; readonly id: string | null } | null>(null);
  const [firstItem] = tasks.items;
  if (wide && chosenId === null && first?.listed !== listed && firstItem) setFirst({ listed, id: firstItem.id });
  const shownId = chosenId ?? (wide && first?.listed === listed ? first.id : null);
  const close = (): void => {
    setFirst({ listed, id: null });
    if (chosenId !== null) put('task', null);
  };

  const rows = (): HTMLButtonElement[] => [...(list.current?.querySelectorAll<HTMLButtonElement>('[data-task]') ?? [])];
  const current = (): DeskTaskView | undefined => {
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['task'] : undefined;
    return tasks.items.find(({ id }) => id === (focused ?? shownId));
  };
  const move = (step: 1 | -1): void => {
    const all = rows();
    const at = all.findIndex((row) => row === document.activeElement);
    const from = at >= 0 ? at : all.findIndex((row) => row.dataset['task'] === chosenId);
    all[from < 0 ? 0 : Math.min(all.length - 1, Math.max(0, from + step))]?.focus();
  };
  const onCurrent = (act: (task: DeskTaskView) => void) => (): void => {
    const task = current();
    if (task && task.state === 'open') act(task);
  };
  const one = (task: DeskTaskView) => ({ params: { taskId: task.id }, ifMatch: task.version });
  useDeskKeys({
    j: () => move(1),
    k: () => move(-1),
    c: onCurrent((task) => acts.claim.act(one(task))),
    x: onCurrent((task) => acts.finish.act({ ...one(task), body: {} })),
    s: onCurrent((task) => {
      const until = laterChoices(now).find(({ key }) => key === 'tomorrow')?.at;
      if (until) acts.snooze.act({ ...one(task), body: { until } });
    }),
    Escape: close,
    '?': () => setHelp(true),
  });

  const all = counts.data?.items ?? [];
  const sum = (part: 'open' | 'mine' | 'unclaimed'): number => all.reduce((total, count) => total + count[part], 0);
  const labels: Readonly<Record<Scope, string>> = {
    mine: `${t('mine')} ${sum('mine')}`,
    unclaimed: `${t('unclaimed')} ${sum('unclaimed')}`,
    all: `${t('all')} ${sum('open')}`,
    done: t('done'),
  };
  const part = scope === 'mine' || scope === 'unclaimed' ? scope : 'open';
  const listing = (
    <div className="desk-queue">
      <Segmented
        block
        aria-label={t('whose')}
        value={scope}
        options={scopes.map((value) => ({ value, label: labels[value] }))}
        onChange={(value) => put('whose', value === 'all' ? null : value)}
        style={{ marginBottom: 10 }}
      />
      <fieldset className="desk-kinds" aria-label={t('kinds')}>
        {all
          .filter((count) => count[part] > 0 || count.kind === kind)
          .map((count) => (
            <Button
              key={count.kind}
              size="small"
              type={count.kind === kind ? 'primary' : 'default'}
              aria-pressed={count.kind === kind}
              title={t('due', { n: count.due })}
              onClick={() => put('kind', count.kind === kind ? null : count.kind)}
            >
              {say(taskKinds[count.kind])} {count[part]}
            </Button>
          ))}
      </fieldset>
      <ProblemAlert error={tasks.error ?? counts.error} again={() => void tasks.refetch()} />
      {tasks.isPending ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
      {tasks.isSuccess && tasks.items.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={t(kind === null && scope === 'all' ? 'none' : 'noneHere')}
        />
      ) : null}
      <section className="desk-list" ref={list} aria-label={t('tasks')}>
        {tasks.items.map((task) => (
          <TaskRow
            key={task.id}
            task={task}
            chosen={task.id === shownId}
            personId={me?.person.id ?? ''}
            onOpen={() => put('task', task.id)}
          />
        ))}
        {tasks.hasNextPage ? (
          <Button block loading={tasks.isFetchingNextPage} onClick={() => void tasks.fetchNextPage()}>
            {t('more')}
          </Button>
        ) : null}
      </section>
    </div>
  );
  const panel = shownId === null ? null : <TaskPanel taskId={shownId} onClose={close} />;
  return (
    <>
      {wide || chosenId === null ? (
        <PageHead
          title={t('title')}
          actions={
            <>
              <Link to="/desk/queue">{t('queue')}</Link>
              <Link to="/desk/introductions">{t('introductions')}</Link>
              <Link to="/desk/cases">{t('cases')}</Link>
              {wide ? (
                <Button size="small" onClick={() => setHelp(true)}>
                  {t('keys')}
                </Button>
              ) : null}
            </>
          }
        />
      ) : null}
      {wide ? (
        <div className="desk-columns">
          {listing}
          <div style={{ minWidth: 0 }}>
            {panel ?? (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('choose')} style={{ marginTop: 80 }} />
            )}
          </div>
        </div>
      ) : (
        (panel ?? listing)
      )}
      {help ? <Shortcuts onClose={() => setHelp(false)} /> : null}
    </>
  );
}
