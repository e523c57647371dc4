import { identityRoutes as routes } from '@duijie/contracts';
import { startHost } from '@duijie/service-kit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { identityModule } from '../src';
import { totpCode } from '../src/people/totp';
import { gateway, password, startWorld, type World } from './world';

let world: World;
let firm: string;

beforeAll(async () => {
  world = await startWorld('idr');
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

test('a head resets the password of a member by a code that works once; others are refused', async () => {
  const head = await world.settle(firm, 'wang', world.administrator);
  const invitation = await world.call(routes.createInvitation, {
    as: head,
    params: { organisationId: firm },
    body: { role: 'viewer' },
  });
  const member = await world.call(routes.acceptInvitation, {
    body: { secret: invitation.body.code, newPerson: { name: '小周', login: 'zhou', password } },
  });
  const { personId } = member.body;
  const session = (await open('zhou', password)).body.sessionToken;
  const colleague = await world.resolve(session);
  expect(
    (await world.call(routes.issuePasswordReset, { as: colleague, params: { personId: head.personId } })).status,
  ).toBe(403);
  const stranger = await world.settle((await newFirm('三号物业')).id, 'qian', world.administrator);
  expect((await world.call(routes.issuePasswordReset, { as: stranger, params: { personId } })).status).toBe(404);

  const issued = await world.call(routes.issuePasswordReset, { as: head, params: { personId } });
  expect(issued).toMatchObject({
    status: 201,
    body: { login: 'zhou', code: expect.stringMatching(/^[2-9A-HJ-NP-Z]{8}$/) },
  });
  const next = '桂花要到秋天才会香的';
  const redeem = (code: string) =>
    world.call(routes.redeemPasswordReset, { body: { login: 'zhou', code, password: next } });
  expect(await redeem('22222222')).toMatchObject({ status: 422, body: { errors: [{ pointer: '/code' }] } });
  expect((await redeem(`${issued.body.code.slice(0, 4)}-${issued.body.code.slice(4).toLowerCase()}`)).status).toBe(204);
  expect((await redeem(issued.body.code)).status).toBe(422);
  expect((await resolves(session)).status).toBe(401);
  expect((await open('zhou', next)).status).toBe(201);

  // The member now belongs elsewhere too: the code would open that as well.
  const elsewhere = (await newFirm('四号物业')).id;
  const other = await world.call(routes.createInvitation, {
    as: world.administrator,
    params: { organisationId: elsewhere },
    body: { role: 'owner' },
  });
  await world.call(routes.acceptInvitation, {
    as: await world.signIn('zhou', next),
    body: { secret: other.body.code },
  });
  expect(await world.call(routes.issuePasswordReset, { as: head, params: { personId } })).toMatchObject({
    status: 403,
    body: { reason: 'password-reset.other-organisations' },
  });
  expect((await world.call(routes.issuePasswordReset, { as: world.administrator, params: { personId } })).status).toBe(
    201,
  );
}, 30_000);

test('a reset code dies of five wrong tries and of half an hour', async () => {
  const person = await world.settle((await newFirm('五号物业')).id, 'sun', world.administrator);
  const issue = async () =>
    (await world.call(routes.issuePasswordReset, { as: world.administrator, params: { personId: person.personId } }))
      .body.code;
  const redeem = (code: string, on = world.host) =>
    world.call(routes.redeemPasswordReset, { body: { login: 'sun', code, password: '桂花要到秋天才会香的' } }, on);
  const late = await startHost([identityModule], { ...world.environment, DUIJIE_CLOCK_OFFSET_MS: String(31 * 60_000) });
  try {
    expect((await redeem(await issue(), late)).status).toBe(422);
    const code = await issue();
    for (let i = 0; i < 5; i += 1) {
      await world.query('DELETE FROM attempt_window');
      expect((await redeem('22222222')).status).toBe(422);
    }
    await world.query('DELETE FROM attempt_window');
    expect((await redeem(code)).status).toBe(422);
    expect((await redeem(await issue())).status).toBe(204);
  } finally {
    await late.stop();
  }
}, 30_000);

test('a second factor is asked for once confirmed, and a code counts once', async () => {
  const person = await world.settle((await newFirm('六号物业')).id, 'li', world.administrator);
  const enrolled = await world.call(routes.enrolTotp, { as: person, body: { password } });
  expect(enrolled).toMatchObject({ status: 201, body: { uri: expect.stringContaining('otpauth://totp/') } });
  const codeIn = (seconds: number): string => totpCode(enrolled.body.secret, new Date(Date.now() + seconds * 1000));
  expect((await open('li', password)).status).toBe(201);
  expect((await world.call(routes.confirmTotp, { as: person, body: { code: '000000' } })).status).toBe(422);
  expect((await world.call(routes.confirmTotp, { as: person, body: { code: codeIn(-30) } })).status).toBe(204);
  expect(await open('li', password)).toMatchObject({ status: 401, body: { reason: 'totp.required' } });
  const code = codeIn(0);
  expect(await open('li', password, '10.1.1.1', code)).toMatchObject({
    status: 201,
    body: { secondFactor: 'confirmed' },
  });
  expect(await open('li', password, '10.1.1.1', code)).toMatchObject({ status: 401, body: { reason: 'totp.wrong' } });
  expect(await world.call(routes.enrolTotp, { as: person, body: { password } })).toMatchObject({
    status: 409,
    body: { reason: 'totp.confirmed' },
  });
  expect((await world.call(routes.removeTotp, { as: person, body: { password, code: codeIn(30) } })).status).toBe(204);
  expect((await open('li', password)).status).toBe(201);
}, 30_000);

test('in production the association acts only with a second factor', async () => {
  const production = await startHost([identityModule], { ...world.environment, NODE_ENV: 'production' });
  try {
    const first = JSON.parse(
      readFileSync(join(world.environment['DUIJIE_STATE_DIR'] ?? '', 'administrator.json'), 'utf8'),
    ) as {
      login: string;
      password: string;
    };
    const session = await open(first.login, first.password, '10.3.3.3', null, production);
    expect(session.body.secondFactor).toBe('to-enrol');
    const before = await resolves(session.body.sessionToken, 'session', production);
    expect(before.body).toMatchObject({ actor: { actingFor: null } });
    const as = before.body.actor;
    const organisationId = session.body.organisations[0]?.organisationId ?? '';
    expect(await world.call(routes.chooseOrganisation, { as, body: { organisationId } }, production)).toMatchObject({
      status: 403,
      body: { reason: 'totp.required' },
    });
    const { body } = await world.call(routes.enrolTotp, { as, body: { password: first.password } }, production);
    const code = totpCode(body.secret, new Date());
    expect((await world.call(routes.confirmTotp, { as, body: { code } }, production)).status).toBe(204);
    expect((await resolves(session.body.sessionToken, 'session', production)).body).toMatchObject({
      actor: { actingFor: { organisationId, role: 'administrator' } },
    });
  } finally {
    await production.stop();
  }
}, 30_000);

async function newFirm(name: string): Promise<{ id: string }> {
  return (
    await world.call(routes.createOrganisation, {
      as: world.administrator,
      body: { kind: 'property_firm', name, join: false, contact: { name: '陈经理', phone: '13800001234' } },
    })
  ).body;
}
