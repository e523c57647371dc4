import type { NeedBody, OrganisationState, PackageBody } from '@duijie/contracts';
import { dayOf } from '@duijie/domain-kit';
import { buildPackageColumns, buildTaxonomyIndex, rank } from '@duijie/match-engine';
import { conflictWall } from '../src/conflict-wall';
import { engineLeavesOf, engineNeedOf, enginePackageOf } from '../src/to-engine';
import type { City } from './a-city';
import { theTaxonomy } from './facts';

/** What a test has published, by id. */
export interface Market {
  readonly needs: ReadonlyMap<string, NeedBody>;
  readonly packages: ReadonlyMap<string, PackageBody>;
  readonly providers: ReadonlyMap<string, OrganisationState>;
  readonly used: ReadonlyMap<string, number>;
}
type Lists = Map<string, { readonly packageId: string; readonly score: number }[]>;

/** The lists that the engine gives directly for a market: a full re-match. */
export function engineLists(
  { needs, packages, providers, used }: Market,
  needIds: Iterable<string> = needs.keys(),
): Lists {
  const taxonomy = buildTaxonomyIndex(engineLeavesOf(theTaxonomy()));
  const published = [...packages.values()].filter(({ state }) => state === 'published');
  const columns = buildPackageColumns(
    published.map((pkg) => enginePackageOf(pkg, providers.get(pkg.providerId) ?? null, used.get(pkg.id) ?? 0)),
    taxonomy,
  );
  const asOfDay = dayOf(new Date());
  return new Map(
    [...needIds].map((needId) => {
      const need = needs.get(needId);
      if (!need) throw new Error('unknown need');
      const list = rank(columns, engineNeedOf(need, conflictWall(need, [])), { k: 20, asOfDay });
      return [needId, list.map(({ packageId, score }) => ({ packageId, score }))];
    }),
  );
}

/** Expects what is stored to be a full re-match. @returns how many pairs are stored */
export async function expectEngineLists(city: City, market: Market): Promise<number> {
  const rows = await city.rows<{ need_id: string; package_id: string; score: number }>(
    `SELECT need_id, package_id, score FROM need_match WHERE state = 'suggested' ORDER BY need_id, place`,
  );
  const stored: Lists = new Map([...market.needs.keys()].map((id) => [id, []]));
  for (const row of rows) stored.get(row.need_id)?.push({ packageId: row.package_id, score: row.score });
  expect(stored).toEqual(engineLists(market));
  return rows.length;
}
