import { buildPackageColumns, buildTaxonomyIndex, rank } from '@duijie/match-engine';
import { theSampleCity, theTaxonomy } from '../../test/facts';
import { conflictWall } from '../conflict-wall';
import { engineLeavesOf, engineNeedOf, enginePackageOf } from '../to-engine';
import { mayList } from './may-list';

const taxonomy = buildTaxonomyIndex(engineLeavesOf(theTaxonomy()));
const sample = theSampleCity();
const packages = new Map(sample.packages.map((pkg) => [pkg.id, enginePackageOf(pkg, null, 0)]));
const columns = buildPackageColumns([...packages.values()], taxonomy);
const needs = sample.needs.map((need) => engineNeedOf(need, conflictWall(need, [])));

test.each([
  ['their components given', needs],
  ['only their text', needs.map((need) => ({ ...need, categories: [], components: [] }))],
])('whatever the engine lists for needs with %s, may be listed', (_, asked) => {
  let listed = 0;
  for (const need of asked)
    for (const { packageId } of rank(columns, need, { k: columns.count, asOfDay: '2026-12-01' })) {
      const pkg = packages.get(packageId);
      if (!pkg) throw new Error('the engine listed an unknown package');
      expect([need.title, pkg.title, mayList(need, pkg, taxonomy)]).toEqual([need.title, pkg.title, true]);
      listed += 1;
    }
  expect(listed).toBeGreaterThan(asked.length);
});

test('a package of other services or other districts is ruled out before any ranking', () => {
  const all = needs.length * packages.size;
  const left = needs.flatMap((need) => [...packages.values()].filter((pkg) => mayList(need, pkg, taxonomy))).length;
  expect(left).toBeLessThan(all / 2);
});
