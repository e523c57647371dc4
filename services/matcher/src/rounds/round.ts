import type { RoundMark, RoundMode, RoundSelection, RoundSettings, RoundState, RoundView } from '@duijie/contracts';

/** A need and a package. */
export interface Pair {
  readonly needId: string;
  readonly packageId: string;
}

/** A pair that may come together, as it was when the round was put together. */
export interface RoundPair extends Pair {
  /** 0–10,000. */
  readonly score: number;
  /** What the provider's side thinks of it: the points for place, price and service; 1 or more. */
  readonly regard: number;
  readonly mark: RoundMark | null;
}

export interface RoundNeedFact {
  readonly needId: string;
  readonly district: string;
  /** Offers set by hand; null = as the settings say. */
  readonly offers: number | null;
}

export interface RoundPackageFact {
  readonly packageId: string;
  readonly providerId: string;
  /** Firm with whom it sponsors, leads or hosts; null where it stands alone. */
  readonly groupId: string | null;
  /** Free capacity. */
  readonly free: number;
  /** Places set by hand; null = as the settings say. */
  readonly places: number | null;
  /** Its provider has completed little. */
  readonly small: boolean;
}

/** Everything that a round is solved from. */
export interface RoundFacts {
  readonly roundId: string;
  readonly settings: RoundSettings;
  readonly needs: readonly RoundNeedFact[];
  readonly packages: readonly RoundPackageFact[];
  readonly pairs: readonly RoundPair[];
  /** Offers that providers had in rounds of the year before. */
  readonly offersBefore: Readonly<Record<string, number>>;
}

export type LeftOut = RoundView['leftOut'];
/** A measure without names: `exposure` by id of a provider or a group's firm. */
export type RoundMeasureFact = Omit<NonNullable<RoundView['solution']>['modes'][number], 'exposure'> & {
  readonly exposure: readonly { readonly organisationId: string; readonly offers: number }[];
};

/** What solving found. */
export interface RoundSolution {
  readonly at: string;
  readonly ms: number;
  readonly modes: readonly RoundMeasureFact[];
  /** Chosen pairs by mode. */
  readonly chosen: Readonly<Record<RoundMode, readonly Pair[]>>;
}

/** A round as its row holds it, without the frozen plan. */
export interface RoundRow {
  readonly id: string;
  readonly version: number;
  readonly state: RoundState;
  readonly organisationId: string;
  readonly title: string;
  readonly note: string | null;
  readonly selection: RoundSelection;
  readonly settings: RoundSettings;
  readonly createdByName: string;
  readonly needCount: number;
  readonly pairCount: number;
  /** Chosen by the optimum; null without a solution. */
  readonly offerCount: number | null;
  readonly leftOut: LeftOut;
  /** Which solving the solution is of: what a thread holds in memory goes by it. */
  readonly solutionId: string | null;
  readonly unmet: RoundView['unmet'];
  readonly offersBefore: Readonly<Record<string, number>>;
  readonly snapshot: string | null;
  readonly frozenAt: Date | null;
  readonly frozenByName: string | null;
  readonly frozenScore: number | null;
  readonly drawSource: string | null;
  readonly drawValue: string | null;
  readonly drawnAt: Date | null;
  readonly checkedAt: Date | null;
  readonly publishedAt: Date | null;
  readonly publishedByName: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** @returns one string for a pair, for sets and maps */
export const pairKey = ({ needId, packageId }: Pair): string => `${needId} ${packageId}`;
