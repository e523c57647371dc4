import { anyone, column, pageOf, pageQuery, person, routesOf, sheet } from '@duijie/contracts';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readSheet } from 'read-excel-file/node';
import { z } from 'zod';
import { createActorTokens } from '../src/auth/actor-token';
import { NotFound } from '../src/errors';
import { bind } from '../src/http/bind';
import { createApp } from '../src/http/create-app';
import { createWorkbooks } from '../src/http/workbooks';
import type { Logger } from '../src/log/logger';
import { createMetrics } from '../src/metrics';

const route = routesOf('offers');
const query = pageQuery.extend({ street: z.string().max(20).optional() });
const things = route('listThings', {
  method: 'GET',
  path: '/things',
  summary: { zh: '东西列表', en: 'List things' },
  query,
  response: pageOf(z.strictObject({ title: z.string(), leaf: z.string() })),
});
const closed = route('listClosed', { ...things, path: '/closed', query, response: things.response });
const bare = route('listBare', { ...things, path: '/bare', query, response: things.response });
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const columns = sheet(column.text('title', '名称', 'Title'), column.leaf('leaf', '服务', 'Service'));

/** How many things there are, and what was asked for. */
let total = 0;
let asked: { limit: number; street?: string | undefined }[] = [];
let fails: { at: number; error: Error } | undefined;
let hold: Promise<void> | undefined;
let server: Server;
let url: string;

beforeAll(async () => {
  const quiet = () => undefined;
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet } as unknown as Logger;
  const handle = async (_ctx: unknown, input: { query: z.output<typeof query> }) => {
    const { limit, cursor, street } = input.query;
    asked.push({ limit, street });
    await hold;
    const from = Number(cursor ?? 0);
    if (fails && from >= fails.at) throw fails.error;
    const to = Math.min(total, from + limit);
    const items = Array.from({ length: to - from }, (_, i) => ({ title: `=东西 ${from + i}`, leaf: 'a.b' }));
    return { items, nextCursor: to < total ? String(to) : null };
  };
  const app = createApp({
    front: [],
    health: (_req, _res, next) => next(),
    mounted: [
      {
        routes: [bind(things, handle), bind(closed, handle), bind(bare, handle)],
        deps: {
          tokens: createActorTokens('a-secret-of-at-least-32-characters', () => Date.now()),
          policy: { listThings: [anyone()], listClosed: [person()], listBare: [anyone()] },
          files: undefined as never,
          checkAnswers: true,
          workbooks: createWorkbooks({
            sheets: { listThings: columns, listClosed: columns },
            clock: { now: () => new Date('2026-12-01T20:00:00Z') },
            leafWords: async () => (code) => (code === 'a.b' ? { zh: '托管', en: 'Custody' } : undefined),
          }),
        },
      },
    ],
    log,
    metrics: createMetrics(),
    trustProxy: false,
  });
  await new Promise<void>((resolve) => {
    server = app.listen(0, '127.0.0.1', () => resolve());
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  [total, asked, fails, hold] = [3, [], undefined, undefined];
});
const get = (path: string, headers: Record<string, string> = {}) => fetch(`${url}${path}`, { headers });
const rowsOf = async (answer: Response) => readSheet(Buffer.from(await answer.arrayBuffer()));

test('a plain link gives a workbook with a name in Chinese and the day in China', async () => {
  const answer = await get('/things?format=xlsx&street=a');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, xlsx]);
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('东西列表-2026-12-02.xlsx')}`,
  );
  expect(await rowsOf(answer)).toEqual([
    ['名称', '服务'],
    ['=东西 0', '托管'],
    ['=东西 1', '托管'],
    ['=东西 2', '托管'],
  ]);
  expect(asked).toEqual([{ limit: 100, street: 'a' }]);
});

test('a program asks by Accept, in its language; whoever takes anything gets JSON', async () => {
  const answer = await get('/things', { accept: xlsx, 'accept-language': 'en' });
  expect((await rowsOf(answer))[1]).toEqual(['=东西 0', 'Custody']);
  for (const accept of ['*/*', 'application/json', `application/json, ${xlsx}`])
    expect((await get('/things', { accept })).headers.get('content-type')).toContain('application/json');
});

test('walks all pages from the beginning, whatever page the link stood on', async () => {
  total = 250;
  const rows = await rowsOf(await get('/things?format=xlsx&limit=20&cursor=40'));
  expect(rows).toHaveLength(251);
  expect(rows.at(-1)?.[0]).toBe('=东西 249');
  expect(asked.map(({ limit }) => limit)).toEqual([100, 100, 100]);
});

test('ends at 10,000 rows and says so', async () => {
  total = 10_001;
  const rows = await rowsOf(await get('/things?format=xlsx'));
  expect(rows).toHaveLength(10_002);
  expect(rows.at(-1)?.[0]).toContain('10000');
  expect(asked).toHaveLength(101);
});

test('refuses as the list itself does: faults of the query, who is not signed in, what is not there', async () => {
  expect((await get('/things?format=xlsx&nothing=1')).status).toBe(422);
  expect((await get('/closed?format=xlsx')).status).toBe(401);
  fails = { at: 0, error: new NotFound() };
  expect((await get('/things?format=xlsx')).status).toBe(404);
});

test('a list without a sheet, and another format, are refused as unknown fields', async () => {
  expect((await get('/bare?format=xlsx')).status).toBe(422);
  expect((await get('/bare', { accept: xlsx })).headers.get('content-type')).toContain('application/json');
  expect((await get('/things?format=csv')).status).toBe(422);
});

test('a fault on a later page breaks the answer off instead of passing for a whole one', async () => {
  total = 250;
  fails = { at: 100, error: new Error('the database went away') };
  const answer = await get('/things?format=xlsx');
  await expect(answer.arrayBuffer()).rejects.toThrow('terminated');
  fails = undefined;
  expect(await rowsOf(await get('/things?format=xlsx'))).toHaveLength(251);
});

test('three at once; the fourth is told to wait, and may come later', async () => {
  let release: () => void = () => undefined;
  hold = new Promise((resolve) => (release = resolve));
  const three = [1, 2, 3].map(() => get('/things?format=xlsx'));
  while (asked.length < 3) await new Promise((resolve) => setImmediate(resolve));
  const fourth = await get('/things?format=xlsx');
  expect([fourth.status, fourth.headers.get('retry-after')]).toEqual([429, '3']);
  release();
  for (const answer of await Promise.all(three)) expect(await rowsOf(answer)).toHaveLength(4);
  expect((await get('/things?format=xlsx')).status).toBe(200);
});

test('HEAD tells what there would be without walking the list', async () => {
  total = 250;
  const answer = await fetch(`${url}/things?format=xlsx`, { method: 'HEAD' });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, xlsx]);
  expect(asked).toHaveLength(1);
});
