import type { CompoundState, CompoundView } from '@duijie/contracts';
import type { CompoundEntity } from '../persistence/compound.entity';

/** Public state, as events carry it. */
export const compoundStateOf = (compound: CompoundEntity, communities: readonly string[]): CompoundState => ({
  id: compound.id,
  version: compound.version,
  name: compound.name,
  type: compound.type,
  district: compound.district,
  subdistrict: compound.subdistrict,
  communities: [...communities],
  households: compound.households,
  floorAreaM2: compound.floorAreaM2,
  builtYear: compound.builtYear,
  lng: compound.lng,
  lat: compound.lat,
  propertyState: compound.propertyState,
  committeeState: compound.committeeState,
  demo: compound.demo,
  ...(compound.live === null ? { removed: true as const } : {}),
});

/** @param closed whether the caller sees collection rate, common income and maintenance fund */
export function presentCompound(
  compound: CompoundEntity,
  communities: readonly string[],
  closed: boolean,
): CompoundView {
  const { removed: _removed, ...state } = compoundStateOf(compound, communities);
  return {
    ...state,
    chargedAreaM2: compound.chargedAreaM2,
    lifts: compound.lifts,
    parkingSpaces: compound.parkingSpaces,
    feeFen: compound.feeFen,
    feeRegime: compound.feeRegime,
    contractEndsOn: compound.contractEndsOn,
    partyBranchState: compound.partyBranchState,
    firmId: compound.firmId,
    committeeId: compound.committeeId,
    closedFacts: closed
      ? {
          collectionRatePercent: compound.collectionRatePercent,
          commonIncomeFenPerYear: compound.commonIncomeFenPerYear,
          maintenanceFundFen: compound.maintenanceFundFen,
        }
      : null,
    createdAt: compound.createdAt.toISOString(),
    updatedAt: compound.updatedAt.toISOString(),
  };
}
