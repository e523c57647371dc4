import type { NeedBody, NeedChange, ProposedField } from '@duijie/contracts';
import { ValidationFailed, type Fault } from '@duijie/service-kit';
import { givenFields } from './given-fields';
import type { Need } from './need';
import { drawLots, followComponents, singleLot } from './need-lots';
import { moneyFaults, mostFen, plainMoney } from './need-money';
import { titleFrom } from './need-title';
import { urgencyFrom } from './need-urgency';
import type { RuleScope } from './rules/applicable-rules';
import { fundingCandidates } from './rules/guidance';
import { modeByMoney } from './rules/mode-by-money';
import type { RuleBook } from './rules/rule';
import type { Understanding } from './understanding';

/** What is known around a need while it is filled in. */
export interface NeedSurroundings {
  readonly place: NeedBody['place'];
  readonly book: RuleBook;
  readonly understanding: Understanding;
  /** The day in China. */
  readonly on: RuleScope['on'];
  readonly newId: () => string;
}

const confirmed = (code: string, before: NeedBody['components']): NeedBody['components'][number] => {
  const known = before.find((component) => component.code === code);
  if (known && known.source !== 'proposed') return known;
  return known
    ? { ...known, source: 'confirmed', confidence: 1 }
    : { code, source: 'given', confidence: 1, evidence: [] };
};

/** @throws ValidationFailed naming leaves that the taxonomy does not have */
function leafFaults(change: NeedChange, before: Need, understanding: Understanding): Fault[] {
  const known = new Set([...before.categories, ...before.components.map((component) => component.code)]);
  return (['categories', 'components'] as const).flatMap((field) =>
    (change[field] ?? []).flatMap((code, at) =>
      understanding.isLeaf(code) || known.has(code)
        ? []
        : [{ pointer: `/${field}/${at}`, detail: { zh: '服务目录中没有这一类', en: 'The taxonomy has no such leaf' } }],
    ),
  );
}

/** Categories and components: as given, else as the words are understood. */
function servicesOf(
  need: Need,
  change: NeedChange,
  title: string,
  is: (field: ProposedField) => boolean,
  { understanding }: NeedSurroundings,
): Pick<Need, 'categories' | 'components'> {
  const given = change.components ? [...new Set(change.components)] : undefined;
  const chosen = change.categories ? [...new Set(change.categories)] : undefined;
  const wordsChanged =
    change.description !== undefined || change.title !== undefined || chosen !== undefined || need.version === 0;
  const understood =
    wordsChanged && (is('components') || is('categories'))
      ? understanding.understand(title, need.description, chosen ?? (is('categories') ? [] : need.categories))
      : undefined;
  const components = given
    ? given.map((code) => confirmed(code, need.components))
    : is('components') && understood
      ? understood.components.map((component) => ({ ...component, source: 'proposed' as const }))
      : need.components;
  const proposed = is('components') && understood ? understood.categories : components.slice(0, 3).map((c) => c.code);
  return { components, categories: chosen ?? (is('categories') ? proposed : need.categories) };
}

/** Without money nothing pays; with money, what paid nothing is open again. */
function impliedFunding(funding: Need['funding'], amountFen: number | null): Need['funding'] {
  if (amountFen === 0) return 'none';
  return funding === 'none' && amountFen !== null ? null : funding;
}

function otherFaults(need: Need, change: NeedChange, on: string): Fault[] {
  const faults: Fault[] = [];
  const { start, end } = need.window;
  if (start !== null && end !== null && start > end)
    faults.push({
      pointer: '/window/end',
      detail: { zh: '结束不能早于开始', en: 'The end must not precede the start' },
    });
  const asked = new Set(need.components.map((component) => component.code));
  change.requiredQualifications?.forEach(({ component }, at) => {
    if (component !== null && !asked.has(component))
      faults.push({
        pointer: `/requiredQualifications/${at}/component`,
        detail: { zh: '需求中没有这项服务', en: 'The need does not ask for this service' },
      });
  });
  if (change.decisionBasis && change.decisionBasis.decidedOn > on)
    faults.push({
      pointer: '/decisionBasis/decidedOn',
      detail: { zh: '决策日期不能晚于今天', en: 'The day of the decision must not lie ahead' },
    });
  return faults;
}

/**
 * Takes what a poster entered, and proposes the rest: title, services, urgency, mode, lots, candidates for the money.
 * @param need as it stands; a new one has version 0 and everything proposed
 * @returns the need with the change in it, version and instants untouched
 * @throws ValidationFailed naming every fault
 */
export function fillInNeed(need: Need, entry: NeedChange, around: NeedSurroundings): Need {
  const change = givenFields(entry);
  const proposed = new Set(need.proposed);
  for (const field of Object.keys(change)) proposed.delete(field as ProposedField);
  const is = (field: ProposedField): boolean => proposed.has(field);
  const { title: _title, place: _place, lots, categories: _c, components: _k, money, ...plain } = change;

  const entered: Need = {
    ...need,
    ...plain,
    place: around.place,
    money: plainMoney(money ?? need.money),
  };
  const title = change.title ?? (is('title') ? titleFrom(entered.description) : need.title);
  const services = servicesOf(entered, change, is('title') ? '' : title, is, around);
  const codes = services.components.map((component) => component.code);
  const amountFen = mostFen(entered.money);
  const scope = { district: around.place.district, on: around.on };
  const drawn = lots
    ? drawLots(lots, codes, need.lots, around.newId)
    : {
        lots: is('lots') ? singleLot(title, codes, need.lots, around.newId) : followComponents(need.lots, codes),
        faults: [],
      };
  const filled: Need = {
    ...entered,
    ...services,
    title,
    funding: change.funding === undefined ? impliedFunding(entered.funding, amountFen) : entered.funding,
    requiredQualifications: change.requiredQualifications
      ? entered.requiredQualifications
      : entered.requiredQualifications.map((one) => ({
          ...one,
          component: one.component !== null && codes.includes(one.component) ? one.component : null,
        })),
    urgency: is('urgency') ? urgencyFrom(`${title}\n${entered.description}`) : entered.urgency,
    mode: is('mode') ? modeByMoney(amountFen, around.book.mode, scope) : entered.mode,
    lots: drawn.lots,
    fundingCandidates: amountFen === 0 ? [] : fundingCandidates(codes[0] ?? null, around.book.funding, scope),
    proposed: [...proposed],
  };
  const faults = [
    ...leafFaults(change, need, around.understanding),
    ...drawn.faults,
    ...moneyFaults(filled),
    ...otherFaults(filled, change, around.on),
  ];
  if (faults.length > 0) throw new ValidationFailed(faults);
  return filled;
}
