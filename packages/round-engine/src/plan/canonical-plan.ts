import type { PlannedPlace, RoundPlan } from './round-plan';

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

const place = ({ id, in: above, places, reserved }: PlannedPlace): PlannedPlace => ({
  id,
  ...(above === undefined ? {} : { in: above }),
  ...(places === undefined ? {} : { places }),
  ...(reserved === undefined ? {} : { reserved }),
});

/** @returns The same plan in the one order that counts: by ids, properties as written here. */
export function canonicalPlan(plan: RoundPlan): RoundPlan {
  return {
    roundId: plan.roundId,
    needs: plan.needs
      .map(({ id, offers, must, districtId, fundId }) => ({
        id,
        offers,
        ...(must === undefined ? {} : { must }),
        ...(districtId === undefined ? {} : { districtId }),
        ...(fundId === undefined ? {} : { fundId }),
      }))
      .toSorted(byId),
    packages: plan.packages.map(place).toSorted(byId),
    providers: plan.providers.map(place).toSorted(byId),
    groups: plan.groups.map(place).toSorted(byId),
    pairs: plan.pairs
      .map(({ needId, packageId, score, priceFen }) => ({
        needId,
        packageId,
        score,
        ...(priceFen === undefined ? {} : { priceFen }),
      }))
      .toSorted((a, b) => byId({ id: a.needId }, { id: b.needId }) || byId({ id: a.packageId }, { id: b.packageId })),
    ...(plan.funds === undefined
      ? {}
      : { funds: plan.funds.map(({ id, limitFen }) => ({ id, limitFen })).toSorted(byId) }),
    ...(plan.rotation === undefined
      ? {}
      : {
          rotation: {
            pointsAnOffer: plan.rotation.pointsAnOffer,
            offersBefore: Object.fromEntries(
              Object.entries(plan.rotation.offersBefore).toSorted(([a], [b]) => (a < b ? -1 : 1)),
            ),
          },
        }),
    ...(plan.fairDistricts === undefined ? {} : { fairDistricts: plan.fairDistricts }),
    ...(plan.drawWith === undefined ? {} : { drawWith: plan.drawWith }),
  };
}
