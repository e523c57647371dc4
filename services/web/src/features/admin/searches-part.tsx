import { getSearchQuestions, type SearchQuestionsQuery } from '@duijie/contracts';
import { Empty, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call';
import { ProblemAlert } from '../../kit/problem-alert';
import { Scroll } from '../../kit/scroll';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('searches', {
  zh: {
    intro: '近 30 天大家搜过的词，不记是谁搜的；少于 3 次的不列。',
    order: '排列',
    nothing: '没搜到的',
    unopened: '搜到没点开的',
    asked: '搜得最多的',
    q: '搜的词',
    times: '搜索（次）',
    none: '没搜到（次）',
    opened: '点开（次）',
    position: '点开的平均名次',
    empty: '还没有足够多的搜索',
  },
  en: {
    intro: 'What was searched for in the last 30 days, without who; fewer than 3 times is not listed.',
    order: 'Order',
    nothing: 'Not found',
    unopened: 'Found, not opened',
    asked: 'Most often',
    q: 'Words',
    times: 'Searched (times)',
    none: 'Nothing found (times)',
    opened: 'Opened (times)',
    position: 'Mean place opened',
    empty: 'Not enough searches yet',
  },
});
const orders = ['nothing', 'unopened', 'asked'] as const satisfies readonly SearchQuestionsQuery['order'][];

/** What people look for and do not find: services to be invited, words to be added to the taxonomy. */
export function SearchesPart() {
  const t = useWords();
  const [order, setOrder] = useState<SearchQuestionsQuery['order']>('nothing');
  const { data, error, refetch, isPending } = useCall(getSearchQuestions, { query: { order, limit: 50 } });
  return (
    <>
      <p className="muted">{t('intro')}</p>
      <Segmented
        aria-label={t('order')}
        value={order}
        onChange={setOrder}
        options={orders.map((value) => ({ value, label: t(value) }))}
      />
      <ProblemAlert error={error} again={() => void refetch()} />
      {isPending ? <Skeleton active paragraph={{ rows: 6 }} /> : null}
      {data?.items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} />
      ) : data ? (
        <Scroll label={t(order)}>
          <table className="kit-table" aria-label={t(order)}>
            <thead>
              <tr>
                <th scope="col">{t('q')}</th>
                {(['times', 'none', 'opened', 'position'] as const).map((name) => (
                  <th key={name} scope="col" className="kit-end">
                    {t(name)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.items.map(({ q, asked, nothing, opened, position }) => (
                <tr key={q}>
                  <td>
                    <Link to={`/discover?q=${encodeURIComponent(q)}`}>{q}</Link>
                  </td>
                  <td className="kit-end">{asked}</td>
                  <td className="kit-end">{nothing}</td>
                  <td className="kit-end">{opened}</td>
                  <td className="kit-end">{position ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      ) : null}
    </>
  );
}
