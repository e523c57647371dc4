import type { RoundEdits } from '@duijie/contracts';
import type { RoundPlan } from '@duijie/round-engine';
import type { FrozenRound } from '../frozen-round';
import type { Pair, RoundMeasureFact, RoundSolution } from '../round';

/** A round as a thread takes it in. */
export interface OpenInput {
  /** Without what is pinned or vetoed taken out. */
  readonly plan: RoundPlan;
  /** What the provider's side thinks of each pair of the plan, in its order. */
  readonly regard: readonly number[];
  readonly pinned: readonly Pair[];
  readonly vetoed: readonly Pair[];
}

/** What was found, without the moment. */
export type Solved = Omit<RoundSolution, 'at'>;
export type SolveOutput =
  | { readonly solved: Solved; /** Pins that cannot stand any more. */ readonly dropped: readonly Pair[] }
  | { readonly unmet: readonly { readonly kind: 'need' | 'place' | 'district'; readonly id: string }[] };

/** Which edit leaves no solution: its list and place in it. */
export type EditOutput =
  | { readonly solved: Solved }
  | { readonly refused: { readonly list: 'pairs' | 'needs' | 'packages'; readonly index: number } }
  /** The thread does not hold that solving; give it the round. */
  | { readonly missing: true };

/** An edit with numbers where the round falls back to what its settings say. */
export interface PlainEdits {
  readonly pairs: RoundEdits['pairs'];
  readonly needs: readonly { readonly needId: string; readonly offers: number }[];
  readonly packages: readonly { readonly packageId: string; readonly places: number }[];
}

/** Tasks of a round's thread: plain data in, plain data out. */
export interface RoundTasks {
  solve: { input: { readonly solutionId: string; readonly round: OpenInput }; output: SolveOutput };
  edit: {
    input: { readonly from: string; readonly to: string; readonly edits: PlainEdits };
    output: EditOutput;
  };
  /** Solves from nothing and proves it. */
  freeze: {
    input: { readonly round: OpenInput; readonly drawWith: string | null };
    output:
      | { readonly frozen: FrozenRound; readonly optimum: RoundMeasureFact; readonly ms: number }
      | { readonly unmet: true };
  };
  /** @see frozenFaults */
  check: { input: { readonly frozen: FrozenRound; readonly snapshot: string }; output: readonly string[] };
}
export type RoundTaskKind = keyof RoundTasks;

export interface ToRoundThread {
  readonly id: number;
  readonly kind: RoundTaskKind;
  readonly input: RoundTasks[RoundTaskKind]['input'];
}
export type FromRoundThread =
  | { readonly id: number; readonly output: RoundTasks[RoundTaskKind]['output'] }
  | { readonly id: number; readonly fault: string };
