import { Loop } from '@duijie/service-kit';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import type { DeskDeps, DeskPart } from '../desk-part';
import type { IntroductionListener } from '../introductions/introduction-deps';
import type { IntroductionRepository } from '../introductions/persistence/introduction.repository';
import { marketRoutesOf } from './http/market.routes';
import { createMarketRepository } from './persistence/market.repository';
import { countUncounted, followMarket, settleMarket } from './settle-market';

const everyMs = 3_600_000;

/** The market: what is counted of needs and agreements, kept as their events come. */
export function createMarket(
  deps: DeskDeps & { readonly copies: CopiesRepository; readonly introductions: IntroductionRepository },
): { readonly part: DeskPart; readonly onIntroduction: IntroductionListener } {
  const { clock, database, log } = deps;
  const market = createMarketRepository(database);
  const settle = settleMarket({ ...deps, market });
  const counting = new Loop('market counted', everyMs, countUncounted({ database, market, settle }), log);
  return {
    onIntroduction: (ctx, needId) => settle(ctx, needId),
    part: {
      routes: marketRoutesOf({ database, clock }),
      events: followMarket(settle, market),
      start: () => counting.start(),
      stop: () => counting.stop(),
    },
  };
}
