import type { Context } from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import { nextLotState, wrongLotState } from '../lots/next-lot-state';
import { lapseResponses } from '../responses/lapse-responses';
import type { DecisionDeps } from './decision-deps';
import { endRequests } from './end-lot';
import { lockedOwnLot } from './lot-reach';

/** The poster declares that no response suits (未成交). @throws NotFound, NotAllowed, PreconditionFailed, Conflict */
export const failLot =
  (deps: DecisionDeps) =>
  (ctx: Context, lotId: string, ifMatch: number, reason: string): Promise<Lot> =>
    deps.database.run(ctx, async (inner) => {
      const { lots, storeLot } = deps;
      const lot = await lockedOwnLot(lots, inner, lotId, ifMatch);
      if (lot.state !== 'deciding') throw wrongLotState(lot.state, lot.mode);
      const state = nextLotState(lot.state, 'fail');
      const because = { zh: reason, en: reason };
      await lapseResponses(deps)(inner, lot, because);
      await endRequests(deps)(inner, lot);
      return storeLot(inner, lot, { ...lot, state, because }, [
        { action: 'lot.failed', from: lot.state, to: state, reason },
      ]);
    });
