import { identityRoutes as routes, type TableSettings } from '@duijie/contracts';
import { startWorld, type World } from './world';

let world: World;
beforeAll(async () => {
  world = await startWorld('idt');
}, 60_000);
afterAll(() => world.stop());

const params = { table: 'needs' } as const;
const settings: TableSettings = {
  hidden: ['money'],
  density: 'compact',
  views: [
    { name: '武侯在征集', search: 'district=%E6%AD%A6%E4%BE%AF%E5%8C%BA&state=responding&sort=-money', hidden: [] },
  ],
};

test('what somebody likes of a table is kept for that person and that table alone', async () => {
  const as = world.administrator;
  expect((await world.call(routes.getTableSettings, { as, params })).body).toEqual({
    version: 1,
    hidden: null,
    density: 'roomy',
    views: [],
  });
  const put = await world.call(routes.putTableSettings, { as, params, body: settings, ifMatch: 1 });
  expect(put).toMatchObject({ status: 200, body: { ...settings, version: 2 } });
  expect((await world.call(routes.getTableSettings, { as, params })).body).toEqual({ ...settings, version: 2 });
  expect((await world.call(routes.getTableSettings, { as, params: { table: 'cases' } })).body.version).toBe(1);

  const { body: firm } = await world.call(routes.createOrganisation, {
    as,
    body: { kind: 'property_firm', name: '安心物业', join: false },
  });
  const other = await world.settle(firm.id, 'wang', as);
  expect((await world.call(routes.getTableSettings, { as: other, params })).body.version).toBe(1);
});

test('of two tabs that save at once one is told to look again, and nothing is lost unseen', async () => {
  const as = world.administrator;
  const input = { as, params: { table: 'agreements' } as const, body: settings, ifMatch: 1 };
  const answers = await Promise.all([1, 2, 3].map(() => world.call(routes.putTableSettings, input)));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
});

test('no more than twenty views, none twice, and no table that the console does not have', async () => {
  const as = world.administrator;
  const view = settings.views[0]!;
  const put = (views: TableSettings['views']) =>
    world.call(routes.putTableSettings, { as, params: { table: 'audit' }, body: { ...settings, views }, ifMatch: 1 });
  expect((await put([view, view])).status).toBe(422);
  expect((await put(Array.from({ length: 21 }, (_, n) => ({ ...view, name: `视图${n}` })))).status).toBe(422);
  expect((await world.call(routes.getTableSettings, { as, params: { table: 'nothing' as 'needs' } })).status).toBe(404);
  expect((await world.call(routes.getTableSettings, { params })).status).toBe(401);
});
