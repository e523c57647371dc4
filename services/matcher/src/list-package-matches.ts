import type { PackageMatch, PackageMatchPage, PageQuery } from '@duijie/contracts';
import { dayOf, type Clock } from '@duijie/domain-kit';
import type { EnginePackage } from '@duijie/match-engine';
import { decodeCursor, pageFrom, requireReach, type Context } from '@duijie/service-kit';
import type { MatchingEngine } from './engine/matching-engine';
import { presentFlags } from './http/flags.presenter';
import { presentFacts, presentNeed, storedFacts, type PairFacts } from './http/pair.presenter';
import { progressOf } from './pair-progress';
import type { MatchLists } from './persistence/match-list.read-model';
import type { PairStepRepository } from './persistence/pair-step.repository';
import type { PackageSubject, Subjects } from './persistence/subjects.read-model';
import type { SayPairs } from './say-pairs';
import { isStaff, seenPackage } from './seen-package';
import { suggestionsPerNeed } from './suggestions-per-need';
import { enginePackageOf } from './to-engine';

const widerShown = 3;

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
  readonly say: SayPairs;
  readonly steps: PairStepRepository;
}) => {
  const { clock, engine, subjects, lists, steps } = deps;

  const ifOpen = ({ body, provider, capacityUsed, exposureOwed }: PackageSubject): EnginePackage => ({
    ...enginePackageOf(body, provider, capacityUsed, exposureOwed),
    published: true,
    verified: true,
  });
  const fitting = async (pkg: EnginePackage) =>
    (await engine.run('ask', 'fitting', { pkg, asOfDay: dayOf(clock.now()), k: suggestionsPerNeed })).output;

  /** What would fit besides if the package were served in the whole city, by district. */
  async function widerThan(
    ctx: Context,
    pkg: PackageSubject,
    known: ReadonlySet<string>,
  ): Promise<PackageMatchPage['wider']> {
    const narrow = ifOpen(pkg);
    const { serviceArea } = narrow;
    if (serviceArea.kind === 'districts' && serviceArea.districts.length === 0) return [];
    const wide = await fitting({ ...narrow, serviceArea: { kind: 'districts', districts: [] } });
    const more = await subjects.needBodies(
      ctx,
      wide.flatMap(({ needId }) => (known.has(needId) ? [] : [needId])),
    );
    const counts = new Map<string, number>();
    for (const { place } of more.values()) counts.set(place.district, (counts.get(place.district) ?? 0) + 1);
    return [...counts]
      .map(([district, count]) => ({ district, more: count }))
      .toSorted((a, b) => b.more - a.more || (a.district < b.district ? -1 : 1))
      .slice(0, widerShown);
  }

  async function supposed(ctx: Context, pkg: PackageSubject, { limit, cursor }: PageQuery) {
    const output = await fitting(ifOpen(pkg));
    const [score, needId] = cursor === undefined ? [Infinity, ''] : decodeCursor(cursor, ['number', 'id']);
    const from = output.filter(
      (fit) => fit.ranked.score < score || (fit.ranked.score === score && fit.needId < needId),
    );
    const wider = cursor === undefined ? await widerThan(ctx, pkg, new Set(output.map((fit) => fit.needId))) : [];
    const page = pageFrom(from.slice(0, limit + 1), limit, (fit) => [fit.ranked.score, fit.needId]);
    const fits = page.items.map((fit): Fit => ({ needId: fit.needId, rank: fit.rank, facts: fit.ranked }));
    return { fits, nextCursor: page.nextCursor, total: output.length, wider };
  }

  async function stored(ctx: Context, pkg: PackageSubject, query: PageQuery) {
    const page = await lists.ofPackage(pkg.body.id, query);
    const said = await deps.say(ctx, page.items);
    const fits = page.items.map((row): Fit => ({
      needId: row.needId,
      rank: row.place,
      facts: storedFacts(row, said(row)),
    }));
    return { fits, nextCursor: page.nextCursor, total: await lists.countOfPackage(pkg.body.id), wider: [] };
  }

  return async (ctx: Context, packageId: string, query: PageQuery) => {
    const pkg = seenPackage(ctx, await subjects.package(ctx, packageId));
    requireReach(ctx, { organisationId: pkg.body.providerId, visible: false });
    const offer = enginePackageOf(pkg.body, pkg.provider, pkg.capacityUsed, pkg.exposureOwed);
    const isOpen = offer.published && offer.verified;
    const { fits, nextCursor, total, wider } = await (isOpen ? stored(ctx, pkg, query) : supposed(ctx, pkg, query));
    const needs = await subjects.needBodies(
      ctx,
      fits.map(({ needId }) => needId),
    );
    const { providerId } = pkg.body;
    const walls = await subjects.wallsOf(ctx, [...needs.values()]);
    const excluded = [...new Set([...walls.values()].flatMap((wall) => wall.excluded))];
    const links = await subjects.links(ctx, [providerId], excluded);
    const told = await steps.ofNeeds(ctx, [...needs.keys()]);
    const items = fits.flatMap(({ needId, rank, facts }): PackageMatch[] => {
      const need = needs.get(needId);
      const wall = walls.get(needId);
      if (!need || !wall) return [];
      const flags = presentFlags(providerId, wall, links, !isStaff(ctx));
      const progress = progressOf(told.get(needId) ?? [], { packageId, providerId });
      return [{ need: presentNeed(need), progress, rank, ...presentFacts(facts, flags) }];
    });
    return { items, nextCursor, total, wider, supposed: !isOpen, upToDate: pkg.upToDate };
  };
};
