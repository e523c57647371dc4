import type { AgreementSnapshot } from '@duijie/contracts';
import { formatFen } from '@duijie/domain-kit';
import { faultAt, type Fault, type Words } from '@duijie/service-kit';
import type { Agreement, Milestone } from './agreement';
import type { PriceLimit } from './price-limit';

/** What the terms of an agreement are measured by. */
export interface TermsRules extends Pick<Agreement, 'leaves' | 'payees'> {
  /** Organisations that may do a component: consortium and provider group, without those behind the conflict wall. */
  readonly allowedIds: ReadonlySet<string>;
  /** Milestones as they stand; empty for a draft's first terms. */
  readonly milestones: readonly Milestone[];
  /** The most that the price may be; null where nothing bounds it. */
  readonly limit: PriceLimit | null;
}

function componentFaults({ components, priceFen }: AgreementSnapshot, rules: TermsRules): Fault[] {
  const faults: Fault[] = [];
  const codes = components.map(({ code }) => code);
  components.forEach(({ code, organisationId, amountFen }, at) => {
    const pointer = `/components/${at}`;
    if (!rules.leaves.includes(code))
      faults.push(faultAt(`${pointer}/code`, '这里不需要这项服务', 'It is no service of this lot'));
    if (codes.indexOf(code) !== at)
      faults.push(faultAt(`${pointer}/code`, '同一分项只能写一次', 'Each component stands once'));
    if (!rules.allowedIds.has(organisationId))
      faults.push(
        faultAt(
          `${pointer}/organisationId`,
          '只能由联合体成员或承接方的合作组织承担，且不在回避名单中',
          'Only members of the consortium or of the provider group that are not behind the conflict wall may do it',
        ),
      );
    if ((amountFen === null) !== (priceFen === null))
      faults.push(
        faultAt(`${pointer}/amountFen`, '总价与分项金额须同时填写或同时留空', 'Fill in price and amounts, or neither'),
      );
  });
  const missing = rules.leaves.filter((leaf) => !codes.includes(leaf));
  if (missing.length > 0)
    faults.push(faultAt('/components', `还缺分项：${missing.join('、')}`, `Missing: ${missing.join(', ')}`));
  const sum = components.reduce((total, part) => total + (part.amountFen ?? 0), 0);
  if (faults.length === 0 && priceFen !== null && sum !== priceFen)
    faults.push(
      faultAt(
        '/components',
        `分项合计 ${formatFen(sum, 'zh')}，与总价 ${formatFen(priceFen, 'zh')} 不符`,
        `The components sum to ${formatFen(sum, 'en')}, the price is ${formatFen(priceFen, 'en')}`,
      ),
    );
  return faults;
}

function milestoneFaults({ milestones, priceFen }: AgreementSnapshot, rules: TermsRules): Fault[] {
  const faults: Fault[] = [];
  const ids = milestones.map(({ id }) => id);
  milestones.forEach(({ id }, at) => {
    if (id === null) return;
    if (!rules.milestones.some((held) => held.id === id) || ids.indexOf(id) !== at)
      faults.push(faultAt(`/milestones/${at}/id`, '没有这个节点', 'There is no such milestone'));
  });
  for (const held of rules.milestones) {
    if (held.state !== 'delivered' && held.state !== 'accepted') continue;
    const at = ids.indexOf(held.id);
    const kept = milestones[at];
    if (kept?.title !== held.title || kept.dueOn !== held.dueOn || kept.amountFen !== held.amountFen)
      faults.push(
        faultAt(
          at < 0 ? '/milestones' : `/milestones/${at}`,
          `“${held.title}”已交付或已验收，不能再改`,
          `"${held.title}" is delivered or accepted and stays as it is`,
        ),
      );
  }
  const accepted = rules.milestones.filter(({ state }) => state === 'accepted').map(({ id }) => id);
  if (milestones.every(({ id }) => id !== null && accepted.includes(id)))
    faults.push(faultAt('/milestones', '至少要有一个未验收的节点', 'At least one milestone must be left to accept'));
  const sum = milestones.reduce((total, one) => total + (one.amountFen ?? 0), 0);
  if (sum > (priceFen ?? 0))
    faults.push(faultAt('/milestones', '节点付款合计超过总价', 'The instalments of the milestones exceed the price'));
  return faults;
}

/** @returns the fault of a price beyond its limit, or null */
export function priceFault(
  priceFen: number | null,
  limit: PriceLimit | null,
): (Fault & { readonly detail: Words }) | null {
  if (limit === null || (priceFen ?? 0) <= limit.fen) return null;
  const [zh, en] = [formatFen(limit.fen, 'zh'), formatFen(limit.fen, 'en')];
  return limit.by === 'award'
    ? faultAt('/priceFen', `不能高于确定承接方时的金额 ${zh}`, `Not more than it was awarded for: ${en}`)
    : faultAt('/priceFen', `超出需求的经费：最多 ${zh}`, `More than the need's money allows: at most ${en}`);
}

/**
 * Checks a whole set of terms.
 * @returns faults with pointers into the terms; none when they hold: a price within its limit, each leaf once, done by somebody allowed, amounts
 * that sum to the price and are not below what was paid, instalments within the price, nothing done already that changes
 */
export function termsFaults(terms: AgreementSnapshot, rules: TermsRules): Fault[] {
  const beyond = priceFault(terms.priceFen, rules.limit);
  const faults = [...(beyond ? [beyond] : []), ...componentFaults(terms, rules), ...milestoneFaults(terms, rules)];
  if (terms.startsOn !== null && terms.endsOn !== null && terms.endsOn < terms.startsOn)
    faults.push(faultAt('/endsOn', '结束日期早于开始日期', 'It ends before it starts'));
  const due = dueByPayee(terms);
  for (const { organisationId, paidFen } of rules.payees)
    if (paidFen > (due.get(organisationId) ?? 0))
      faults.push(
        faultAt(
          '/components',
          `已向其中一方付款 ${formatFen(paidFen, 'zh')}，分项金额不能低于已付`,
          `${formatFen(paidFen, 'en')} was paid to one of them already; its components cannot be worth less`,
        ),
      );
  return faults;
}

/** What each organisation is to be paid: the sum of its components. Each yuan stands on exactly one of them. */
export function dueByPayee({ components }: Pick<Agreement, 'components'>): ReadonlyMap<string, number> {
  const due = new Map<string, number>();
  for (const { organisationId, amountFen } of components)
    due.set(organisationId, (due.get(organisationId) ?? 0) + (amountFen ?? 0));
  return due;
}
