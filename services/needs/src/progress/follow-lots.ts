import type { NeedState } from '@duijie/contracts';
import type { Need } from '../need';
import type { NeedStep } from '../store-need';
import type { LotProgress } from './lot-progress';
import { stateFromLots } from './state-from-lots';
import { stepsBetween } from './steps-between';

const following: readonly NeedState[] = ['responding', 'deciding', 'awarded', 'in_delivery'];
/** Where a need has ended here while deals went on. */
const endedHere: readonly NeedState[] = ['returned', 'withdrawn', 'duplicate_of', 'referred_to'];
const fromDecidingOn: readonly NeedState[] = ['deciding', 'awarded', 'in_delivery', 'completed'];
const tooLate = '修改未及审核，响应已截止：按原公开内容办理';

const becauseOf = (lots: readonly LotProgress[], state: LotProgress['state']): string | null =>
  [...new Set(lots.flatMap((lot) => (lot.state === state && lot.because ? [lot.because.zh] : [])))].join('；') || null;

/** Facts of a need that change with a state it comes to by its lots. */
function factsOf(state: NeedState, because: string | null): Partial<Need> {
  if (state === 'returned')
    return {
      returnedBecause: because ?? '协议已终止',
      screening: null,
      screenedFen: null,
      opensAt: null,
      responsesDueAt: null,
    };
  return { opensAt: null, withdrawnBecause: null, duplicateOf: null, referredTo: null, returnedBecause: null };
}

/**
 * Takes a need where its lots are. One that went back to screening when the time for responses was over is decided as it
 * was public last: the change came too late, and nobody has looked at it.
 * @returns the need with the steps that led there, not stored yet; null where it stands there already or does not follow
 */
export function followLots(
  need: Need,
  lots: readonly LotProgress[],
): { readonly need: Need; readonly steps: readonly NeedStep[] } | null {
  const state = stateFromLots(
    need.lots.map(({ id }) => id),
    lots,
    need.publishedVersion ?? 0,
  );
  if (state === null || state === need.state || state === 'responding') return null;
  const ended = endedHere.includes(need.state) && (state === 'awarded' || state === 'in_delivery');
  const late = need.state === 'submitted' && need.lastPublic !== null && fromDecidingOn.includes(state);
  if (!ended && !late && !following.includes(need.state)) return null;
  const way = stepsBetween(need.state, state);
  if (way === null || way.length === 0) return null;
  const because = becauseOf(lots, state === 'returned' ? 'given_back' : 'failed');
  return {
    need: {
      ...need,
      ...(ended || late ? need.lastPublic : {}),
      ...factsOf(state, because),
      state,
      ...(ended ? { endedHidden: false } : {}),
    },
    steps: way.map((step) => {
      if (late && step.from === 'submitted') return { ...step, reason: tooLate };
      return step.to === 'returned' || step.to === 'failed' ? { ...step, reason: because } : step;
    }),
  };
}
