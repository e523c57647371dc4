import type {
  decisionBasisRuleContent,
  fundingRuleContent,
  modeTemplateContent,
  needPolicyContent,
  needTemplateContent,
  responsibilityContent,
  RuleFacts,
  screeningRuleContent,
} from '@duijie/contracts';
import type { z } from 'zod';

/** What each kind of rule says beside the facts that all have. */
export interface RuleContents {
  readonly mode: z.output<typeof modeTemplateContent>;
  readonly screening: z.output<typeof screeningRuleContent>;
  readonly basis: z.output<typeof decisionBasisRuleContent>;
  readonly funding: z.output<typeof fundingRuleContent>;
  readonly policy: z.output<typeof needPolicyContent>;
  readonly responsibility: z.output<typeof responsibilityContent>;
  readonly template: z.output<typeof needTemplateContent>;
}
export type RuleKind = keyof RuleContents;
export const ruleKinds = [
  'mode',
  'screening',
  'basis',
  'funding',
  'policy',
  'responsibility',
  'template',
] as const satisfies readonly RuleKind[];

/** A rule as it is written down, before it is kept. */
export type RuleText<K extends RuleKind = RuleKind> = RuleFacts & RuleContents[K];
/** A rule that is kept. */
export type Rule<K extends RuleKind = RuleKind> = RuleText<K> & {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: Date;
};
/** Every rule there is, by kind, in the order of their ids. */
export type RuleBook = { readonly [K in RuleKind]: readonly Rule<K>[] };
/** A rule that the product brings along. */
export type ShippedRule<K extends RuleKind = RuleKind> = {
  readonly [One in K]: { readonly kind: One; readonly id: string; readonly text: RuleText<One> };
}[K];
