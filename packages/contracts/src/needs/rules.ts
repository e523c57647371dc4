import { z } from 'zod';
import { organisationKind } from '../actor';
import { providerKinds } from '../policy';
import { fen, leafCode, line, text } from '../primitives';
import { funding, mode, needMoney, urgency } from '../state/need';
import { decisionBasisKind, needQualification } from './need-input';
import { ruleContracts } from './rule-contracts';

const days = z.int().min(0).max(365);
const leaves = z.array(leafCode).max(80);

/** Terms of one mode for a band of money. The template whose band holds the amount proposes the mode. */
export const modeTemplateContent = z.strictObject({
  mode,
  zh: line(40),
  en: line(80),
  /** From opening to the deadline; null = until somebody takes it. */
  responseDays: days.nullable(),
  /** Between publication and opening. */
  enquiryDays: days,
  /** Public notice of the result. */
  noticeDays: days,
  leastResponses: z.int().min(0).max(20),
  sealed: z.boolean(),
  evaluation: z.enum(['none', 'first_come', 'choice', 'price', 'scored']),
  /** Amounts above `bandAboveFen` up to `bandUpToFen` (null = no limit); both null: never proposed by money. */
  bandAboveFen: fen.nullable(),
  bandUpToFen: fen.nullable(),
});
/** When a need is looked at before it is published. */
export const screeningRuleContent = z.strictObject({
  /** Budgets above it; null = no amount asks for it. */
  aboveFen: fen.nullable(),
  /** Posters none of whose needs was published yet. */
  newPosters: z.boolean(),
  /** Who screens before publication; either unless it says so. */
  by: z.enum(['either', 'association', 'subdistrict']).optional(),
});
export const decisionBasisRuleContent = z.strictObject({
  /** Empty = any leaf, any funding. */
  leaves,
  fundings: z.array(funding).max(7),
  kind: decisionBasisKind,
  zh: line(80),
  en: line(160),
  gate: z.enum(['publishing', 'deciding']),
});
/** What one source of money may not pay for. */
export const fundingRuleContent = z.strictObject({
  funding,
  /** `blocks` the leaves named; `condition` is to be judged by people. */
  effect: z.enum(['blocks', 'condition']),
  /** Of a `blocks` rule: the leaves; `except` turns it into all but these. */
  leaves,
  except: z.boolean(),
  zh: line(200),
  en: line(300),
});
export const needPolicyContent = z.strictObject({
  /** `1`, `6`, `N` of 1+6+N, `national` or `local`; null = not known. */
  tier: z.enum(['national', 'local', '1', '6', 'N']).nullable(),
  title: line(160).nullable(),
  number: line(80).nullable(),
  clauses: z.array(z.strictObject({ articles: line(40).nullable(), zh: line(200), leaves })).max(40),
});
/** One line of the responsibility list (职责清单). */
export const responsibilityContent = z.strictObject({
  body: z.strictObject({ kind: organisationKind.nullable(), zh: line(80) }).nullable(),
  role: z.enum(['leads', 'assists', 'informed']).nullable(),
  matter: line(200).nullable(),
  leaves,
});
/** A need ready to be filled in. */
export const needTemplateContent = z.strictObject({
  name: line(40),
  title: line(80, 2),
  description: text(2000, 2),
  components: z.array(leafCode).min(1).max(10),
  money: needMoney,
  funding: funding.nullable(),
  eligibleKinds: z.array(z.enum(providerKinds)).max(6),
  requiredQualifications: z.array(needQualification).max(10),
  urgency,
});

export const modeTemplates = ruleContracts(
  'ModeTemplate',
  'ModeTemplates',
  '/mode-templates',
  '方式模板',
  modeTemplateContent,
);
export const screeningRules = ruleContracts(
  'ScreeningRule',
  'ScreeningRules',
  '/screening-rules',
  '审核规则',
  screeningRuleContent,
);
export const decisionBasisRules = ruleContracts(
  'DecisionBasisRule',
  'DecisionBasisRules',
  '/decision-basis-rules',
  '决策依据规则',
  decisionBasisRuleContent,
);
export const fundingRules = ruleContracts(
  'FundingRule',
  'FundingRules',
  '/funding-rules',
  '资金使用规则',
  fundingRuleContent,
);
export const needPolicies = ruleContracts('NeedPolicy', 'NeedPolicies', '/policies', '政策', needPolicyContent);
export const responsibilities = ruleContracts(
  'Responsibility',
  'Responsibilities',
  '/responsibilities',
  '职责清单',
  responsibilityContent,
);
export const needTemplates = ruleContracts(
  'NeedTemplate',
  'NeedTemplates',
  '/need-templates',
  '需求模板',
  needTemplateContent,
);
