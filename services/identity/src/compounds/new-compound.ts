import { newId } from '@duijie/domain-kit';
import type { CompoundEntity } from './persistence/compound.entity';

type Named = Pick<CompoundEntity, 'name' | 'type' | 'district' | 'subdistrict'>;

/** The first version of a compound; what is not given stays unknown. */
export const newCompound = (facts: Named & Partial<CompoundEntity>, now: Date): CompoundEntity => ({
  households: null,
  floorAreaM2: null,
  chargedAreaM2: null,
  builtYear: null,
  lng: null,
  lat: null,
  lifts: null,
  parkingSpaces: null,
  propertyState: null,
  feeFen: null,
  feeRegime: null,
  contractEndsOn: null,
  committeeState: null,
  partyBranchState: null,
  firmId: null,
  committeeId: null,
  collectionRatePercent: null,
  commonIncomeFenPerYear: null,
  maintenanceFundFen: null,
  importedSource: null,
  importedId: null,
  demo: false,
  ...facts,
  id: newId(now.getTime()),
  version: 1,
  live: 1,
  createdAt: now,
  updatedAt: now,
});
