import type { NeedState } from '@duijie/contracts';
import type { Outcome } from '@duijie/match-engine';
import type { PastParts } from '../weights/past-parts';

const decided: readonly NeedState[] = ['awarded', 'in_delivery', 'completed', 'failed'];

/**
 * What became of pairs that somebody took up, of needs that are decided: an award or not. What nobody took up is no
 * outcome, and of an open need nothing is known yet.
 */
export const decidedOutcomes = (past: readonly PastParts[]): Outcome[] =>
  past
    .filter(({ state }) => decided.includes(state))
    .flatMap(({ pairs }) =>
      pairs.flatMap(({ score, progress }) => (progress === null ? [] : [{ score, success: progress === 'awarded' }])),
    );
