import { pageOf, pageQuery, routesOf, type Problem } from '@duijie/contracts';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { createClient } from './client';
import { NoAnswer } from './no-answer';
import { ProblemError } from './problem-error';

const route = routesOf('needs');
const one = z.strictObject({ thingId: z.string() });
const thing = z.strictObject({ id: z.string(), version: z.int() });
const words = { zh: '试', en: 'try' };
const getThing = route('getThing', {
  method: 'GET',
  path: '/things/:thingId',
  summary: words,
  params: one,
  response: thing,
});
const listThings = route('listThings', {
  method: 'GET',
  path: '/things',
  summary: words,
  query: pageQuery.extend({ kind: z.array(z.string()).optional() }),
  response: pageOf(thing),
});
const makeThing = route('makeThing', {
  method: 'POST',
  path: '/things',
  summary: words,
  body: z.strictObject({ name: z.string() }),
  response: thing,
});
const changeThing = route('changeThing', {
  method: 'PATCH',
  path: '/things/:thingId',
  summary: words,
  params: one,
  body: z.strictObject({ name: z.string() }),
  response: thing,
});
const removeThing = route('removeThing', { method: 'DELETE', path: '/things/:thingId', summary: words, params: one });
const sendFile = route('sendFile', {
  method: 'POST',
  path: '/files',
  summary: words,
  transfer: 'upload',
  body: z.strictObject({ source: z.string() }),
  response: thing,
});
const getFile = route('getFile', { method: 'GET', path: '/files/sheet', summary: words, transfer: 'download' });

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
const seen: Seen[] = [];
let reply: (req: Seen, res: ServerResponse) => void;
const server = createServer((req, res) => {
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', () => {
    const request = {
      method: req.method ?? '',
      url: req.url ?? '',
      headers: req.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    seen.push(request);
    reply(request, res);
  });
});
const json = (res: ServerResponse, status: number, value: unknown, headers: Record<string, string> = {}): void => {
  res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
};
let baseUrl = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
beforeEach(() => {
  seen.length = 0;
  reply = (_req, res) => json(res, 200, { id: 'a', version: 3 }, { etag: '"3"', 'x-request-id': 'request-1' });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('fills path and query, asks for the headers anew, names the language', async () => {
  let asked = 0;
  const client = createClient({
    baseUrl,
    locale: 'en',
    headers: async () => ({ authorization: `Bearer dj_${(asked += 1)}` }),
  });
  expect(await client.call(getThing, { params: { thingId: 'a/b 社区' } })).toEqual({ id: 'a', version: 3 });
  reply = (_req, res) => json(res, 200, { items: [], nextCursor: null });
  await client.call(listThings, { query: { limit: 5, kind: ['x', 'y'] } });
  expect(seen.map(({ method, url }) => [method, url])).toEqual([
    ['GET', `/api/v1/things/${encodeURIComponent('a/b 社区')}`],
    ['GET', '/api/v1/things?limit=5&kind=x&kind=y'],
  ]);
  expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer dj_1', 'Bearer dj_2']);
  expect(seen[0]?.headers['accept-language']).toBe('en');
  expect(seen[0]?.headers['idempotency-key']).toBeUndefined();
});

test('says in every request for whom a broker acts, in ASCII', async () => {
  const note = '王主任来电：请代发“加装电梯”📞';
  const onBehalf = { organisationId: '01900000-0000-7000-8000-000000000003', channel: 'phone', note } as const;
  const client = createClient({ baseUrl, onBehalf, headers: () => ({ authorization: 'Bearer dj_1' }) });
  await client.call(getThing, { params: { thingId: 'a' } });
  await client.call(makeThing, { body: { name: '院落' } });
  for (const { headers } of seen) {
    expect(headers).toMatchObject({
      authorization: 'Bearer dj_1',
      'x-on-behalf-of': onBehalf.organisationId,
      'x-on-behalf-channel': 'phone',
    });
    expect(decodeURIComponent(String(headers['x-on-behalf-note']))).toBe(note);
  }
  expect(seen).toHaveLength(2);
  await createClient({ baseUrl }).call(getThing, { params: { thingId: 'a' } });
  expect(Object.keys(seen[2]?.headers ?? {}).filter((name) => name.startsWith('x-on-behalf'))).toEqual([]);
});

test('tells version, ETag, status and request beside the answer', async () => {
  const answer = await createClient({ baseUrl }).callWithMeta(getThing, { params: { thingId: 'a' } });
  expect(answer).toEqual({
    value: { id: 'a', version: 3 },
    status: 200,
    etag: '"3"',
    version: 3,
    replayed: false,
    requestId: 'request-1',
  });
});

test('a creation carries a new key each time, or the key that is given', async () => {
  const client = createClient({ baseUrl });
  await client.call(makeThing, { body: { name: '院落' } });
  await client.call(makeThing, { body: { name: '院落' } });
  await client.call(makeThing, { body: { name: '院落' }, idempotencyKey: 'given-key' });
  const keys = seen.map(({ headers }) => String(headers['idempotency-key']));
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys[1]).not.toBe(keys[0]);
  expect(keys[2]).toBe('given-key');
  expect(seen[0]).toMatchObject({ body: '{"name":"院落"}', headers: { 'content-type': 'application/json' } });
});

test('a change carries If-Match and no key, and an empty answer is undefined', async () => {
  const client = createClient({ baseUrl });
  await client.call(changeThing, { params: { thingId: 'a' }, body: { name: 'b' }, ifMatch: 3 });
  reply = (_req, res) => void res.writeHead(204).end();
  expect(await client.call(removeThing, { params: { thingId: 'a' }, ifMatch: 4 })).toBeUndefined();
  expect(seen.map(({ headers }) => [headers['if-match'], headers['idempotency-key']])).toEqual([
    ['"3"', undefined],
    ['"4"', undefined],
  ]);
});

test('a creation whose connection broke is sent once more under the same key', async () => {
  let times = 0;
  reply = (_req, res) => {
    times += 1;
    if (times === 1) res.destroy();
    else json(res, 201, { id: 'a', version: 1 }, { 'idempotent-replayed': 'true' });
  };
  const answer = await createClient({ baseUrl }).callWithMeta(makeThing, { body: { name: 'b' } });
  expect(answer).toMatchObject({ value: { id: 'a', version: 1 }, replayed: true });
  expect(seen).toHaveLength(2);
  expect(seen[0]?.headers['idempotency-key']).toBe(seen[1]?.headers['idempotency-key']);
});

test('an answer that breaks off in the middle is asked for again', async () => {
  let times = 0;
  reply = (_req, res) => {
    times += 1;
    if (times === 2) return json(res, 200, { id: 'a', version: 1 });
    res.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    res.write('{"id":', () => res.destroy());
  };
  expect(await createClient({ baseUrl }).call(getThing, { params: { thingId: 'a' } })).toEqual({ id: 'a', version: 1 });
});

test('a change whose connection broke is not repeated, since it may have been done', async () => {
  reply = (_req, res) => void res.destroy();
  const changing = createClient({ baseUrl }).call(changeThing, {
    params: { thingId: 'a' },
    body: { name: 'b' },
    ifMatch: 1,
  });
  await expect(changing).rejects.toBeInstanceOf(NoAnswer);
  expect(seen).toHaveLength(1);
});

test('gives up after two tries, and after the time allowed', async () => {
  reply = () => undefined;
  const waiting = createClient({ baseUrl, timeoutMs: 50 }).call(getThing, { params: { thingId: 'a' } });
  await expect(waiting).rejects.toMatchObject({ name: 'NoAnswer', method: 'GET' });
  expect(seen).toHaveLength(2);
});

test('who asks may stop waiting', async () => {
  const stop = new AbortController();
  reply = () => stop.abort(new Error('no longer wanted'));
  const waiting = createClient({ baseUrl }).call(getThing, { params: { thingId: 'a' }, signal: stop.signal });
  await expect(waiting).rejects.toThrow('no longer wanted');
  expect(seen).toHaveLength(1);
});

const refusal: Problem = {
  type: 'urn:duijie:problem:invalid',
  title: '内容有误',
  status: 422,
  code: 'invalid',
  instance: '/api/v1/things',
  requestId: 'request-1',
  errors: [{ pointer: '/name', detail: '太长' }],
};

test('a refusal is thrown as its typed problem, and is not repeated', async () => {
  reply = (_req, res) => json(res, 422, refusal, { 'content-type': 'application/problem+json' });
  const error: unknown = await createClient({ baseUrl })
    .call(makeThing, { body: { name: 'b' } })
    .catch((e: unknown) => e);
  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toMatchObject({
    status: 422,
    code: 'invalid',
    problem: refusal,
    message: expect.stringMatching(/name.*太长/),
  });
  expect(seen).toHaveLength(1);
});

test.each([
  [503, 'unavailable'],
  [502, 'unavailable'],
  [404, 'not-found'],
  [418, 'unreadable'],
])('a bare %i of a proxy becomes the problem %s', async (status, code) => {
  reply = (_req, res) => void res.writeHead(status, { 'retry-after': '7' }).end('<html>');
  const calling = createClient({ baseUrl }).call(getThing, { params: { thingId: 'a' } });
  await expect(calling).rejects.toMatchObject({ status, code, retryAfterSeconds: 7 });
});

test('walks through all pages in order', async () => {
  reply = (req, res) => {
    const at = Number(new URL(req.url, baseUrl).searchParams.get('cursor') ?? 0);
    json(res, 200, {
      items: [
        { id: `${at}a`, version: 1 },
        { id: `${at}b`, version: 1 },
      ],
      nextCursor: at === 2 ? null : String(at + 1),
    });
  };
  const ids: string[] = [];
  for await (const item of createClient({ baseUrl }).pages(listThings, { query: { limit: 2 } })) ids.push(item.id);
  expect(ids).toEqual(['0a', '0b', '1a', '1b', '2a', '2b']);
  expect(seen.map(({ url }) => url)).toEqual([
    '/api/v1/things?limit=2',
    '/api/v1/things?limit=2&cursor=1',
    '/api/v1/things?limit=2&cursor=2',
  ]);
});

test('sends a file with its name and the fields beside it', async () => {
  const client = createClient({ baseUrl });
  await client.call(sendFile, { body: { source: '社区' }, file: { name: '需求.csv', content: Buffer.from('a,b\n') } });
  expect(seen[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  expect(seen[0]?.body).toContain('name="source"\r\n\r\n社区');
  expect(seen[0]?.body).toContain('name="file"; filename="需求.csv"');
  expect(seen[0]?.body).toContain('a,b\n');
});

test('receives a file with its name', async () => {
  reply = (_req, res) =>
    void res
      .writeHead(200, {
        'content-type': 'text/csv',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('模板.csv')}`,
      })
      .end('a,b');
  const file = await createClient({ baseUrl }).download(getFile);
  expect([file.fileName, file.mediaType, await file.content.text()]).toEqual(['模板.csv', 'text/csv', 'a,b']);
});

test('checks answers by their contract when asked to', async () => {
  reply = (_req, res) => json(res, 200, { id: 'a' });
  const thrown = createClient({ baseUrl, validate: true }).call(getThing, { params: { thingId: 'a' } });
  await expect(thrown).rejects.toThrow(z.ZodError);
  expect(await createClient({ baseUrl }).call(getThing, { params: { thingId: 'a' } })).toEqual({ id: 'a' });
});
