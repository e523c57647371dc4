import { checkRecord, snapshotHash, type RoundPlan, type RoundRecord } from '@duijie/round-engine';
import { createHash } from 'node:crypto';
import { pairKey, type Pair } from './round';

/** A round that is solved for good: what was left to solve, what was pinned, what was chosen, and the proof. */
export interface FrozenRound {
  readonly plan: RoundPlan;
  readonly pinned: readonly Pair[];
  readonly record: RoundRecord;
}

/** @returns SHA-256 in hex over plan and pins, whatever their order; the value of a draw is no part of it */
export function frozenHash({ plan, pinned }: Pick<FrozenRound, 'plan' | 'pinned'>): string {
  const pins = pinned.map(pairKey).toSorted();
  return createHash('sha256')
    .update(JSON.stringify([snapshotHash(plan), pins]))
    .digest('hex');
}

/** @returns every pair of the round, pinned ones first */
export const chosenOf = ({ pinned, record }: FrozenRound): readonly Pair[] => [...pinned, ...record.chosen];

/**
 * Checks a stored round by code that shares nothing with the solver.
 * @param snapshot the hash that was published for it
 * @returns what is wrong, empty where the round is proved
 */
export function frozenFaults(frozen: FrozenRound, snapshot: string): readonly string[] {
  if (frozenHash(frozen) !== snapshot) return ['snapshot'];
  const keys = chosenOf(frozen).map(pairKey);
  if (new Set(keys).size !== keys.length) return ['chosen twice'];
  const verdict = checkRecord(frozen.plan, frozen.record);
  return verdict === null ? ['record'] : verdict.faults.map((fault) => JSON.stringify(fault));
}
