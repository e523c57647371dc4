import type { NeedBody, ResponseInput } from '@duijie/contracts';
import { faultAt, type Fault } from '@duijie/service-kit';
import type { Lot } from '../lots/lot';

/** What the content of a response is measured by. */
export interface ContentRules {
  readonly lot: Pick<Lot, 'components' | 'mode' | 'terms'>;
  readonly money: NeedBody['money'];
  readonly leaderId: string;
}
export interface ContentFaults {
  /** Wrong in any case. */
  readonly faults: readonly Fault[];
  /** May be missing of a draft, not of what is submitted. */
  readonly lacks: readonly Fault[];
}

/** Whether responses are compared with each other, so that each must be complete. */
const isCompared = ({ mode, terms }: ContentRules['lot']): boolean =>
  mode === 'quotation' || mode === 'open_call' || terms.evaluation === 'price' || terms.evaluation === 'scored';

function memberFaults({ memberIds }: ResponseInput, leaderId: string): Fault[] {
  return memberIds.flatMap((memberId, at) => {
    if (memberId === leaderId)
      return faultAt(`/memberIds/${at}`, '牵头机构不必再列为成员', 'The leader is not listed as a member');
    return memberIds.indexOf(memberId) === at
      ? []
      : faultAt(`/memberIds/${at}`, '同一机构只能列一次', 'An organisation is listed once');
  });
}

function priceFault(money: NeedBody['money'], pointer: string): Fault {
  return money.kind === 'none'
    ? faultAt(pointer, '无资金需求，不报价', 'No money is paid for this need, so there is no price')
    : faultAt(pointer, '定额项目，不报价', 'The sum is fixed, so there is no price');
}

/**
 * Checks what is offered: components of the lot, each once and done by a party; prices where price counts and nowhere
 * else; instalments within the price.
 * @param input whole response as it was sent
 * @returns pointers into the body with words; no amount or text of the response is repeated in them
 */
export function contentFaults(input: ResponseInput, { lot, money, leaderId }: ContentRules): ContentFaults {
  const priceCounts = money.kind === 'range' || money.kind === 'unknown';
  const parties = [leaderId, ...input.memberIds];
  const codes = input.components.map(({ code }) => code);
  const faults = memberFaults(input, leaderId);
  input.components.forEach(({ code, organisationId, amountFen }, at) => {
    const pointer = `/components/${at}`;
    if (!lot.components.includes(code))
      faults.push(faultAt(`${pointer}/code`, '这里不需要这项服务', 'It is no service of this lot'));
    else if (codes.indexOf(code) !== at)
      faults.push(faultAt(`${pointer}/code`, '同一分项只能写一次', 'Each component stands once'));
    if (organisationId !== null && !parties.includes(organisationId))
      faults.push(faultAt(`${pointer}/organisationId`, '不是联合体成员', 'It is no member of the consortium'));
    if (amountFen !== null && !priceCounts) faults.push(priceFault(money, `${pointer}/amountFen`));
  });
  const price = priceOf(input.components);
  const most = money.kind === 'fixed' ? money.amountFen : price;
  const instalments = input.milestones.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0);
  if (money.kind === 'none' && instalments > 0) faults.push(priceFault(money, '/milestones'));
  else if (most !== null && instalments > most)
    faults.push(faultAt('/milestones', '各节点金额之和超过总价', 'The instalments exceed the price'));

  const lacks: Fault[] = [];
  if (isCompared(lot) && priceCounts) {
    input.components.forEach(({ amountFen }, at) => {
      if (amountFen === null) lacks.push(faultAt(`/components/${at}/amountFen`, '请填写报价', 'A price is required'));
    });
    if (lot.components.some((code) => !codes.includes(code)))
      lacks.push(faultAt('/components', '请对每个分项报价', 'Each component of the lot needs a price'));
  }
  return { faults, lacks };
}

/** @returns sum of the components' prices in fen, null without any */
export function priceOf(components: ResponseInput['components']): number | null {
  const amounts = components.flatMap(({ amountFen }) => (amountFen === null ? [] : amountFen));
  return amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0);
}
