import { offersRoutes, type PackageSummary } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { bind, defineModule, startHost, type Host } from '@duijie/service-kit';
import { aPackageBody, testEnvironment, testNamespace } from '@duijie/testkit';
import { z } from 'zod';
import { gatewayModule } from '../src';
import { gatewayEnvironment } from './gateway-under-test';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const pages = 3;
let asked: number;
let fails = false;
let offers: Host;
let gateway: Host;
beforeAll(async () => {
  const line = (): PackageSummary => {
    const { description: _description, contactHours: _hours, ...summary } = aPackageBody({ id: newId(Date.now()) });
    return summary;
  };
  offers = await startHost(
    [
      defineModule({
        name: 'offers',
        config: z.object({}),
        schema: null,
        create: () => ({
          routes: [
            bind(offersRoutes.listPackages, async (_ctx, { query }) => {
              asked += 1;
              if (fails && asked > 1) throw new Error('the database went away');
              const items = Array.from({ length: query.limit }, line);
              return { items, nextCursor: asked < pages ? 'on' : null };
            }),
          ],
        }),
      }),
    ],
    testEnvironment(testNamespace('gwx')),
  );
  gateway = await startHost([gatewayModule], gatewayEnvironment(offers.url));
}, 60_000);
afterAll(async () => {
  await gateway.stop();
  await offers.stop();
});
beforeEach(() => {
  asked = 0;
  fails = false;
});

test('a workbook of a service that runs elsewhere passes the gateway whole, under its name', async () => {
  const answer = await fetch(`${gateway.url}/api/v1/packages?format=xlsx`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, xlsx]);
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toMatch(
    /服务包列表-\d{4}-\d{2}-\d{2}\.xlsx$/,
  );
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(asked).toBe(pages);
  // A zip begins with its first part and ends with its directory.
  expect([bytes.subarray(0, 2).toString(), bytes.includes('PK\u0005\u0006')]).toEqual(['PK', true]);
});

test('one that breaks off behind the gateway breaks off before it, too', async () => {
  fails = true;
  const answer = await fetch(`${gateway.url}/api/v1/packages?format=xlsx`);
  await expect(answer.arrayBuffer()).rejects.toThrow('terminated');
});

test('refusals come as problems', async () => {
  const answer = await fetch(`${gateway.url}/api/v1/packages?format=xlsx&nothing=1`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([422, 'application/problem+json; charset=utf-8']);
});
