import type { NeedBody } from '@duijie/contracts';
import { faultAt, type Fault } from '@duijie/service-kit';
import { mostFenOf } from './most-fen';

const yuan = (amountFen: number): string => (amountFen / 100).toLocaleString('en', { maximumFractionDigits: 2 });
const fault = (zh: string, en: string): { readonly fault: Fault } => ({
  fault: faultAt('/amountFen', zh, en),
});

/**
 * What an award is for, in fen: as given, else as offered, else what is left of the need's fixed sum where it has one lot.
 * @param elsewhereFen what of its money is bound elsewhere: all together stay within it
 * @returns the amount (null where no money flows or none was named), or the fault of `/amountFen`
 */
export function agreedAmount(input: {
  readonly given: number | null;
  readonly offered: number | null;
  readonly money: NeedBody['money'];
  readonly elsewhereFen: number;
  readonly onlyLot: boolean;
}): { readonly amountFen: number | null } | { readonly fault: Fault } {
  const { given, offered, money, elsewhereFen, onlyLot } = input;
  const named = given ?? offered;
  const most = mostFenOf(money);
  if (most === null) return { amountFen: named };
  if (money.kind === 'none')
    return (named ?? 0) > 0
      ? fault('该需求没有经费，不能约定金额', 'The need has no money: no amount can be agreed on')
      : { amountFen: null };
  const left = Math.max(0, most - elsewhereFen);
  const amountFen = named ?? (money.kind === 'fixed' && onlyLot ? left : null);
  if ((amountFen ?? 0) <= left) return { amountFen };
  return fault(`超出经费：还可用 ${yuan(left)} 元`, `More than the money there is: ${yuan(left)} yuan are left`);
}
