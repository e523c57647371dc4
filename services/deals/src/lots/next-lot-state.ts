import type { LotState } from '@duijie/contracts';
import { Conflict } from '@duijie/service-kit';
import { responseVerbs, type Mode } from '@duijie/domain-kit';
import { lotLifecycle, type LotTransition } from './lot-lifecycle';

/** Words of lot states for people. */
export const lotStateWords: Readonly<Record<LotState, { readonly zh: string; readonly en: string }>> = {
  upcoming: { zh: '待开放', en: 'not open yet' },
  open: { zh: '响应中', en: 'open for responses' },
  deciding: { zh: '确定中', en: 'being decided' },
  awarded: { zh: '已确定承接方', en: 'awarded' },
  in_delivery: { zh: '实施中', en: 'in delivery' },
  completed: { zh: '已完成', en: 'completed' },
  failed: { zh: '未成交', en: 'failed' },
  given_back: { zh: '协议已终止', en: 'given back' },
  closed: { zh: '已关闭', en: 'closed' },
};

/**
 * The lot's state does not allow what was asked. Most needs have one lot, whose poster never hears of lots.
 * @param mode names what providers do while it is open
 */
export function wrongLotState(state: LotState, mode?: Mode): Conflict {
  const words = state === 'open' && mode !== undefined ? `${responseVerbs[mode].zh}中` : lotStateWords[state].zh;
  return new Conflict('lot.wrong-state', {
    zh: `现在是“${words}”，不能这样做`,
    en: `It is in state "${lotStateWords[state].en}", which does not allow this`,
  });
}

/** @returns the state that `transition` leads to @throws Conflict `lot.wrong-state` with the state in words */
export function nextLotState(state: LotState, transition: LotTransition, mode?: Mode): LotState {
  const next = lotLifecycle.next(state, transition);
  if (next.ok) return next.value;
  throw wrongLotState(state, mode);
}
