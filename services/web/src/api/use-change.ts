import type { AnswerOf, CallInput } from '@duijie/api-client';
import type { RouteContract } from '@duijie/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './client';

/**
 * Changes something by one route, then reads again what it may have changed.
 * @param touches routes whose answers are read again
 */
export function useChange<C extends RouteContract>(contract: C, touches: readonly RouteContract[] = []) {
  const queries = useQueryClient();
  return useMutation<AnswerOf<C>, Error, CallInput<C>>({
    mutationFn: async (input) => (await api().call(contract, ...([input] as never))) as AnswerOf<C>,
    onSuccess: async () => {
      await Promise.all(touches.map(({ id }) => queries.invalidateQueries({ queryKey: [id] })));
    },
  });
}
