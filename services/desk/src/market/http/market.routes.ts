import { deskRoutes, fewestTold, type MarketBy, type MarketQuery } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import { bind, type BoundRoute, type Context, type Database } from '@duijie/service-kit';
import { askedPeriod } from '../asked-period';
import { compoundTimelineOf } from '../persistence/compound-timeline.read-model';
import { createMarketFigures, type HoursColumn, type MarketAsked } from '../persistence/market-figures.read-model';
import { marketKey, presentNeeds, presentShares, presentSpread } from '../present-figures';

/** Figures of the market, and what happened in a compound. */
export function marketRoutesOf({
  database,
  clock,
}: {
  readonly database: Database;
  readonly clock: Clock;
}): BoundRoute[] {
  const figures = createMarketFigures(database);
  const timeline = compoundTimelineOf(database);
  const askedOf = (query: MarketQuery): MarketAsked => ({ ...query, ...askedPeriod(query, clock.now()) });
  const keysOf = async (ctx: Context, by: MarketBy, rows: readonly { readonly k: string }[]) => {
    const named = by === 'category' || by === 'leaf';
    const words = await figures.words(ctx, named ? rows.map(({ k }) => k) : []);
    return (key: string) => marketKey(by, key, words);
  };
  return [
    bind(deskRoutes.listMarketNeeds, async (ctx, { query }) => {
      const { items, nextCursor } = await figures.needs(ctx, askedOf(query));
      const keyOf = await keysOf(ctx, query.by, items);
      return { items: items.map((row) => presentNeeds(keyOf(row.k), row)), nextCursor };
    }),
    bind(deskRoutes.listMarketTimes, async (ctx, { query }) => {
      const asked = askedOf(query);
      const { items, nextCursor } = await figures.needs(ctx, asked);
      const keyOf = await keysOf(ctx, query.by, items);
      const [first, last] = [items[0]?.k, items.at(-1)?.k];
      if (first === undefined || last === undefined) return { items: [], nextCursor };
      const spread = (hours: HoursColumn) => figures.spread(ctx, asked, hours, [first, last], fewestTold);
      const matched = await spread('match_hours');
      const decided = await spread('decision_hours');
      const accepted = await spread('acceptance_hours');
      return {
        items: items.map(({ k }) => ({
          ...keyOf(k),
          toMatch: presentSpread(matched.get(k)),
          toDecision: presentSpread(decided.get(k)),
          toAcceptance: presentSpread(accepted.get(k)),
        })),
        nextCursor,
      };
    }),
    bind(deskRoutes.listMarketConcentration, async (ctx, { query }) => {
      const { items, nextCursor } = await figures.shares(ctx, askedOf(query));
      const keyOf = await keysOf(ctx, query.by, items);
      return { items: items.map((row) => presentShares(keyOf(row.k), row)), nextCursor };
    }),
    bind(deskRoutes.listCompoundTimeline, async (ctx, { params, query }) => {
      const { items, nextCursor } = await timeline(ctx, params.compoundId, query);
      return { items: [...items], nextCursor };
    }),
  ];
}
