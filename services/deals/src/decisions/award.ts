import type { AwardBody, AwardKind, AwardState, RankedResponse, Scoring } from '@duijie/contracts';

/** A decision for one provider (确定承接方) as deals keeps it. */
export interface Award {
  readonly id: string;
  readonly version: number;
  readonly lotId: string;
  readonly needId: string;
  /** Of the lot. */
  readonly attempt: number;
  readonly kind: AwardKind;
  readonly state: AwardState;
  readonly responseId: string | null;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly packageId: string | null;
  readonly packageVersion: number | null;
  readonly amountFen: number | null;
  readonly reason: string;
  readonly documentNote: string | null;
  /** As it stood when it was decided, the first in front. */
  readonly ranking: readonly RankedResponse[];
  readonly scoring: Scoring | null;
  readonly decidedAt: Date;
  readonly noticeUntil: Date | null;
  /** What was left of the notice when it was stopped by an objection. */
  readonly noticeLeftMs: number | null;
  readonly effectiveAt: Date | null;
  /** It was cancelled, or its agreement ended before its time; from then on the lot may be awarded anew. */
  readonly endedAt: Date | null;
  readonly cancelledBecause: string | null;
}

/** What everybody may know of an award. */
export const awardBodyOf = (award: Award): AwardBody => ({
  id: award.id,
  responseId: award.responseId,
  organisationId: award.organisationId,
  organisationName: award.organisationName,
  packageId: award.packageId,
  amountFen: award.amountFen,
  reason: award.reason,
  decidedAt: award.decidedAt.toISOString(),
  noticeUntil: award.noticeUntil?.toISOString() ?? null,
  state: award.state,
});
