import { identityRoutes as routes, type PersonActor } from '@duijie/contracts';
import { startHost } from '@duijie/service-kit';
import { aPerson } from '@duijie/testkit';
import { identityModule } from '../src';
import { gateway, password, startWorld, type World } from './world';

let world: World;
let officer: PersonActor;
/** 牛市口街道 of 锦江区, 得胜街社区. */
const community = '510104026006';

beforeAll(async () => {
  world = await startWorld('idm');
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
const version = async (as: PersonActor, organisationId: string, personId: string): Promise<number> =>
  (await world.call(routes.listMembers, { as, params: { organisationId } })).body.items.find(
    (m) => m.personId === personId,
  )?.version ?? 0;

test('a community is claimed by a link: preview without sign-in, one step to an account, verified at once', async () => {
  const foreign = aPerson('subdistrict', 'officer', { district: '青羊区', subdistrict: '草堂街道' });
  const params = { communityCode: community };
  expect((await world.call(routes.inviteCommunity, { as: foreign, params, body: {} })).status).toBe(403);
  const issued = await world.call(routes.inviteCommunity, { as: officer, params, body: {} });
  expect(issued).toMatchObject({ status: 201, body: { type: 'claim', role: 'owner', state: 'open', uses: 1 } });
  expect(issued.body.path).toMatch(/^\/claim\/[\w-]{43}$/);
  const token = issued.body.path.slice('/claim/'.length);
  const preview = await world.call(routes.previewInvitation, { body: { secret: token } });
  expect(preview.body).toMatchObject({
    type: 'claim',
    name: '得胜街社区',
    kind: 'community',
    district: '锦江区',
    subdistrict: '牛市口街道',
    role: 'owner',
  });

  expect((await accept(token, 'x')).status).toBe(422);
  expect((await world.call(routes.acceptInvitation, { body: { secret: token } })).status).toBe(401);
  const weak = await world.call(routes.acceptInvitation, {
    body: { secret: token, newPerson: { name: '书记', login: 'shuji', password: '1234567890' } },
  });
  expect(weak.body.errors?.map((e) => e.pointer)).toEqual(['/newPerson/password']);
  const accepted = await accept(token, 'shuji');
  expect(accepted).toMatchObject({
    status: 200,
    body: {
      membership: { kind: 'community', role: 'owner', verification: 'verified', organisationName: '得胜街社区' },
    },
  });
  expect((await accept(token, 'another')).body).toMatchObject({ code: 'conflict', reason: 'invitation.used' });

  const organisationId = accepted.body.membership.organisationId;
  const owner = await world.signIn('shuji', password);
  expect(owner.actingFor).toMatchObject({
    organisationId,
    district: '锦江区',
    subdistrict: '牛市口街道',
    verification: 'verified',
  });
  const places = await world.call(routes.findCommunities, { query: { name: '得胜街' } });
  expect(places.body.items).toMatchObject([{ code: community, claimed: true, organisationId }]);
  const streets = await world.call(routes.listSubdistricts, { params: { districtCode: '510104' } });
  expect(streets.body.items.find((s) => s.code === '510104026')?.claimed).toBe(1);
  expect((await world.call(routes.inviteCommunity, { as: officer, params, body: {} })).body.reason).toBe(
    'community.claimed',
  );
  expect((await world.call(routes.listCommunityInvitations, { as: officer, params })).body.items).toMatchObject([
    { state: 'used', used: 1 },
  ]);
  expect((await world.query(`SELECT sequence FROM outbox WHERE aggregate_id = '${organisationId}'`)).length).toBe(1);
});

test('two who hold the same single invitation: one gets in', async () => {
  const { id, owner } = await firmWith('单次物业', 'once-owner');
  const { body } = await invite(owner, id, 'viewer');
  const answers = await Promise.all(['once-a', 'once-b', 'once-c'].map((login) => accept(body.code, login)));
  expect(answers.map((a) => a.status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  expect((await world.call(routes.listMembers, { as: owner, params: { organisationId: id } })).body.items).toHaveLength(
    2,
  );
  expect(await world.query(`SELECT 1 FROM person WHERE login LIKE 'once-_'`)).toHaveLength(1);
});

test('an invitation for several, by somebody who has an account, until it is revoked or expires', async () => {
  const { id, owner } = await firmWith('多次物业', 'many-owner');
  const { body } = await invite(owner, id, 'editor', 3);
  const other = (await firmWith('别家物业', 'other-owner')).owner;
  expect((await accept(body.code, other)).status).toBe(200);
  expect((await accept(body.code, other)).body.reason).toBe('membership.exists');
  expect((await accept(body.code.toLowerCase(), 'many-two')).status).toBe(200);
  expect((await accept(body.code, 'other-owner')).body.errors?.[0]?.pointer).toBe('/newPerson/login');
  const late = await startHost([identityModule], {
    ...world.environment,
    DUIJIE_CLOCK_OFFSET_MS: String(15 * 86_400_000),
  });
  try {
    expect((await world.call(routes.previewInvitation, { body: { secret: body.code } }, late)).body.reason).toBe(
      'invitation.expired',
    );
  } finally {
    await late.stop();
  }
  expect(
    (await world.call(routes.revokeInvitation, { as: other, params: { invitationId: body.id }, ifMatch: 3 })).status,
  ).toBe(404);
  expect(
    (await world.call(routes.revokeInvitation, { as: owner, params: { invitationId: body.id }, ifMatch: 3 })).body
      .state,
  ).toBe('revoked');
  expect((await accept(body.code, 'many-three')).body.reason).toBe('invitation.revoked');
  expect(
    (await world.call(routes.listInvitations, { as: owner, params: { organisationId: id } })).body.items[0],
  ).not.toHaveProperty('code');
});

test('codes cannot be guessed from one address', async () => {
  await world.query('DELETE FROM attempt_window');
  const guess = () => world.call(routes.previewInvitation, { body: { secret: 'ZZZZ2222' } });
  for (let i = 0; i < 5; i += 1) expect((await guess()).status).toBe(404);
  expect((await guess()).status).toBe(429);
  await world.query('DELETE FROM attempt_window');
});

test('roles fit the kind, and only heads give them', async () => {
  const { id, owner } = await firmWith('角色物业', 'role-owner');
  expect((await invite(owner, id, 'broker')).body.errors?.[0]?.pointer).toBe('/role');
  const { body } = await invite(owner, id, 'editor');
  const editor = (await accept(body.code, 'role-editor')).body.personId;
  const editorActor = await world.signIn('role-editor', password);
  expect((await invite(editorActor, id, 'viewer')).status).toBe(403);
  const params = { organisationId: id, personId: editor };
  expect(
    (await world.call(routes.changeMember, { as: editorActor, params, body: { role: 'owner' }, ifMatch: 1 })).status,
  ).toBe(403);
  expect(
    (await world.call(routes.changeMember, { as: owner, params, body: { role: 'officer' }, ifMatch: 1 })).status,
  ).toBe(422);
  expect(
    (await world.call(routes.changeMember, { as: owner, params, body: { role: 'viewer' }, ifMatch: 1 })).body,
  ).toMatchObject({ role: 'viewer', version: 2 });
  expect(
    (await world.call(routes.changeMember, { as: owner, params, body: { role: 'editor' }, ifMatch: 1 })).status,
  ).toBe(412);
  expect((await world.signIn('role-editor', password)).actingFor?.role).toBe('viewer');
});

test('nobody from outside gets into an organisation that has members', async () => {
  const { id } = await firmWith('有人物业', 'closed-owner');
  expect((await invite(world.administrator, id, 'owner')).body).toMatchObject({
    code: 'conflict',
    reason: 'organisation.has-members',
  });
  expect((await invite(officer, id, 'owner')).status).toBe(403);
});

test('the last head cannot leave or step down before handing over, not even two at once', async () => {
  const { id, owner } = await firmWith('交接物业', 'last-owner');
  const leave = (as: PersonActor, ifMatch = 1) =>
    world.call(routes.leaveOrganisation, { as, params: { organisationId: id }, ifMatch });
  expect((await leave(owner)).body).toMatchObject({ code: 'conflict', reason: 'membership.last-head' });
  expect(
    (
      await world.call(routes.changeMember, {
        as: owner,
        params: { organisationId: id, personId: owner.personId },
        body: { role: 'viewer' },
        ifMatch: 1,
      })
    ).body.reason,
  ).toBe('membership.last-head');
  await accept((await invite(owner, id, 'owner')).body.code, 'next-owner');
  const next = await world.signIn('next-owner', password);
  const both = await Promise.all([leave(owner), leave(next)]);
  expect(both.map((a) => a.status).toSorted((a, b) => a - b)).toEqual([204, 409]);
  const stayed = both[0]?.status === 204 ? next : owner;
  const left = stayed === next ? owner : next;
  expect(
    (await world.call(routes.listMembers, { as: stayed, params: { organisationId: id } })).body.items.map(
      (m) => m.personId,
    ),
  ).toEqual([stayed.personId]);
  expect((await world.signIn(left === owner ? 'last-owner' : 'next-owner', password)).actingFor).toBeNull();
});

test('a removed member is out with the next request', async () => {
  const { id, owner } = await firmWith('移除物业', 'remove-owner');
  await accept((await invite(owner, id, 'editor')).body.code, 'removed');
  const session = await world.call(routes.openSession, {
    as: gateway,
    body: { login: 'removed', password, remoteAddress: null },
  });
  const removed = await world.resolve(session.body.sessionToken);
  expect(removed.actingFor?.organisationId).toBe(id);
  expect(
    (
      await world.call(routes.removeMember, {
        as: owner,
        params: { organisationId: id, personId: removed.personId },
        ifMatch: await version(owner, id, removed.personId),
      })
    ).status,
  ).toBe(204);
  expect((await world.resolve(session.body.sessionToken)).actingFor).toBeNull();
});

test('somebody of several organisations acts for the one named, else the one chosen, else the first', async () => {
  const [a, b] = [await firmWith('甲公司', 'two-hats'), await firmWith('乙公司', 'second-owner')];
  await accept((await invite(b.owner, b.id, 'viewer')).body.code, a.owner);
  const session = (
    await world.call(routes.openSession, { as: gateway, body: { login: 'two-hats', password, remoteAddress: null } })
  ).body.sessionToken;
  const resolved = async (organisationId: string | null) =>
    (
      (
        await world.call(routes.resolveActor, {
          as: gateway,
          body: { credential: { type: 'session', secret: session }, organisationId },
        })
      ).body.actor as PersonActor
    ).actingFor;
  expect((await resolved(null))?.organisationId).toBe(a.id);
  expect(await resolved(b.id)).toMatchObject({ organisationId: b.id, role: 'viewer' });
  const me = await world.resolve(session);
  await world.call(routes.chooseOrganisation, { as: me, body: { organisationId: b.id } });
  expect((await resolved(null))?.organisationId).toBe(b.id);
  expect((await resolved(a.id))?.organisationId).toBe(a.id);
  const stranger = await firmWith('丙公司', 'third-owner');
  expect((await resolved(stranger.id))?.organisationId).toBe(b.id);
  expect((await world.call(routes.chooseOrganisation, { as: me, body: { organisationId: stranger.id } })).status).toBe(
    404,
  );
});
