import type { NeedBody, NeedView } from '@duijie/contracts';
import { sumFen } from '@duijie/domain-kit';
import type { Fault } from '@duijie/service-kit';

type Money = NeedBody['money'];

/** The most that a need may cost in fen: 0 without money, null when it is not known. */
export function mostFen(money: Money): number | null {
  switch (money.kind) {
    case 'none':
      return 0;
    case 'unknown':
      return null;
    case 'range':
      return money.maxFen;
    case 'fixed':
      return money.amountFen;
  }
}

/** A budget of 0 is no money. */
export const plainMoney = (money: Money): Money =>
  (money.kind === 'range' || money.kind === 'fixed') && mostFen(money) === 0 ? { kind: 'none' } : money;

/** What is wrong with the money of a need: range, funding, budget lines. */
export function moneyFaults(need: {
  readonly money: Money;
  readonly funding: NeedBody['funding'];
  readonly budgetLines: NeedView['budgetLines'] | readonly { readonly label: string; readonly amountFen: number }[];
  readonly ownContribution: NeedView['ownContribution'];
}): Fault[] {
  const faults: Fault[] = [];
  const { money } = need;
  if (money.kind === 'range' && money.minFen > money.maxFen)
    faults.push({
      pointer: '/money/maxFen',
      detail: { zh: '预算上限不能低于下限', en: 'The most must not be below the least' },
    });
  const most = mostFen(money);
  if (need.funding === 'none' && most !== null && most > 0)
    faults.push({
      pointer: '/funding',
      detail: { zh: '有预算时资金来源不能是“无资金”', en: 'A need with a budget must not be funded by nothing' },
    });
  if (need.funding !== null && need.funding !== 'none' && most === 0)
    faults.push({
      pointer: '/funding',
      detail: { zh: '无资金的需求不能有资金来源', en: 'A need without money has no source of money' },
    });
  const lines = sumFen(...need.budgetLines.map((line) => line.amountFen));
  if (most !== null && lines > most + (need.ownContribution?.amountFen ?? 0))
    faults.push({
      pointer: '/budgetLines',
      detail: {
        zh: '预算明细合计超过预算与自筹之和',
        en: 'The budget lines exceed the budget and the own contribution',
      },
    });
  return faults;
}
