import type { Day } from './day-number';
import type { PriceModel, ProviderKind } from './vocabulary';

/** A certificate or licence that a provider holds. */
export interface HeldQualification {
  readonly name: string;
  /** Last valid day; null = without end or not known. */
  readonly expires: Day | null;
}

/** Where a package is delivered: named districts (empty = whole city), or a circle around a point. */
export type ServiceArea =
  | { readonly kind: 'districts'; readonly districts: readonly string[] }
  | { readonly kind: 'radius'; readonly lng: number; readonly lat: number; readonly km: number };

/** A service package with the facts of its provider, as the engine reads it. */
export interface EnginePackage {
  readonly id: string;
  readonly providerId: string;
  readonly title: string;
  readonly description: string;
  /** Leaf codes really delivered. */
  readonly categories: readonly string[];
  readonly kind: ProviderKind;
  /** Home district of the provider; null = not known. */
  readonly district: string | null;
  readonly qualifications: readonly HeldQualification[];
  /** Registered business scope (业务范围) in its own words; null = not known. */
  readonly businessScope: string | null;
  /** Mean of the ratings 1..5 (null without any) and their number. */
  readonly rating: { readonly mean: number | null; readonly count: number };
  /** Projects completed. */
  readonly completed: number;
  readonly verified: boolean;
  readonly published: boolean;
  readonly serviceArea: ServiceArea;
  /** Price range in integer fen per unit of the model. */
  readonly price: { readonly model: PriceModel; readonly minFen: number; readonly maxFen: number };
  /** Projects that it can run at once, and how many run now. */
  readonly capacity: number;
  readonly capacityUsed: number;
  readonly leadTimeDays: number;
  /** Leaf code when it delivers one of the association's core services. */
  readonly coreService: string | null;
  /**
   * How much of the exposure that its provider's merit calls for it has not had, permille (0..1000), by the ledger of who
   * keeps one; left out = 0.
   */
  readonly exposureOwedPermille?: number;
  /** Day of the last published change; null = not known. */
  readonly updatedAt: Day | null;
}
