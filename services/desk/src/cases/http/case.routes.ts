import { deskRoutes } from '@duijie/contracts';
import { actingForOf, bind, type BoundRoute, type Context } from '@duijie/service-kit';
import type { CaseDeps } from '../case-deps';
import { changeCase, reachedCase } from '../change-case';
import { makeNeedOfCase, type MadeNeed } from '../make-need-of-case';
import type { CaseEntity } from '../persistence/case.entity';
import { presentCase, summarizeCase } from '../present-case';

/** Cases of the caller's association. */
export function caseRoutesOf(deps: CaseDeps): BoundRoute[] {
  const { cases, sealing, steps, whose } = deps;
  const change = changeCase(deps);
  const make = makeNeedOfCase(deps);
  const stepsOf = (ctx: Context, all: readonly CaseEntity[]) =>
    steps.followUps.openOfCases(
      ctx,
      all.map(({ id }) => id),
    );
  const show = async (ctx: Context, one: CaseEntity) =>
    presentCase(one, (await stepsOf(ctx, [one])).get(one.id), sealing);
  return [
    bind(deskRoutes.listCases, async (ctx, { query }) => {
      const mine = query.whose === 'mine' ? await whose(ctx) : null;
      const { items, nextCursor } = await cases.list(ctx, actingForOf(ctx).organisationId, mine, query);
      const next = await stepsOf(ctx, items);
      return { items: items.map((one) => summarizeCase(one, next.get(one.id))), nextCursor };
    }),
    bind(deskRoutes.getCase, async (ctx, { params }) => show(ctx, await reachedCase(cases, ctx, params.caseId))),
    bind(deskRoutes.changeCase, async (ctx, { params, ifMatch, body }) =>
      show(ctx, await change(ctx, params.caseId, ifMatch, body)),
    ),
    bind(
      deskRoutes.makeNeedOfCase,
      async (ctx, { params, ifMatch }, made: MadeNeed) => ({
        ...(await show(ctx, await make.link(ctx, params.caseId, ifMatch, made))),
        notPublished: made.notPublished,
      }),
      (ctx, { params, ifMatch, body }) => make.prepare(ctx, params.caseId, ifMatch, body),
    ),
  ];
}
