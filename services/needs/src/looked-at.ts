import type { Context } from '@duijie/service-kit';
import { withScreener } from './conflict-wall';
import type { Need } from './need';
import { mostFen } from './need-money';

/** A need that the caller has looked at: nothing waits, and whom the caller acts for stands behind its conflict wall. */
export function lookedAt(ctx: Context, need: Need): Need {
  const screener = ctx.actor.type === 'person' ? ctx.actor.actingFor : null;
  return {
    ...need,
    screening: null,
    screenedFen: mostFen(need.money) ?? 0,
    exclusions: screener ? withScreener(need, screener) : need.exclusions,
  };
}
