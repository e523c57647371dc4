import type { Day } from './day-number';
import type { Funding, ProviderKind, Urgency } from './vocabulary';

/** A service really asked for. The first of several is the need's main point. */
export interface NeedComponent {
  /** Leaf code of the taxonomy. */
  readonly code: string;
  /** How sure it is that this is asked for, 0..1; a person's word is 1 (the default). */
  readonly confidence?: number;
}

/** A certificate or licence that the need asks for. */
export interface RequiredQualification {
  /** Its name in free text, e.g. `特种设备安装改造维修许可`. */
  readonly name: string;
  /** Leaf code of the component that it belongs to; null = not said, the engine tells it from the name. */
  readonly component: string | null;
}

/** Money of a need in integer fen. Both bounds 0 = no money; null = not known. A fixed sum is not scored. */
export type NeedMoney =
  | { readonly kind: 'budget'; readonly minFen: number | null; readonly maxFen: number | null }
  | { readonly kind: 'fixed_sum'; readonly sumFen: number };

/** A need as the engine reads it. Unknown facts are null and never held against a package. */
export interface EngineNeed {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Leaf codes that the poster chose; may be careless, read only where `components` is empty. */
  readonly categories: readonly string[];
  /** What is really asked for; empty = the engine understands it from the text. */
  readonly components: readonly NeedComponent[];
  /** Where: names as in the packages' service areas; degrees WGS-84. */
  readonly place: {
    readonly district: string | null;
    readonly subdistrict: string | null;
    readonly lng: number | null;
    readonly lat: number | null;
  };
  /** Facts of the property service area. */
  readonly compound: {
    readonly type: string | null;
    readonly households: number | null;
    /** Charged floor area in whole square metres. */
    readonly chargedAreaM2: number | null;
    readonly propertyState: string | null;
    /** `none` `preparing` `active` `dysfunctional` `n/a`. */
    readonly committeeState: string | null;
  };
  readonly money: NeedMoney;
  readonly funding: Funding;
  /** Kinds allowed to supply; empty = any. */
  readonly eligibleKinds: readonly ProviderKind[];
  readonly requiredQualifications: readonly RequiredQualification[];
  /** First and last day of delivery; null = open. */
  readonly window: { readonly start: Day; readonly end: Day } | null;
  readonly urgency: Urgency;
  /** Organisations behind the conflict wall: who drafted, screened, brokers, judges or supervises this need. */
  readonly excludedOrganisationIds: readonly string[];
  /** Providers that may supply but get no bonus for a core service: an association that drafted or screened this need. */
  readonly noBonusProviderIds?: readonly string[];
  /** Rules that a broker has waived for this need (only waivable ones have an effect). */
  readonly waivedRules?: readonly 'lead_time'[];
}
