import { ProblemError, type AnswerOf, type CallInput } from '@duijie/api-client';
import type { RouteContract } from '@duijie/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useChange } from '../api/use-change';
import { defineWords } from '../words/define-words';
import { currentLanguage, semicolonOf } from '../words/language';

const useWords = defineWords('use-act', {
  zh: { stale: '刚才已有别人修改，已为您刷新，请看过后再操作', failed: '没有办成，请检查网络后重试' },
  en: {
    stale: 'Somebody else has just changed it. It was read anew: look at it, then try again',
    failed: 'It did not get through. Check the network and try again',
  },
});

/**
 * Does something by one tap: says that it was done, or why not; what somebody else has changed meanwhile is read anew.
 * @param touches routes whose answers are read again @param done what is said afterwards @param quiet the caller shows refusals itself
 */
export function useAct<C extends RouteContract>(
  contract: C,
  touches: readonly RouteContract[],
  done?: string,
  quiet = false,
) {
  const t = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const change = useChange(contract, touches);
  const act = (input: CallInput<C>, then?: (answer: AnswerOf<C>) => void): void =>
    change.mutate(input, {
      onSuccess(answer) {
        if (done) void message.success(done);
        then?.(answer);
      },
      onError(error) {
        const stale = error instanceof ProblemError && error.status === 412;
        if (stale) {
          void message.warning(t('stale'));
          for (const { id } of touches) void queries.invalidateQueries({ queryKey: [id] });
        } else if (!quiet) {
          const problem = error instanceof ProblemError ? error.problem : null;
          const faults = (problem?.errors ?? []).map(({ detail }) => detail).join(semicolonOf(currentLanguage()));
          void message.error(problem ? faults || (problem.detail ?? problem.title) : t('failed'), 6);
        }
      },
    });
  return { act, pending: change.isPending, error: change.error, reset: change.reset };
}
