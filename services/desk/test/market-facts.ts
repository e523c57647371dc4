import type { AgreementBody, LotBody, NeedBody } from '@duijie/contracts';
import { dayOf } from '@duijie/domain-kit';
import { aLot, freshId } from './desk-city';
import { dayMs } from './desk-office';

const start = Date.now() - 60 * dayMs;
/** Days after the first publication, as an instant. */
export const after = (days: number): string => new Date(start + days * dayMs).toISOString();
export const place: NeedBody['place'] = {
  district: '',
  subdistrict: null,
  community: null,
  compoundId: null,
  compound: null,
  compoundType: null,
  households: null,
  floorAreaM2: null,
  builtYear: null,
  propertyState: null,
  committeeState: null,
  lng: null,
  lat: null,
};
/** A need of a district with its leaves, published on the first day. */
export const needOf = (
  district: string,
  leaves: readonly string[],
  facts: Partial<NeedBody> = {},
): Partial<NeedBody> => ({
  components: leaves.map((code) => ({ code, source: 'given', confidence: 1, evidence: [] })),
  place: { ...place, district, ...facts.place },
  publishedAt: after(0),
  ...facts,
});
/** Its lot, awarded some days after the first publication. */
export const awardedLot = (need: NeedBody, days: number, facts: Partial<LotBody> = {}): LotBody =>
  aLot(need, {
    state: 'awarded',
    award: {
      id: freshId(),
      responseId: null,
      organisationId: freshId(),
      organisationName: '某公司',
      packageId: null,
      amountFen: null,
      reason: '合适',
      decidedAt: after(days),
      noticeUntil: null,
      state: 'effective',
    },
    ...facts,
  });
/** Signed with a provider ten days after the first publication, unless told otherwise. */
export const anAgreement = (need: NeedBody, providerId: string, facts: Partial<AgreementBody> = {}): AgreementBody => ({
  id: freshId(),
  version: 1,
  needId: need.id,
  lotId: need.lots[0]?.id ?? freshId(),
  awardId: freshId(),
  needTitle: need.title,
  posterId: need.organisationId,
  posterName: need.organisationName,
  leadId: providerId,
  leadName: '某公司',
  packageId: null,
  packageVersion: null,
  components: need.components.map(({ code }) => ({ code, organisationId: providerId, amountFen: null })),
  priceFen: null,
  state: 'signed',
  signedOn: dayOf(new Date(after(10))),
  startsOn: null,
  endsOn: null,
  milestones: [],
  paidFen: 0,
  endedAt: null,
  because: null,
  updatedAt: after(10),
  demo: false,
  ...facts,
});
