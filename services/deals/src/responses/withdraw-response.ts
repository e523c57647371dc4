import type { Context } from '@duijie/service-kit';
import { nextResponseState } from './next-response-state';
import { lockedResponse, requireOpen } from './open-for-responses';
import { isInTheRunning } from './response';
import type { ResponseDeps } from './response-deps';
import { countOnLot } from './take-in';
import type { Written } from './write-response';

/**
 * Takes a response back; its parties may respond anew while the lot is open. Between deadline and opening one that is in
 * stays: whether it was before the deadline could not be told any more.
 * @throws NotFound, NotAllowed, PreconditionFailed, Conflict
 */
export const withdrawResponse =
  (deps: ResponseDeps) =>
  (ctx: Context, responseId: string, ifMatch: number, reason: string | undefined): Promise<Written> =>
    deps.database.run(ctx, async (inner) => {
      const [lot, before] = await lockedResponse(deps, inner, responseId, ifMatch);
      const state = nextResponseState(before.state, 'withdraw');
      if (before.state === 'submitted' && lot.state === 'open' && before.attempt === lot.attempt)
        await requireOpen(deps, inner, lot);
      const response = await deps.storeResponse(inner, lot, before, { ...before, state }, [
        // Words of the provider on a sealed response stay with it.
        {
          action: 'response.withdrawn',
          from: before.state,
          to: state,
          reason: before.sealed ? null : (reason ?? null),
        },
      ]);
      if (isInTheRunning(before) && before.attempt === lot.attempt) await countOnLot(deps, inner, lot, response, -1);
      return { response, receipt: null };
    });
