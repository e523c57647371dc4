import { eventually } from '@duijie/testkit';
import { startCity, type City } from './a-city';
import { expectEngineLists } from './engine-lists';
import { aPackage, theSampleCity, theTaxonomy } from './facts';

let city: City;
const sample = theSampleCity();
const market = {
  needs: new Map(sample.needs.map((need) => [need.id, need])),
  packages: new Map(sample.packages.map((pkg) => [pkg.id, pkg])),
  providers: new Map(sample.organisations.map((organisation) => [organisation.id, organisation])),
  used: new Map<string, number>(),
};

beforeAll(async () => {
  city = await startCity('msr', { DUIJIE_MATCHER_THREADS: '3' });
}, 60_000);
afterAll(() => city.stop(), 30_000);

test('threads that rank over one shared snapshot store the lists of a full re-match, through changes and dismissals', async () => {
  await city.taxonomy(theTaxonomy());
  await city.organisations(sample.organisations);
  await city.packages(sample.packages);
  await city.needs(sample.needs);
  await city.settled(sample.needs.length);
  expect(await expectEngineLists(city, market)).toBeGreaterThan(sample.needs.length);

  const newcomer = aPackage({ title: '全市电梯检修托管', categories: ['facility.elevator'] });
  market.packages.set(newcomer.id, newcomer);
  const [changed] = sample.packages;
  if (!changed) throw new Error('no packages');
  const reworded = { ...changed, version: 2, description: `${changed.description}，另有电梯检修` };
  market.packages.set(changed.id, reworded);
  await city.packages([newcomer, reworded]);
  await eventually(async () =>
    expect((await city.rows('SELECT 1 FROM package_copy WHERE id = ?', [newcomer.id])).length).toBe(1),
  );
  await city.settled(sample.needs.length);
  await expectEngineLists(city, market);
  // Every list says over which state of the packages and by which weights it was made.
  expect(await city.rows(`SELECT 1 FROM need_match WHERE weights_version = '' OR points = '[]' LIMIT 1`)).toEqual([]);
}, 120_000);
