import { calibrate, chanceOf, type Calibration } from '@duijie/match-engine';
import type { Clock } from '@duijie/domain-kit';
import { serviceContext, type Logger } from '@duijie/service-kit';
import type { pastParts } from '../weights/past-parts';
import { decidedOutcomes } from './decided-outcomes';

/** A chance of success in permille, and how many outcomes of such scores it rests on. */
export interface Chance {
  readonly permille: number;
  readonly outcomes: number;
}

const freshForMs = 600_000;

/**
 * Keeps what scores have come to, by the weights in force. It is learnt anew behind the asking, at most every ten minutes,
 * so that nobody waits for it; before there are enough outcomes there is no chance, and none of other weights.
 */
export function keepCalibration(deps: {
  readonly clock: Clock;
  readonly log: Logger;
  readonly pastParts: ReturnType<typeof pastParts>;
}) {
  let held: { readonly label: string; readonly atMs: number; readonly calibration: Calibration | null } | undefined;
  let learning = false;
  async function learn(label: string): Promise<void> {
    const past = await deps.pastParts(serviceContext('matcher'));
    held = { label, atMs: deps.clock.now().getTime(), calibration: calibrate(decidedOutcomes(past)) };
  }
  /** @param label of the weights that gave the score @returns null while there are too few outcomes */
  return (label: string, score: number): Chance | null => {
    const fresh = held?.label === label && deps.clock.now().getTime() - held.atMs < freshForMs;
    if (!fresh && !learning) {
      learning = true;
      learn(label)
        .catch((error: unknown) => deps.log.warn({ err: error }, 'chances could not be learnt'))
        .finally(() => {
          learning = false;
        });
    }
    return held?.label === label && held.calibration ? chanceOf(held.calibration, score) : null;
  };
}
