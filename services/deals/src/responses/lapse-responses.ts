import type { TransactionContext } from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import { nextResponseState } from './next-response-state';
import { isInTheRunning } from './response';
import type { ResponseDeps } from './response-deps';

type Because = { readonly zh: string; readonly en: string };

/**
 * Ends what is left of the responses to a lot's attempt: those in the running are rejected, drafts dropped, each with the
 * reason. What was sealed and unopened stays sealed for good. The lot is locked.
 */
export const lapseResponses =
  ({ responses, storeResponse }: Pick<ResponseDeps, 'responses' | 'storeResponse'>) =>
  async (ctx: TransactionContext, lot: Lot, because: Because): Promise<void> => {
    for (const one of await responses.lockOfLot(ctx, lot.id, lot.attempt)) {
      if (!isInTheRunning(one) && one.state !== 'draft') continue;
      const state = nextResponseState(one.state, one.state === 'draft' ? 'withdraw' : 'lapse');
      await storeResponse(ctx, lot, one, { ...one, state, because }, [
        { action: `response.${state}`, from: one.state, to: state, reason: because.zh },
      ]);
    }
  };
