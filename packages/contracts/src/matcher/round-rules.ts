import { z } from 'zod';
import { id, leafCode, line } from '../primitives';
import { mode, urgency } from '../state/need';

/** A round holds at most so many needs. */
export const mostNeedsInRound = 5000;

const byHand = z.strictObject({ by: z.literal('hand'), needIds: z.array(id).min(1).max(500) });
const filter = {
  by: z.literal('filter'),
  districts: z.array(line(30)).max(40),
  leaves: z.array(leafCode).max(40),
  modes: z.array(mode).max(6),
  urgencies: z.array(urgency).max(4),
  most: z.int().min(1).max(mostNeedsInRound),
};
/** Which needs take part. Those that stand in another open round are left out of a filter, and refused by hand. */
export const roundSelectionView = z.discriminatedUnion('by', [byHand, z.strictObject(filter)]);
/** The same as it is sent: an empty list, as one that is left out, narrows nothing. */
export const roundSelection = z.discriminatedUnion('by', [
  byHand,
  z.strictObject({
    ...filter,
    districts: filter.districts.default([]),
    leaves: filter.leaves.default([]),
    modes: filter.modes.default([]),
    urgencies: filter.urgencies.default([]),
    most: filter.most.default(500),
  }),
]);
export type RoundSelection = z.output<typeof roundSelection>;

const settings = {
  /** At most so many offers a need. */
  offersPerNeed: z.int().min(1).max(5),
  /** Of a need's list the first so many take part. */
  candidatesPerNeed: z.int().min(1).max(20),
  /** Of 10,000; what scores less takes no part. */
  leastScore: z.int().min(0).max(10_000),
  /** At most so many needs for one package, beside its free capacity. */
  packagePlaces: z.int().min(1).max(1000).nullable(),
  providerPlaces: z.int().min(1).max(1000).nullable(),
  /** For a firm with whom it sponsors, leads or hosts. */
  groupPlaces: z.int().min(1).max(1000).nullable(),
  /** So many offers are kept for every provider with fewer than `smallBelow` completed services. */
  reservedForSmall: z.int().min(0).max(5),
  smallBelow: z.int().min(1).max(100),
  /** Points of 10,000 off for each offer that a provider had in the rounds of the year before. */
  rotationPoints: z.int().min(0).max(2000),
  /** The emptiest district first, then score. */
  fairDistricts: z.boolean(),
  /** Exact ties are drawn; not for needs whose mode is a contest. */
  draw: z.boolean(),
};
/** Rules of a round. */
export const roundSettingsView = z.strictObject(settings);
/** The same as they are sent: what is left out is as usual. */
export const roundSettings = z.strictObject({
  offersPerNeed: settings.offersPerNeed.default(1),
  candidatesPerNeed: settings.candidatesPerNeed.default(20),
  leastScore: settings.leastScore.default(0),
  packagePlaces: settings.packagePlaces.default(null),
  providerPlaces: settings.providerPlaces.default(null),
  groupPlaces: settings.groupPlaces.default(null),
  reservedForSmall: settings.reservedForSmall.default(0),
  smallBelow: settings.smallBelow.default(5),
  rotationPoints: settings.rotationPoints.default(0),
  fairDistricts: settings.fairDistricts.default(false),
  draw: settings.draw.default(false),
});
export type RoundSettings = z.output<typeof roundSettings>;
