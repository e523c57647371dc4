import type { RuleFacts } from '@duijie/contracts';
import {
  decisionBasisKinds,
  funding,
  leafCode,
  needPolicyContent,
  responsibilityContent,
  jurisdiction,
} from '@duijie/contracts';
import { z } from 'zod';
import type { ShippedRule } from './rule';

const status = z.literal('to_be_entered').optional();
const validFrom = z.string().nullish();
const evidence = z.enum(['law', 'practice']).nullish();
const leaves = z.array(leafCode);
const china = { code: 'CN', zh: '全国' } as const;

const basisFile = z.object({
  rules: z.array(
    z.object({
      id: z.string(),
      jurisdiction,
      when: z.object({ taxonomyLeaves: leaves, funding: z.array(funding) }).optional(),
      decision: z.object({ code: z.enum(decisionBasisKinds), zh: z.string(), en: z.string() }).optional(),
      gate: z.enum(['publishing', 'deciding']).optional(),
      evidence,
      validFrom,
      source: z.string().nullable(),
      status,
    }),
  ),
});
const fundingFile = z.object({
  rules: z.array(
    z.object({
      funding,
      jurisdiction,
      evidence,
      validFrom,
      notFor: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })).optional(),
      source: z.string().nullable(),
      status,
      zh: z.string().optional(),
    }),
  ),
});
const policyFile = z.object({
  policies: z.array(
    z.object({
      id: z.string(),
      tier: needPolicyContent.shape.tier,
      title: z.string().nullable(),
      number: z.string().nullish(),
      validFrom,
      status: z.enum(['known', 'to_be_entered']),
      clauses: z.array(z.object({ articles: z.string().nullable(), zh: z.string(), taxonomyLeaves: leaves })),
    }),
  ),
});
const responsibilityFile = z.object({
  duties: z.array(
    z.object({
      id: z.string(),
      body: responsibilityContent.shape.body,
      role: responsibilityContent.shape.role,
      matter: z.string().nullable(),
      taxonomyLeaves: leaves,
      status,
      source: z.string().nullable(),
    }),
  ),
});

/** Files of `data/policies` that this service keeps as rules. */
export const policyFiles = [
  'decision-basis.json',
  'funding-rules.json',
  'policies.json',
  'responsibilities.json',
] as const;
export type PolicyFiles = Readonly<Record<(typeof policyFiles)[number], unknown>>;

const factsOf = (rule: {
  jurisdiction: RuleFacts['jurisdiction'];
  validFrom?: string | null | undefined;
  source: string | null;
  status?: RuleFacts['status'] | undefined;
  evidence?: RuleFacts['evidence'] | undefined;
}): RuleFacts => ({
  jurisdiction: rule.jurisdiction,
  validFrom: rule.validFrom ?? null,
  source: rule.source,
  status: rule.status ?? 'known',
  evidence: rule.evidence ?? null,
  retired: false,
});
const toBeEntered = { zh: '待录入', en: 'To be entered' } as const;

/**
 * Reads the shipped files of policies.
 * @param files parsed JSON by name
 * @throws ZodError when a file has another shape
 */
export function rulesFromPolicyFiles(files: PolicyFiles): ShippedRule[] {
  const bases = basisFile.parse(files['decision-basis.json']).rules.map((rule): ShippedRule<'basis'> => ({
    kind: 'basis',
    id: rule.id,
    text: {
      ...factsOf(rule),
      leaves: rule.when?.taxonomyLeaves ?? [],
      fundings: rule.when?.funding ?? [],
      kind: rule.decision?.code ?? 'other',
      zh: rule.decision?.zh ?? toBeEntered.zh,
      en: rule.decision?.en ?? toBeEntered.en,
      gate: rule.gate ?? 'deciding',
    },
  }));
  const fundings = fundingFile.parse(files['funding-rules.json']).rules.flatMap((rule) =>
    (rule.notFor ?? [{ code: 'to-be-entered', zh: rule.zh ?? toBeEntered.zh, en: toBeEntered.en }]).map(
      (each): ShippedRule<'funding'> => ({
        kind: 'funding',
        id: `${rule.jurisdiction.code.toLowerCase()}-${rule.funding}-${each.code}`.replaceAll('_', '-'),
        text: {
          ...factsOf(rule),
          funding: rule.funding,
          effect: 'condition',
          leaves: [],
          except: false,
          zh: rule.notFor ? `不得用于：${each.zh}` : each.zh,
          en: rule.notFor ? `Not for: ${each.en}` : each.en,
        },
      }),
    ),
  );
  const policies = policyFile.parse(files['policies.json']).policies.map((policy): ShippedRule<'policy'> => ({
    kind: 'policy',
    id: policy.id,
    text: {
      ...factsOf({
        jurisdiction: policy.tier === 'national' ? china : { code: '510100', zh: '成都市' },
        validFrom: policy.validFrom,
        source: policy.status === 'known' ? policy.title : null,
        status: policy.status,
      }),
      tier: policy.tier,
      title: policy.title,
      number: policy.number ?? null,
      clauses: policy.clauses.map((clause) => ({
        articles: clause.articles,
        zh: clause.zh,
        leaves: clause.taxonomyLeaves,
      })),
    },
  }));
  const duties = responsibilityFile
    .parse(files['responsibilities.json'])
    .duties.map((duty): ShippedRule<'responsibility'> => ({
      kind: 'responsibility',
      id: duty.id,
      text: {
        ...factsOf({ ...duty, jurisdiction: china, evidence: duty.source === null ? null : 'law' }),
        body: duty.body,
        role: duty.role,
        matter: duty.matter,
        leaves: duty.taxonomyLeaves,
      },
    }));
  return [...bases, ...fundings, ...policies, ...duties];
}
