import { ProblemError, type Client } from '@duijie/api-client';
import {
  addResponseDocument,
  createAccessToken,
  createResponse,
  listLotResponses,
  submitResponse,
} from '@duijie/contracts';
import { clearNamespace, eventually, moveClock, testEnvironment, testNamespace } from '@duijie/testkit';
import { databaseDump, indexDump, stateFiles, watchRedis } from './everything-kept';
import { openMarket, type Market, type Party } from './market';
import { aMemberOf, administratorOf } from './people';
import { readEverything } from './read-everything';
import { startSystem, type RunningSystem } from './running-system';

const many = 50;
/** Eleven digits that nothing else has, and a text beside them. */
const priceOf = (i: number): number => 31_415_926_500 + i;
const textOf = (i: number): string => `金丝雀${i}号-CANARY-${i}-不得外泄`;
/** Prices that a text tells, in fen: as JSON has them, and in yuan as people and workbooks do. */
function pricesIn(text: string): number[] {
  const fen = [...text.matchAll(/314159265\d{2}(?!\d)/g)].map(([digits]) => Number(digits));
  const yuan = [...text.matchAll(/314,?159,?265(?:\.\d{1,2})?(?!\d)/g)].map(([amount]) =>
    Math.round(Number(amount.replaceAll(',', '')) * 100),
  );
  return [...new Set([...fen, ...yuan])].toSorted((a, b) => a - b);
}
const textsIn = (text: string): string[] =>
  Array.from({ length: many }, (_, i) => `CANARY-${i}-`).filter((canary) => text.includes(canary));
const canariesIn = (text: string): string[] => [
  ...pricesIn(text).map(String),
  ...textsIn(text),
  ...Array.from({ length: many }, (_, i) => `金丝雀${i}号`).filter((canary) => text.includes(canary)),
];
const allPrices = Array.from({ length: many }, (_, i) => priceOf(i));

let system: RunningSystem;
let market: Market;
let lotId: string;
let needId: string;
let rival: Party;
let own: Party;
/** An association that competes: its people are brokers. */
let competitor: { readonly client: Client; readonly token: string };
let officerToken: { cookie: string };
let administratorCookie: string;
const responseIds: string[] = [];
const documentOf = new Map<string, string>();
let redisTraffic: { stop(): string };

beforeAll(async () => {
  const namespace = testNamespace('secret');
  await clearNamespace(testEnvironment(namespace));
  system = await startSystem('one process', namespace, {
    DUIJIE_LOG_LEVEL: 'debug',
    DUIJIE_RATE_SIGN_IN: '1000',
    // Whoever is told to come back later has looked at nothing.
    DUIJIE_RATE_ANONYMOUS: '100000',
    DUIJIE_RATE_PERSON: '100000',
    DUIJIE_RATE_TOKEN: '100000',
  });
  redisTraffic = await watchRedis(system.environment);
  market = await openMarket(system);
  rival = await market.aProvider('旁观物业服务有限公司');
  own = await market.aProvider('亲自响应物业服务有限公司');
  const administrator = await administratorOf(system);
  administratorCookie = administrator.cookie;
  officerToken = await aMemberOf(
    system.url,
    administrator.client,
    'department',
    '区住建部门',
    market.district,
    'officer',
  );
  const { client, organisationId } = await aMemberOf(
    system.url,
    administrator.client,
    'association',
    '参加竞争的协会',
    market.district,
    'broker',
  );
  const { token } = await client.call(createAccessToken, { body: { name: '读', validDays: 365, organisationId } });
  competitor = { client, token };
  ({ needId, lotId } = await market.post('open_call', {
    money: { kind: 'range', minFen: 30_000_000_000, maxFen: 99_000_000_000 },
  }));
}, 120_000);
afterAll(() => system.stop(), 60_000);

/** Every GET route that can be asked with what is at hand, as one role. */
const everythingReadBy = (headers: Record<string, string>) =>
  readEverything(system.url, headers, [
    { lotId },
    { needId },
    { organisationId: own.organisationId },
    ...responseIds.map((responseId) => ({ responseId, documentId: documentOf.get(responseId) ?? '' })),
  ]);

/** Hands one in with a file, as its provider does. */
async function handIn(client: Client, i: number): Promise<string> {
  const draft = await eventually(() =>
    client.call(createResponse, {
      params: { lotId },
      body: {
        plan: textOf(i),
        note: textOf(i),
        team: [{ name: textOf(i), role: '项目经理' }],
        components: [{ code: 'property.custody', amountFen: priceOf(i) }],
      },
    }),
  );
  const withDocument = await client.call(addResponseDocument, {
    params: { responseId: draft.id },
    body: {},
    file: { name: `${textOf(i)}.txt`, content: Buffer.from(`${textOf(i)} ${priceOf(i)}`) },
  });
  const handedIn = await client.call(submitResponse, {
    params: { responseId: draft.id },
    ifMatch: withDocument.version,
  });
  expect(handedIn.state).toBe('submitted');
  documentOf.set(draft.id, withDocument.documentId);
  return draft.id;
}

test(`${many} sealed responses are handed in, each by its provider`, async () => {
  responseIds.push(await handIn(own.client, 0), await handIn(competitor.client, 1));
  const others = Array.from({ length: many - 2 }, (_, i) => i + 2);
  // At most four in flight, since each newcomer's password is hashed.
  const oneAfterAnother = async (): Promise<void> => {
    for (let i = others.shift(); i !== undefined; i = others.shift()) {
      const { client } = await aMemberOf(
        system.url,
        market.administrator,
        'property_firm',
        `密封响应第${i}物业公司`,
        market.district,
      );
      responseIds.push(await handIn(client, i));
    }
  };
  await Promise.all(Array.from({ length: 4 }, oneAfterAnother));
  expect(responseIds).toHaveLength(many);
  expect((await market.lotNow(lotId)).responseCount).toBe(many);
}, 240_000);

const roles = (): readonly (readonly [string, Record<string, string>])[] => [
  ['anonymous', {}],
  ['community', { Authorization: `Bearer ${market.community.token}` }],
  ['broker', { Authorization: `Bearer ${market.broker.token}` }],
  ['administrator', { Cookie: administratorCookie }],
  ['officer', { Cookie: officerToken.cookie }],
  ['association that competes', { Authorization: `Bearer ${competitor.token}` }],
  ['another provider', { Authorization: `Bearer ${rival.token}` }],
  ['the provider itself', { Authorization: `Bearer ${own.token}` }],
  [
    'broker on behalf of the provider',
    {
      Authorization: `Bearer ${market.broker.token}`,
      'X-On-Behalf-Of': own.organisationId,
      'X-On-Behalf-Channel': 'phone',
      'X-On-Behalf-Note': encodeURIComponent('来电查询'),
    },
  ],
];

test('before the opening no role reads a canary by any route', async () => {
  for (const [role, headers] of roles()) {
    const read = await everythingReadBy(headers);
    const canaries = canariesIn(Object.values(read).join('\n'));
    const asked = read.text.length > 1000 && (role === 'anonymous' || read.workbook.length > 1000);
    expect({ role, asked, canaries }).toEqual({ role, asked: true, canaries: [] });
  }
}, 300_000);

test('nor do databases, Redis, indexes, files or logs hold one', async () => {
  expect(canariesIn(await databaseDump(system.environment))).toEqual([]);
  const traffic = redisTraffic.stop();
  expect(traffic.length).toBeGreaterThan(10_000);
  expect(canariesIn(traffic)).toEqual([]);
  expect(canariesIn(await indexDump(system.environment))).toEqual([]);
  expect(canariesIn(stateFiles(system.environment))).toEqual([]);
  expect(system.output().length).toBeGreaterThan(10_000);
  expect(canariesIn(system.output())).toEqual([]);
}, 60_000);

test('after the opening the same looks find all of them: the search was no empty one', async () => {
  const { responsesDueAt } = await market.lotNow(lotId);
  await moveClock(system.environment, Date.parse(responsesDueAt ?? '') - Date.now() + 1000);
  await market.lotIn(lotId, 'deciding');
  const read = await everythingReadBy({ Authorization: `Bearer ${market.community.token}` });
  expect(pricesIn(read.text)).toEqual(allPrices);
  expect(textsIn(read.text)).toHaveLength(many);
  // Its workbooks tell the prices, its papers who came.
  expect(pricesIn(read.workbook)).toEqual(allPrices);
  expect(read.paper).toContain(`密封响应第${many - 1}物业公司`);
  // The office of a rival shows its own alone.
  const seen = await everythingReadBy({ Authorization: `Bearer ${competitor.token}` });
  for (const form of ['text', 'workbook'] as const)
    expect({ form, prices: pricesIn(seen[form]) }).toEqual({ form, prices: [priceOf(1)] });
  expect(textsIn(seen.text)).toEqual(['CANARY-1-']);
  expect(
    await rival.client.call(listLotResponses, { params: { lotId } }).then(
      ({ items }) => items.length,
      (error: unknown) => (error instanceof ProblemError ? 0 : -1),
    ),
  ).toBe(0);
}, 240_000);
