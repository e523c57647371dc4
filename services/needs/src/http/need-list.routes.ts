import { needsRoutes, type NeedSummary, type Page } from '@duijie/contracts';
import { dayOf, type Clock } from '@duijie/domain-kit';
import { actingForOf, bind, NotFound, type BoundRoute, type Context } from '@duijie/service-kit';
import type { Need } from '../need';
import type { NeedLists } from '../persistence/need-lists.read-model';
import type { Reference } from '../reference';
import { guidanceFor } from '../rules/guidance';
import { needLine } from './need.presenter';

const linesOf = ({ items, nextCursor }: Page<Need>): { items: NeedSummary[]; nextCursor: string | null } => ({
  items: items.map(needLine),
  nextCursor,
});

/** The area that the caller oversees; a broker's is everything. */
function areaOf(ctx: Context): { district: string | null; subdistrict: string | null } {
  if (ctx.grants.some((grant) => grant.relation === 'any')) return { district: null, subdistrict: null };
  const { district, subdistrict } = actingForOf(ctx);
  return { district, subdistrict };
}

/** Lists of needs, and guidance. They stand before the routes of one need, whose path would take theirs. */
export const needListRoutes = ({
  lists,
  reference,
  clock,
}: {
  readonly lists: NeedLists;
  readonly reference: Reference;
  readonly clock: Clock;
}): BoundRoute[] => [
  bind(needsRoutes.listNeeds, async (_ctx, { query }) => linesOf(await lists.public(query))),
  bind(needsRoutes.listOwnNeeds, async (ctx, { query }) =>
    linesOf(await lists.own(query, actingForOf(ctx).organisationId)),
  ),
  bind(needsRoutes.listScreeningNeeds, async (ctx, { query }) => linesOf(await lists.screening(query, areaOf(ctx)))),
  bind(needsRoutes.getNeedGuidance, async (ctx, { query }) => {
    const understanding = await reference.understanding(ctx);
    if (!understanding.isLeaf(query.leaf)) throw new NotFound();
    const scope = { district: query.district ?? null, on: dayOf(clock.now()) };
    return guidanceFor(query.leaf, query.funding ?? null, await reference.book(ctx), scope);
  }),
];
