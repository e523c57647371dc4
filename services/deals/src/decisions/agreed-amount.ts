import type { NeedBody } from '@duijie/contracts';
import type { Fault } from '@duijie/service-kit';

const yuan = (amountFen: number): string => (amountFen / 100).toLocaleString('en', { maximumFractionDigits: 2 });
const fault = (zh: string, en: string): { readonly fault: Fault } => ({
  fault: { pointer: '/amountFen', detail: { zh, en } },
});

/**
 * What an award is for, in fen: as given, else as offered, else the need's fixed sum where it has one lot.
 * @param elsewhereFen what other lots of the need are awarded for: all together stay within its money
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
  switch (money.kind) {
    case 'unknown':
      return { amountFen: named };
    case 'none':
      return (named ?? 0) > 0
        ? fault('该需求没有经费,不能约定金额', 'The need has no money: no amount can be agreed on')
        : { amountFen: null };
    case 'fixed':
    case 'range': {
      const most = money.kind === 'fixed' ? money.amountFen : money.maxFen;
      const amountFen = named ?? (money.kind === 'fixed' && onlyLot ? money.amountFen : null);
      if ((amountFen ?? 0) + elsewhereFen <= most) return { amountFen };
      const left = Math.max(0, most - elsewhereFen);
      return fault(`超出经费:还可用 ${yuan(left)} 元`, `More than the money there is: ${yuan(left)} yuan are left`);
    }
  }
}
