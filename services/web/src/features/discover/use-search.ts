import { ProblemError } from '@duijie/api-client';
import { search as searchRoute, type SearchAnswer } from '@duijie/contracts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { keyOf } from '../../api/use-call';
import { useLanguage } from '../../words/language';
import { queryOf, type Near, type Search } from './search-address';

/**
 * Searches, and reads on by offset; what was found before stays until the next answer is there.
 * @param near where distances are counted from; while it is undefined nothing is asked
 */
export function useSearch(search: Search, near: Near | null | undefined) {
  const { language } = useLanguage();
  const asked = queryOf(search, near ?? null);
  const query = useInfiniteQuery({
    queryKey: keyOf(searchRoute, asked, language),
    enabled: near !== undefined,
    initialPageParam: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }): Promise<SearchAnswer> =>
      api().call(searchRoute, { query: { ...asked, limit: 20, offset: pageParam }, signal }),
    getNextPageParam: (page) => page.nextOffset ?? undefined,
    retry: (failures, error) => !(error instanceof ProblemError) && failures < 2,
  });
  return {
    ...query,
    first: query.data?.pages[0] ?? null,
    items: query.data?.pages.flatMap((page) => page.items) ?? [],
  };
}
