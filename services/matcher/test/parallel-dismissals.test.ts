import type { NeedMatch } from '@duijie/contracts';
import { aPerson } from '@duijie/testkit';
import { startCity, type City } from './a-city';
import { aNeed, anOrganisation, aPackage, theTaxonomy } from './facts';

let city: City;
const poster = aPerson('community');
const pkg = aPackage();
const needs = Array.from({ length: 12 }, () => aNeed({ organisationId: poster.actingFor?.organisationId ?? '' }));

beforeAll(async () => {
  city = await startCity('md', { DUIJIE_MYSQL_POOL: '2' });
  await city.taxonomy(theTaxonomy());
  await city.organisations([anOrganisation({ id: pkg.providerId })]);
  await city.packages([pkg]);
  await city.needs(needs);
  await city.settled(needs.length);
}, 60_000);
afterAll(() => city.stop(), 30_000);

test('more dismissals at once than connections all come through: none asks for a second one', async () => {
  const answers = await Promise.all(
    needs.map(async ({ id }) => {
      const { body } = await city.call(poster, `/needs/${id}/matches`);
      const [match]: NeedMatch[] = (body as { items: NeedMatch[] }).items;
      const path = `/needs/${id}/matches/${pkg.id}/dismiss`;
      return city.call(poster, path, { method: 'POST', body: {}, ifMatch: match?.version ?? 0 });
    }),
  );
  expect(answers.map(({ status }) => status)).toEqual(needs.map(() => 200));
}, 30_000);
