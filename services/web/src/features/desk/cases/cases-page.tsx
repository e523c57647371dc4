import { caseStates, listCases, type CaseView } from '@duijie/contracts';
import { Empty, Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { usePages } from '../../../api/use-call';
import { CursorList } from '../../../kit/cursor-list';
import { PageHead } from '../../../kit/page-head';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';
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
    next: '下一步',
    none: '没有在办事项。可从表格导入,每一件都会带着下一步和日期',
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
    next: 'Next step',
    none: 'No cases. They are imported from a sheet, each with its next step and day',
  },
});
type Summary = Omit<CaseView, 'contact' | 'note'>;

/** What brokers deal with outside the platform so far. */
export function CasesPage() {
  const t = useWords();
  const { say } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const state = caseStates.find((one) => one === search.get('state')) ?? 'open';
  const whose = search.get('whose') === 'mine' ? 'mine' : 'all';
  const cases = usePages<typeof listCases, Summary>(listCases, { query: { limit: 50, state, whose } });
  const put = (key: string, value: string): void => {
    const next = new URLSearchParams(search);
    next.set(key, value);
    setSearch(next, { replace: true });
  };
  const link = (item: Summary) => <Link to={`/desk/cases/${item.id}`}>{item.title}</Link>;
  const next = (item: Summary): string => [item.nextOn, item.nextStep].filter(Boolean).join(' ');
  return (
    <>
      <PageHead
        before={<Link to="/desk">{t('back')}</Link>}
        title={t('title')}
        actions={
          <>
            <Segmented
              aria-label={t('state')}
              value={state}
              options={caseStates.map((value) => ({ value, label: say(caseStateWords[value]) }))}
              onChange={(value) => put('state', value)}
            />
            <Segmented
              aria-label={t('whose')}
              value={whose}
              options={[
                { value: 'mine', label: t('mine') },
                { value: 'all', label: t('all') },
              ]}
              onChange={(value) => put('whose', value)}
            />
          </>
        }
      />
      <CursorList
        label={t('title')}
        pages={cases}
        rowKey={(item) => item.id}
        empty={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />}
        columns={[
          { key: 'title', title: t('name'), cell: link },
          { key: 'poster', title: t('poster'), cell: (item) => item.poster.name },
          { key: 'counterpart', title: t('counterpart'), cell: (item) => item.counterpart?.name ?? '—' },
          { key: 'next', title: t('next'), cell: next },
        ]}
        card={(item) => (
          <>
            <b>{link(item)}</b>
            <div className="muted">{[item.poster.name, item.counterpart?.name].filter(Boolean).join(' → ')}</div>
            <div>{next(item)}</div>
          </>
        )}
      />
    </>
  );
}
