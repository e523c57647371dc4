import { eventually } from '@duijie/testkit';
import { startCity, type City } from './a-city';
import { aNeed, aPackage, theTaxonomy } from './facts';

let city: City;
const elder = 'livelihood.elder';
const asked = aNeed({ title: '想办筲箕会', description: '院里想办几场筲箕会', categories: [], components: [] });
const offered = aPackage({
  title: '上门陪伴',
  description: '上门陪伴，按月结算。',
  providerKind: 'social_org',
  categories: [elder],
});

beforeAll(async () => {
  city = await startCity('mlp');
  await city.taxonomy(theTaxonomy());
  await city.packages([offered]);
  await city.needs([asked]);
  await city.settled(1);
}, 60_000);
afterAll(() => city.stop(), 30_000);

const tell = (version: number, means: { phrase: string; code: string }[]) =>
  city.publish('needs', 'understanding.changed.v1', 'understanding', [
    { id: 'city', version, data: { version, means, not: [] } },
  ]);
const position = async () =>
  (await city.rows<{ position: string }>(`SELECT position FROM feed WHERE name = 'packages'`))[0]?.position;
const heard = async () =>
  Number((await city.rows<{ sequence: string }>('SELECT sequence FROM understanding_copy'))[0]?.sequence);

test('a need without services is read by what corrections have taught, and no longer when that is taken back', async () => {
  expect(await city.packageIds(asked.id)).toEqual([]);
  await tell(2, [{ phrase: '筲箕会', code: elder }]);
  await eventually(async () => expect(await city.packageIds(asked.id)).toEqual([offered.id]));
  await city.settled(1);

  // Older news and news of the same phrases move no list.
  const before = await position();
  await tell(4, [{ phrase: '筲箕会', code: elder }]);
  await eventually(async () => expect(await heard()).toBe(4));
  await tell(3, []);
  await tell(5, [{ phrase: '筲箕会', code: elder }]);
  await eventually(async () => expect(await heard()).toBe(5));
  expect(await position()).toBe(before);
  expect(await city.packageIds(asked.id)).toEqual([offered.id]);

  await tell(6, []);
  await eventually(async () => expect(await city.packageIds(asked.id)).toEqual([]));
  expect(Number(await position())).toBe(Number(before) + 1);
}, 60_000);
