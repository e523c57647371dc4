/** A need that takes part in a round. */
export interface PlannedNeed {
  readonly id: string;
  /** At most so many offers. */
  readonly offers: number;
  /** The need must get all its offers, or the round has no solution. */
  readonly must?: boolean;
  readonly districtId?: string;
  /** The fund that pays for its offers; without it nobody's money is counted. */
  readonly fundId?: string;
}

/** A package, a provider, or a group of providers that takes part in a round. */
export interface PlannedPlace {
  readonly id: string;
  /** What it counts in: a package's provider, a provider's group. */
  readonly in?: string;
  /** At most so many offers; without it as many as there are. */
  readonly places?: number;
  /** At least so many offers are kept for it (reservation for small providers). */
  readonly reserved?: number;
}

/** A need and a package that may come together. */
export interface PlannedPair {
  readonly needId: string;
  readonly packageId: string;
  /** Score, an integer, 0–10,000. */
  readonly score: number;
  /** What the package asks of this need, fen; needed where a fund pays. */
  readonly priceFen?: number;
}

/** Money that pays for the offers of some needs. */
export interface PlannedFund {
  readonly id: string;
  readonly limitFen: number;
}

/** Everything that decides a round. What is excluded (conflicts, vetoes) is not among the pairs. */
export interface RoundPlan {
  /** Which round; part of what is hashed and drawn with. */
  readonly roundId: string;
  readonly needs: readonly PlannedNeed[];
  readonly packages: readonly PlannedPlace[];
  readonly providers: readonly PlannedPlace[];
  readonly groups: readonly PlannedPlace[];
  readonly pairs: readonly PlannedPair[];
  /** What the chosen offers of their needs ask, together, is at most what each has. Goes with neither floors nor draws. */
  readonly funds?: readonly PlannedFund[];
  /** Published rotation: so many points less for each offer that the provider had in the rounds before. */
  readonly rotation?: { readonly pointsAnOffer: number; readonly offersBefore: Readonly<Record<string, number>> };
  /** Each district is filled as far as the emptiest allow, before scores count. */
  readonly fairDistricts?: boolean;
  /** Public value named before it was known; exact ties are drawn with it. Off where procurement law governs. */
  readonly drawWith?: string;
}
