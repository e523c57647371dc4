import { serviceContext, type Database, type EventHandlers, type TransactionContext } from '@duijie/service-kit';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import type { IntroductionRepository } from '../introductions/persistence/introduction.repository';
import { marketNeedOf, marketPartsOf } from './market-of';
import type { MarketRepository } from './persistence/market.repository';

interface MarketDeps {
  readonly database: Database;
  readonly copies: CopiesRepository;
  readonly introductions: IntroductionRepository;
  readonly market: MarketRepository;
}
export type SettleMarket = (ctx: TransactionContext, needId: string) => Promise<void>;

/** Brings what the market counts of a need in line with what the desk knows of it. Locks the need. */
export const settleMarket =
  ({ copies, introductions, market }: MarketDeps): SettleMarket =>
  async (ctx, needId) => {
    await copies.lockNeed(ctx, needId);
    const agreements = await copies.ofNeed(ctx, 'agreement', needId);
    const one = marketNeedOf({
      need: await copies.find(ctx, 'need', needId),
      matches: await copies.find(ctx, 'need_match', needId),
      introductions: await introductions.ofNeed(ctx, needId),
      lots: await copies.ofNeed(ctx, 'lot', needId),
      appointments: await copies.ofNeed(ctx, 'appointment', needId),
      responses: await copies.ofNeed(ctx, 'response', needId),
      agreements,
    });
    if (one) await market.put(ctx, one, marketPartsOf(agreements));
    else await market.clear(ctx, needId);
  };

/** After the copies took an event about a need. */
export function followMarket(settle: SettleMarket, market: MarketRepository): EventHandlers {
  const onNeed: NonNullable<EventHandlers['need.changed.v1']> = (ctx, { data }) => settle(ctx, data.id);
  return {
    'taxonomy.changed.v1': (ctx, { data }) => market.putWords(ctx, data),
    'need.drafted.v1': onNeed,
    'need.published.v1': onNeed,
    'need.changed.v1': onNeed,
    'need.matched.v1': (ctx, { data }) => settle(ctx, data.needId),
    'lot.changed.v1': (ctx, { data }) => settle(ctx, data.needId),
    'appointment.changed.v1': (ctx, { data }) => settle(ctx, data.needId),
    'response.changed.v1': (ctx, { data }) => settle(ctx, data.needId),
    'agreement.changed.v1': (ctx, { data }) => settle(ctx, data.needId),
  };
}

const batch = 200;

/** Counts what was known before anything was counted. @returns how many needs were looked at */
export const countUncounted =
  ({ database, market, settle }: Pick<MarketDeps, 'database' | 'market'> & { readonly settle: SettleMarket }) =>
  async (): Promise<number> => {
    const asDesk = serviceContext('desk');
    let after = '';
    for (let seen = 0; ;) {
      const ids = await market.uncounted(asDesk, after, batch);
      for (const id of ids) await database.run(asDesk, (ctx) => settle(ctx, id));
      seen += ids.length;
      after = ids.at(-1) ?? '';
      if (ids.length < batch) return seen;
    }
  };
