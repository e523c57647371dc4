import { FilterOutlined } from '@ant-design/icons';
import { searchKinds, type SearchKind } from '@duijie/contracts';
import { Alert, Button, Drawer, Grid, Segmented, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { PageHead } from '../../kit/page-head';
import { ProblemAlert } from '../../kit/problem-alert';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import './discover.css';
import { Facets } from './facets';
import { HitCard } from './hit-card';
import { noteOpened } from './note-opened';
import { NothingFound } from './nothing-found';
import { filterCount, noFilters, readAddress, writeAddress, type Search } from './search-address';
import { SavedSearches } from './saved-searches';
import { SearchBox } from './search-box';
import { Understood } from './understood';
import { useNear } from './use-near';
import { useSavedAddress } from './use-saved-address';
import { useSearch } from './use-search';

const useWords = defineWords('discover', {
  zh: {
    title: '发现',
    all: '全部',
    need: '需求',
    package: '服务包',
    provider: '服务方',
    kinds: '显示哪类',
    sort: '排序',
    relevance: '最相关',
    newest: '最新',
    price: '价格从低到高',
    rating: '评分从高到低',
    distance: '离{{district}}近',
    filters: '筛选',
    filtersSet: '筛选（{{n}}）',
    total: '约 {{n}} 条',
    totalAndNear: '约 {{n}} 条完全符合，后面是相近的',
    more: '显示更多',
    done: '查看结果',
  },
  en: {
    title: 'Discover',
    all: 'All',
    need: 'Needs',
    package: 'Packages',
    provider: 'Providers',
    kinds: 'What to show',
    sort: 'Order',
    relevance: 'Best match',
    newest: 'Newest',
    price: 'Lowest price',
    rating: 'Best rated',
    distance: 'Nearest to {{district}}',
    filters: 'Filters',
    filtersSet: 'Filters ({{n}})',
    total: 'about {{n}}',
    totalAndNear: 'about {{n}} hold all words; what follows is near',
    more: 'Show more',
    done: 'Show results',
  },
});
const sorts = ['relevance', 'newest', 'price', 'rating'] as const;

/** Needs, packages and providers in one search; the address keeps what was asked. */
export function DiscoverPage() {
  const t = useWords();
  const { say } = useLanguage();
  const wide = Grid.useBreakpoint().lg ?? true;
  const [params, setParams] = useSearchParams();
  const [filtering, setFiltering] = useState(false);
  const search = readAddress(params);
  const near = useNear(search);
  const see = useSavedAddress();
  const { me } = useSession();
  const found = useSearch(search, near);
  const change = (patch: Partial<Search>, replace = true): void =>
    setParams(writeAddress({ ...search, ...patch }), { replace });
  const { first } = found;
  const far =
    search.sort === 'distance' || (first?.understood ?? []).some((u) => u.type === 'intent' && u.intent === 'near');
  const countOf = (kind: SearchKind): string => {
    const count = first?.facets?.kind?.find(({ value }) => value === kind)?.count;
    return count === undefined ? t(kind) : `${t(kind)} ${count}`;
  };
  const set = filterCount(search);
  const suggestion = [search.q, ...search.district, search.kind ? t(search.kind) : '']
    .filter(Boolean)
    .join(' ')
    .slice(0, 40);
  const facets = <Facets search={search} facets={first?.facets} onChange={change} />;
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          me?.actingFor ? (
            <SavedSearches
              search={search}
              suggestion={suggestion}
              onOpen={(id, address) => {
                setParams(address);
                see(id);
              }}
            />
          ) : null
        }
      />
      <SearchBox
        q={search.q}
        onSearch={(q) => change({ q, without: [] }, false)}
        onLeaf={(code) => change({ q: '', leaf: [code], without: [] }, false)}
      />
      <div className="discover-bar">
        <Segmented<SearchKind | 'all'>
          aria-label={t('kinds')}
          value={search.kind ?? 'all'}
          onChange={(kind) => change({ kind: kind === 'all' ? null : kind })}
          options={[
            { value: 'all', label: t('all') },
            ...searchKinds.map((kind) => ({ value: kind, label: countOf(kind) })),
          ]}
        />
        <span className="kit-row">
          {wide ? null : (
            <Button icon={<FilterOutlined aria-hidden />} onClick={() => setFiltering(true)}>
              {set > 0 ? t('filtersSet', { n: set }) : t('filters')}
            </Button>
          )}
          <Select<Search['sort']>
            aria-label={t('sort')}
            style={{ minWidth: 140 }}
            popupMatchSelectWidth={false}
            value={search.sort === 'distance' && !near ? 'relevance' : search.sort}
            onChange={(sort) => change({ sort })}
            options={[
              ...sorts.map((sort) => ({ value: sort, label: t(sort) })),
              ...(near ? [{ value: 'distance' as const, label: t('distance', { district: near.district }) }] : []),
            ]}
          />
        </span>
      </div>
      <div className="discover-columns">
        <div>
          <ProblemAlert error={found.error} again={() => void found.refetch()} />
          {first?.degraded && first.message ? (
            <Alert type="warning" showIcon title={say(first.message)} style={{ marginBottom: 8 }} />
          ) : null}
          {first ? (
            <Understood
              items={first.understood}
              near={near?.district ?? null}
              onDrop={(type) => change({ without: [...new Set([...search.without, type])] })}
            />
          ) : null}
          <output className="muted">
            {first ? t(found.items.length > first.total ? 'totalAndNear' : 'total', { n: first.total }) : null}
          </output>
          {found.isPending ? <Skeleton active paragraph={{ rows: 10 }} /> : null}
          {first && found.items.length === 0 ? (
            <NothingFound
              q={search.q}
              instead={first.instead}
              onWider={() => change(noFilters)}
              onLeaf={(code) => change({ ...noFilters, q: '', leaf: [code], without: [] }, false)}
            />
          ) : null}
          <ul className={`kit-plain-list${found.isPlaceholderData ? ' discover-waiting' : ''}`}>
            {found.items.map((hit, at) => (
              <HitCard
                key={hit.kind + hit.id}
                hit={hit}
                far={far}
                onOpen={() => noteOpened(search.q, hit.kind, at + 1)}
              />
            ))}
          </ul>
          {found.hasNextPage ? (
            <Button block loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              {t('more')}
            </Button>
          ) : null}
        </div>
        {wide ? <aside aria-label={t('filters')}>{facets}</aside> : null}
      </div>
      {wide ? null : (
        <Drawer
          title={t('filters')}
          placement="bottom"
          size="85%"
          open={filtering}
          onClose={() => setFiltering(false)}
          footer={
            <Button type="primary" block onClick={() => setFiltering(false)}>
              {t('done')} {first ? t('total', { n: first.total }) : ''}
            </Button>
          }
        >
          {facets}
        </Drawer>
      )}
    </>
  );
}
