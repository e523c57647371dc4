import type { LotSummary, LotView, NeedBody } from '@duijie/contracts';
import type { Context } from '@duijie/service-kit';
import { lotBodyOf, type Lot } from '../../lots/lot';
import { standingTo } from '../lot-reach';
import { nextStepOf } from '../next-step';

/** A lot as a line of a list. @param asked whether a direct request waits for its answer */
export const lotLine = (lot: Lot, now: Date, asked: boolean): LotSummary => ({
  ...lotBodyOf(lot),
  district: lot.district,
  subdistrict: lot.subdistrict,
  nextStep: nextStepOf(lot, now, asked),
});

/** A lot as its page shows it. */
export const lotPage = (ctx: Context, lot: Lot, need: NeedBody, now: Date, asked: boolean): LotView => {
  const you = standingTo(ctx, lot);
  return {
    ...lotLine(lot, now, asked),
    terms: lot.terms,
    publishedAt: lot.publishedAt.toISOString(),
    openedAt: lot.openedAt?.toISOString() ?? null,
    need: {
      place: need.place,
      money: need.money,
      funding: need.funding,
      window: need.window,
      urgency: need.urgency,
      eligibleKinds: need.eligibleKinds,
      requiredQualifications: need.requiredQualifications,
      missingBases: need.missingBases ?? [],
      flaggedOrganisationIds: you === null || you === 'winner' ? null : need.flaggedOrganisationIds,
    },
    you,
  };
};
