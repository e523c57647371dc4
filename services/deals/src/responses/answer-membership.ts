import { actingForOf, Conflict, type Context } from '@duijie/service-kit';
import { wrongResponseState } from './next-response-state';
import { lockedResponse, requireOpen } from './open-for-responses';
import type { LotResponse } from './response';
import type { ResponseDeps } from './response-deps';

/**
 * A member's answer to a consortium's draft. From its confirmation on it is bound: it may not respond to the lot alone or
 * with others. Whoever is only asked is not, so that nobody is kept out by being asked.
 * @throws NotFound, PreconditionFailed, Conflict `response.leads`, `response.already`, `lot.wrong-state`, `response.too-late`
 */
export const answerMembership =
  (deps: ResponseDeps) =>
  (ctx: Context, responseId: string, ifMatch: number, standing: 'confirmed' | 'declined'): Promise<LotResponse> =>
    deps.database.run(ctx, async (inner) => {
      const [lot, before] = await lockedResponse(deps, inner, responseId, ifMatch, 'party');
      await requireOpen(deps, inner, lot);
      const { organisationId } = actingForOf(inner);
      if (organisationId === before.organisationId)
        throw new Conflict('response.leads', { zh: '牵头机构无需确认', en: 'The leader has nothing to answer' });
      if (before.state !== 'draft' || before.attempt !== lot.attempt) throw wrongResponseState(before.state);
      const parties = before.parties.map((party) =>
        party.organisationId === organisationId ? { ...party, standing } : party,
      );
      return deps.storeResponse(inner, lot, before, { ...before, parties }, [
        { action: `response.member-${standing}`, data: { organisationId } },
      ]);
    });
