import { identityRoutes as routes, type PersonActor, type StaffBody } from '@duijie/contracts';
import { createFounders } from './founders';
import { password, startWorld, type World } from './world';

let world: World;
let association: string;

beforeAll(async () => {
  world = await startWorld('idst');
  association = world.administrator.actingFor?.organisationId ?? '';
}, 60_000);
afterAll(() => world.stop());

const told = async (): Promise<readonly StaffBody[]> =>
  (
    await world.query<{ envelope: string }>(
      `SELECT envelope FROM outbox WHERE type = 'staff.changed.v1' AND aggregate_id = '${association}' ORDER BY sequence`,
    )
  ).map(({ envelope }) => (JSON.parse(envelope) as { data: StaffBody }).data);
const now = async (): Promise<StaffBody> => (await told()).at(-1) as StaffBody;
const rolesNow = async () => (await now()).members.map(({ name, role }) => [name, role]);

test('the staff of the association is told from the first start on, at every change of people, roles and deputies', async () => {
  expect(await told()).toMatchObject([
    { version: 1, members: [{ personId: world.administrator.personId, role: 'administrator' }], absences: [] },
  ]);
  const founders = createFounders(world);
  const broker = await founders.broker();
  expect(await rolesNow()).toEqual([
    ['管理员', 'administrator'],
    ['撮合员', 'broker'],
  ]);

  const params = { organisationId: association };
  const until = new Date(Date.now() + 3 * 86_400_000).toISOString();
  const made = await world.call(routes.createDelegation, {
    as: broker,
    params,
    body: { deputyId: world.administrator.personId, from: new Date(Date.now() - 1000).toISOString(), until },
  });
  expect((await now()).absences).toMatchObject([
    { absentId: broker.personId, deputyId: world.administrator.personId, until },
  ]);
  await world.call(routes.endDelegation, { as: broker, params: { delegationId: made.body.id }, ifMatch: 1 });
  expect((await now()).absences).toEqual([]);

  const me = await world.call(routes.getMe, { as: broker });
  await world.call(routes.changeMe, { as: broker, ifMatch: me.body.person.version, body: { name: '李撮合' } });
  expect(await rolesNow()).toContainEqual(['李撮合', 'broker']);

  const change = (as: PersonActor, role: 'editor' | 'broker', ifMatch: number) =>
    world.call(routes.changeMember, { as, params: { ...params, personId: broker.personId }, ifMatch, body: { role } });
  await change(world.administrator, 'editor', 1);
  expect(await rolesNow()).toEqual([['管理员', 'administrator']]);
  await change(world.administrator, 'broker', 2);
  await world.call(routes.removeMember, {
    as: world.administrator,
    params: { ...params, personId: broker.personId },
    ifMatch: 3,
  });
  expect(await rolesNow()).toEqual([['管理员', 'administrator']]);
  expect((await told()).map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('nothing is told of the people of other organisations', async () => {
  await createFounders(world).founded('一家物业');
  const [{ n } = { n: '' }] = await world.query<{ n: string }>(
    `SELECT COUNT(*) AS n FROM outbox WHERE type = 'staff.changed.v1' AND aggregate_id <> '${association}'`,
  );
  expect(Number(n)).toBe(0);
});

test('changes at once are told one after the other, and the last one tells all', async () => {
  const before = (await now()).version;
  const invitation = await world.call(routes.createInvitation, {
    as: world.administrator,
    params: { organisationId: association },
    body: { role: 'broker', uses: 3 },
  });
  const joined = await Promise.all(
    Array.from({ length: 3 }, (_, i) =>
      world.call(routes.acceptInvitation, {
        body: { secret: invitation.body.code, newPerson: { name: `撮合员${i}`, login: `many${i}`, password } },
      }),
    ),
  );
  expect(joined.map(({ status }) => status)).toEqual(Array.from({ length: 3 }, () => 200));
  expect(await now()).toMatchObject({ version: before + 3, members: { length: 4 } });
});
