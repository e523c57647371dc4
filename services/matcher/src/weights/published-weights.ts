import { defaultWeights, SCORE_PARTS } from '@duijie/match-engine';
import { partWords } from '../http/part-words';
import { suggestionsPerNeed } from '../suggestions-per-need';
import type { WeightsRepository } from './persistence/weights.repository';

const releasesShown = 20;

/** The weights in force and what was in force before, published. */
export const publishedWeights = (weights: WeightsRepository) => async () => {
  const inForce = await weights.inForce();
  const { version, points, ...settings } = inForce?.weights ?? defaultWeights;
  return {
    version,
    parts: SCORE_PARTS.map((part) => ({ part, points: points[part], words: partWords[part] })),
    settings,
    suggestionsPerNeed,
    history: (await weights.releases(releasesShown)).map(({ label, kind, at, reason }) => ({
      label,
      kind,
      at: at.toISOString(),
      reason,
    })),
  };
};
