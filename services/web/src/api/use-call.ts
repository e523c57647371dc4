import { ProblemError, type AnswerOf, type CallInput } from '@duijie/api-client';
import type { RouteContract } from '@duijie/contracts';
import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLanguage } from '../words/language';
import { api } from './client';

/** What a query is kept under; a change invalidates by the route's id. */
export const keyOf = (contract: RouteContract, input: unknown = {}, language = ''): readonly unknown[] => [
  contract.id,
  input,
  language,
];

interface CallOptions<A = unknown> {
  readonly enabled?: boolean;
  /** What it is about may be so new that the service asked has not heard of it: not found is tried again for 5 s. */
  readonly mayBeNew?: boolean;
  /** Asks again after so many ms, which may depend on the last answer. */
  readonly everyMs?: number | ((answer: A | undefined) => number);
}

const newTries = 5;
const retryOf =
  (mayBeNew = false) =>
  (failures: number, error: Error): boolean =>
    error instanceof ProblemError ? mayBeNew && error.status === 404 && failures < newTries : failures < 2;
const retryDelay = (failures: number, error: Error): number =>
  error instanceof ProblemError ? 1000 : Math.min(1000 * 2 ** failures, 30_000);

const call = async <C extends RouteContract>(contract: C, input: object): Promise<AnswerOf<C>> =>
  // The overload of `call` that takes an optional second argument cannot be chosen for a generic contract.
  (await api().call(contract, ...([input] as never))) as AnswerOf<C>;

/** Reads one route. Refusals are not tried again; what did not arrive is, twice. */
export function useCall<C extends RouteContract>(
  contract: C,
  input: CallInput<C>,
  options: CallOptions<AnswerOf<C>> = {},
): UseQueryResult<AnswerOf<C>> {
  const { language } = useLanguage();
  const { everyMs } = options;
  return useQuery<AnswerOf<C>>({
    queryKey: keyOf(contract, input, language),
    queryFn: ({ signal }) => call(contract, { ...input, signal }),
    retry: retryOf(options.mayBeNew),
    retryDelay,
    ...(options.enabled === undefined ? {} : { enabled: options.enabled }),
    ...(everyMs === undefined
      ? {}
      : { refetchInterval: typeof everyMs === 'number' ? everyMs : ({ state }) => everyMs(state.data) }),
  });
}

/** A list by its cursor: `items` so far, and how to read on. */
export function usePages<C extends RouteContract, T>(
  contract: C,
  input: object,
  options: Pick<CallOptions, 'enabled' | 'mayBeNew'> = {},
) {
  const { language } = useLanguage();
  const query = useInfiniteQuery({
    queryKey: keyOf(contract, input, language),
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const given = 'query' in input && typeof input.query === 'object' ? input.query : {};
      const page = await call(contract, {
        ...input,
        query: { ...given, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
        signal,
      });
      return page as unknown as { readonly items: readonly T[]; readonly nextCursor: string | null };
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    retry: retryOf(options.mayBeNew),
    retryDelay,
    ...(options.enabled === undefined ? {} : { enabled: options.enabled }),
  });
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return { ...query, items };
}
