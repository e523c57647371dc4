import type { PageQuery, RoundNeed, RoundPackage, RoundProof, RoundState, RoundView } from '@duijie/contracts';
import { snapshotHash } from '@duijie/round-engine';
import { Conflict, decodeCursor, pageFrom, actingForOf, type Context } from '@duijie/service-kit';
import { inWords, presentFacts, shownScore, storedFacts } from '../http/pair.presenter';
import { presentRound, presentRoundLine } from './http/round.presenter';
import { seeRound } from './reach-round';
import { pairKey, type RoundRow, type RoundSolution } from './round';
import type { RoundDeps } from './round-deps';

const modes = ['optimum', 'stable', 'greedy'] as const;
type Show = 'all' | 'unserved' | 'marked' | 'fallen';

/** A page of what is in memory, its cursor the place of its last item. */
function pageOf<T>(items: readonly T[], { limit, cursor }: PageQuery) {
  const from = cursor === undefined ? 0 : decodeCursor(cursor, ['number'])[0] + 1;
  const rows = items.slice(from, from + limit + 1).map((item, n) => ({ item, at: from + n }));
  const page = pageFrom(rows, limit, ({ at }) => [at]);
  return { items: page.items.map(({ item }) => item), nextCursor: page.nextCursor };
}

/** What is read of rounds. */
export const readRounds = (deps: RoundDeps) => {
  const { rounds, parts, offers, facts, subjects } = deps;

  async function view(ctx: Context, row: RoundRow): Promise<RoundView> {
    const solution = await rounds.solution(ctx, row.id);
    const marked = await parts.marked(ctx, row.id);
    const packages = await parts.packages(ctx, row.id);
    const ids = solution?.modes.flatMap(({ exposure }) => exposure.map(({ organisationId }) => organisationId)) ?? [];
    return presentRound(row, {
      solution,
      names: await facts.names(ctx, [...new Set(ids)]),
      counts: {
        packages: packages.length,
        providers: new Set(packages.map(({ providerId }) => providerId)).size,
        pinned: marked.filter(({ mark }) => mark === 'pinned').length,
        vetoed: marked.filter(({ mark }) => mark === 'vetoed').length,
      },
      offers: row.state === 'published' ? await offers.counts(ctx, row.id) : [],
    });
  }

  /** @returns pair → modes that choose it */
  function choosers(solution: RoundSolution | null): ReadonlyMap<string, (typeof modes)[number][]> {
    const by = new Map<string, (typeof modes)[number][]>();
    for (const mode of modes)
      for (const pair of solution?.chosen[mode] ?? []) by.set(pairKey(pair), [...(by.get(pairKey(pair)) ?? []), mode]);
    return by;
  }

  async function shownNeeds(ctx: Context, row: RoundRow, solution: RoundSolution | null, show: Show) {
    const needs = await parts.needs(ctx, row.id);
    if (show === 'all') return needs;
    if (show === 'marked') {
      const marked = new Set((await parts.marked(ctx, row.id)).map(({ needId }) => needId));
      return needs.filter(({ needId, offers: set }) => marked.has(needId) || set !== null);
    }
    if (show === 'fallen') {
      const fallen = await offers.needsNotServed(ctx, row.id);
      return needs.filter(({ needId }) => fallen.has(needId));
    }
    const served = new Set(solution?.chosen.optimum.map(({ needId }) => needId));
    return needs.filter(({ needId }) => !served.has(needId));
  }

  return {
    view,
    async list(ctx: Context, query: PageQuery & { readonly state?: RoundState | undefined }) {
      const page = await rounds.list(ctx, actingForOf(ctx).organisationId, query.state, query);
      return { items: page.items.map(presentRoundLine), nextCursor: page.nextCursor };
    },
    async get(ctx: Context, id: string): Promise<RoundView> {
      return view(ctx, await seeRound(ctx, deps, id));
    },
    async needs(ctx: Context, id: string, query: PageQuery & { readonly show: Show }) {
      const row = await seeRound(ctx, deps, id);
      const solution = await rounds.solution(ctx, row.id);
      const by = choosers(solution);
      const page = pageOf(await shownNeeds(ctx, row, solution, query.show), query);
      const ids = page.items.map(({ needId }) => needId);
      const bodies = await subjects.needBodies(ctx, ids);
      const pairs = await parts.pairs(ctx, row.id, ids);
      const packages = await subjects.packageBodies(ctx, [...new Set(pairs.map(({ packageId }) => packageId))]);
      const listed = new Map((await facts.listed(ctx, ids)).map((pair) => [pairKey(pair), pair]));
      const said = await deps.say(ctx, pairs);
      const made = new Map(
        (row.state === 'published' ? await offers.ofNeeds(ctx, row.id, ids) : []).map((one) => [pairKey(one), one]),
      );
      const items = page.items.flatMap(({ needId, offers: set }): RoundNeed[] => {
        const need = bodies.get(needId);
        if (!need) return [];
        return [
          {
            needId,
            title: need.title,
            organisationName: need.organisationName,
            district: need.place.district,
            subdistrict: need.place.subdistrict,
            state: need.state,
            demo: need.demo,
            offers: set ?? row.settings.offersPerNeed,
            offersSet: set !== null,
            candidates: pairs.flatMap((pair) => {
              const pkg = packages.get(pair.packageId);
              if (pair.needId !== needId || !pkg) return [];
              const match = listed.get(pairKey(pair));
              const offer = made.get(pairKey(pair));
              const words = said(pair);
              const { contributions, reasons } = match
                ? presentFacts(storedFacts(match, words), [])
                : { contributions: [], reasons: (words?.reasons ?? []).map(inWords) };
              return [
                {
                  packageId: pkg.id,
                  packageTitle: pkg.title,
                  providerId: pkg.providerId,
                  providerName: pkg.providerName,
                  score: pair.score,
                  scoreShown: shownScore(pair.score),
                  mark: pair.mark,
                  chosenBy: by.get(pairKey(pair)) ?? [],
                  contributions,
                  reasons,
                  outcome: offer ? { state: offer.state, words: offer.words } : null,
                },
              ];
            }),
          },
        ];
      });
      return { items, nextCursor: page.nextCursor };
    },
    async packages(ctx: Context, id: string, query: PageQuery) {
      const row = await seeRound(ctx, deps, id);
      const solution = await rounds.solution(ctx, row.id);
      const taken = new Map<string, number>();
      for (const { packageId } of solution?.chosen.optimum ?? []) taken.set(packageId, (taken.get(packageId) ?? 0) + 1);
      const page = pageOf(await parts.packages(ctx, row.id), query);
      const bodies = await subjects.packageBodies(
        ctx,
        page.items.map(({ packageId }) => packageId),
      );
      const { packagePlaces } = row.settings;
      const items = page.items.flatMap(({ packageId, free, places }): RoundPackage[] => {
        const pkg = bodies.get(packageId);
        if (!pkg) return [];
        return [
          {
            packageId,
            packageTitle: pkg.title,
            providerId: pkg.providerId,
            providerName: pkg.providerName,
            free,
            places: places ?? Math.min(free, packagePlaces ?? free),
            placesSet: places !== null,
            offers: taken.get(packageId) ?? 0,
          },
        ];
      });
      return { items, nextCursor: page.nextCursor };
    },
    async proof(ctx: Context, id: string): Promise<RoundProof> {
      const row = await seeRound(ctx, deps, id);
      const frozen = await rounds.frozen(ctx, row.id);
      if (!frozen || row.snapshot === null)
        throw new Conflict('round.draft', { zh: '轮次尚未定稿', en: 'The round is not frozen' });
      const { plan, pinned, record } = frozen;
      return {
        snapshot: row.snapshot,
        planHash: snapshotHash(plan),
        plan: JSON.parse(JSON.stringify(plan)) as RoundProof['plan'],
        pinned: [...pinned],
        record: JSON.parse(JSON.stringify(record)) as RoundProof['record'],
      };
    },
  };
};
