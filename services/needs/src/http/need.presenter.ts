import type { AskedBasis, NeedSummary, NeedView } from '@duijie/contracts';
import { publicStateOf, type Need } from '../need';
import type { LotProgress } from '../progress/lot-progress';
import type { Attachment } from '../persistence/need-parts.repository';

/** A need as its page shows it. @param ahead terms of what is not published yet @param sees whether the caller sees its private part */
export const needPage = (
  need: Need,
  {
    attachments,
    bases,
    ahead,
    lots,
    sees,
  }: {
    readonly attachments: readonly Attachment[];
    readonly bases: AskedBasis[];
    readonly ahead: NonNullable<NeedView['private']>['termsAhead'] | null;
    readonly lots: readonly LotProgress[];
    readonly sees: boolean;
  },
): NeedView => ({
  ...publicStateOf(need),
  proposed: [...need.proposed],
  modeReason: need.modeReason,
  openMoneyModels: need.openMoneyModels,
  ownContribution: need.ownContribution,
  budgetLines: [...need.budgetLines],
  decisionBasis: need.decisionBasis,
  askedBases: bases,
  progress: need.lots.flatMap(({ id }) =>
    lots
      .filter(({ lotId }) => lotId === id)
      .map(({ needId: _n, needVersion: _v, sequence: _s, takenUpBy, ...shown }) => ({
        ...shown,
        ...(sees && takenUpBy !== null ? { takenUpBy } : {}),
      })),
  ),
  fundingCandidates: need.fundingCandidates,
  opensAt: need.opensAt?.toISOString() ?? null,
  withdrawnBecause: need.withdrawnBecause,
  duplicateOf: need.duplicateOf,
  referredTo: need.referredTo,
  attachments: attachments
    .filter((attachment) => sees || !attachment.private)
    .map(({ id, title, fileName, mediaType, size, private: hidden, addedAt }) => ({
      id,
      title,
      fileName,
      mediaType,
      size,
      private: hidden,
      addedAt: addedAt.toISOString(),
    })),
  private: sees
    ? {
        contact: need.contact,
        exclusions: [...need.exclusions],
        returnedBecause: need.returnedBecause,
        screening: need.screening,
        draftedByOrganisationId: need.draftedByOrganisationId,
        ...(ahead ? { termsAhead: ahead } : {}),
        ...(need.continues ? { continues: { ...need.continues, lotIds: [...need.continues.lotIds] } } : {}),
        origin: need.origin && { source: need.origin.source, externalId: need.origin.externalId },
      }
    : null,
});

/** A need as a line of a list. */
export function needLine(need: Need): NeedSummary {
  const { requiredQualifications: _q, lots: _l, ...line } = publicStateOf(need);
  return line;
}
