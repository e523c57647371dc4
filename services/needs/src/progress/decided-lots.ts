import type { NeedBody } from '@duijie/contracts';
import { Conflict } from '@duijie/service-kit';
import type { LotProgress } from './lot-progress';

const awarded: readonly LotProgress['state'][] = ['awarded', 'in_delivery'];
const decided: readonly LotProgress['state'][] = ['deciding', 'completed', ...awarded];

/** @throws Conflict `need.lot-awarded` when somebody holds or delivers one of a need's lots: then the need does not end here */
export function requireNothingAwarded(lots: readonly LotProgress[]): void {
  if (lots.some(({ state }) => awarded.includes(state)))
    throw new Conflict('need.lot-awarded', {
      zh: '部分标段已确定承接方,不能整体撤回、退回、合并或转办;请只结束其余标段',
      en: 'One of its lots is awarded: the need as a whole cannot be ended; end the other lots alone',
    });
}

/** @throws Conflict `need.lot-decided` when a change takes out or redraws a lot whose responses are closed */
export function requireDecidedLotsKept(
  before: NeedBody['lots'],
  after: NeedBody['lots'],
  lots: readonly LotProgress[],
): void {
  const servicesOf = (drawn: NeedBody['lots'], lotId: string): string | undefined =>
    drawn
      .find(({ id }) => id === lotId)
      ?.components.toSorted()
      .join();
  for (const { lotId, state } of lots)
    if (decided.includes(state) && servicesOf(before, lotId) !== servicesOf(after, lotId))
      throw new Conflict('need.lot-decided', {
        zh: '评定中或已确定承接方的标段不能修改',
        en: 'A lot that is being decided or is awarded cannot be redrawn',
      });
}
