import { z } from 'zod';
import { day, fen, id, instant, latitude, line, longitude } from '../primitives';
import { committeeState, compoundState, compoundType, propertyState } from '../state/organisation';

export const feeRegime = z.enum(['lump_sum', 'commission', 'trust']);
/** `joint` with a neighbour. */
export const partyBranchState = z.enum(['none', 'joint', 'active']);

const facts = {
  households: z.int().min(0).max(200_000).nullable(),
  floorAreaM2: z.int().min(0).max(50_000_000).nullable(),
  chargedAreaM2: z.int().min(0).max(50_000_000).nullable(),
  builtYear: z.int().min(1900).max(2100).nullable(),
  lng: longitude.nullable(),
  lat: latitude.nullable(),
  lifts: z.int().min(0).max(10_000).nullable(),
  parkingSpaces: z.int().min(0).max(200_000).nullable(),
  propertyState: propertyState.nullable(),
  /** Fen per m² and month. */
  feeFen: fen.nullable(),
  feeRegime: feeRegime.nullable(),
  contractEndsOn: day.nullable(),
  committeeState: committeeState.nullable(),
  partyBranchState: partyBranchState.nullable(),
  /** Organisation that manages it. */
  firmId: id.nullable(),
  /** Its owners' committee or self-management group. */
  committeeId: id.nullable(),
};
/** Facts that only its communities, its committee, the officers of the area and association staff see. */
const closedFacts = {
  /** Percent of the fees due that are paid. */
  collectionRatePercent: z.number().min(0).max(100).nullable(),
  commonIncomeFenPerYear: fen.nullable(),
  maintenanceFundFen: fen.nullable(),
};
export const compoundClosedFacts = z.strictObject(closedFacts);
const unknownFacts = <T extends Record<string, z.ZodType>>(shape: T) =>
  Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, schema.default(null)])) as {
    [K in keyof T]: z.ZodDefault<T[K]>;
  };
const optionalFacts = <T extends Record<string, z.ZodType>>(shape: T) =>
  Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, schema.optional()])) as {
    [K in keyof T]: z.ZodOptional<T[K]>;
  };

const communityNames = z.array(line(60)).min(1).max(8);
/** What is entered of a compound; everything but name, type and place may stay unknown. */
export const compoundInput = z.strictObject({
  name: line(80),
  type: compoundType,
  district: line(30),
  subdistrict: line(60),
  /** Names of the communities that it touches, e.g. `得胜社区`. */
  communities: communityNames,
  ...unknownFacts(facts),
  ...unknownFacts(closedFacts),
});
/** Fields to be changed; what is left out stays. */
export const compoundChange = z.strictObject({
  name: line(80).optional(),
  type: compoundType.optional(),
  district: line(30).optional(),
  subdistrict: line(60).optional(),
  communities: communityNames.optional(),
  ...optionalFacts(facts),
  ...optionalFacts(closedFacts),
});

/** A compound with what the caller may see of it. */
export const compoundView = compoundState.omit({ removed: true }).extend({
  chargedAreaM2: facts.chargedAreaM2,
  lifts: facts.lifts,
  parkingSpaces: facts.parkingSpaces,
  feeFen: facts.feeFen,
  feeRegime: facts.feeRegime,
  contractEndsOn: facts.contractEndsOn,
  partyBranchState: facts.partyBranchState,
  firmId: facts.firmId,
  committeeId: facts.committeeId,
  /** Null for everybody else. */
  closedFacts: compoundClosedFacts.nullable(),
  createdAt: instant,
  updatedAt: instant,
});
export type CompoundView = z.infer<typeof compoundView>;

/** A line of a list. */
export const compoundSummary = compoundState
  .omit({ removed: true, floorAreaM2: true })
  .extend({ contractEndsOn: facts.contractEndsOn });
export type CompoundSummary = z.infer<typeof compoundSummary>;
