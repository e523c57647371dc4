import {
  dismissMatch,
  explainPair,
  explainUnmatched,
  getMatchingStatus,
  listNeedComposites,
  listNeedMatches,
  listPackageMatches,
  restoreMatch,
} from '@duijie/contracts';
import { bind, type BoundRoute } from '@duijie/service-kit';
import type { decideMatch } from '../decide-match';
import type { explainPair as explain } from '../explain-pair';
import type { explainUnmatched as survey } from '../explain-unmatched';
import type { listComposites } from '../list-composites';
import type { listNeedMatches as listOfNeed } from '../list-need-matches';
import type { listPackageMatches as listOfPackage } from '../list-package-matches';
import type { matchingStatus } from '../matching-status';

/** The matcher's use cases. */
export interface MatcherUseCases {
  readonly listNeedMatches: ReturnType<typeof listOfNeed>;
  readonly listPackageMatches: ReturnType<typeof listOfPackage>;
  readonly listComposites: ReturnType<typeof listComposites>;
  readonly explainPair: ReturnType<typeof explain>;
  readonly explainUnmatched: ReturnType<typeof survey>;
  readonly decideMatch: ReturnType<typeof decideMatch>;
  readonly matchingStatus: ReturnType<typeof matchingStatus>;
}

export const matcherRoutes = (uses: MatcherUseCases): readonly BoundRoute[] => [
  bind(listNeedMatches, (ctx, { params, query }) => uses.listNeedMatches(ctx, params.needId, query)),
  bind(listPackageMatches, (ctx, { params, query }) => uses.listPackageMatches(ctx, params.packageId, query)),
  bind(listNeedComposites, (ctx, { params }) => uses.listComposites(ctx, params.needId)),
  bind(explainPair, (ctx, { params }) => uses.explainPair(ctx, params.needId, params.packageId)),
  bind(explainUnmatched, (ctx, { params }) => uses.explainUnmatched(ctx, params.needId)),
  bind(dismissMatch, (ctx, { params, body, ifMatch }) =>
    uses.decideMatch(ctx, { ...params, transition: 'dismiss', reason: body.reason, ifMatch }),
  ),
  bind(restoreMatch, (ctx, { params, ifMatch }) =>
    uses.decideMatch(ctx, { ...params, transition: 'restore', ifMatch }),
  ),
  bind(getMatchingStatus, () => uses.matchingStatus()),
];
