import type { NeedBody } from '@duijie/contracts';
import { Conflict } from '@duijie/service-kit';
import { isDeepStrictEqual } from 'node:util';
import type { LotProgress } from './lot-progress';

const awarded: readonly LotProgress['state'][] = ['awarded', 'in_delivery'];
const decided: readonly LotProgress['state'][] = ['deciding', 'completed', ...awarded];

/** @throws Conflict `need.lot-awarded` when somebody holds or delivers one of a need's lots: then the need does not end here */
export function requireNothingAwarded(lots: readonly LotProgress[]): void {
  if (lots.some(({ state }) => awarded.includes(state)))
    throw new Conflict(
      'need.lot-awarded',
      lots.length > 1
        ? {
            zh: '部分标段已确定承接方，不能整体撤回、退回、合并或转办；其余标段落空后，可一键另起新需求',
            en: 'One of its lots is awarded: the need as a whole cannot be ended; what fails of it goes on in a new need',
          }
        : { zh: '已确定承接方，不能撤回、退回、合并或转办', en: 'It is awarded: the need cannot be ended' },
    );
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
        zh: '正在确定或已确定承接方的部分不能修改',
        en: 'A lot that is being decided or is awarded cannot be redrawn',
      });
}

/** What responses to a contest were worked out for, each field so that it says the same where nothing of it differs. */
const answered = ({
  mode,
  components,
  lots,
  money,
  eligibleKinds,
  requiredQualifications,
}: Pick<NeedBody, 'mode' | 'components' | 'lots' | 'money' | 'eligibleKinds' | 'requiredQualifications'>) => ({
  mode,
  components: components.map(({ code }) => code).toSorted(),
  lots: lots.map(({ id, components: codes }) => [id, ...codes.toSorted()]),
  money,
  eligibleKinds: eligibleKinds.toSorted(),
  requiredQualifications,
});
const contests: readonly NeedBody['mode'][] = ['quotation', 'open_call'];
const takesResponses: readonly LotProgress['state'][] = ['upcoming', 'open', 'deciding'];

/**
 * Whoever competes has worked for what was asked when it responded. In the light modes responders are told of a change by
 * its event, and whoever decides sees which version they answered.
 * @throws Conflict `need.responses-in` when a change redraws what responses that are in have answered
 */
export function requireAnsweredKept(
  before: Parameters<typeof answered>[0],
  after: Parameters<typeof answered>[0],
  lots: readonly LotProgress[],
): void {
  const isAnswered = lots.some(({ state, responseCount }) => responseCount > 0 && takesResponses.includes(state));
  if (!isAnswered || !contests.includes(before.mode) || isDeepStrictEqual(answered(before), answered(after))) return;
  throw new Conflict('need.responses-in', {
    zh: '已有响应，请撤回后重新发布',
    en: 'There are responses: withdraw the need and publish it anew',
  });
}
