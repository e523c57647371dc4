import type { NeedBody } from '@duijie/contracts';
import { sumFen } from '@duijie/domain-kit';
import type { LotProgress } from './lot-progress';

const holdsMoney: readonly LotProgress['state'][] = ['awarded', 'in_delivery', 'completed'];

/**
 * What a need's money still allows beside the awards of its lots. Lots that are not decided yet hold none of it.
 * @returns unknown where the awards have taken all of it, so that its poster says what there is
 */
export function moneyLeft(money: NeedBody['money'], lots: readonly LotProgress[]): NeedBody['money'] {
  if (money.kind === 'none' || money.kind === 'unknown') return money;
  const taken = sumFen(...lots.map(({ state, award }) => (holdsMoney.includes(state) ? (award?.amountFen ?? 0) : 0)));
  const most = (money.kind === 'fixed' ? money.amountFen : money.maxFen) - taken;
  if (most <= 0) return { kind: 'unknown' };
  return money.kind === 'fixed'
    ? { kind: 'fixed', amountFen: most }
    : { kind: 'range', minFen: Math.min(money.minFen, most), maxFen: most };
}
