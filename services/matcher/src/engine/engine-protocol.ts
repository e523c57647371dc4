import type {
  BareRanked,
  Composites,
  CountedPackage,
  EngineNeed,
  EnginePackage,
  Explanation,
  Finding,
  JudgedNeed,
  LearntPoints,
  PairParts,
  Ranked,
  SharedColumns,
  SharedNeeds,
  LearntPhrases,
  TaxonomyLeaf,
  Weights,
} from '@duijie/match-engine';

/** A need of the feed; null when its list is no longer kept up. */
export interface NeedChange {
  readonly needId: string;
  readonly sequence: number;
  readonly changeNo: number;
  readonly takesResponses: boolean;
  readonly need: EngineNeed | null;
}
/** A package of the feed; null when it is not published. */
export interface PackageChange {
  readonly packageId: string;
  readonly sequence: number;
  readonly pkg: EnginePackage | null;
}
/** What the main thread has read from the feeds. */
export type EngineUpdate =
  /** All is to be read again. */
  | { readonly kind: 'anew' }
  | { readonly kind: 'taxonomy'; readonly leaves: readonly TaxonomyLeaf[]; readonly learnt: LearntPhrases }
  | { readonly kind: 'weights'; readonly weights: Weights }
  /** The words are counted anew. @property counted packages that were counted as they are not, or not at all, now */
  | { readonly kind: 'words'; readonly counted: readonly CountedPackage[] }
  | { readonly kind: 'packages'; readonly changes: readonly PackageChange[] }
  | { readonly kind: 'needs'; readonly changes: readonly NeedChange[] };

/** A need's list as ranked. Needs that the index does not hold are left out. */
export interface RankedNeed {
  readonly needId: string;
  readonly sequence: number;
  readonly changeNo: number;
  readonly takesResponses: boolean;
  readonly ranked: readonly BareRanked[];
  readonly weightsVersion: string;
  /** By package id. */
  readonly packageSequences: Readonly<Record<string, number>>;
}
/** An index as threads share it, and which package each of its rows is. */
export interface SharedIndex {
  readonly columns: SharedColumns;
  readonly packageIds: readonly string[];
  readonly providerIds: readonly string[];
  readonly sequences: readonly number[];
}
/** What was found for the packages of a need's services. */
export interface UnmatchedSurvey {
  readonly components: readonly { readonly code: string; readonly packages: number }[];
  readonly suggested: number;
  readonly belowThreshold: number;
  /** Findings that removed a package, a list a package. */
  readonly considered: readonly (readonly Finding[])[];
}

/** Tasks of a thread: plain data in, plain data out. */
export interface EngineTasks {
  rank: {
    input: {
      readonly needIds: readonly string[];
      /** Dismissed packages by need. */
      readonly without: Readonly<Record<string, readonly string[]>>;
      /** Only needs whose list holds one of these packages are answered; null = all. */
      readonly listing: readonly string[] | null;
      readonly asOfDay: string;
      readonly k: number;
    };
    output: readonly RankedNeed[];
  };
  /** Lets lists of needs into the book, so many at a time; answers how many are still outside. */
  keep: {
    input: { readonly asOfDay: string; readonly k: number; readonly most: number };
    output: number;
  };
  /** Needs in whose lists one of the packages stands by the book; all of them must be in it. */
  related: {
    input: {
      readonly packageIds: readonly string[];
      /** Needs out of whose lists something was taken: they are answered when one of the packages would be suggested. */
      readonly dismissing: readonly string[];
      readonly asOfDay: string;
      readonly k: number;
    };
    output: readonly string[];
  };
  /** The best sets of packages for a need. */
  composites: {
    input: {
      readonly need: EngineNeed;
      /** Group of a provider, of those that are not a group of their own. */
      readonly groups: Readonly<Record<string, string>>;
      readonly without: readonly string[];
      readonly asOfDay: string;
      readonly k: number;
    };
    output: Composites;
  };
  /** A snapshot of the index in memory that threads share. */
  share: { input: Record<string, never>; output: SharedIndex };
  /** Needs in the numbers of the last snapshot; those that it cannot rank are left out. */
  read: {
    input: { readonly needIds: readonly string[] };
    output: {
      readonly needs: readonly Pick<RankedNeed, 'needId' | 'sequence' | 'changeNo' | 'takesResponses'>[];
      readonly facts: SharedNeeds;
    };
  };
  /** Ranks needs over the snapshot that the thread was given: lists in bare numbers, see `rankShared`. */
  rankShared: {
    input: { readonly facts: SharedNeeds; readonly asOfDay: string; readonly k: number };
    output: { readonly rows: Int32Array; readonly scores: Int32Array; readonly points: Int32Array };
  };
  /** What is to be said of pairs; packages that the index does not hold are left out. */
  describe: {
    input: {
      readonly needs: readonly {
        readonly needId: string;
        /** Given when the index does not hold it. */
        readonly need: EngineNeed | null;
        readonly packageIds: readonly string[];
      }[];
      /** Packages that the index does not hold. */
      readonly packages: readonly EnginePackage[];
      readonly asOfDay: string;
    };
    /** By need, in the order asked. */
    output: readonly (readonly Ranked[])[];
  };
  explain: {
    input: {
      readonly needId: string;
      readonly packageId: string;
      /** Given when the index does not hold them. */
      readonly need: EngineNeed | null;
      readonly pkg: EnginePackage | null;
      readonly without: readonly string[];
      readonly asOfDay: string;
    };
    output: Explanation | null;
  };
  /** Needs that take responses and would list this package, best first. */
  fitting: {
    input: { readonly pkg: EnginePackage; readonly asOfDay: string; readonly k: number };
    output: readonly { readonly needId: string; readonly rank: number; readonly ranked: Ranked }[];
  };
  survey: {
    input: {
      readonly need: EngineNeed;
      /** Services asked for or proposed; empty = told from the text. */
      readonly components: EngineNeed['components'];
      readonly asOfDay: string;
    };
    output: UnmatchedSurvey;
  };
  /** Some packages of each need part by part, by the weights in force; in the order given. */
  parts: {
    input: {
      readonly needs: readonly {
        readonly need: EngineNeed;
        readonly packageIds: readonly string[];
        readonly asOfDay: string;
      }[];
    };
    output: readonly (readonly PairParts[])[];
  };
  /** First packages of each need by the weights in force and by others. */
  tryOut: {
    input: {
      readonly needs: readonly { readonly need: EngineNeed; readonly asOfDay: string }[];
      readonly weights: Weights;
      readonly k: number;
    };
    output: readonly { readonly inForce: readonly string[]; readonly proposed: readonly string[] }[];
  };
  learn: {
    input: { readonly needs: readonly JudgedNeed[] };
    output: LearntPoints | null;
  };
}
export type EngineTaskKind = keyof EngineTasks;

export type ToThread =
  | { readonly update: EngineUpdate }
  /** From now on needs are ranked over this. */
  | { readonly snapshot: SharedColumns }
  | { readonly id: number; readonly kind: EngineTaskKind; readonly input: EngineTasks[EngineTaskKind]['input'] };
export type FromThread =
  | { readonly id: number; readonly output: EngineTasks[EngineTaskKind]['output'] }
  | { readonly id: number; readonly fault: string };
