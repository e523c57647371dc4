import {
  requireReach,
  requireVersion,
  serviceContext,
  Conflict,
  NotFound,
  type Context,
  type Logger,
} from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import { wrongLotState } from '../lots/next-lot-state';
import { openLot } from './open-lot';
import type { ResponseDeps } from './response-deps';

const lotsARound = 100;

/**
 * Opens every lot whose deadline has passed. Any number of hosts may do so at once: the lot's lock and state let one of
 * them through. A lot that cannot be opened is told and tried again, and keeps no other one waiting.
 */
export const openDueLots = (deps: ResponseDeps & { readonly log: Logger }) => async (): Promise<void> => {
  for (const lotId of await deps.lots.dueToDecide(deps.clock.now(), lotsARound)) {
    try {
      await deps.database.run(serviceContext('deals'), async (ctx) => {
        const lot = await deps.lots.lock(ctx, lotId);
        if (lot?.state !== 'open' || lot.responsesDueAt === null) return;
        const at = await deps.serverTime(ctx);
        if (at >= lot.responsesDueAt) await openLot(deps, ctx, lot, at, 'deadline');
      });
    } catch (error) {
      deps.log.error({ err: error, lotId }, 'a lot could not be opened; it will be tried again');
    }
  }
};

/**
 * The poster ends the time for responses of a lot without a deadline; that moment is its deadline.
 * @throws NotFound, NotAllowed, PreconditionFailed, Conflict `lot.wrong-state`, `lot.has-deadline`
 */
export const closeResponses =
  (deps: ResponseDeps) =>
  (ctx: Context, lotId: string, ifMatch: number): Promise<Lot> =>
    deps.database.run(ctx, async (inner) => {
      const lot = await deps.lots.lock(inner, lotId);
      if (!lot) throw new NotFound();
      requireReach(inner, { organisationId: lot.organisationId, visible: true });
      requireVersion(ifMatch, lot.version);
      if (lot.state !== 'open') throw wrongLotState(lot.state, lot.mode);
      if (lot.responsesDueAt !== null)
        throw new Conflict('lot.has-deadline', {
          zh: '已设截止时间，到时自动截止',
          en: 'The lot has a deadline, at which it closes by itself',
        });
      const at = await deps.serverTime(inner);
      const closed = await deps.storeLot(inner, lot, { ...lot, responsesDueAt: at }, []);
      return openLot(deps, inner, closed, at, 'poster');
    });
