import { modes, type RuleFacts } from '@duijie/contracts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applicableRules, mostLocalRules } from './applicable-rules';
import { askedBases } from './asked-bases';
import { modeByMoney, termsOf } from './mode-by-money';
import { policyFiles, rulesFromPolicyFiles, type PolicyFiles } from './policy-data';
import type { Rule, RuleKind, ShippedRule } from './rule';
import { screeningAsked } from './screening-asked';
import { shippedExamples } from './shipped-examples';
import { shippedTemplates } from './shipped-templates';

const updatedAt = new Date(0);
function kept<K extends RuleKind>(shipped: readonly ShippedRule[], kind: K): Rule<K>[] {
  return shipped
    .filter((rule) => rule.kind === kind)
    .map((rule) => ({ ...rule.text, id: rule.id, version: 1, updatedAt }) as unknown as Rule<K>);
}
const folder = join(__dirname, '../../../../data/policies');
const shippedPolicies = rulesFromPolicyFiles(
  Object.fromEntries(
    policyFiles.map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown]),
  ) as unknown as PolicyFiles,
);
const jinjiang = { district: '锦江区', on: '2026-12-01' };
const facts = (code: string, zh: string, more: Partial<RuleFacts> = {}): RuleFacts & { name: string } => ({
  jurisdiction: { code, zh },
  validFrom: null,
  source: '某文',
  status: 'known',
  evidence: null,
  retired: false,
  name: zh,
  ...more,
});

test('a rule holds in its place, from its first day, unless retired or to be entered', () => {
  const rules = [
    facts('CN', '全国'),
    facts('510100', '成都市'),
    facts('510104', '锦江区'),
    facts('510181', '都江堰市'),
    facts('510104', '锦江区', { validFrom: '2027-01-01', source: '明年' }),
    facts('CN', '全国', { retired: true, source: '旧' }),
    facts('510100', '成都市', { status: 'to_be_entered', source: null }),
  ];
  expect(applicableRules(rules, jinjiang).map((rule) => rule.name)).toEqual(['锦江区', '成都市', '全国']);
  expect(mostLocalRules(rules, jinjiang).map((rule) => rule.name)).toEqual(['锦江区']);
  expect(mostLocalRules(rules, { ...jinjiang, district: '武侯区' }).map((rule) => rule.name)).toEqual(['成都市']);
});

const templates = kept(shippedExamples, 'mode');
test.each([
  [0, 'claim'],
  [1, 'direct'],
  [5_000_000, 'direct'],
  [5_000_001, 'quotation'],
  [40_000_000, 'quotation'],
  [40_000_001, 'open_call'],
  [null, 'direct'],
])('%p fen is proposed the mode %s', (amountFen, mode) => {
  expect(modeByMoney(amountFen, templates, jinjiang)).toBe(mode);
});

test('every mode has terms; what is sealed has a deadline and a public notice of its result', () => {
  expect(new Set(templates.map(({ mode }) => mode))).toEqual(new Set(modes));
  const sealed = templates.filter((template) => template.sealed);
  expect(sealed.map(({ mode }) => mode).toSorted()).toEqual(['open_call', 'quotation']);
  for (const { responseDays, noticeDays } of sealed)
    expect([responseDays, noticeDays]).toEqual([expect.any(Number), expect.any(Number)]);
  expect(termsOf('quotation', 10_000_000, templates, jinjiang)).toMatchObject({ id: 'quotation', sealed: false });
  expect(termsOf('quotation', 30_000_000, templates, jinjiang)).toMatchObject({
    id: 'quotation-sealed',
    noticeDays: 3,
  });
  expect(termsOf('quotation', null, templates, jinjiang)).toMatchObject({ id: 'quotation' });
});

test('a district with bands of its own overrides the city, mode by mode; without templates the light way is left', () => {
  const [quotation] = templates.filter((template) => template.mode === 'quotation');
  if (!quotation) throw new Error('no template');
  const local = {
    ...quotation,
    id: 'local',
    jurisdiction: { code: '510104', zh: '锦江区' },
    bandAboveFen: 10_000_000,
    bandUpToFen: null,
    responseDays: 3,
  };
  expect(modeByMoney(50_000_000, [...templates, local], jinjiang)).toBe('quotation');
  expect(modeByMoney(50_000_000, [...templates, local], { ...jinjiang, district: '武侯区' })).toBe('open_call');
  expect(termsOf('quotation', 50_000_000, [...templates, local], jinjiang)).toMatchObject({
    id: 'local',
    responseDays: 3,
  });
  expect(modeByMoney(0, [], jinjiang)).toBe('claim');
  expect(modeByMoney(99, [], jinjiang)).toBe('direct');
  expect(termsOf('direct', 99, [], jinjiang)).toBeNull();
});

test("hiring a property firm with owners' money asks for the owners' decision before deciding; other money does not", () => {
  const rules = kept(shippedPolicies, 'basis');
  const ask = (
    funding: 'owners' | 'special_fund',
    decisionBasis: Parameters<typeof askedBases>[0]['decisionBasis'] = null,
  ) => askedBases({ leaves: ['property.introduce', 'facility.waste'], funding, decisionBasis }, rules, jinjiang);
  expect(ask('owners')).toMatchObject([
    { ruleId: 'hire-manager', kind: 'owners_decision', gate: 'deciding', given: false },
  ]);
  expect(ask('special_fund')).toEqual([]);
  const basis = { kind: 'owners_decision' as const, decidedOn: '2026-11-01', note: null };
  expect(ask('owners', { ...basis, attachmentId: null })).toMatchObject([{ given: false }]);
  expect(ask('owners', { ...basis, attachmentId: 'scan' })).toMatchObject([{ given: true }]);
  expect(ask('owners', { ...basis, kind: 'party_minutes', attachmentId: 'scan' })).toMatchObject([{ given: false }]);
});

test('what was seen in one city is asked for there only', () => {
  const rules = kept(shippedPolicies, 'basis');
  const matter = { leaves: [], funding: 'community_fund' as const, decisionBasis: null };
  expect(askedBases(matter, rules, jinjiang)).toEqual([]);
  expect(askedBases(matter, rules, { ...jinjiang, district: '都江堰市' })).toMatchObject([{ gate: 'publishing' }]);
});

test('screening is asked by amount, of new posters where the rule says so, of the unverified always, of emergencies never', () => {
  const [rule] = kept(shippedExamples, 'screening');
  if (!rule || rule.aboveFen === null) throw new Error('no rule');
  const matter = { amountFen: rule.aboveFen, emergency: false, posterVerified: true, newPoster: true };
  const ask = (more: Partial<typeof matter>, rules = [rule]) => screeningAsked({ ...matter, ...more }, rules, jinjiang);
  expect(ask({})).toBe(false);
  expect(ask({ amountFen: rule.aboveFen + 1 })).toBe(true);
  expect(ask({ amountFen: rule.aboveFen + 1, emergency: true })).toBe(false);
  expect(ask({ posterVerified: false, emergency: true })).toBe(true);
  expect(ask({}, [{ ...rule, newPosters: true }])).toBe(true);
  expect(ask({ newPoster: false }, [{ ...rule, newPosters: true }])).toBe(false);
});

test('what is shipped has ids of its own, and is known with its source, an example, or to be entered', () => {
  const shipped = [...shippedExamples, ...shippedTemplates, ...shippedPolicies];
  const ids = shipped.map(({ kind, id }) => `${kind} ${id}`);
  expect(new Set(ids).size).toBe(ids.length);
  expect(shipped.every(({ id }) => /^[a-z0-9-]{1,60}$/.test(id))).toBe(true);
  expect(shipped.filter(({ text }) => text.status === 'known' && text.source === null)).toEqual([]);
  expect(shippedTemplates.length).toBeGreaterThanOrEqual(12);
});
