import { listRoundNeeds, type RoundNeed, type RoundView } from '@duijie/contracts';
import { Button, Empty, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { usePages } from '../../api/use-call';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';
import { RoundNeedCard } from './round-need-card';

const useWords = defineWords('round-needs', {
  zh: {
    title: '需求与候选',
    show: '看哪些',
    all: '全部',
    unserved: '没有推介的',
    marked: '改过的',
    fallen: '落选或待核的',
    none: '没有这样的需求',
    more: '显示更多',
    count: '锁定 {{pinned}} 对，否决 {{vetoed}} 对',
  },
  en: {
    title: 'Needs and candidates',
    show: 'Which',
    all: 'All',
    unserved: 'Without an offer',
    marked: 'Changed by hand',
    fallen: 'Fell out or wait',
    none: 'No such need',
    more: 'Show more',
    count: '{{pinned}} pinned, {{vetoed}} vetoed',
  },
});
type Show = 'all' | 'unserved' | 'marked' | 'fallen';

/** Needs of the round with what may be offered to each; pinned, vetoed and solved again here. */
export function RoundNeeds({ round }: { readonly round: RoundView }) {
  const t = useWords();
  const [show, setShow] = useState<Show>('all');
  const pages = usePages<typeof listRoundNeeds, RoundNeed>(listRoundNeeds, {
    params: { roundId: round.id },
    query: { limit: 20, show },
  });
  const shows: readonly Show[] =
    round.state === 'published' ? ['all', 'unserved', 'marked', 'fallen'] : ['all', 'unserved', 'marked'];
  const { pinned, vetoed } = round.counts;
  return (
    <Section
      title={t('title')}
      extra={pinned + vetoed > 0 ? <span className="muted">{t('count', { pinned, vetoed })}</span> : null}
    >
      <div className="round-show">
        <Segmented<Show>
          aria-label={t('show')}
          value={show}
          onChange={setShow}
          options={shows.map((value) => ({ value, label: t(value) }))}
        />
      </div>
      <ProblemAlert error={pages.error} again={() => void pages.refetch()} />
      {pages.isPending ? <Skeleton active /> : null}
      {pages.isSuccess && pages.items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />
      ) : null}
      <ul className="kit-plain-list">
        {pages.items.map((need) => (
          <RoundNeedCard key={need.needId} round={round} need={need} />
        ))}
      </ul>
      {pages.hasNextPage ? (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </Section>
  );
}
