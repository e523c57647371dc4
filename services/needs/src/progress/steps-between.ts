import type { NeedState } from '@duijie/contracts';
import { needLifecycle, type NeedTransition } from '../need-lifecycle';

/** Changes that deals makes, with the words under which the audit log keeps them. */
const dealt = {
  decide: 'need.deciding',
  award: 'need.awarded',
  decideAgain: 'need.decided-again',
  deliver: 'need.in-delivery',
  complete: 'need.completed',
  giveBack: 'need.given-back',
  fail: 'need.failed',
  awardStood: 'need.award-stood',
} as const satisfies Partial<Record<NeedTransition, string>>;
const names = Object.keys(dealt) as (keyof typeof dealt)[];

export interface DealtStep {
  readonly action: (typeof dealt)[keyof typeof dealt];
  readonly from: NeedState;
  readonly to: NeedState;
}

/**
 * The shortest way between two states by changes that deals makes: events of lots may skip what lay between.
 * @returns null when there is none; nothing when the need stands there already
 */
export function stepsBetween(from: NeedState, to: NeedState): readonly DealtStep[] | null {
  const ways = new Map<NeedState, readonly DealtStep[]>([[from, []]]);
  for (const [state, way] of ways)
    for (const name of names) {
      const next = needLifecycle.next(state, name);
      if (next.ok && !ways.has(next.value))
        ways.set(next.value, [...way, { action: dealt[name], from: state, to: next.value }]);
    }
  return ways.get(to) ?? null;
}
