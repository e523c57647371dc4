import type { WeightsTryOut, WeightsVersion } from '@duijie/contracts';
import { defineStateMachine } from '@duijie/domain-kit';
import { defaultWeights, type OrderFigures, type Weights } from '@duijie/match-engine';

/** A version of the weights as it is kept. */
export interface KeptWeights {
  readonly id: string;
  /** Counts the versions. */
  readonly no: number;
  readonly label: string;
  readonly state: WeightsVersion['state'];
  readonly source: WeightsVersion['source'];
  readonly basedOn: string | null;
  readonly weights: Weights;
  /** Of `basedOn`, as they were. */
  readonly before: Weights;
  readonly reason: string;
  readonly learnt: { readonly inForce: OrderFigures; readonly learnt: OrderFigures } | null;
  readonly tryOut: WeightsTryOut | null;
  readonly proposedBy: string | null;
  readonly proposedByName: string | null;
  readonly proposedAt: Date;
  readonly releasedBy: string | null;
  readonly releasedByName: string | null;
  readonly releasedAt: Date | null;
  readonly version: number;
}

/** A release or a roll-back: from then on these weights are in force. */
export interface WeightsRelease {
  readonly no: number;
  readonly label: string;
  readonly kind: 'first' | 'release' | 'roll_back';
  readonly byPerson: string | null;
  /** Who proposed them, or, of a roll-back, who released those that it takes back. */
  readonly otherPerson: string | null;
  readonly at: Date;
  readonly reason: string;
}

/** What people do with weights. */
export const weightsLifecycle = defineStateMachine({
  states: ['proposed', 'in_force', 'retired', 'withdrawn'],
  initial: 'proposed',
  transitions: {
    release: { from: ['proposed'], to: 'in_force' },
    retire: { from: ['in_force'], to: 'retired' },
    rollBack: { from: ['retired'], to: 'in_force' },
    withdraw: { from: ['proposed'], to: 'withdrawn' },
  },
});

/** Weights as they were written down, with what a later programme has added since. */
export const completed = (kept: Weights): Weights => ({
  ...defaultWeights,
  ...kept,
  points: { ...defaultWeights.points, ...kept.points },
});
