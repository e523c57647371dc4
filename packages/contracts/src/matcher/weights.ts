import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import { id, instant, line, version } from '../primitives';
import { routesOf } from '../route';
import { matchWords } from './match';

/** Parts of the score, whose points may be changed. */
export const weightParts = [
  'coverage',
  'focus',
  'words',
  'price',
  'place',
  'track_record',
  'capacity',
  'core_service',
  'freshness',
  'exposure',
  'limits',
] as const;
/** Other figures of the reckoning that may be changed. */
export const weightSettings = [
  'furtherComponentPermille',
  'neighbourPermille',
  'companionPermille',
  'boundMeansPermille',
  'wordsHalf',
  'limitsHalf',
  'ratingPriorHundredths',
  'ratingPriorCount',
  'farOverBudgetPermille',
  'leastScore',
  'leastCoveragePermille',
  'leastWordsPermille',
  'leastRelatedWordsPermille',
] as const;
const weightName = z.enum([...weightParts, ...weightSettings]);

/**
 * `proposed` may be tried out and released by somebody else than who proposed it; `in_force` is one at a time; `retired`
 * was in force and may be put back; `withdrawn` never was.
 */
export const weightsStates = ['proposed', 'in_force', 'retired', 'withdrawn'] as const;
/** `shipped` with the programme, proposed by a `person`, or `learnt` from outcomes. */
export const weightsSources = ['shipped', 'person', 'learnt'] as const;

const orderFigures = z.strictObject({
  /** Past needs of which people have shown what they wanted, and their pairs. */
  needs: z.int().min(1),
  pairs: z.int().min(1),
  ndcg10: z.number().min(0).max(1),
  p1: z.number().min(0).max(1),
});

const triedPackage = z.strictObject({ packageId: id, title: z.string(), providerName: z.string() });

/** What weights would have done to past needs, beside those in force. */
export const weightsTryOut = z.strictObject({
  at: instant,
  /** Label of the weights compared with. */
  against: z.string(),
  /** Past needs looked at, how many of their first tens change, and how many get another first. */
  needs: z.int().min(0),
  changed: z.int().min(0),
  otherFirst: z.int().min(0),
  /** Against what people did with the pairs of past needs; null where nothing is known yet. */
  outcomes: z.strictObject({ inForce: orderFigures, proposed: orderFigures }).nullable(),
  /** Those that change most, at most 50: who would enter the first ten and who would leave. */
  differences: z.array(
    z.strictObject({
      needId: id,
      title: z.string(),
      entered: z.array(triedPackage),
      left: z.array(triedPackage),
      firstBefore: triedPackage.nullable(),
      firstAfter: triedPackage.nullable(),
    }),
  ),
});
export type WeightsTryOut = z.infer<typeof weightsTryOut>;

const byWhom = z.strictObject({ id: id.nullable(), name: z.string() });

/** A version of the weights. */
export const weightsVersion = z.strictObject({
  id,
  version,
  /** What lists and explanations call it. */
  label: z.string(),
  state: z.enum(weightsStates),
  source: z.enum(weightsSources),
  /** Label of the weights that it was made from. */
  basedOn: z.string().nullable(),
  reason: z.string(),
  values: z.array(
    z.strictObject({
      name: weightName,
      part: z.boolean(),
      value: z.int(),
      /** In the weights that it was made from. */
      before: z.int(),
      words: matchWords,
    }),
  ),
  /** How well it was learnt, judged on needs that it was not learnt from; null unless learnt. */
  learnt: z.strictObject({ inForce: orderFigures, learnt: orderFigures }).nullable(),
  proposedBy: byWhom.nullable(),
  proposedAt: instant,
  releasedBy: byWhom.nullable(),
  releasedAt: instant.nullable(),
  tryOut: weightsTryOut.nullable(),
});
export type WeightsVersion = z.infer<typeof weightsVersion>;

/** What there was to learn. Nothing is proposed while too few past needs can be compared, or where it does not hold. */
export const weightsLearning = z.strictObject({
  /** Past needs that can be compared, and how many there must be. */
  needs: z.int().min(0),
  needed: z.int().min(1),
  /** On needs that it was not learnt from; null while there are too few. */
  heldOut: z.strictObject({ inForce: orderFigures, learnt: orderFigures }).nullable(),
  proposal: weightsVersion.nullable(),
});
export type WeightsLearning = z.infer<typeof weightsLearning>;

const route = routesOf('matcher');
const ofVersion = z.strictObject({ weightsId: id });
const because = z.strictObject({ reason: line(300, 2) });

export const listWeightsVersions = route('listWeightsVersions', {
  method: 'GET',
  path: '/matching/weights/versions',
  summary: { zh: '评分权重的各个版本', en: 'Versions of the weights, newest first' },
  query: pageQuery,
  response: pageOf(weightsVersion),
});
export const getWeightsVersion = route('getWeightsVersion', {
  method: 'GET',
  path: '/matching/weights/versions/:weightsId',
  summary: { zh: '一个权重版本', en: 'A version of the weights with its try-out' },
  params: ofVersion,
  response: weightsVersion,
});
/** Values not named stay as they are in force. Parts without `limits` must come to 10,000. */
export const proposeWeights = route('proposeWeights', {
  method: 'POST',
  path: '/matching/weights/versions',
  summary: { zh: '提出新权重', en: 'Propose weights, with a reason' },
  body: because.extend({
    changes: z
      .array(z.strictObject({ name: weightName, value: z.int().min(0).max(100_000) }))
      .min(1)
      .max(24),
  }),
  response: weightsVersion,
});
/**
 * Proposes only where what was learnt orders needs that it was not learnt from better than the weights in force. Asked
 * again, it answers with the proposal that stands already.
 */
export const learnWeights = route('learnWeights', {
  method: 'POST',
  path: '/matching/weights/learn',
  kind: 'call',
  summary: { zh: '根据对接结果学习权重', en: 'Propose weights learnt from what became of past needs' },
  response: weightsLearning,
});
export const tryOutWeights = route('tryOutWeights', {
  method: 'POST',
  path: '/matching/weights/versions/:weightsId/try-out',
  kind: 'call',
  summary: { zh: '在以往需求上试算', en: 'Try weights out on past needs, beside those in force' },
  params: ofVersion,
  response: weightsVersion,
});
/** By somebody else than who proposed it, after a try-out against the weights in force. Every list is made anew. */
export const releaseWeights = route('releaseWeights', {
  method: 'POST',
  path: '/matching/weights/versions/:weightsId/release',
  kind: 'change',
  summary: { zh: '发布权重（须另一人）', en: 'Release proposed weights, by a second person' },
  params: ofVersion,
  body: because,
  response: weightsVersion,
});
export const withdrawWeights = route('withdrawWeights', {
  method: 'POST',
  path: '/matching/weights/versions/:weightsId/withdraw',
  kind: 'change',
  summary: { zh: '撤回提出的权重', en: 'Withdraw proposed weights' },
  params: ofVersion,
  body: because,
  response: weightsVersion,
});
/** By somebody else than who released those in force. */
export const rollBackWeights = route('rollBackWeights', {
  method: 'POST',
  path: '/matching/weights/versions/:weightsId/roll-back',
  kind: 'change',
  summary: { zh: '恢复以前的权重（须另一人）', en: 'Put retired weights in force again, by a second person' },
  params: ofVersion,
  body: because,
  response: weightsVersion,
});

export const weightsRoutes = {
  listWeightsVersions,
  getWeightsVersion,
  proposeWeights,
  learnWeights,
  tryOutWeights,
  releaseWeights,
  withdrawWeights,
  rollBackWeights,
} as const;
