import type { Rule } from './rule';
import { mostLocalRules, type RuleScope } from './applicable-rules';

/** What screening rules look at. */
export interface ScreeningMatter {
  readonly amountFen: number | null;
  readonly emergency: boolean;
  readonly posterVerified: boolean;
  /** None of the poster's needs was published yet. */
  readonly newPoster: boolean;
}

/**
 * Tells whether a need is looked at before it is published. Emergencies of verified posters never are; needs of posters
 * that are not verified always.
 */
export function screeningAsked(
  matter: ScreeningMatter,
  rules: readonly Rule<'screening'>[],
  scope: RuleScope,
): boolean {
  if (!matter.posterVerified) return true;
  if (matter.emergency) return false;
  return mostLocalRules(rules, scope).some(
    (rule) =>
      (rule.newPosters && matter.newPoster) ||
      (rule.aboveFen !== null && matter.amountFen !== null && matter.amountFen > rule.aboveFen),
  );
}
