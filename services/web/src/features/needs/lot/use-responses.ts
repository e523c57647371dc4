import { getResponse, type ResponseView } from '@duijie/contracts';
import { useQueries } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { keyOf } from '../../../api/use-call';
import { useLanguage } from '../../../words/language';

/** Several responses with what they offer, by id; those that have not come yet are left out. @property error of the first that failed */
export function useResponses(ids: readonly string[]): {
  readonly byId: ReadonlyMap<string, ResponseView>;
  readonly error: Error | null;
  readonly again: () => void;
} {
  const { language } = useLanguage();
  return useQueries({
    queries: ids.map((responseId) => ({
      queryKey: keyOf(getResponse, { params: { responseId } }, language),
      queryFn: () => api().call(getResponse, { params: { responseId } }),
    })),
    combine: (answers) => ({
      byId: new Map(answers.flatMap(({ data }) => (data === undefined ? [] : [[data.id, data] as const]))),
      error: answers.find(({ error }) => error !== null)?.error ?? null,
      again: () => answers.filter(({ error }) => error !== null).forEach((one) => void one.refetch()),
    }),
  });
}
