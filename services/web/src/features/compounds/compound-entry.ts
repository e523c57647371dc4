import type { ActingFor, CompoundView } from '@duijie/contracts';
import { postingKinds } from '@duijie/domain-kit';

type Entered = Omit<CompoundView, 'id' | 'version' | 'demo' | 'closedFacts' | 'createdAt' | 'updatedAt'> &
  NonNullable<CompoundView['closedFacts']>;
/** A compound as its form holds it; type and place are null until they are chosen. */
export type CompoundEntry = Omit<Entered, 'type' | 'district' | 'subdistrict'> & {
  readonly type: Entered['type'] | null;
  readonly district: string | null;
  readonly subdistrict: string | null;
};

/** Where a compound lies. */
export type EntryPlace = Pick<CompoundEntry, 'district' | 'subdistrict' | 'communities'>;

/** What is known of nothing yet, at the place of whoever enters it. */
export const blankEntry = (place: EntryPlace): CompoundEntry => ({
  name: '',
  type: null,
  ...place,
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
});

/** @returns a compound as it is known, for its form */
export function entryOf(one: CompoundView): CompoundEntry {
  const {
    id: _id,
    version: _version,
    demo: _demo,
    createdAt: _created,
    updatedAt: _updated,
    closedFacts,
    ...known
  } = one;
  return {
    ...known,
    collectionRatePercent: closedFacts?.collectionRatePercent ?? null,
    commonIncomeFenPerYear: closedFacts?.commonIncomeFenPerYear ?? null,
    maintenanceFundFen: closedFacts?.maintenanceFundFen ?? null,
  };
}

/** @returns the fields that differ from what was known: only they are sent, so that nothing else is judged anew */
export const changedEntry = (known: CompoundEntry, now: CompoundEntry): Partial<CompoundEntry> =>
  Object.fromEntries(
    Object.entries(now).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(known[key as keyof CompoundEntry]),
    ),
  );

const staff = ({ kind, role }: ActingFor): boolean =>
  kind === 'association' && (role === 'broker' || role === 'administrator');

/** Whether the caller may enter compounds: of its own area as a verified poster, anywhere as staff of the association. */
export const mayEnter = (acting: ActingFor | null): boolean =>
  acting !== null &&
  (staff(acting) ||
    (acting.verification === 'verified' &&
      acting.role !== 'viewer' &&
      postingKinds.some((kind) => kind === acting.kind)));

/** Whether the caller may change that one: it answers for it (and so sees its closed facts) and may write. */
export const mayChange = (acting: ActingFor | null, one: CompoundView): boolean =>
  one.closedFacts !== null &&
  acting !== null &&
  (mayEnter(acting) || (acting.kind === 'department' && (acting.role === 'officer' || acting.role === 'owner')));
