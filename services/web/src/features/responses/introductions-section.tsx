import { listReceivedIntroductions, type IntroductionView } from '@duijie/contracts';
import { Button, Empty, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { usePages } from '../../api/use-call';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';
import { IntroductionCard } from './introduction-card';

const useWords = defineWords('introductions', {
  zh: {
    title: '推介给我的',
    introduced: '待答复',
    interested: '有意向',
    all: '全部',
    which: '显示哪些推介',
    none: '没有待答复的推介。服务包写得清楚、能力有空余，更容易被推介。',
    noneAll: '还没有收到推介',
    more: '显示更多',
  },
  en: {
    title: 'Introduced to me',
    introduced: 'To answer',
    interested: 'Interested',
    all: 'All',
    which: 'Which introductions to show',
    none: 'Nothing waits for an answer. Clear packages with free capacity are introduced more often.',
    noneAll: 'No introductions yet',
    more: 'Show more',
  },
});

const filters = ['introduced', 'interested', 'all'] as const;
type Filter = (typeof filters)[number];

/** 推介给我的: answered by one tap. */
export function IntroductionsSection() {
  const t = useWords();
  const [filter, setFilter] = useState<Filter>('introduced');
  const list = usePages<typeof listReceivedIntroductions, IntroductionView>(listReceivedIntroductions, {
    query: { limit: 10, ...(filter === 'all' ? {} : { state: filter }) },
  });
  return (
    <Section
      title={t('title')}
      extra={
        <Segmented<Filter>
          aria-label={t('which')}
          size="small"
          value={filter}
          onChange={setFilter}
          options={filters.map((value) => ({ value, label: t(value) }))}
        />
      }
    >
      <ProblemAlert error={list.error} again={() => void list.refetch()} />
      {list.isPending ? <Skeleton active /> : null}
      {list.isSuccess && list.items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(filter === 'introduced' ? 'none' : 'noneAll')} />
      ) : null}
      <ul className="kit-cards">
        {list.items.map((item) => (
          <li key={item.id}>
            <IntroductionCard item={item} />
          </li>
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </Section>
  );
}
