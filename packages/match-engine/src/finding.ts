import type { Reason } from './reason';

/** Codes of the hard rules in the order in which they are asked. @see DOMAIN.md, Match */
export const RULE_CODES = [
  'published',
  'verified',
  'kind',
  'business_scope',
  'qualification',
  'area',
  'capacity',
  'lead_time',
  'money',
  'conflict',
] as const;

/** Code of a hard rule. */
export type RuleCode = (typeof RULE_CODES)[number];

/**
 * What a hard rule found for one pair. `waivable` is a failure that a broker may waive; `unknown` passes because the
 * fact is not known, and says so.
 */
export interface Finding {
  readonly rule: RuleCode;
  readonly outcome: 'pass' | 'unknown' | 'waivable' | 'fail';
  readonly reason: Reason;
}
