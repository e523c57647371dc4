import { anyone, routesOf, type Actor } from '@duijie/contracts';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { actorHeader, createActorTokens } from '../src/auth/actor-token';
import type { Context } from '../src/context';
import { bind } from '../src/http/bind';
import { createApp } from '../src/http/create-app';
import { healthRoutes } from '../src/http/health';
import type { Logger } from '../src/log/logger';
import { createMetrics } from '../src/metrics';

const route = routesOf('offers');
const thing = route('getThing', {
  method: 'GET',
  path: '/thing',
  summary: { zh: '看', en: 'see' },
  response: z.strictObject({ version: z.int(), seenBy: z.string() }),
});
const tokens = createActorTokens('a-secret-of-at-least-32-characters', () => Date.now());
const person: Actor = {
  type: 'person',
  personId: '018f0000-0000-7000-8000-00000000000a',
  name: '测',
  credentialId: '018f0000-0000-7000-8000-00000000000b',
  inPlaceOf: null,
  actingFor: null,
};
const asPerson = { [actorHeader]: tokens.sign(person) };
const asStranger = { 'x-forwarded-for': '203.0.113.7' };
const trace = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

type Line = Readonly<Record<string, unknown>> & { readonly level: string; readonly message: string };
let lines: Line[] = [];
let handle: (ctx: Context) => Promise<{ version: number; seenBy: string }>;
let broken: Error | undefined;
let checked = 0;
let nowMs = 0;
let server: Server;
let url: string;

beforeAll(async () => {
  const at = (level: string) => (facts: object | string, message?: string) =>
    void lines.push({ level, ...(typeof facts === 'string' ? {} : facts), message: message ?? (facts as string) });
  const log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') } as unknown as Logger;
  const metrics = createMetrics();
  metrics.gauge('counted_reads', 'Times that this was read', {}, async () => (checked += 1));
  metrics.gauge('never_read', 'Cannot be read', {}, () => Promise.reject(new Error('away')));
  const check = async (): Promise<void> => {
    checked += 1;
    if (broken) throw broken;
  };
  const app = createApp({
    front: [],
    health: healthRoutes({
      checks: [{ name: 'offers.database', check }],
      metrics,
      metricsToken: 'a-token-for-metrics',
      phase: () => 'serving',
      log,
      nowMs: () => nowMs,
    }),
    mounted: [
      {
        routes: [bind(thing, (ctx) => handle(ctx))],
        deps: { tokens, policy: { getThing: [anyone()] }, files: undefined as never, checkAnswers: true },
      },
    ],
    log,
    metrics,
    trustProxy: true,
  });
  await new Promise<void>((resolve) => {
    server = app.listen(0, '127.0.0.1', () => resolve());
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  handle = async ({ actor }) => ({ version: 3, seenBy: actor.type });
  broken = undefined;
  checked = 0;
  nowMs += 60_000;
  lines = [];
});
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}${path}`, { headers });
/** Lines of requests, written once their answers have left. */
async function requests(count: number): Promise<Line[]> {
  for (;;) {
    const found = lines.filter(({ message }) => message === 'request');
    if (found.length >= count) return found;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('an answer to whoever is signed in is stored nowhere, and never said to be unchanged', async () => {
  const answer = await get('/api/v1/thing', { ...asPerson, 'if-none-match': '"3"' });
  expect(await answer.json()).toEqual({ version: 3, seenBy: 'person' });
  expect(answer.headers.get('etag')).toBe('"3"');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(answer.headers.get('vary')).toBe('Cookie, Authorization, X-Organisation, X-On-Behalf-Of, Accept-Language');
});
test('an answer to whoever is not is asked for anew, and 304 where it is unchanged', async () => {
  const answer = await get('/api/v1/thing');
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
  expect((await get('/api/v1/thing', { 'if-none-match': '"3"' })).status).toBe(304);
  expect((await get('/api/v1/thing', { 'if-none-match': '"2"' })).status).toBe(200);
});
test('a refusal is not stored either', async () => {
  const answer = await get('/api/v1/thing', { [actorHeader]: 'forged' });
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([401, 'private, no-store']);
});

test('a request that fails is told at info with its id and trace, the fault with the same trace', async () => {
  handle = () => Promise.reject(new TypeError('a bug'));
  await get('/api/v1/thing', { 'x-request-id': 'request-1', traceparent: trace });
  await get('/api/v1/thing', { traceparent: 'made up' });
  const [first, second] = await requests(2);
  expect(first).toMatchObject({ level: 'info', status: 500, requestId: 'request-1', traceparent: trace });
  expect(lines.find(({ level }) => level === 'error')).toMatchObject({ requestId: 'request-1', traceparent: trace });
  expect(second?.['traceparent']).toMatch(/^00-[\da-f]{32}-[\da-f]{16}-01$/);
});
test('a request that goes well and fast is told at debug only', async () => {
  await get('/api/v1/thing');
  expect(await requests(1)).toMatchObject([{ level: 'debug', status: 200 }]);
});

test('that the database is away is 503, told once', async () => {
  handle = () =>
    Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED', errno: -111, fatal: true }));
  const answers = [await get('/api/v1/thing'), await get('/api/v1/thing')];
  expect(answers.map((answer) => [answer.status, answer.headers.get('retry-after')])).toEqual([
    [503, '2'],
    [503, '2'],
  ]);
  expect(lines.filter(({ level }) => level === 'warn' || level === 'error')).toMatchObject([
    { level: 'warn', message: expect.stringContaining('away') },
  ]);
});
test.each([
  ['a connection that broke in a query', { driverError: { code: 'PROTOCOL_CONNECTION_LOST', fatal: true } }, 503],
  ['too many connections', { driverError: { errno: 1040 } }, 503],
  ['a server that shuts down', { driverError: { errno: 1053 } }, 503],
  ['a killed connection', { driverError: { errno: 1927 } }, 503],
  ['a deadlock', { driverError: { errno: 1213 } }, 503],
  ['text compared with an ASCII column', { driverError: { errno: 1267 } }, 400],
  ['a statement that is wrong', { driverError: { errno: 1064 } }, 500],
])('%s', async (_what, error, status) => {
  handle = () => Promise.reject(Object.assign(new Error('query'), error));
  expect((await get('/api/v1/thing')).status).toBe(status);
});

test('metrics are for this machine and for the token, behind a proxy too', async () => {
  const statuses = [
    await get('/metrics'),
    await get('/metrics', { 'x-forwarded-for': '127.0.0.1' }),
    await get('/metrics', asStranger),
    await get('/metrics', { ...asStranger, authorization: 'Bearer another-token-x' }),
    await get('/metrics', { ...asStranger, authorization: 'Bearer a-token-for-metrics' }),
  ].map(({ status }) => status);
  expect(statuses).toEqual([200, 200, 403, 403, 200]);
  expect(checked).toBe(1);
  nowMs += 1001;
  const text = await (await get('/metrics')).text();
  expect(text).toContain('counted_reads 2');
  expect(text).not.toMatch(/^never_read/m);
});
test('readiness names what is away, keeps the reason to the log, and asks once a second', async () => {
  broken = new Error('connect ECONNREFUSED 10.0.0.5:3306');
  const answer = await get('/readyz', asStranger);
  const text = await answer.text();
  await get('/readyz');
  expect([answer.status, checked]).toEqual([503, 1]);
  expect(text).toContain('/offers.database');
  expect(text).not.toContain('10.0.0.5');
  expect(lines.filter(({ level }) => level === 'warn')).toMatchObject([{ name: 'offers.database', err: broken }]);
  broken = undefined;
  nowMs += 1001;
  expect((await get('/readyz')).status).toBe(200);
  expect(lines.filter(({ level }) => level === 'info').at(-1)?.message).toBe('all parts are ready again');
});
