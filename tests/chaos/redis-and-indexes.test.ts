import { getSearchStatus, listNeedMatches, search } from '@duijie/contracts';
import { clearNamespace, deleteIndexes, emptyRedis, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { deliveryReport } from '../e2e/exactly-once';
import { aCommunityOf, aMemberOf, administratorOf, type SignedIn } from '../e2e/people';
import { startSystem, type RunningSystem } from '../e2e/running-system';
import { keepOn, publishCustody, publishNeed } from './people-at-work';
import { untilSettled } from './standing';

jest.setTimeout(120_000);
const namespace = testNamespace('wiped');
const healedWithinMs = 30_000;
const titleOf = (number: number): string => `第 ${number} 处小区急需物业接管`;
let system: RunningSystem;
let administrator: SignedIn;
let community: SignedIn;
let provider: SignedIn;
const needs = new Map<number, string>();
let begunNeeds = 0;
let begunPackages = 0;

const anotherNeed = async (): Promise<void> => {
  const number = (begunNeeds += 1);
  needs.set(number, (await publishNeed(community.client, number)).id);
};
const anotherPackage = async (): Promise<void> => {
  await publishCustody(provider.client, (begunPackages += 1));
};
const finds = async (number: number): Promise<boolean> => {
  const { items } = await community.client.call(search, { query: { q: titleOf(number), kind: ['need'], limit: 50 } });
  return items.some(({ id }) => id === needs.get(number));
};

beforeAll(async () => {
  await clearNamespace(testEnvironment(namespace));
  system = await startSystem('one process a service', namespace, { DUIJIE_RATE_PERSON: '1000000' });
  administrator = await administratorOf(system);
  community = await aCommunityOf(system.url, administrator.client, '锦江区');
  provider = await aMemberOf(system.url, administrator.client, 'property_firm', '测试物业服务有限公司', '锦江区');
  // The services learn of both organisations by event.
  await eventually(anotherNeed, 20_000);
  await eventually(anotherPackage, 20_000);
  await untilSettled(system, administrator.client, needs.size);
});
afterAll(() => system?.stop());

test('Redis emptied again and again while needs and packages are published: nobody is refused, and the log says so', async () => {
  const told = (): boolean => system.output().includes('Redis was empty');
  let keys = 0;
  let rounds = 0;
  const enough = (): boolean => (rounds >= 5 && told()) || rounds >= 40;
  await Promise.all([
    keepOn(enough, anotherPackage),
    keepOn(enough, anotherNeed),
    keepOn(enough, async () => {
      await anotherNeed();
      keys += await emptyRedis(system.environment);
      rounds += 1;
    }),
  ]);
  expect(keys).toBeGreaterThan(0);
  expect(needs.size).toBeGreaterThan(10);
  expect(told()).toBe(true);
});

test('then everything is matched and found without a hand, and every event took effect once', async () => {
  await untilSettled(system, administrator.client, needs.size, healedWithinMs);
  const { deliveries } = await deliveryReport(system.environment);
  expect(deliveries).toBeGreaterThan(4 * needs.size);
  for (const [number, needId] of needs) {
    expect([number, await finds(number)]).toEqual([number, true]);
    const { items, upToDate } = await community.client.call(listNeedMatches, { params: { needId } });
    expect({ upToDate, matched: items.length > 0 }).toEqual({ upToDate: true, matched: true });
  }
});

test('indexes deleted while people search: every search is answered, and the log says so', async () => {
  const begun = Date.now();
  const gone = await deleteIndexes(system.environment);
  expect(gone).toEqual(expect.arrayContaining([`${namespace}_needs`, `${namespace}_packages`]));
  let found = false;
  // A refusal or a failure would be thrown here.
  await Promise.all(
    [1, 2, 3].map((number) =>
      keepOn(
        () => found || Date.now() - begun > healedWithinMs,
        async () => {
          await finds(number);
          const { indexes } = await administrator.client.call(getSearchStatus);
          found = indexes.find(({ kind }) => kind === 'need')?.indexed === needs.size;
        },
      ),
    ),
  );
  expect({ found, withinMs: Date.now() - begun <= healedWithinMs }).toEqual({ found: true, withinMs: true });
  expect(system.output()).toContain('search index is missing');
});

test('then search finds everything again, and what is published now too', async () => {
  await anotherNeed();
  await untilSettled(system, administrator.client, needs.size, healedWithinMs);
  for (const number of needs.keys()) expect([number, await finds(number)]).toEqual([number, true]);
  const { degraded } = await community.client.call(search, { query: { q: titleOf(1) } });
  expect(degraded).toBe(false);
});

test('every process ends with code 0', async () => {
  const codes = await system.stop();
  expect(codes).toEqual(codes.map(() => 0));
});
