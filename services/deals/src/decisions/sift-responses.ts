import {
  Conflict,
  NotFound,
  requireReach,
  requireVersion,
  type Context,
  type TransactionContext,
} from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import { wrongLotState } from '../lots/next-lot-state';
import { nextResponseState } from '../responses/next-response-state';
import { isUnopened, type LotResponse } from '../responses/response';
import { isContest } from './contest';
import type { DecisionDeps } from './decision-deps';
import { lotSubject } from './lot-reach';
import { requireUnbiased } from './unbiased';

/** Locks lot and response for the poster or a broker who is not concerned. What is sealed is not there for them. */
async function lockedForSifting(
  { lots, responses, copies }: DecisionDeps,
  ctx: TransactionContext,
  responseId: string,
  ifMatch: number,
): Promise<readonly [Lot, LotResponse]> {
  const seen = await responses.find(ctx, responseId);
  const lot = seen && (await lots.lock(ctx, seen.lotId));
  if (!lot) throw new NotFound();
  requireReach(ctx, { ...lotSubject(lot), visible: false });
  const response = await responses.lock(ctx, responseId);
  if (!response || response.state === 'draft' || isUnopened(response)) throw new NotFound();
  requireUnbiased(ctx, await copies.need(ctx, lot.needId), [response.organisationId]);
  requireVersion(ifMatch, response.version);
  if (lot.state !== 'deciding' && lot.state !== 'open') throw wrongLotState(lot.state);
  if (lot.state === 'open' && isContest(lot))
    throw new Conflict('lot.still-open', { zh: '响应尚未截止', en: 'Responses are still being taken' });
  return [lot, response];
}

/** Keeps a response for the last choice (入围). @throws NotFound, NotAllowed, PreconditionFailed, Conflict */
export const shortlistResponse =
  (deps: DecisionDeps) =>
  (ctx: Context, responseId: string, ifMatch: number): Promise<readonly [LotResponse, Lot]> =>
    deps.database.run(ctx, async (inner) => {
      const [lot, before] = await lockedForSifting(deps, inner, responseId, ifMatch);
      const state = nextResponseState(before.state, 'shortlist');
      const after = await deps.storeResponse(inner, lot, before, { ...before, state }, [
        { action: 'response.shortlisted', from: before.state, to: state },
      ]);
      return [after, lot];
    });

/** Takes a response out of the decision, with the reason. @throws NotFound, NotAllowed, PreconditionFailed, Conflict */
export const disqualifyResponse =
  (deps: DecisionDeps) =>
  (ctx: Context, responseId: string, ifMatch: number, reason: string): Promise<readonly [LotResponse, Lot]> =>
    deps.database.run(ctx, async (inner) => {
      const [lot, before] = await lockedForSifting(deps, inner, responseId, ifMatch);
      const state = nextResponseState(before.state, 'disqualify');
      const because = { zh: reason, en: reason };
      const after = await deps.storeResponse(inner, lot, before, { ...before, state, because }, [
        { action: 'response.disqualified', from: before.state, to: state, reason },
      ]);
      return [after, lot];
    });
