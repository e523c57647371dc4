import { anyone, routesOf, type Actor } from '@duijie/contracts';
import { get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { actorHeader, createActorTokens } from '../src/auth/actor-token';
import { NotFound } from '../src/errors';
import { bind, type StreamEvent, type StreamRequest } from '../src/http/bind';
import { createApp } from '../src/http/create-app';
import { createEventStreams, streamLimits, type EventStreams } from '../src/http/event-streams';
import { setStreamGuard } from '../src/http/stream-guard';
import type { Logger } from '../src/log/logger';
import { createMetrics } from '../src/metrics';

const ticks = routesOf('offers')('streamTicks', {
  method: 'GET',
  path: '/ticks',
  summary: { zh: '滴答', en: 'Ticks' },
  response: z.strictObject({ n: z.int(), text: z.string().optional() }),
  transfer: 'stream',
});
type Tick = { n: number; text?: string };
type Source = (asked: StreamRequest) => AsyncGenerator<StreamEvent<Tick>>;

const tokens = createActorTokens('a-secret-of-at-least-32-characters', () => Date.now());
const aPerson = (last: string): Actor => ({
  type: 'person',
  personId: `018f0000-0000-7000-8000-00000000000${last}`,
  name: '测',
  credentialId: '018f0000-0000-7000-8000-00000000000b',
  inPlaceOf: null,
  actingFor: null,
});

const open: { readonly server: Server; readonly streams: EventStreams }[] = [];
let lines: { level: string; message: string }[] = [];
let asked: StreamRequest[] = [];
let sourcesEnded = 0;
let allowed = true;

/** A source of `events` that then stays open until it is told to end. */
const emitting = (...events: StreamEvent<Tick>[]): Source =>
  async function* (request) {
    asked.push(request);
    try {
      yield* events;
      await new Promise<void>((resolve) => {
        if (request.signal.aborted) resolve();
        request.signal.addEventListener('abort', () => resolve());
      });
    } finally {
      sourcesEnded += 1;
    }
  };
const tick = (n: number): StreamEvent<Tick> => ({ id: `t${n}`, event: 'tick', data: { n } });

async function serve(source: Source, limits: Partial<typeof streamLimits> = {}) {
  const at = (level: string) => (_facts: unknown, message: string) => void lines.push({ level, message });
  const log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') } as unknown as Logger;
  const stopping = new AbortController();
  const streams: EventStreams = createEventStreams(stopping.signal, log, true, { ...streamLimits, ...limits });
  const app = createApp({
    front: [
      (req, _res, next) => {
        setStreamGuard(req, async () => allowed);
        next();
      },
    ],
    health: (_req, _res, next) => next(),
    mounted: [
      {
        routes: [bind(ticks, async (_ctx, { stream }) => source(stream as StreamRequest))],
        deps: { tokens, policy: { streamTicks: [anyone()] }, files: undefined as never, streams, checkAnswers: true },
      },
    ],
    log,
    metrics: createMetrics(),
    trustProxy: false,
  });
  const server = await new Promise<Server>((resolve) => {
    const one = app.listen(0, '127.0.0.1', () => resolve(one));
  });
  open.push({ server, streams });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/ticks`, streams, stopping };
}
const as = (actor: Actor): Record<string, string> => ({ [actorHeader]: tokens.sign(actor) });
/** Gives the event loop its turns until something holds; the test's own limit ends it otherwise. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
/** Opens without a pool between, and reads only when asked to. */
const connect = (url: string, headers: Record<string, string>): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => get(url, { headers, agent: false }, resolve).once('error', reject));

beforeEach(() => {
  lines = [];
  asked = [];
  sourcesEnded = 0;
  allowed = true;
});
afterEach(async () => {
  for (const { server, streams } of open.splice(0)) {
    server.close();
    server.closeAllConnections();
    await until(() => streams.count() === 0);
  }
});

test('events are written as they come, with what keeps caches and proxies away', async () => {
  const { url, streams } = await serve(emitting(tick(1), tick(2)), { maxAgeMs: 100 });
  const answer = await fetch(url, { headers: { ...as(aPerson('1')), 'last-event-id': 't0' } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-store, no-transform');
  expect(answer.headers.get('x-accel-buffering')).toBe('no');
  expect(answer.headers.get('content-length')).toBeNull();
  expect(await answer.text()).toBe(
    'retry: 1000\n\nid: t1\nevent: tick\ndata: {"n":1}\n\nid: t2\nevent: tick\ndata: {"n":2}\n\n',
  );
  expect(asked[0]?.lastEventId).toBe('t0');
  expect([sourcesEnded, streams.count()]).toEqual([1, 0]);
});
test('a silent stream is kept alive by comments', async () => {
  const { url } = await serve(emitting(), { maxAgeMs: 150, heartbeatMs: 20 });
  expect((await (await fetch(url)).text()).split(':\n\n').length).toBeGreaterThan(2);
});
test('a source that is exhausted ends the stream, and one that fails is told and ends it', async () => {
  const finite = await serve(async function* () {
    yield tick(1);
  });
  expect(await (await fetch(finite.url)).text()).toContain('t1');
  const failing = await serve(async function* () {
    yield tick(1);
    throw new Error('a bug');
  });
  expect(await (await fetch(failing.url)).text()).toContain('t1');
  expect(lines.filter(({ level }) => level === 'error')).toEqual([{ level: 'error', message: 'a stream broke off' }]);
});
test('a refusal comes as a problem, and gives the place back', async () => {
  const { url, streams } = await serve(() => {
    throw new NotFound();
  });
  const answer = await fetch(url);
  expect([answer.status, answer.headers.get('content-type'), streams.count()]).toEqual([
    404,
    'application/problem+json; charset=utf-8',
    0,
  ]);
});
test('what the contract does not say is not sent', async () => {
  const { url } = await serve(emitting({ id: 'x', event: 'tick', data: { n: 0.5 } }));
  expect(await (await fetch(url)).text()).toBe('retry: 1000\n\n');
  expect(lines.filter(({ level }) => level === 'error')).toHaveLength(1);
});
test('once the credential has ended nothing more passes', async () => {
  let more = (): void => undefined;
  const { url } = await serve(async function* () {
    yield tick(1);
    await new Promise<void>((resolve) => (more = resolve));
    yield tick(2);
  });
  const answer = await fetch(url);
  const reader = answer.body?.getReader();
  let text = '';
  while (!text.includes('t1')) text += Buffer.from((await reader?.read())?.value ?? []).toString();
  allowed = false;
  more();
  expect(await reader?.read()).toMatchObject({ done: true });
});
test('a person has so many streams at once; another person is not in the way', async () => {
  const { url, streams } = await serve(emitting(), { perPerson: 2 });
  const first = await connect(url, as(aPerson('1')));
  await connect(url, as(aPerson('1')));
  const third = await fetch(url, { headers: as(aPerson('1')) });
  expect([third.status, Number(third.headers.get('retry-after'))]).toEqual([429, 55]);
  expect((await connect(url, as(aPerson('2')))).statusCode).toBe(200);
  first.destroy();
  await until(() => streams.count() === 2);
  expect((await connect(url, as(aPerson('1')))).statusCode).toBe(200);
});
test('a reader who goes away frees the source', async () => {
  const { url, streams } = await serve(emitting(tick(1)));
  const reader = await connect(url, as(aPerson('1')));
  expect(streams.count()).toBe(1);
  reader.destroy();
  await until(() => sourcesEnded === 1 && streams.count() === 0);
  expect(asked[0]?.signal.aborted).toBe(true);
});
test('a reader who does not read stops the source, and is let go in the end', async () => {
  let made = 0;
  const { url, streams } = await serve(
    async function* () {
      for (;;) yield { id: String((made += 1)), event: 'tick', data: { n: made, text: 'x'.repeat(100_000) } };
    },
    { maxAgeMs: 300, drainMs: 100 },
  );
  const reader = await connect(url, as(aPerson('1')));
  const closed = new Promise((resolve) => reader.once('close', resolve));
  await until(() => made > 0 && streams.count() === 0);
  expect(made).toBeLessThan(500);
  reader.on('error', () => undefined).resume();
  await closed;
});
test('a host that stops ends its streams, and opens no more', async () => {
  const { url, streams, stopping } = await serve(emitting(tick(1)));
  const answer = await fetch(url);
  stopping.abort();
  expect(await answer.text()).toContain('t1');
  expect([(await fetch(url)).status, streams.count()]).toEqual([503, 0]);
});
test('HEAD is answered by the head alone', async () => {
  const { url, streams } = await serve(emitting(tick(1)));
  const answer = await fetch(url, { method: 'HEAD' });
  expect([answer.status, await answer.text(), streams.count()]).toEqual([200, '', 0]);
});
