import type { NeedMatch, PageQuery } from '@duijie/contracts';
import type { Context } from '@duijie/service-kit';
import { presentFlags } from './http/flags.presenter';
import { presentNeedMatch } from './http/pair.presenter';
import { needView } from './need-view';
import { progressOf } from './pair-progress';
import type { MatchLists } from './persistence/match-list.read-model';
import type { PairStepRepository } from './persistence/pair-step.repository';
import type { Subjects } from './persistence/subjects.read-model';
import type { SayPairs } from './say-pairs';

/** A page of a need's list. */
export const listNeedMatches =
  ({
    subjects,
    lists,
    say,
    steps,
  }: {
    readonly subjects: Subjects;
    readonly lists: MatchLists;
    readonly say: SayPairs;
    readonly steps: PairStepRepository;
  }) =>
  async (ctx: Context, needId: string, query: PageQuery & { readonly state: NeedMatch['state'] }) => {
    const { need, onlyProviderId } = needView(ctx, await subjects.need(ctx, needId));
    const page = await lists.ofNeed(needId, query.state, query, onlyProviderId);
    const bodies = await subjects.packageBodies(
      ctx,
      page.items.map(({ packageId }) => packageId),
    );
    const wall = await subjects.wallOf(ctx, need.body);
    const providers = [...new Set(page.items.map(({ providerId }) => providerId))];
    const links = await subjects.links(ctx, providers, wall.excluded);
    const told = (await steps.ofNeeds(ctx, [needId])).get(needId) ?? [];
    const said = await say(ctx, page.items);
    return {
      items: page.items.flatMap((row) => {
        const pkg = bodies.get(row.packageId);
        const flags = presentFlags(row.providerId, wall, links, onlyProviderId !== null);
        return pkg ? [presentNeedMatch(row, said(row), pkg, { flags, progress: progressOf(told, row) })] : [];
      }),
      nextCursor: page.nextCursor,
      matchedAt: need.matchedAt?.toISOString() ?? null,
      upToDate: need.upToDate,
    };
  };
