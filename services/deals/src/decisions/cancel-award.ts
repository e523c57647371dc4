import { actingIdOf, Conflict, NotAllowed, reaches, requireVersion, type Context } from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import { wrongLotState } from '../lots/next-lot-state';
import type { DecisionDeps } from './decision-deps';
import { lockedLot, lotSubject } from './lot-reach';
import { undoAward } from './undo-award';

/**
 * The winner steps back, or the poster takes the award back, before an agreement is signed. The next in rank may then be
 * awarded.
 * @throws NotFound, NotAllowed, PreconditionFailed, Conflict `lot.wrong-state`, `award.objected`
 */
export const cancelAward =
  (deps: DecisionDeps) =>
  (ctx: Context, lotId: string, ifMatch: number, reason: string): Promise<Lot> =>
    deps.database.run(ctx, async (inner) => {
      const lot = await lockedLot(deps.lots, inner, lotId, null);
      const isPoster = reaches(inner, lotSubject(lot));
      const award = await deps.awards.lockOfLot(inner, lotId);
      if (!isPoster && award?.organisationId !== actingIdOf(inner)) throw new NotAllowed();
      requireVersion(ifMatch, lot.version);
      if (lot.state !== 'awarded' || !award) throw wrongLotState(lot.state, lot.mode);
      if (isPoster && award.state === 'objected')
        throw new Conflict('award.objected', {
          zh: '结果有正式异议，应待裁定',
          en: 'A formal objection to the result is to be decided first',
        });
      return undoAward(deps)(inner, lot, award, {
        because: reason,
        winner: isPoster ? 'disqualify' : 'stepBack',
        upheld: false,
      });
    });
