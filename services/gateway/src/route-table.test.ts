import { allRoutes, routesOf, type RouteContract } from '@duijie/contracts';
import { z } from 'zod';
import { createRouteTable } from './route-table';

const words = { zh: '试', en: 'try' };
const route = (id: string, method: RouteContract['method'], path: string): RouteContract =>
  routesOf('needs')(id, {
    method,
    path,
    summary: words,
    params: z.strictObject(Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, name]) => [name, z.string()]))),
  });
const table = createRouteTable([
  route('getNeed', 'GET', '/needs/:needId'),
  route('getMine', 'GET', '/needs/mine'),
  route('listFiles', 'GET', '/needs/:needId/files'),
  route('getMineFile', 'GET', '/needs/mine/:fileId/text'),
  route('postNeed', 'POST', '/needs'),
]);
const found = (method: string, path: string) => table.find(method, path)?.id;

test('fixed segments win over parameters, whatever the order of the table', () => {
  expect(found('GET', '/needs/mine')).toBe('getMine');
  expect(found('GET', '/needs/other')).toBe('getNeed');
});
test('turns back where a fixed segment leads nowhere', () => {
  expect(found('GET', '/needs/mine/files')).toBe('listFiles');
  expect(found('GET', '/needs/mine/7/text')).toBe('getMineFile');
});
test('HEAD is answered by GET', () => expect(found('HEAD', '/needs/mine')).toBe('getMine'));
test.each([
  ['GET', '/needs'],
  ['DELETE', '/needs/1'],
  ['GET', '/Needs/1'],
  ['GET', '/needs/'],
  ['GET', '/needs/1/'],
  ['GET', '//needs/1'],
  ['GET', 'needs/1'],
  ['GET', ''],
  ['__proto__', '/needs'],
  ['GET', '/needs/1/__proto__'],
])('knows no %s %s', (method, path) => expect(found(method, path)).toBeUndefined());

test('two routes at one address stop the start', () => {
  expect(() => createRouteTable([route('a', 'GET', '/x/:one'), route('b', 'GET', '/x/:two')])).toThrow(
    'b has the address of a',
  );
});

test('every published route is found at an address of its own', () => {
  const all = createRouteTable(allRoutes);
  expect(allRoutes.length).toBeGreaterThan(100);
  for (const contract of allRoutes)
    expect(all.find(contract.method, contract.path.replaceAll(/:\w+/g, 'zzz'))).toBe(contract);
});
