import { z } from 'zod';
import { organisationKind } from '../actor';
import { day, id, instant, leafCode, line, version } from '../primitives';
import { pageQuery } from '../page';
import { funding, mode, needMoney, needState, urgency } from '../state/need';
import { packagePrice, packageState } from '../state/package';

/** One sentence for people in both languages. */
export const matchWords = z.strictObject({ zh: z.string(), en: z.string() });

/** Integer 0–10,000; people see it as `scoreShown`, 0–100 with one decimal. */
const score = z.int().min(0).max(10_000);
const scoreShown = z.number().min(0).max(100);

/** What one part brings to a score. The points of all parts sum to the score; negative where a part takes away. */
export const matchContribution = z.strictObject({ part: z.string(), points: z.int(), words: matchWords });

/** What a hard rule found. `unknown` passes because the fact is not known; `waivable` fails until a broker waives it. */
export const matchFinding = z.strictObject({
  rule: z.string(),
  outcome: z.enum(['pass', 'unknown', 'waivable', 'fail']),
  words: matchWords,
});

/**
 * For the broker's decision, never decided silently. `screened_by_provider`: the provider drafted or screened the need, so
 * that its core service brings no bonus. Providers are not told which organisation stands behind the conflict wall.
 */
export const matchFlag = z.strictObject({
  code: z.enum(['sponsored_by_excluded', 'sponsors_excluded', 'led_by_excluded', 'screened_by_provider']),
  organisationId: id.optional(),
  words: matchWords,
});

export const matchState = z.enum(['suggested', 'dismissed']);

/**
 * How far a pair is beyond the suggestion, as desk and deals tell it; `declined` and `interested` are the provider's
 * answers to an introduction.
 */
export const pairProgress = z.enum(['shortlisted', 'introduced', 'declined', 'interested', 'responded', 'awarded']);
export type PairProgress = z.infer<typeof pairProgress>;

/** The package of a pair, as the other side may see it. */
export const matchedPackage = z.strictObject({
  id,
  title: z.string(),
  state: packageState,
  providerId: id,
  providerName: z.string(),
  providerKind: organisationKind,
  price: packagePrice,
  coreService: leafCode.nullable(),
  demo: z.boolean(),
});

/** The need of a pair, as the other side may see it. */
export const matchedNeed = z.strictObject({
  id,
  title: z.string(),
  state: needState,
  organisationId: id,
  organisationName: z.string(),
  district: z.string(),
  subdistrict: z.string().nullable(),
  money: needMoney,
  funding: funding.nullable(),
  urgency,
  mode,
  responsesDueAt: instant.nullable(),
  demo: z.boolean(),
});

const pairFacts = {
  score,
  scoreShown,
  /** Place in the need's list, 1 = first. */
  rank: z.int().min(1),
  contributions: z.array(matchContribution),
  reasons: z.array(matchWords),
  findings: z.array(matchFinding),
  flags: z.array(matchFlag),
  /** Components of the need that the package itself delivers. */
  covered: z.array(leafCode),
  weightsVersion: z.string(),
};
/** Null while it is a suggestion and no more. */
const progress = pairProgress.nullable();

/** A suggestion seen from the need. */
export const needMatch = z.strictObject({
  id,
  version,
  needId: id,
  package: matchedPackage,
  state: matchState,
  progress,
  ...pairFacts,
  createdAt: instant,
  updatedAt: instant,
});
export type NeedMatch = z.infer<typeof needMatch>;

/**
 * Best first. `upToDate` is false while a newer state of the need waits to be matched; `matchedAt` is null before the
 * first time.
 */
export const needMatchPage = z.strictObject({
  items: z.array(needMatch),
  nextCursor: z.string().nullable(),
  matchedAt: instant.nullable(),
  upToDate: z.boolean(),
});
export const needMatchQuery = pageQuery.extend({ state: matchState.default('suggested') });

/** A need that fits a package. */
export const packageMatch = z.strictObject({ need: matchedNeed, progress, ...pairFacts });
export type PackageMatch = z.infer<typeof packageMatch>;

/**
 * Best first, published needs only. `supposed` says that the package is not open yet (a draft, or its provider is not
 * verified) and that this is what would fit if it were.
 */
export const packageMatchPage = z.strictObject({
  items: z.array(packageMatch),
  nextCursor: z.string().nullable(),
  /** Published needs that fit. */
  total: z.int().min(0),
  /** Where more would fit if the package were served there as well, most first; only on the first page of what is supposed. */
  wider: z.array(z.strictObject({ district: z.string(), more: z.int().min(1) })),
  supposed: z.boolean(),
  upToDate: z.boolean(),
});
export type PackageMatchPage = z.infer<typeof packageMatchPage>;

/** One step of the smallest change that would bring the package into the need's first ten. */
export const matchChange = z.strictObject({
  kind: z.enum([
    'cure_rule',
    'waive_rule',
    'lower_price',
    'add_service',
    'describe_service',
    'raise_score',
    'bring_back',
  ]),
  rule: z.string().nullable(),
  /** Points (of 10,000) missing; 0 for rules. */
  points: z.int().min(0),
  words: matchWords,
});

/** Everything about one pair, suggested or not. */
export const pairExplanation = z.strictObject({
  needId: id,
  package: matchedPackage,
  score,
  scoreShown,
  /** Every hard rule passes. */
  eligible: z.boolean(),
  /** Eligible and fits well enough to be suggested. */
  suggested: z.boolean(),
  /** Dismissed by the need's side or a broker. */
  dismissed: z.boolean(),
  rank: z.int().min(1).nullable(),
  contributions: z.array(matchContribution),
  reasons: z.array(matchWords),
  findings: z.array(matchFinding),
  flags: z.array(matchFlag),
  covered: z.array(leafCode),
  /** Why it is not suggested, in words; empty when it is. */
  whyNot: z.array(matchWords),
  whatWouldChange: z.array(matchChange),
  /**
   * How often pairs of such a score that were taken up came to an award, and how many that rests on; null while there are
   * too few outcomes: a score is no probability.
   */
  chance: z.strictObject({ permille: z.int().min(0).max(1000), outcomes: z.int().min(1) }).nullable(),
  asOfDay: day,
  weightsVersion: z.string(),
});
export type PairExplanation = z.infer<typeof pairExplanation>;

export const dismissal = z.strictObject({ reason: line(300).optional() });

/** What stands between a need and the packages for the services that it asks for. */
export const unmatchedReasons = z.strictObject({
  needId: id,
  /** Services that were looked for: given, or understood from the text. */
  components: z.array(z.strictObject({ code: leafCode, words: matchWords, packages: z.int().min(0) })),
  /** Open packages for one of these services that were looked at. */
  considered: z.int().min(0),
  suggested: z.int().min(0),
  /** Packages that pass every rule but fit too little to be suggested. */
  belowThreshold: z.int().min(0),
  /** How many of `considered` each rule removed; a package may be removed by several, `alone` counts those by it only. */
  rules: z.array(
    z.strictObject({
      rule: z.string(),
      packages: z.int().min(1),
      alone: z.int().min(0),
      words: matchWords,
      /** The most frequent findings in words. */
      examples: z.array(matchWords),
    }),
  ),
  /** The whole in sentences, for people. */
  summary: z.array(matchWords),
  asOfDay: day,
});
export type UnmatchedReasons = z.infer<typeof unmatchedReasons>;

const queueCounts = z.strictObject({
  waiting: z.int().min(0),
  active: z.int().min(0),
  failed: z.int().min(0),
});

/** How the matcher does. `settling` are lists made before the last change of packages, weights, taxonomy or day. */
export const matchingStatus = z.strictObject({
  needs: z.strictObject({
    open: z.int().min(0),
    due: z.int().min(0),
    settling: z.int().min(0),
    oldestDueSeconds: z.number().min(0).nullable(),
  }),
  packages: z.strictObject({ published: z.int().min(0), due: z.int().min(0) }),
  queues: z.strictObject({ needs: queueCounts, packages: queueCounts }),
  /** The full re-match under way: every shard is some needs of one district. */
  rematch: z.strictObject({ epoch: z.int().min(0), shards: z.int().min(0), done: z.int().min(0) }).nullable(),
  threads: z.int().min(1),
  /** Latest first. `needs` and `packages` are how many were worked on. */
  lastRuns: z.array(
    z.strictObject({
      kind: z.enum(['needs', 'packages', 'settle']),
      at: instant,
      ms: z.number().min(0),
      needs: z.int().min(0),
      packages: z.int().min(0),
    }),
  ),
  asOfDay: day,
  weightsVersion: z.string(),
});

/** The published weights. `points` of all parts without `limits` sum to 10,000; `limits` is the most it takes away. */
export const matchingWeights = z.strictObject({
  version: z.string(),
  parts: z.array(z.strictObject({ part: z.string(), points: z.int(), words: matchWords })),
  settings: z.record(z.string(), z.int()),
  suggestionsPerNeed: z.int().min(1),
  /** What was put in force when, latest first, at most 20. */
  history: z.array(
    z.strictObject({
      label: z.string(),
      kind: z.enum(['first', 'release', 'roll_back']),
      at: instant,
      reason: z.string(),
    }),
  ),
});
