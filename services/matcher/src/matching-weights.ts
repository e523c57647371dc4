import { defaultWeights, SCORE_PARTS } from '@duijie/match-engine';
import { partWords } from './http/part-words';
import { suggestionsPerNeed } from './suggestions-per-need';

/** The weights in force, published. */
export function matchingWeights() {
  const { version, points, ...settings } = defaultWeights;
  return {
    version,
    parts: SCORE_PARTS.map((part) => ({ part, points: points[part], words: partWords[part] })),
    settings,
    suggestionsPerNeed,
  };
}
