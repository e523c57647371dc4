import type { Context } from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import { nextLotState, wrongLotState } from '../lots/next-lot-state';
import { nextResponseState } from '../responses/next-response-state';
import { isInTheRunning } from '../responses/response';
import type { DecisionDeps } from './decision-deps';
import { endRequests } from './end-lot';
import { lockedOwnLot } from './lot-reach';

/** The poster declares that no response suits (未成交). @throws NotFound, NotAllowed, PreconditionFailed, Conflict */
export const failLot =
  (deps: DecisionDeps) =>
  (ctx: Context, lotId: string, ifMatch: number, reason: string): Promise<Lot> =>
    deps.database.run(ctx, async (inner) => {
      const { lots, responses, storeLot, storeResponse } = deps;
      const lot = await lockedOwnLot(lots, inner, lotId, ifMatch);
      if (lot.state !== 'deciding') throw wrongLotState(lot.state);
      const state = nextLotState(lot.state, 'fail');
      const because = { zh: reason, en: reason };
      for (const one of await responses.lockOfLot(inner, lot.id, lot.attempt))
        if (isInTheRunning(one))
          await storeResponse(inner, lot, one, { ...one, state: nextResponseState(one.state, 'lapse'), because }, [
            { action: 'response.rejected', from: one.state, to: 'rejected', reason },
          ]);
      await endRequests(deps)(inner, lot.id);
      return storeLot(inner, lot, { ...lot, state, because }, [
        { action: 'lot.failed', from: lot.state, to: state, reason },
      ]);
    });
