import type { NeedMatch, PageQuery } from '@duijie/contracts';
import type { Context } from '@duijie/service-kit';
import { presentNeedMatch } from './http/pair.presenter';
import { needView } from './need-view';
import type { MatchLists } from './persistence/match-list.read-model';
import type { Subjects } from './persistence/subjects.read-model';
import { engineNeedOf } from './to-engine';

/** A page of a need's list. */
export const listNeedMatches =
  ({ subjects, lists }: { readonly subjects: Subjects; readonly lists: MatchLists }) =>
  async (ctx: Context, needId: string, query: PageQuery & { readonly state: NeedMatch['state'] }) => {
    const { need, onlyProviderId } = needView(ctx, await subjects.need(ctx, needId));
    const page = await lists.ofNeed(needId, query.state, query, onlyProviderId);
    const bodies = await subjects.packageBodies(
      ctx,
      page.items.map(({ packageId }) => packageId),
    );
    const drafters = await subjects.draftersOf(ctx, need.body.organisationId);
    const links = await subjects.links(
      ctx,
      [...new Set(page.items.map(({ providerId }) => providerId))],
      engineNeedOf(need.body, drafters).excludedOrganisationIds,
    );
    return {
      items: page.items.flatMap((row) => {
        const pkg = bodies.get(row.packageId);
        return pkg ? [presentNeedMatch(row, pkg, links)] : [];
      }),
      nextCursor: page.nextCursor,
      matchedAt: need.matchedAt?.toISOString() ?? null,
      upToDate: need.upToDate,
    };
  };
