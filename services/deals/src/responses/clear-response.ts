import {
  actingForOf,
  Conflict,
  NotAllowed,
  NotFound,
  requireReach,
  requireVersion,
  type Context,
} from '@duijie/service-kit';
import { isRival } from './is-rival';
import { nextResponseState } from './next-response-state';
import { lockedResponse } from './open-for-responses';
import { isInTheRunning, isUnopened, type LotResponse } from './response';
import type { ResponseDeps } from './response-deps';
import { needOf } from './write-response';

/**
 * The recorded decision of a broker, or of an officer of the area, on a flag: `cleared` goes on, `refused` is out. Not by
 * the poster, nor by a body that the flag is about, that drafted or screened the need, or that competes for the lot.
 * @throws NotFound, NotAllowed `clearance.own-matter`, PreconditionFailed, Conflict
 */
export const clearResponse =
  (deps: ResponseDeps) =>
  (
    ctx: Context,
    responseId: string,
    ifMatch: number,
    { allow, reason }: { readonly allow: boolean; readonly reason: string },
  ): Promise<LotResponse> =>
    deps.database.run(ctx, async (inner) => {
      const [lot, before] = await lockedResponse(deps, inner, responseId, null, 'any');
      const { district, subdistrict } = lot;
      requireReach(inner, { organisationId: null, district, subdistrict, visible: false });
      if (isUnopened(before) || before.state === 'draft') throw new NotFound();
      const { organisationId } = actingForOf(inner);
      const need = await needOf(deps, inner, lot);
      const concerned = [
        lot.organisationId,
        ...need.flaggedOrganisationIds,
        ...before.parties.map((party) => party.organisationId),
        ...before.findings.flatMap((finding) => [finding.organisationId, finding.otherId]),
      ];
      if (concerned.includes(organisationId) || (await isRival(deps.responses, inner, lot.id)))
        throw new NotAllowed({
          reason: 'clearance.own-matter',
          detail: {
            zh: '贵单位与此事有关，应由其他机构核定',
            en: 'It concerns your own organisation: another body decides',
          },
        });
      requireVersion(ifMatch, before.version);
      if (before.conflict !== 'flagged' || !isInTheRunning(before))
        throw new Conflict('response.not-flagged', { zh: '没有待核定的关联', en: 'There is no flag to decide on' });
      const state = allow ? before.state : nextResponseState(before.state, 'disqualify');
      const clearance = { allow, reason, organisationId, at: deps.clock.now().toISOString() };
      return deps.storeResponse(
        inner,
        lot,
        before,
        {
          ...before,
          state,
          conflict: allow ? 'cleared' : 'refused',
          clearance,
          because: allow
            ? null
            : { zh: '因利益关联未获核准', en: 'Not admitted because of a possible conflict of interest' },
        },
        [
          { action: allow ? 'response.cleared' : 'response.refused', reason },
          ...(allow ? [] : [{ action: 'response.disqualified', from: before.state, to: state, reason }]),
        ],
      );
    });
