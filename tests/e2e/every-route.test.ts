import { allModules } from '@duijie/all-in-one';
import { startHost, type Host } from '@duijie/service-kit';
import { clearNamespace, testEnvironment, testNamespace } from '@duijie/testkit';
import { operations } from './every-route/operations';
import { reachAll } from './every-route/reach';
import {
  findsNothing,
  refusesOddBody,
  refusesOddQuery,
  refusesStrangers,
  refusesUnreadable,
  wantsItsHeader,
  type Check,
} from './every-route/refusals';
import { createWorld, type World } from './every-route/world';

const environment = testEnvironment(testNamespace('every'), {
  DUIJIE_RATE_ANONYMOUS: '1000000',
  DUIJIE_RATE_PERSON: '1000000',
  DUIJIE_RATE_SIGN_IN: '1000000',
});
let host: Host;
let world: World;

beforeAll(async () => {
  await clearNamespace(environment);
  host = await startHost(allModules, environment);
  world = await createWorld({ url: host.url, environment });
}, 120_000);
afterAll(() => host.stop());

const checks: Readonly<Record<string, Check>> = {
  'values that do not fit in the query': refusesOddQuery,
  'fields that do not fit in the body': refusesOddBody,
  'content that cannot be read': refusesUnreadable,
  'a missing header of its kind': wantsItsHeader,
  'whom the policy does not name': refusesStrangers,
  'ids of nothing': findsNothing,
};
describe.each(Object.entries(checks))('%s is refused with the right problem', (_what, check) => {
  test.each(operations.map((operation) => [operation.id, operation] as const))('by %s', async (_id, operation) => {
    expect(await check(world, operation)).toEqual([]);
  });
});

test('the checks have asked', () => expect(world.asked()).toBeGreaterThan(10 * operations.length));

test('with what is there: keys hold, somebody else reaches nothing, nothing breaks, and most operations succeed', async () => {
  const { reached, missed, faults, keysTried, strangersTried } = await reachAll(world);
  const account = [...missed].map(([id, why]) => `  ${id}: ${why}\n`).join('');
  process.stdout.write(`${reached.size} of ${operations.length} operations reached a 2xx. Not:\n${account}`);
  expect(faults).toEqual([]);
  expect(reached.size / operations.length).toBeGreaterThanOrEqual(0.95);
  expect(keysTried).toBeGreaterThan(20);
  expect(strangersTried).toBeGreaterThan(100);
}, 600_000);
