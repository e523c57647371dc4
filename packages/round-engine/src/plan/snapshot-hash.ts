import { createHash } from 'node:crypto';
import { canonicalPlan } from './canonical-plan';
import type { RoundPlan } from './round-plan';

/**
 * @returns SHA-256 in hex over the canonical plan as JSON in UTF-8: the same whatever order the plan was written in, another
 * whatever else changes. The value of a draw is not part of it: the snapshot is published before the value is known.
 */
export function snapshotHash(plan: RoundPlan): string {
  const { drawWith: _, ...snapshot } = canonicalPlan(plan);
  return createHash('sha256').update(JSON.stringify(snapshot)).digest('hex');
}
