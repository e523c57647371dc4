import { z } from 'zod';
import { leafCode, line } from '../primitives';
import { routesOf } from '../route';
import { funding } from '../state/need';
import { askedBasis } from './need-view';
import { jurisdiction, ruleFacts } from './rule-contracts';
import { needPolicies, responsibilities } from './rules';

const said = z.strictObject({
  ruleId: z.string(),
  zh: z.string(),
  en: z.string(),
  source: z.string().nullable(),
  status: ruleFacts.shape.status,
  evidence: ruleFacts.shape.evidence,
  jurisdiction,
});

/** Who may pay for a leaf, who is responsible, and what must be decided by whom. */
export const needGuidance = z.strictObject({
  leaf: leafCode,
  /** Every source of money, with the rules that block it and those that people must judge. */
  moneyFinder: z.array(
    z.strictObject({
      funding,
      verdict: z.enum(['may', 'conditional', 'blocked']),
      blockedBy: z.array(said),
      conditions: z.array(said),
    }),
  ),
  responsible: z.array(responsibilities.view),
  policies: z.array(needPolicies.view),
  /** For the funding asked about; without one, for any. */
  decisionBases: z.array(askedBasis.omit({ given: true })),
});
export type NeedGuidance = z.infer<typeof needGuidance>;

export const getNeedGuidance = routesOf('needs')('getNeedGuidance', {
  method: 'GET',
  path: '/needs/guidance',
  summary: { zh: '谁出钱、谁负责、谁决定', en: 'Who may pay, who is responsible, who decides' },
  query: z.strictObject({ leaf: leafCode, funding: funding.optional(), district: line(30).optional() }),
  response: needGuidance,
});
