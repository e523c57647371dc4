import {
  createRound,
  freezeRound,
  getRound,
  listNeedIntroductions,
  listReceivedIntroductions,
  listRoundNeeds,
  publishRound,
  solveRound,
} from '@duijie/contracts';
import { clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { openMarket, type Market, type Provider } from './market';
import { startSystem, type RunningSystem } from './running-system';

const namespace = testNamespace('rounds');
// Steps wait for other services, which wait for the processor on a busy machine.
const patienceMs = 30_000;
let system: RunningSystem;
let market: Market;
let providers: readonly Provider[];

beforeAll(async () => {
  await clearNamespace(testEnvironment(namespace));
  system = await startSystem('one process', namespace);
  market = await openMarket(system);
  providers = [
    await market.aProvider('甲物业服务有限公司', { capacity: 1 }),
    await market.aProvider('乙物业服务有限公司', { capacity: 1 }),
  ];
}, 240_000);
afterAll(() => system.stop(), 60_000);

test('three needs and two packages of one place each: a round introduces two of them, each provider hears of one', async () => {
  const { client } = market.broker;
  const needIds: string[] = [];
  for (let n = 0; n < 3; n += 1) needIds.push((await market.post('direct')).needId);
  const started = await eventually(
    () => client.call(createRound, { body: { title: '应急托管专场', selection: { by: 'hand', needIds } } }),
    patienceMs,
  );
  const params = { roundId: started.id };
  const solved = await eventually(async () => {
    const { version: ifMatch } = await client.call(getRound, { params });
    const round = await client.call(solveRound, { params, ifMatch });
    if (round.counts.pairs < 6) throw new Error(`${round.counts.pairs} pairs are known`);
    return round;
  }, patienceMs);
  expect(solved.solution?.modes[0]).toMatchObject({ offers: 2, needsServed: 2 });
  const frozen = await client.call(freezeRound, { params, ifMatch: solved.version, body: {} });
  const published = await client.call(publishRound, { params, ifMatch: frozen.version });
  expect(published.state).toBe('published');
  await eventually(async () => {
    const { publication } = await client.call(getRound, { params });
    expect(publication?.offers).toEqual([{ state: 'introduced', count: 2 }]);
  }, patienceMs);

  for (const provider of providers) {
    const { items } = await provider.client.call(listReceivedIntroductions, { query: {} });
    expect(items.map(({ state, packageId }) => [state, packageId])).toEqual([['introduced', provider.packageId]]);
  }
  const introduced = await Promise.all(
    needIds.map(async (needId) => (await client.call(listNeedIntroductions, { params: { needId } })).items.length),
  );
  expect(introduced.toSorted((a, b) => a - b)).toEqual([0, 1, 1]);
  const rows = (await client.call(listRoundNeeds, { params, query: { show: 'unserved' } })).items;
  expect(rows.map(({ needId }) => needId)).toEqual(needIds.filter((_, n) => introduced[n] === 0));
}, 180_000);
