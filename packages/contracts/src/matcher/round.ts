import { z } from 'zod';
import { id, instant, line, text, version } from '../primitives';
import { needState } from '../state/need';
import { matchContribution, matchWords } from './match';
import { roundSelection, roundSelectionView, roundSettings, roundSettingsView } from './round-rules';

/** `draft` is edited and solved; `frozen` has its snapshot and proof; `published` became introductions. */
export const roundState = z.enum(['draft', 'frozen', 'published', 'cancelled']);
export type RoundState = z.infer<typeof roundState>;
/** Ways of choosing that are shown beside each other; the optimum is the one that is published. */
export const roundMode = z.enum(['optimum', 'stable', 'greedy']);
export type RoundMode = z.infer<typeof roundMode>;

/** A way of choosing with its price. */
export const roundMeasure = z.strictObject({
  mode: roundMode,
  /** Sum of points, after rotation. */
  score: z.int(),
  offers: z.int().min(0),
  needsServed: z.int().min(0),
  /** Pairs that both sides would rather have. */
  blockingPairs: z.int().min(0),
  needsInBlockingPair: z.int().min(0),
  /** 0 where offers are spread evenly over providers, towards 1 where one has them all. */
  concentration: z.number().min(0).max(1),
  /** How many providers have an offer, of those that could. */
  providersServed: z.int().min(0),
  providersPossible: z.int().min(0),
  /** Offers asked for and given, by district. */
  districts: z.array(z.strictObject({ district: z.string(), asked: z.int().min(0), given: z.int().min(0) })),
  /** Whoever has most offers, ten at most. */
  exposure: z.array(z.strictObject({ organisationId: id, name: z.string(), offers: z.int().min(1) })),
});
export type RoundMeasureView = z.infer<typeof roundMeasure>;

/** What was left out when the round was put together, and why. */
export const roundLeftOut = z.strictObject({
  /** Needs that take no offers any more, or are in no list. */
  needs: z.int().min(0),
  introduced: z.int().min(0),
  ownPackages: z.int().min(0),
  noCapacity: z.int().min(0),
  conflict: z.int().min(0),
  below: z.int().min(0),
});

/** The proof that a round is the best: anyone may check it against the snapshot, see `getRoundProof`. */
export const roundProofView = z.strictObject({
  /** SHA-256 over the frozen round, in hex. */
  snapshot: z.string(),
  score: z.int(),
  frozenAt: instant,
  frozenBy: z.string(),
  /** The public value that decides exact ties: named at freezing, given afterwards. */
  draw: z.strictObject({ source: z.string(), value: z.string().nullable(), drawnAt: instant.nullable() }).nullable(),
  /** When the separate checker last found the proof complete; null before. */
  checkedAt: instant.nullable(),
});

export const roundOfferState = z.enum(['fallen', 'waiting', 'told', 'introduced', 'asked', 'stood', 'refused']);
export type RoundOfferState = z.infer<typeof roundOfferState>;

const counts = {
  needs: z.int().min(0),
  /** Pairs that may come together. */
  pairs: z.int().min(0),
};

export const roundView = z.strictObject({
  id,
  version,
  title: z.string(),
  note: z.string().nullable(),
  state: roundState,
  organisationId: id,
  createdBy: z.string(),
  selection: roundSelectionView,
  settings: roundSettingsView,
  counts: z.strictObject({
    ...counts,
    packages: z.int().min(0),
    providers: z.int().min(0),
    pinned: z.int().min(0),
    vetoed: z.int().min(0),
  }),
  leftOut: roundLeftOut,
  /** Null until it is solved. */
  solution: z
    .strictObject({
      at: instant,
      /** How long the last solving took. */
      ms: z.number().min(0),
      modes: z.array(roundMeasure),
    })
    .nullable(),
  /** What cannot be met together, where there is no solution. */
  unmet: z.array(matchWords),
  proof: roundProofView.nullable(),
  publication: z
    .strictObject({
      at: instant,
      by: z.string(),
      /** Offers by what became of them. */
      offers: z.array(z.strictObject({ state: roundOfferState, count: z.int().min(1) })),
    })
    .nullable(),
  createdAt: instant,
  updatedAt: instant,
});
export type RoundView = z.infer<typeof roundView>;

/** A round in a list. */
export const roundLine = z.strictObject({
  id,
  version,
  title: z.string(),
  state: roundState,
  createdBy: z.string(),
  needs: z.int().min(0),
  pairs: z.int().min(0),
  offers: z.int().min(0).nullable(),
  createdAt: instant,
  updatedAt: instant,
  publishedAt: instant.nullable(),
});
export type RoundLine = z.infer<typeof roundLine>;

export const roundMark = z.enum(['pinned', 'vetoed']);
export type RoundMark = z.infer<typeof roundMark>;

/** A package that may be offered to a need of the round. */
export const roundCandidate = z.strictObject({
  packageId: id,
  packageTitle: z.string(),
  providerId: id,
  providerName: z.string(),
  score: z.int().min(0).max(10_000),
  scoreShown: z.number().min(0).max(100),
  mark: roundMark.nullable(),
  /** Ways of choosing that choose it. */
  chosenBy: z.array(roundMode),
  contributions: z.array(matchContribution),
  reasons: z.array(matchWords),
  /** After publication: what became of the offer, and why it fell out where it did. */
  outcome: z.strictObject({ state: roundOfferState, words: matchWords.nullable() }).nullable(),
});
export type RoundCandidate = z.infer<typeof roundCandidate>;

/** A need of a round with its candidates, best first. */
export const roundNeed = z.strictObject({
  needId: id,
  title: z.string(),
  organisationName: z.string(),
  district: z.string(),
  subdistrict: z.string().nullable(),
  state: needState,
  demo: z.boolean(),
  /** At most so many offers. */
  offers: z.int().min(0),
  /** Whether that was set by hand. */
  offersSet: z.boolean(),
  candidates: z.array(roundCandidate),
});
export type RoundNeed = z.infer<typeof roundNeed>;

/** A package of a round with its places. */
export const roundPackage = z.strictObject({
  packageId: id,
  packageTitle: z.string(),
  providerId: id,
  providerName: z.string(),
  /** Free capacity when the round was put together. */
  free: z.int().min(0),
  places: z.int().min(0),
  placesSet: z.boolean(),
  /** Offers that the optimum gives it. */
  offers: z.int().min(0),
});
export type RoundPackage = z.infer<typeof roundPackage>;

const reason = text(500, 2);
export const newRound = z.strictObject({
  title: line(120, 2),
  note: text(1000).nullable().default(null),
  selection: roundSelection,
  settings: roundSettings.prefault({}),
});
export const roundChange = z.strictObject({
  title: line(120, 2).optional(),
  note: text(1000).nullable().optional(),
  settings: roundSettings.optional(),
});
/** Edits of a solved round; null takes one back. All or none. */
export const roundEdits = z.strictObject({
  pairs: z
    .array(z.strictObject({ needId: id, packageId: id, mark: roundMark.nullable() }))
    .max(200)
    .default([]),
  needs: z
    .array(z.strictObject({ needId: id, offers: z.int().min(0).max(5).nullable() }))
    .max(200)
    .default([]),
  packages: z
    .array(z.strictObject({ packageId: id, places: z.int().min(0).max(1000).nullable() }))
    .max(200)
    .default([]),
});
export type RoundEdits = z.output<typeof roundEdits>;
export const roundFreezing = z.strictObject({ drawSource: line(300, 4).optional() });
export const roundDrawing = z.strictObject({ value: line(200) });
export const roundReason = z.strictObject({ reason });

const placed = z.strictObject({
  id,
  in: id.optional(),
  places: z.int().optional(),
  reserved: z.int().optional(),
});
const pair = z.strictObject({ needId: id, packageId: id });
/**
 * Everything that decides a frozen round and the proof of it. `plan` is what was solved: pinned pairs and the places that
 * they take are out of it, and so are vetoed pairs.
 */
export const roundProof = z.strictObject({
  snapshot: z.string(),
  /** SHA-256 of the plan, which the record names. */
  planHash: z.string(),
  plan: z.strictObject({
    roundId: z.string(),
    needs: z.array(
      z.strictObject({ id, offers: z.int(), must: z.boolean().optional(), districtId: z.string().optional() }),
    ),
    packages: z.array(placed),
    providers: z.array(placed),
    groups: z.array(placed),
    pairs: z.array(pair.extend({ score: z.int() })),
    rotation: z.strictObject({ pointsAnOffer: z.int(), offersBefore: z.record(z.string(), z.int()) }).optional(),
    fairDistricts: z.boolean().optional(),
    drawWith: z.string().optional(),
  }),
  pinned: z.array(pair),
  record: z.strictObject({
    snapshot: z.string(),
    chosen: z.array(pair),
    objective: z.string(),
    needGain: z.array(z.number()),
    nodePrice: z.array(z.number()),
    groupGain: z.array(z.number()),
  }),
});
export type RoundProof = z.infer<typeof roundProof>;
