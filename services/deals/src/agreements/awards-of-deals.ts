import type { Clock } from '@duijie/domain-kit';
import type { Audit } from '@duijie/service-kit';
import type { Capacity } from '../capacity/create-capacity';
import type { AwardRepository } from '../decisions/persistence/award.repository';
import type { ResponseRepository } from '../responses/persistence/response.repository';
import type { Awards } from './award-origin';

/** Reads awards and the responses that won them, and tells the ledger. */
export const awardsOfDeals = (deps: {
  readonly awards: AwardRepository;
  readonly responses: ResponseRepository;
  readonly capacity: Capacity;
  readonly clock: Clock;
  readonly audit: Audit;
}): Awards => ({
  async find(ctx, awardId) {
    const award = await deps.awards.find(ctx, awardId);
    if (!award) return null;
    const response = award.responseId === null ? null : await deps.responses.find(ctx, award.responseId);
    const members = response?.parties.filter(({ standing }) => standing === 'confirmed') ?? [];
    return {
      awardId,
      lotId: award.lotId,
      effective: award.state === 'effective' && award.endedAt === null,
      organisationId: award.organisationId,
      organisationName: award.organisationName,
      memberIds: members.map(({ organisationId }) => organisationId),
      packageId: award.packageId,
      packageVersion: award.packageVersion,
      amountFen: award.amountFen,
      parts: (response?.content?.components ?? []).map(({ code, organisationId, amountFen }) => ({
        code,
        organisationId: organisationId ?? award.organisationId,
        amountFen,
      })),
      milestones: response?.content?.milestones ?? [],
    };
  },
  elsewhereFen: (ctx, needId, exceptLotId) => deps.awards.elsewhereFen(ctx, needId, exceptLotId),
  async end(ctx, awardId) {
    // After the agreement's lock, against the usual order: its lot is locked, which whoever locks an award holds first.
    const award = await deps.awards.lock(ctx, awardId);
    if (award && award.endedAt === null) await deps.awards.update(ctx, award, { ...award, endedAt: deps.clock.now() });
  },
  freeCapacity: (ctx, awardId) => deps.capacity.freeCapacity(ctx, awardId),
});
