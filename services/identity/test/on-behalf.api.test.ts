import { identityRoutes as routes, onBehalfWords, type PersonActor } from '@duijie/contracts';
import { createFounders, type Founders } from './founders';
import { gateway, password, startWorld, type World } from './world';

let world: World;
let founders: Founders;
let brokerId: string;
let broker: string;
let community: { id: string; owner: PersonActor };
const note = '王主任来电，请协会代改联系电话';

const session = async (login: string): Promise<string> =>
  (await world.call(routes.openSession, { as: gateway, body: { login, password, remoteAddress: null } })).body
    .sessionToken;
const resolve = (
  secret: string,
  organisationId: string,
  channel: 'phone' | 'paper' | 'wechat' | 'visit' = 'phone',
  type: 'session' | 'token' = 'session',
) =>
  world.call(routes.resolveActor, {
    as: gateway,
    body: { credential: { type, secret }, organisationId: null, onBehalf: { organisationId, channel, note } },
  });
const actorOf = async (...given: Parameters<typeof resolve>): Promise<PersonActor> =>
  (await resolve(...given)).body.actor as PersonActor;
const found = async (kind: 'subdistrict' | 'department' | 'association', name: string): Promise<string> =>
  (
    await world.call(routes.createOrganisation, {
      as: world.administrator,
      body: {
        kind,
        name,
        district: '锦江区',
        ...(kind === 'subdistrict' ? { subdistrict: '牛市口街道' } : {}),
        join: false,
      },
    })
  ).body.id;

beforeAll(async () => {
  world = await startWorld('idob');
  founders = createFounders(world);
  brokerId = (await founders.broker()).personId;
  broker = await session('broker');
  community = await founders.founded('蓝光物业');
}, 60_000);
afterAll(() => world.stop());

test('a broker becomes the editor of the organisation, with the way and the words beside', async () => {
  const association = world.administrator.actingFor;
  for (const channel of ['phone', 'paper', 'wechat', 'visit'] as const)
    expect(await actorOf(broker, community.id, channel)).toMatchObject({
      personId: brokerId,
      actingFor: { organisationId: community.id, organisationName: '蓝光物业', kind: 'property_firm', role: 'editor' },
      inPlaceOf: null,
      onBehalf: {
        channel,
        note,
        brokerOrganisationId: association?.organisationId,
        brokerOrganisationName: association?.organisationName,
      },
    });
});

test('whoever is no broker or administrator of a verified association does not, nor for bodies that act themselves', async () => {
  const [{ owner }, street] = [await founders.founded('红光物业'), await found('subdistrict', '牛市口街道办事处')];
  const login = (await world.call(routes.getMe, { as: owner })).body.person.login;
  const forged = await resolve(await session(login), community.id);
  expect(forged).toMatchObject({ status: 403, body: { code: 'not-allowed', reason: 'on-behalf.not-broker' } });

  await world.settle(street, 'officer', world.administrator);
  expect((await resolve(await session('officer'), community.id)).body.reason).toBe('on-behalf.not-broker');

  const association = world.administrator.actingFor?.organisationId ?? '';
  const { body: invitation } = await world.call(routes.createInvitation, {
    as: world.administrator,
    params: { organisationId: association },
    body: { role: 'editor' },
  });
  await world.call(routes.acceptInvitation, {
    body: { secret: invitation.code, newPerson: { name: '文员', login: 'clerk', password } },
  });
  expect((await resolve(await session('clerk'), community.id)).body.reason).toBe('on-behalf.not-broker');

  for (const id of [
    street,
    await found('department', '区住建局'),
    await found('association', '区物业协会'),
    association,
  ])
    expect((await resolve(broker, id)).body).toMatchObject({ code: 'not-allowed', reason: 'on-behalf.kind' });
  expect((await resolve(broker, '018f0000-0000-7000-8000-00000000dead')).status).toBe(404);

  await world.query(`UPDATE organisation SET verification = 'suspended' WHERE id = '${association}'`);
  expect((await resolve(broker, community.id)).body.reason).toBe('on-behalf.not-broker');
  await world.query(`UPDATE organisation SET verification = 'verified' WHERE id = '${association}'`);
  expect((await resolve(broker, community.id)).status).toBe(200);
});

test('what is done so is written down with who, for whom, how and why, in the audit and in the event', async () => {
  const acting = await actorOf(broker, community.id, 'wechat');
  const { version } = (await founders.get(acting, community.id)).body;
  const changed = await world.call(routes.changeOrganisation, {
    as: acting,
    params: { organisationId: community.id },
    ifMatch: version,
    body: { description: '服务老旧院落' },
  });
  expect(changed.status).toBe(200);

  const entries = await world.call(routes.listIdentityAudit, {
    as: world.administrator,
    query: { aggregateId: community.id },
  });
  const association = world.administrator.actingFor;
  const name = association?.organisationName ?? '';
  expect(entries.body.items.at(-1)).toMatchObject({
    actor: brokerId,
    organisationId: community.id,
    onBehalf: {
      channel: 'wechat',
      note,
      brokerOrganisationId: association?.organisationId,
      words: onBehalfWords({ channel: 'wechat', brokerOrganisationName: name }),
    },
  });
  expect(entries.body.items.at(-1)?.onBehalf?.words.zh).toBe(`${name}代办（微信）`);
  expect(entries.body.items[0]?.onBehalf).toBeNull();

  // All that an association did for others, by an index of its own.
  const done = await world.query<{
    actor: string;
    organisation_id: string;
    on_behalf_channel: string;
    on_behalf_note: string;
  }>(
    `SELECT actor, organisation_id, on_behalf_channel, on_behalf_note FROM audit_entry
     WHERE broker_organisation_id = '${association?.organisationId ?? ''}' ORDER BY id`,
  );
  expect(done).toEqual([
    { actor: brokerId, organisation_id: community.id, on_behalf_channel: 'wechat', on_behalf_note: note },
  ]);
  const [sent] = await world.query<{ envelope: string }>(
    `SELECT envelope FROM outbox WHERE aggregate_id = '${community.id}' ORDER BY id DESC LIMIT 1`,
  );
  expect(JSON.parse(sent?.envelope ?? '{}')).toMatchObject({
    actor: { personId: brokerId, onBehalf: { channel: 'wechat', note } },
  });
  expect((await world.call(routes.verifyIdentityAudit, { as: world.administrator })).body.faults).toEqual([]);
});

test('who acts on behalf of an organisation does not become its head, and its people are not touched', async () => {
  const acting = await actorOf(broker, community.id);
  const params = { organisationId: community.id };
  const invited = await world.call(routes.createInvitation, { as: acting, params, body: { role: 'owner' } });
  expect(invited.status).toBe(403);
  const removed = await world.call(routes.removeMember, {
    as: acting,
    params: { ...params, personId: community.owner.personId },
    ifMatch: 1,
  });
  expect(removed.status).toBe(403);
});
