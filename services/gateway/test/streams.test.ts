import { streamNotices, type NoticeStreamData } from '@duijie/contracts';
import { bind, defineModule, startHost, type StreamEvent } from '@duijie/service-kit';
import { eventually } from '@duijie/testkit';
import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { gatewayModule } from '../src';
import type { FakeServices } from './fake-services';
import { aNeed, gatewayEnvironment, refused, startGateway, type GatewayUnderTest } from './gateway-under-test';

let gateway: GatewayUnderTest;
let fake: FakeServices;
const path = '/api/v1/notices/stream';
const ask = (init?: RequestInit): Promise<Response> => gateway.ask(path, init);

beforeAll(async () => {
  gateway = await startGateway();
  ({ fake } = gateway);
});
afterAll(() => gateway.stop());

/** Plays a service that streams; what it writes is up to the test. */
let service: ServerResponse | undefined;
beforeEach(() => {
  fake.reset();
  service = undefined;
  fake.answering = (_arrived, res) => {
    res.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    res.write('retry: 1000\n\n');
    service = res;
  };
});
/** Reads piece by piece until the text is there. */
async function readUntil(reader: ReadableStreamDefaultReader<Uint8Array> | undefined, wanted: string): Promise<string> {
  let text = '';
  while (!text.includes(wanted)) {
    const piece = await reader?.read();
    if (!piece || piece.done) throw new Error(`ended after ${JSON.stringify(text)}`);
    text += Buffer.from(piece.value).toString('utf8');
  }
  return text;
}

test('events pass as they are written, with their headers and the last id', async () => {
  const answer = await ask({ headers: { ...gateway.session(), 'last-event-id': '7.3', 'accept-encoding': 'gzip' } });
  const reader = answer.body?.getReader();
  expect(await readUntil(reader, '\n\n')).toBe('retry: 1000\n\n');
  expect(fake.arrived[0]?.headers['last-event-id']).toBe('7.3');
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-store, no-transform');
  expect(answer.headers.get('x-accel-buffering')).toBe('no');
  expect(answer.headers.get('content-encoding')).toBeNull();
  service?.write('id: 8\ndata: {}\n\n');
  expect(await readUntil(reader, '\n\n')).toBe('id: 8\ndata: {}\n\n');
  service?.end();
  expect(await reader?.read()).toMatchObject({ done: true });
});
test('after a sign-out nothing more passes', async () => {
  const answer = await ask({ headers: gateway.session() });
  const reader = answer.body?.getReader();
  await readUntil(reader, 'retry');
  expect((await gateway.ask('/api/v1/sign-out', { method: 'POST', headers: gateway.session() })).status).toBe(204);
  const left = new Promise((resolve) => service?.once('close', resolve));
  service?.write('id: 8\ndata: {"secret":1}\n\n');
  expect(await reader?.read()).toMatchObject({ done: true });
  await left;
});
test('a reader who goes away frees the service', async () => {
  const leaving = new AbortController();
  await ask({ headers: gateway.session(), signal: leaving.signal });
  const left = new Promise((resolve) => service?.once('close', resolve));
  leaving.abort();
  await left;
});
test('a service that breaks off is no fault of the gateway', async () => {
  const answer = await ask({ headers: gateway.session() });
  service?.destroy();
  await expect(answer.text()).rejects.toThrow('terminated');
  expect((await gateway.ask('/api/v1/status')).status).toBe(200);
});
test('streams count in a rate of their own, and a gateway that stops ends them at once', async () => {
  const rates = { DUIJIE_RATE_STREAM: '2', DUIJIE_RATE_PERSON: '2' };
  const strict = await startHost([gatewayModule], gatewayEnvironment(fake.url, rates));
  const at = (address: string): Promise<Response> => fetch(`${strict.url}${address}`, { headers: gateway.session() });
  try {
    const open = [await at(path), await at(path)];
    await refused(await at(path), 429);
    fake.answering = (_arrived, res) => void res.end('{}');
    expect([(await at(aNeed)).status, (await at(aNeed)).status]).toEqual([200, 200]);
    await refused(await at(aNeed), 429);
    const ends = Promise.allSettled(open.map((one) => one.text()));
    const begun = performance.now();
    await strict.stop();
    await ends;
    expect(performance.now() - begun).toBeLessThan(3000);
  } finally {
    await strict.stop();
  }
  await eventually(() => expect(service?.destroyed).toBe(true));
});
test('in one process with the service a sign-out ends the stream as well', async () => {
  let more = (): void => undefined;
  const event = (id: string): StreamEvent<NoticeStreamData> => ({
    id,
    event: 'unread',
    data: { unread: { count: 0, more: false }, notice: null },
  });
  const desk = defineModule({
    name: 'desk' as const,
    config: z.object({}),
    schema: null,
    create: () => ({
      routes: [
        bind(streamNotices, async () =>
          (async function* () {
            yield event('1');
            await new Promise<void>((resolve) => (more = resolve));
            yield event('2');
          })(),
        ),
      ],
    }),
  });
  const together = await startHost([gatewayModule, desk], gatewayEnvironment(fake.url));
  try {
    const headers = { ...gateway.session(), origin: together.url };
    const answer = await fetch(`${together.url}${path}`, { headers });
    const reader = answer.body?.getReader();
    await readUntil(reader, 'id: 1');
    expect((await fetch(`${together.url}/api/v1/sign-out`, { method: 'POST', headers })).status).toBe(204);
    more();
    expect(await reader?.read()).toMatchObject({ done: true });
  } finally {
    await together.stop();
  }
});
