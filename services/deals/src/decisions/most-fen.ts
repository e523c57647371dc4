import type { NeedBody } from '@duijie/contracts';

/**
 * The most that all agreements of a need may cost together, in fen.
 * @returns null where its money is not known, and nothing bounds them
 */
export function mostFenOf(money: NeedBody['money']): number | null {
  switch (money.kind) {
    case 'unknown':
      return null;
    case 'none':
      return 0;
    case 'fixed':
      return money.amountFen;
    case 'range':
      return money.maxFen;
  }
}
