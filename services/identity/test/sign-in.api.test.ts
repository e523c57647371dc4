import { identityRoutes as routes } from '@duijie/contracts';
import { startHost } from '@duijie/service-kit';
import { actorHeaders, clearNamespace, testEnvironment, testNamespace } from '@duijie/testkit';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { identityModule } from '../src';
import { gateway, password, startWorld, type World } from './world';

let world: World;
let firm: string;

beforeAll(async () => {
  world = await startWorld('idp');
  const { body } = await world.call(routes.createOrganisation, {
    as: world.administrator,
    body: { kind: 'property_firm', name: '安心物业', join: false },
  });
  firm = body.id;
}, 60_000);
afterAll(() => world.stop());

const open = (login: string, secret: string, remoteAddress = '10.1.1.1', code: string | null = null, on = world.host) =>
  world.call(routes.openSession, { as: gateway, body: { login, password: secret, remoteAddress, code } }, on);
const resolves = async (secret: string, type: 'session' | 'token' = 'session', on = world.host) =>
  world.call(routes.resolveActor, { as: gateway, body: { credential: { type, secret }, organisationId: null } }, on);

test('two hosts that start at once make one administrator, whose password only the file has', async () => {
  const environment = testEnvironment(testNamespace('idf'));
  const other = { ...environment, DUIJIE_STATE_DIR: testEnvironment(testNamespace('idf'))['DUIJIE_STATE_DIR'] ?? '' };
  await clearNamespace(environment);
  const hosts = await Promise.all([startHost([identityModule], environment), startHost([identityModule], other)]);
  try {
    const files = [environment, other]
      .map((e) => join(e['DUIJIE_STATE_DIR'] ?? '', 'administrator.json'))
      .filter((path) => existsSync(path));
    expect(files).toHaveLength(1);
    expect(statSync(files[0] ?? '').mode & 0o777).toBe(0o600);
    const first = JSON.parse(readFileSync(files[0] ?? '', 'utf8')) as { login: string; password: string };
    const answer = await fetch(`${hosts[0]?.url}/api/v1/internal/sessions`, {
      method: 'POST',
      headers: { ...actorHeaders(environment, gateway), 'content-type': 'application/json' },
      body: JSON.stringify({ ...first, remoteAddress: null }),
    });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({
      organisations: [{ kind: 'association', role: 'administrator', verification: 'verified' }],
      secondFactor: 'none',
    });
  } finally {
    await Promise.all(hosts.map((h) => h.stop()));
  }
}, 60_000);

test('a session resolves to its person and organisation until it is closed', async () => {
  await world.settle(firm, 'wang', world.administrator);
  const session = await open('WANG', password);
  expect(session.status).toBe(201);
  expect((await resolves(session.body.sessionToken)).body).toMatchObject({
    actor: { name: 'wang', actingFor: { organisationId: firm, role: 'owner', kind: 'property_firm' }, inPlaceOf: null },
  });
  expect(
    (await world.call(routes.closeSession, { as: gateway, body: { sessionToken: session.body.sessionToken } })).status,
  ).toBe(204);
  expect(await resolves(session.body.sessionToken)).toMatchObject({ status: 401, body: { reason: 'session.ended' } });
});

test('a new sign-in of the same browser ends its old session', async () => {
  const old = (await open('wang', password)).body.sessionToken;
  await world.call(routes.openSession, {
    as: gateway,
    body: { login: 'wang', password, remoteAddress: null, replaces: old },
  });
  expect((await resolves(old)).status).toBe(401);
});

test('only services open sessions', async () => {
  const body = { login: 'wang', password, remoteAddress: null };
  expect((await world.call(routes.openSession, { body })).status).toBe(401);
  expect((await world.call(routes.openSession, { as: world.administrator, body })).status).toBe(403);
});

test('an unknown login and a wrong password answer alike', async () => {
  const [unknown, wrong] = [await open('nobody', password), await open('wang', 'something else 7')];
  expect(unknown.status).toBe(401);
  expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
});

test('the sixth try within a quarter of an hour is refused even when right; another address and a later hour are not', async () => {
  for (let i = 0; i < 5; i += 1) expect((await open('wang', 'guessing wildly', '10.9.9.9')).status).toBe(401);
  const locked = await open('wang', password, '10.9.9.9');
  expect(locked).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(800);
  expect((await open('wang', password, '10.9.9.8')).status).toBe(201);
  const later = await startHost([identityModule], {
    ...world.environment,
    DUIJIE_CLOCK_OFFSET_MS: String(16 * 60_000),
  });
  try {
    expect((await open('wang', password, '10.9.9.9', null, later)).status).toBe(201);
  } finally {
    await later.stop();
  }
}, 30_000);

test('tries are counted before they are made, so that many at once do not slip through', async () => {
  const codes = await Promise.all(
    Array.from({ length: 30 }, async () => {
      for (;;) {
        const { status } = await open('wang', 'guessing wildly', '10.8.8.8');
        if (status !== 503) return status;
      }
    }),
  );
  expect(codes.filter((status) => status === 401)).toHaveLength(5);
  expect(codes.filter((status) => status === 429)).toHaveLength(25);
}, 30_000);

test('sessions end when idle, staff earlier', async () => {
  const clock = async (minutes: number, seconds = 0) =>
    startHost([identityModule], {
      ...world.environment,
      DUIJIE_CLOCK_OFFSET_MS: String((minutes * 60 + seconds) * 1000),
    });
  const first = JSON.parse(
    readFileSync(join(world.environment['DUIJIE_STATE_DIR'] ?? '', 'administrator.json'), 'utf8'),
  ) as {
    login: string;
    password: string;
  };
  const staff = (await open(first.login, first.password)).body.sessionToken;
  const usual = (await open('wang', password)).body.sessionToken;
  const halfAnHour = await clock(31);
  const nightfall = await clock(12 * 60, 1);
  try {
    expect((await resolves(staff, 'session', halfAnHour)).status).toBe(401);
    expect((await resolves(usual, 'session', halfAnHour)).status).toBe(200);
    expect((await resolves(usual, 'session', nightfall)).status).toBe(401);
  } finally {
    await Promise.all([halfAnHour.stop(), nightfall.stop()]);
  }
}, 30_000);

test('a changed password ends the other sessions and keeps this one', async () => {
  await world.settle((await newFirm('二号物业')).id, 'zhao', world.administrator);
  const [mine, other] = [
    (await open('zhao', password)).body.sessionToken,
    (await open('zhao', password)).body.sessionToken,
  ];
  const me = await world.resolve(mine);
  const next = '月季今年也开了好几朵';
  expect(await world.call(routes.changePassword, { as: me, body: { current: 'not this one', next } })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/current' }] },
  });
  expect(
    await world.call(routes.changePassword, { as: me, body: { current: password, next: 'zhao 1234567' } }),
  ).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/next' }] },
  });
  expect((await world.call(routes.changePassword, { as: me, body: { current: password, next } })).status).toBe(204);
  expect((await resolves(other)).status).toBe(401);
  expect((await resolves(mine)).status).toBe(200);
  expect((await open('zhao', password)).status).toBe(401);
  expect((await open('zhao', next)).status).toBe(201);
});

test('access tokens are shown once, act for the person, and end when revoked', async () => {
  const me = await world.signIn('wang', password);
  const made = await world.call(routes.createAccessToken, { as: me, body: { name: '导入脚本', validDays: 30 } });
  expect(made).toMatchObject({ status: 201, body: { name: '导入脚本', lastUsedAt: null } });
  expect(made.body.token).toMatch(/^dj_[\w-]{43}$/);
  const byToken = await resolves(made.body.token, 'token');
  expect(byToken.body).toMatchObject({ actor: { personId: me.personId, actingFor: { organisationId: firm } } });
  expect((await resolves(made.body.token, 'session')).status).toBe(401);
  const actor = byToken.body.actor;
  expect(await world.call(routes.createAccessToken, { as: actor, body: { name: '更多' } })).toMatchObject({
    status: 403,
    body: { reason: 'session.needed' },
  });
  const { body } = await world.call(routes.listAccessTokens, { as: me });
  expect(body.items).toMatchObject([{ id: made.body.id, lastUsedAt: expect.any(String) }]);
  expect(JSON.stringify(body)).not.toContain(made.body.token);
  const stranger = await world.settle((await newFirm('三号物业')).id, 'qian', world.administrator);
  expect((await world.call(routes.revokeAccessToken, { as: stranger, params: { tokenId: made.body.id } })).status).toBe(
    404,
  );
  expect((await world.call(routes.revokeAccessToken, { as: me, params: { tokenId: made.body.id } })).status).toBe(204);
  expect((await resolves(made.body.token, 'token')).status).toBe(401);
});

test('who I am names organisations and the one I act for; the name changes under its version', async () => {
  const me = await world.signIn('wang', password);
  const { body } = await world.call(routes.getMe, { as: me });
  expect(body).toMatchObject({
    person: { login: 'wang', totp: false },
    organisations: [{ organisationId: firm, role: 'owner' }],
    actingFor: { organisationId: firm },
    secondFactor: 'none',
  });
  const stale = await world.call(routes.changeMe, { as: me, body: { name: '王五' }, ifMatch: body.person.version + 1 });
  expect(stale.status).toBe(412);
  const renamed = await world.call(routes.changeMe, { as: me, body: { name: '王五' }, ifMatch: body.person.version });
  expect(renamed).toMatchObject({ status: 200, body: { name: '王五' } });
});

test('nothing secret stands in the database in the clear', async () => {
  const session = (await open('wang', password)).body.sessionToken;
  const rows = await dump([
    'person',
    'session',
    'access_token',
    'password_reset',
    'invitation',
    'idempotency_key',
    'audit_entry',
    'outbox',
  ]);
  expect(rows).toContain('wang');
  for (const secret of [session, password, '13800001234']) expect(rows).not.toContain(secret);
});

async function newFirm(name: string): Promise<{ id: string }> {
  return (
    await world.call(routes.createOrganisation, {
      as: world.administrator,
      body: { kind: 'property_firm', name, join: false, contact: { name: '陈经理', phone: '13800001234' } },
    })
  ).body;
}
async function dump(tables: readonly string[]): Promise<string> {
  return JSON.stringify(await Promise.all(tables.map((table) => world.query(`SELECT * FROM ${table}`))));
}
