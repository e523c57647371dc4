import { offersRoutes } from '@duijie/contracts';
import { bind, defineModule, startHost, type DatabaseDeps, type Host } from '@duijie/service-kit';
import { actorHeaders, aPerson, clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { z } from 'zod';

const direct = testEnvironment(testNamespace('aw'), { NODE_ENV: 'development' });
const database = new URL(direct['DUIJIE_MYSQL_URL'] ?? '');
const sockets = new Set<Socket>();
/** The way to the database, which can be cut. */
const way = createServer((near) => {
  const far = connect(Number(database.port || 3306), database.hostname);
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    sockets.add(one);
    one.on('error', () => undefined).on('close', () => other.destroy());
    one.pipe(other);
  }
});
const open = (port: number): Promise<unknown> => once(way.listen(port, '127.0.0.1'), 'listening');
async function cut(): Promise<void> {
  const closed = once(way, 'close');
  way.close();
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await closed;
}
let port: number;
let host: Host;
let sql = 'SELECT 1';

const offers = defineModule({
  name: 'offers' as const,
  config: z.object({}),
  schema: { entities: [], migrations: [] },
  create: ({ database: db }: DatabaseDeps) => ({
    routes: [
      bind(offersRoutes.getTaxonomy, (ctx) => db.manager(ctx).query(sql)),
      bind(offersRoutes.addPackageFile, async () => ({}) as never),
    ],
  }),
});
const read = (): Promise<Response> => fetch(`${host.url}/api/v1/taxonomy`);
function write(): Promise<Response> {
  const form = new FormData();
  form.set('file', new Blob(['x']), 'a.txt');
  return fetch(`${host.url}/api/v1/packages/018f0000-0000-7000-8000-000000000001/files`, {
    method: 'POST',
    body: form,
    headers: { ...actorHeaders(direct, aPerson('property_firm')), 'idempotency-key': 'database-away' },
  });
}

beforeAll(async () => {
  await clearNamespace(direct);
  await open(0);
  ({ port } = way.address() as AddressInfo);
  const throughWay = new URL(database);
  throughWay.host = `127.0.0.1:${port}`;
  host = await startHost([offers], { ...direct, DUIJIE_MYSQL_URL: throughWay.href });
});
afterAll(async () => {
  await host.stop();
  await cut();
});

test('while the database is away reads and writes are answered by 503, then they go on', async () => {
  expect([(await read()).status, (await write()).status]).toEqual([200, 200]);
  await cut();
  for (const answer of [await read(), await write(), await read(), await write()])
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
  await open(port);
  await eventually(async () => expect([(await read()).status, (await write()).status]).toEqual([200, 200]));
});
test('text that is compared with an ASCII column is unreadable, not a fault of ours', async () => {
  sql = `SELECT 1 FROM audit_entry WHERE id = '表'`;
  expect((await read()).status).toBe(400);
});
