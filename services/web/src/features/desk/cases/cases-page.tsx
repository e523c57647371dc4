import { caseStates, changeCase, getCase, listCases, listDeskStaff, type CaseView } from '@duijie/contracts';
import { Empty, Select } from 'antd';
import { useId, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { useCall, usePages } from '../../../api/use-call';
import { DayText } from '../../../kit/day-text';
import { ImportLink } from '../../../kit/import-link';
import { PageHead } from '../../../kit/page-head';
import { StateTag } from '../../../kit/state-tag';
import { DataTable } from '../../../kit/table/data-table';
import { excelAddress } from '../../../kit/table/excel-address';
import type { Bulk, Column } from '../../../kit/table/table-model';
import { useCodeChoices } from '../../../kit/table/use-choices';
import { useFilters, type Filter } from '../../../kit/table/use-filters';
import { When } from '../../../kit/when';
import { defineWords } from '../../../words/define-words';
import { caseStateWords } from './case-states';

const useWords = defineWords('cases', {
  zh: {
    title: '在办事项',
    back: '← 撮合工作台',
    state: '状态',
    whose: '范围',
    mine: '我的',
    all: '全部',
    name: '事项',
    poster: '需求方',
    counterpart: '服务方',
    where: '地区',
    progress: '进展',
    next: '下一步',
    on: '日期',
    assignee: '经办',
    updated: '更新',
    give: '转给同事',
    whom: '转给谁',
    done: '办结',
    drop: '不办了',
    none: '没有在办事项。可从表格导入，每一件都会带着下一步和日期',
  },
  en: {
    title: 'Cases',
    back: "← Broker's desk",
    state: 'State',
    whose: 'Whose',
    mine: 'Mine',
    all: 'All',
    name: 'Case',
    poster: 'Poster',
    counterpart: 'Counterpart',
    where: 'Where',
    progress: 'Progress',
    next: 'Next step',
    on: 'On',
    assignee: 'With',
    updated: 'Changed',
    give: 'Give to a colleague',
    whom: 'To whom',
    done: 'Done',
    drop: 'Drop',
    none: 'No cases. They are imported from a sheet, each with its next step and day',
  },
});
type Summary = Omit<CaseView, 'contact' | 'note'>;

/** What can be done to several cases at once. */
function useCasesBulk(): Bulk<Summary> {
  const t = useWords();
  const id = useId();
  const staff = useCall(listDeskStaff, {});
  const [assigneeId, setAssigneeId] = useState<string | null>(null);
  const one = (item: Summary) => ({ params: { caseId: item.id }, ifMatch: item.version });
  return {
    nameOf: ({ title }) => title,
    touches: [listCases, getCase, listDeskStaff],
    actions: [
      {
        key: 'give',
        label: t('give'),
        form: (
          <>
            <label htmlFor={id}>{t('whom')}</label>
            <Select
              id={id}
              style={{ width: '100%' }}
              value={assigneeId}
              options={(staff.data?.items ?? []).map(({ personId, name }) => ({ value: personId, label: name }))}
              onChange={setAssigneeId}
            />
          </>
        ),
        ready: assigneeId !== null,
        run: (item) => api().call(changeCase, { ...one(item), body: assigneeId === null ? {} : { assigneeId } }),
      },
      {
        key: 'done',
        label: t('done'),
        applies: ({ state }) => state === 'open',
        run: (item) => api().call(changeCase, { ...one(item), body: { state: 'done' } }),
      },
      {
        key: 'drop',
        label: t('drop'),
        danger: true,
        applies: ({ state }) => state === 'open',
        run: (item) => api().call(changeCase, { ...one(item), body: { state: 'dropped' } }),
      },
    ],
  };
}

/** What brokers deal with outside the platform so far. */
export function CasesPage() {
  const t = useWords();
  const states = useCodeChoices(caseStateWords, caseStates);
  const fields = useMemo(
    (): readonly Filter[] => [
      { key: 'state', label: t('state'), control: 'choice', options: states, initial: 'open' },
      {
        key: 'whose',
        label: t('whose'),
        control: 'choice',
        initial: 'all',
        options: [
          { value: 'mine', label: t('mine') },
          { value: 'all', label: t('all') },
        ],
      },
    ],
    // The choices change with the language.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [states],
  );
  const filters = useFilters(fields);
  const bulk = useCasesBulk();
  const cases = usePages<typeof listCases, Summary>(listCases, { query: { limit: 100, ...filters.query } });
  const link = (item: Summary) => <Link to={`/desk/cases/${item.id}`}>{item.title}</Link>;
  const columns: readonly Column<Summary>[] = [
    { key: 'title', title: t('name'), cell: link, sort: (item) => item.title },
    { key: 'poster', title: t('poster'), cell: (item) => item.poster.name, sort: (item) => item.poster.name },
    {
      key: 'counterpart',
      title: t('counterpart'),
      cell: (item) => item.counterpart?.name ?? '—',
      sort: (item) => item.counterpart?.name ?? null,
    },
    {
      key: 'where',
      title: t('where'),
      hidden: true,
      cell: (item) => [item.district, item.subdistrict].filter(Boolean).join(' ') || '—',
    },
    { key: 'progress', title: t('progress'), hidden: true, cell: (item) => item.progress ?? '—' },
    { key: 'next', title: t('next'), cell: (item) => item.nextStep ?? '—' },
    { key: 'on', title: t('on'), cell: (item) => <DayText day={item.nextOn} />, sort: (item) => item.nextOn },
    {
      key: 'assignee',
      title: t('assignee'),
      cell: (item) => item.assignee?.name ?? '—',
      sort: (item) => item.assignee?.name ?? null,
    },
    {
      key: 'state',
      title: t('state'),
      hidden: true,
      cell: (item) => <StateTag vocabulary={caseStateWords} code={item.state} />,
    },
    {
      key: 'updated',
      title: t('updated'),
      hidden: true,
      cell: (item) => <When at={item.updatedAt} />,
      sort: (item) => item.updatedAt,
    },
  ];
  return (
    <>
      <PageHead before={<Link to="/desk">{t('back')}</Link>} title={t('title')} actions={<ImportLink kind="cases" />} />
      <DataTable
        name="cases"
        label={t('title')}
        pages={cases}
        columns={columns}
        rowKey={(item) => item.id}
        filters={filters}
        excel={excelAddress(listCases, {}, filters.query)}
        bulk={bulk}
        empty={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />}
        card={(item) => (
          <>
            <b>{link(item)}</b>
            <div className="muted">{[item.poster.name, item.counterpart?.name].filter(Boolean).join(' → ')}</div>
            <div>{[item.nextOn, item.nextStep].filter(Boolean).join(' ')}</div>
          </>
        )}
      />
    </>
  );
}
