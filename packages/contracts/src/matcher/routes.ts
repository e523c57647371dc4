import { z } from 'zod';
import { auditContract } from '../audit/audit-contract';
import { operationsContract } from '../operations/operations-contract';
import { pageQuery } from '../page';
import type { PolicyOf } from '../policy';
import { administrator, broker, member, officer, person, poster, posterKinds, providerKinds } from '../policy';
import { id } from '../primitives';
import { routesOf } from '../route';
import { roundPolicy, roundRoutes } from './round-routes';
import { needComposites } from './composite';
import {
  dismissal,
  matchingStatus,
  matchingWeights,
  needMatch,
  needMatchPage,
  needMatchQuery,
  packageMatchPage,
  pairExplanation,
  unmatchedReasons,
} from './match';
import { exposureRoutes } from './exposure';
import { weightsRoutes } from './weights';

const route = routesOf('matcher');
const ofNeed = z.strictObject({ needId: id });
const ofPair = z.strictObject({ needId: id, packageId: id });

/** A provider sees the pairs of its own packages only. */
export const listNeedMatches = route('listNeedMatches', {
  method: 'GET',
  path: '/needs/:needId/matches',
  summary: { zh: '需求的匹配结果', en: 'Suggestions for a need, best first' },
  params: ofNeed,
  query: needMatchQuery,
  response: needMatchPage,
});
export const listPackageMatches = route('listPackageMatches', {
  method: 'GET',
  path: '/packages/:packageId/matches',
  summary: { zh: '适合服务包的需求', en: 'Published needs that a package fits, best first' },
  params: z.strictObject({ packageId: id }),
  query: pageQuery,
  response: packageMatchPage,
});
/** Sets of other providers' packages are no provider's business. */
export const listNeedComposites = route('listNeedComposites', {
  method: 'GET',
  path: '/needs/:needId/composites',
  summary: {
    zh: '需求的组合方案',
    en: 'Sets of one to four packages that answer a need with several components together, best first',
  },
  params: ofNeed,
  response: needComposites,
});
export const explainPair = route('explainPair', {
  method: 'GET',
  path: '/needs/:needId/packages/:packageId/explanation',
  summary: { zh: '为什么匹配或不匹配', en: 'Why a package is suggested for a need or not, and what would change it' },
  params: ofPair,
  response: pairExplanation,
});
export const dismissMatch = route('dismissMatch', {
  method: 'POST',
  path: '/needs/:needId/matches/:packageId/dismiss',
  kind: 'change',
  summary: { zh: '不再推荐', en: 'Dismiss a suggestion until need or package change' },
  params: ofPair,
  body: dismissal,
  response: needMatch,
});
export const restoreMatch = route('restoreMatch', {
  method: 'POST',
  path: '/needs/:needId/matches/:packageId/restore',
  kind: 'change',
  summary: { zh: '恢复推荐', en: 'Take a dismissal back' },
  params: ofPair,
  response: needMatch,
});
export const explainUnmatched = route('explainUnmatched', {
  method: 'GET',
  path: '/needs/:needId/unmatched-reasons',
  summary: { zh: '没有匹配上的原因', en: 'Which rules removed how many packages for a need' },
  params: ofNeed,
  response: unmatchedReasons,
});
export const getMatchingStatus = route('getMatchingStatus', {
  method: 'GET',
  path: '/matching/status',
  summary: { zh: '匹配运行情况', en: 'How the matcher does: what is due, queues, last durations' },
  response: matchingStatus,
});
export const getMatchingWeights = route('getMatchingWeights', {
  method: 'GET',
  path: '/matching/weights',
  summary: { zh: '公布的评分权重', en: 'The published weights of the score' },
  response: matchingWeights,
});

export const matcherRoutes = {
  listNeedMatches,
  listPackageMatches,
  listNeedComposites,
  explainPair,
  dismissMatch,
  restoreMatch,
  explainUnmatched,
  getMatchingStatus,
  getMatchingWeights,
  ...weightsRoutes,
  ...exposureRoutes,
  ...roundRoutes,
  verifyMatcherAudit: auditContract('matcher'),
  getMatcherOperations: operationsContract('matcher'),
} as const;

const ownPoster = member('own', undefined, posterKinds);
/** Reaches published needs; the use case shows a provider its own packages only. */
const publicProvider = member('public', undefined, providerKinds);

export const matcherPolicy = {
  listNeedMatches: [ownPoster, officer(), broker(), publicProvider],
  listPackageMatches: [member('own', undefined, providerKinds), broker()],
  listNeedComposites: [ownPoster, officer(), broker()],
  explainPair: [ownPoster, officer(), broker(), publicProvider],
  dismissMatch: [poster(), broker()],
  restoreMatch: [poster(), broker()],
  explainUnmatched: [ownPoster, officer(), broker()],
  getMatchingStatus: [broker()],
  getMatchingWeights: [person()],
  listWeightsVersions: [broker()],
  getWeightsVersion: [broker()],
  proposeWeights: [broker()],
  learnWeights: [broker()],
  tryOutWeights: [broker()],
  releaseWeights: [administrator()],
  withdrawWeights: [broker()],
  rollBackWeights: [broker()],
  listExposure: [broker()],
  getProviderExposure: [member('own', undefined, providerKinds), broker()],
  ...roundPolicy,
  verifyMatcherAudit: [administrator()],
  getMatcherOperations: [administrator()],
} satisfies PolicyOf<typeof matcherRoutes>;
