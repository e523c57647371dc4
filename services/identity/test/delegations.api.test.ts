import { identityRoutes as routes, type PersonActor } from '@duijie/contracts';
import { gateway, password, startWorld, type World } from './world';

let world: World;
let officer: PersonActor;

beforeAll(async () => {
  world = await startWorld('idd');
  const street = await world.call(routes.createOrganisation, {
    as: world.administrator,
    body: { kind: 'subdistrict', name: '牛市口街道办事处', district: '锦江区', subdistrict: '牛市口街道', join: false },
  });
  officer = await world.settle(street.body.id, 'officer', world.administrator);
}, 60_000);
afterAll(() => world.stop());

const invite = async (
  as: PersonActor,
  organisationId: string,
  role: 'owner' | 'editor' | 'viewer' | 'officer' | 'broker',
  uses = 1,
) => world.call(routes.createInvitation, { as, params: { organisationId }, body: { role, uses } });
const accept = (secret: string, who: PersonActor | string) =>
  world.call(
    routes.acceptInvitation,
    typeof who === 'string'
      ? { body: { secret, newPerson: { name: who, login: who, password } } }
      : { as: who, body: { secret } },
  );
async function firmWith(name: string, login: string): Promise<{ id: string; owner: PersonActor }> {
  const { body } = await world.call(routes.createOrganisation, {
    as: world.administrator,
    body: { kind: 'property_firm', name, join: false },
  });
  return { id: body.id, owner: await world.settle(body.id, login, world.administrator) };
}

test("a deputy takes an absent colleague's place within the time, is recorded so, and cannot pass it on", async () => {
  const { id, owner } = await firmWith('代理物业', 'absent');
  await accept((await invite(owner, id, 'viewer')).body.code, 'deputy');
  const deputy = await world.signIn('deputy', password);
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
  const params = { organisationId: id };
  const create = (as: PersonActor, body: { deputyId: string; from: string; until: string }) =>
    world.call(routes.createDelegation, { as, params, body });
  expect(
    (await create(owner, { deputyId: owner.personId, from: day(0), until: day(3) })).body.errors?.[0]?.pointer,
  ).toBe('/deputyId');
  expect(
    (await create(owner, { deputyId: officer.personId, from: day(0), until: day(3) })).body.errors?.[0]?.pointer,
  ).toBe('/deputyId');
  expect(
    (await create(owner, { deputyId: deputy.personId, from: day(3), until: day(1) })).body.errors?.[0]?.pointer,
  ).toBe('/until');
  expect((await create(officer, { deputyId: deputy.personId, from: day(0), until: day(3) })).status).toBe(404);
  const future = await create(owner, { deputyId: deputy.personId, from: day(5), until: day(6) });
  expect(
    (
      await world.call(routes.chooseOrganisation, {
        as: deputy,
        body: { organisationId: id, inPlaceOf: owner.personId },
      })
    ).body.reason,
  ).toBe('delegation.none');
  const made = await create(owner, { deputyId: deputy.personId, from: day(-1), until: day(3) });
  expect(made).toMatchObject({
    status: 201,
    body: { absent: { id: owner.personId }, deputy: { name: 'deputy' }, endedAt: null },
  });
  expect((await world.call(routes.getMe, { as: deputy })).body.standingInFor).toMatchObject([
    { organisationId: id, absent: { id: owner.personId } },
  ]);

  const session = (
    await world.call(routes.openSession, { as: gateway, body: { login: 'deputy', password, remoteAddress: null } })
  ).body.sessionToken;
  await world.call(routes.chooseOrganisation, {
    as: await world.resolve(session),
    body: { organisationId: id, inPlaceOf: owner.personId },
  });
  const standing = await world.resolve(session);
  expect(standing).toMatchObject({ inPlaceOf: owner.personId, actingFor: { role: 'owner' } });
  const { body: invited } = await invite(standing, id, 'viewer');
  const entries = await world.call(routes.listIdentityAudit, {
    as: world.administrator,
    query: { aggregateId: invited.id },
  });
  expect(entries.body.items).toMatchObject([
    { actor: deputy.personId, inPlaceOf: owner.personId, action: 'invitation.issued' },
  ]);
  expect((await create(standing, { deputyId: owner.personId, from: day(0), until: day(1) })).body.reason).toBe(
    'delegation.chain',
  );
  expect((await world.call(routes.listDelegations, { as: deputy, params })).body.items).toEqual([]);
  expect((await world.call(routes.listDelegations, { as: owner, params })).body.items.map((d) => d.id)).toEqual([
    made.body.id,
    future.body.id,
  ]);

  expect(
    (await world.call(routes.endDelegation, { as: deputy, params: { delegationId: made.body.id }, ifMatch: 1 })).status,
  ).toBe(404);
  expect(
    (await world.call(routes.endDelegation, { as: owner, params: { delegationId: made.body.id }, ifMatch: 1 })).body
      .endedAt,
  ).not.toBeNull();
  expect(await world.resolve(session)).toMatchObject({ inPlaceOf: null, actingFor: { role: 'viewer' } });
  expect(
    (await world.call(routes.endDelegation, { as: owner, params: { delegationId: made.body.id }, ifMatch: 2 })).body
      .reason,
  ).toBe('delegation.ended');
});
