import type {
  IntroductionBody,
  NamedExposure,
  NeedMatch,
  Page,
  PairExplanation,
  ProviderExposure,
} from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { aPerson, eventually, moveClock } from '@duijie/testkit';
import { startCity, type City } from './a-city';
import { aNeed, anOrganisation, aPackage, theTaxonomy } from './facts';

let city: City;
const broker = aPerson('association', 'broker');
const firms = Array.from({ length: 6 }, (_, n) => anOrganisation({ name: `电梯公司${n}` }));
/** All as good as each other: only the tie key says who comes first, and the rest are hardly seen. */
const packages = firms.map(({ id: providerId }) =>
  aPackage({ providerId, trackRecord: { ratingMean: 4.5, ratingCount: 40, completed: 12 } }),
);
const needs = Array.from({ length: 3 }, () => aNeed({ state: 'published' }));

beforeAll(async () => {
  city = await startCity('mxl', { DUIJIE_MATCHER_EXPOSURE_MS: '300' });
  await city.taxonomy(theTaxonomy());
  await city.organisations(firms);
  await city.packages(packages);
  await city.needs(needs);
  await city.settled(needs.length);
}, 60_000);
afterAll(() => city.stop(), 30_000);

const ledger = async (): Promise<readonly NamedExposure[]> => {
  const { status, body } = await city.call(broker, '/matching/exposure');
  expect(status).toBe(200);
  return (body as Page<NamedExposure>).items;
};

test('who stands low though it is as good is owed exposure, and its score says so exactly', async () => {
  const accounts = await eventually(async () => {
    const found = await ledger();
    expect(found).toHaveLength(firms.length);
    return found;
  }, 30_000);
  for (const share of ['meritPpm', 'exposurePpm'] as const)
    expect(Math.abs(accounts.reduce((sum, one) => sum + one[share], 0) - 1_000_000)).toBeLessThan(10);
  const [most] = accounts;
  expect(most!.owedPermille).toBeGreaterThan(0);
  expect(most!.exposurePpm).toBeLessThan(most!.meritPpm);
  expect(accounts.at(-1)!.owedPermille).toBe(0);
  expect(accounts.map(({ providerName }) => providerName).toSorted()).toEqual(firms.map(({ name }) => name).toSorted());

  const pkg = packages.find(({ providerId }) => providerId === most!.providerId)!;
  await eventually(async () => {
    const { body } = await city.call(broker, `/needs/${needs[0]!.id}/packages/${pkg.id}/explanation`);
    const { contributions, score, chance } = body as PairExplanation;
    const points = contributions.find(({ part }) => part === 'exposure')?.points ?? 0;
    expect(points).toBe(Math.trunc((200 * most!.owedPermille) / 1000));
    expect(contributions.reduce((sum, one) => sum + one.points, 0)).toBe(score);
    expect(chance).toBeNull();
  }, 30_000);
  await city.settled(needs.length);
  const { body } = await city.call(broker, `/needs/${needs[0]!.id}/matches`);
  for (const { score, contributions } of (body as Page<NeedMatch>).items)
    expect(contributions.reduce((sum, one) => sum + one.points, 0)).toBe(score);
}, 60_000);

test('a provider sees its own line and nobody else’s', async () => {
  const own = aPerson('professional_firm', 'owner', { organisationId: firms[0]!.id });
  const { status, body } = await city.call(own, `/matching/exposure/${firms[0]!.id}`);
  expect(status).toBe(200);
  expect(body as ProviderExposure).toMatchObject({ providerId: firms[0]!.id, lists: needs.length, days: 1 });
  expect((await city.call(own, `/matching/exposure/${firms[1]!.id}`)).status).toBe(404);
  expect((await city.call(own, '/matching/exposure')).status).toBe(403);
});

test('each day is entered once, and who was owed most on one day has had more after the next', async () => {
  const before = new Map((await ledger()).map((one) => [one.providerId, one]));
  await moveClock(city.environment, 86_400_000);
  const after = await eventually(async () => {
    const found = await ledger();
    expect(found.map(({ days }) => days)).toEqual(firms.map(() => 2));
    return found;
  }, 40_000);
  const most = [...before.values()][0]!;
  const again = after.find(({ providerId }) => providerId === most.providerId)!;
  expect(again.exposurePpm).toBeGreaterThan(most.exposurePpm);
}, 90_000);

test('a chance of success is told once there are enough outcomes, with how many it rests on', async () => {
  const closed = Array.from({ length: 110 }, () => aNeed({ state: 'awarded' }));
  const lists = closed.flatMap((need) =>
    packages.slice(0, 2).map((pkg, n): IntroductionBody => ({
      id: newId(Date.now()),
      version: 1,
      needId: need.id,
      needTitle: need.title,
      posterId: need.organisationId,
      organisationId: pkg.providerId,
      organisationName: '',
      packageId: pkg.id,
      packageTitle: pkg.title,
      state: n === 0 ? 'interested' : 'declined',
      by: 'broker',
      clearance: 'clear',
      answeredAt: null,
      updatedAt: new Date().toISOString(),
      demo: false,
    })),
  );
  await city.needs(closed);
  await city.publish(
    'desk',
    'introduction.changed.v1',
    'introduction',
    lists.map((data) => ({ id: data.id, version: 1, data })),
  );
  await eventually(async () => expect(await city.rows('SELECT 1 FROM pair_step')).toHaveLength(lists.length), 30_000);
  // Half of them were awarded, whatever their score.
  await city.rows(`UPDATE pair_step SET stage = 'awarded' WHERE MOD(CRC32(source_id), 2) = 0`);
  await moveClock(city.environment, 11 * 60_000);
  await eventually(async () => {
    const chances = await Promise.all(
      packages.slice(0, 2).map(async ({ id }) => {
        const { body } = await city.call(broker, `/needs/${needs[0]!.id}/packages/${id}/explanation`);
        return (body as PairExplanation).chance!;
      }),
    );
    for (const { outcomes, permille } of chances) {
      expect(outcomes).toBeGreaterThanOrEqual(20);
      expect(permille).toBeLessThan(1000);
    }
    expect(Math.max(...chances.map(({ permille }) => permille))).toBeGreaterThan(0);
  }, 30_000);
}, 90_000);
