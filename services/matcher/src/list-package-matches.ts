import type { PackageMatch, PageQuery } from '@duijie/contracts';
import { dayOf, type Clock } from '@duijie/domain-kit';
import { decodeCursor, NotFound, pageFrom, requireReach, type Context } from '@duijie/service-kit';
import type { MatchingEngine } from './engine/matching-engine';
import { presentFacts, presentNeed, type PairFacts } from './http/pair.presenter';
import { actingOrganisation } from './need-view';
import type { MatchLists } from './persistence/match-list.read-model';
import type { PackageSubject, Subjects } from './persistence/subjects.read-model';
import { suggestionsPerNeed } from './suggestions-per-need';
import { enginePackageOf } from './to-engine';

interface Fit {
  readonly needId: string;
  readonly rank: number;
  readonly facts: PairFacts;
}

/**
 * Published needs that a package fits. Of a draft, or while its provider is not verified, it is what would fit if the
 * package were open: nothing is stored of that.
 */
export const listPackageMatches = (deps: {
  readonly clock: Clock;
  readonly engine: MatchingEngine;
  readonly subjects: Subjects;
  readonly lists: MatchLists;
}) => {
  const { clock, engine, subjects, lists } = deps;

  async function supposed(pkg: PackageSubject, { limit, cursor }: PageQuery) {
    const { output } = await engine.run('ask', 'fitting', {
      pkg: { ...enginePackageOf(pkg.body, pkg.provider), published: true, verified: true },
      asOfDay: dayOf(clock.now()),
      k: suggestionsPerNeed,
    });
    const [score, needId] = cursor === undefined ? [Infinity, ''] : decodeCursor(cursor, ['number', 'id']);
    const from = output.filter(
      (fit) => fit.ranked.score < score || (fit.ranked.score === score && fit.needId < needId),
    );
    const page = pageFrom(from.slice(0, limit + 1), limit, (fit) => [fit.ranked.score, fit.needId]);
    const fits = page.items.map((fit): Fit => ({ needId: fit.needId, rank: fit.rank, facts: fit.ranked }));
    return { fits, nextCursor: page.nextCursor, total: output.length };
  }

  async function stored(pkg: PackageSubject, query: PageQuery) {
    const page = await lists.ofPackage(pkg.body.id, query);
    const fits = page.items.map((row): Fit => ({ needId: row.needId, rank: row.place, facts: row }));
    return { fits, nextCursor: page.nextCursor, total: await lists.countOfPackage(pkg.body.id) };
  }

  return async (ctx: Context, packageId: string, query: PageQuery) => {
    const pkg = await subjects.package(ctx, packageId);
    if (!pkg || (pkg.body.state === 'draft' && actingOrganisation(ctx) !== pkg.body.providerId)) throw new NotFound();
    requireReach(ctx, { organisationId: pkg.body.providerId, visible: false });
    const offer = enginePackageOf(pkg.body, pkg.provider);
    const isOpen = offer.published && offer.verified;
    const { fits, nextCursor, total } = await (isOpen ? stored(pkg, query) : supposed(pkg, query));
    const needs = await subjects.needBodies(
      ctx,
      fits.map(({ needId }) => needId),
    );
    const excluded = [...new Set([...needs.values()].flatMap((need) => need.excludedOrganisationIds))];
    const links = await subjects.links(ctx, [pkg.body.providerId], excluded);
    const items = fits.flatMap(({ needId, rank, facts }): PackageMatch[] => {
      const need = needs.get(needId);
      if (!need) return [];
      const own = links.filter(({ from, to }) => [from, to].some((id) => need.excludedOrganisationIds.includes(id)));
      return [{ need: presentNeed(need), rank, ...presentFacts(facts, pkg.body.providerId, own) }];
    });
    return { items, nextCursor, total, supposed: !isOpen, upToDate: pkg.upToDate };
  };
};
