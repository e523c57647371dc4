import type { CountedPackage, LearntPhrases, TaxonomyLeaf, Weights } from '@duijie/match-engine';
import type { NeedChange, PackageChange } from './engine-protocol';

/** A place in a feed: everything up to it has been read. */
export interface FeedPlace {
  readonly changeNo: number;
  readonly id: string;
}
export const feedStart: FeedPlace = { changeNo: 0, id: '' };

export interface FeedPage<T> {
  readonly changes: readonly T[];
  /** Where to go on; null when nothing was left. */
  readonly next: FeedPlace | null;
}

/** What the threads pull: needs, packages and taxonomy in the order in which they became visible. */
export interface ChangeFeed {
  /** Ends of the feeds now. What a page shows later is at least up to here. */
  ends(): Promise<{
    readonly needs: number;
    readonly packages: number;
    readonly taxonomy: number;
    /** Of what corrections have taught. */
    readonly learnt: number;
    /** Where words were counted last. */
    readonly words: number;
    /** Number of the last release of weights. */
    readonly weights: number;
    /** Moves on when rows went without a trace: what was read before is not to be relied on. */
    readonly gone: number;
  }>;
  needs(after: FeedPlace): Promise<FeedPage<NeedChange>>;
  packages(after: FeedPlace): Promise<FeedPage<PackageChange>>;
  /** Packages that have moved on since words were counted, as they were then. @param position of that counting */
  countedOtherwise(position: number): Promise<readonly CountedPackage[]>;
  taxonomy(): Promise<readonly TaxonomyLeaf[]>;
  /** What corrections have taught. */
  learnt(): Promise<LearntPhrases>;
  /** Those in force. */
  weights(): Promise<Weights>;
}
