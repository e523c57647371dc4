import { actorHeader, createActorTokens } from '@duijie/service-kit';
import { eventually } from '@duijie/testkit';
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { theAssociationId, theOrganisationId, thePersonId, type FakeServices } from './fake-services';
import { aNeed, refused, startGateway, type GatewayUnderTest } from './gateway-under-test';

let gateway: GatewayUnderTest;
let fake: FakeServices;
const session = (secret?: string): Record<string, string> => gateway.session(secret);
const ask = (path: string, init?: RequestInit): Promise<Response> => gateway.ask(path, init);

beforeAll(async () => {
  gateway = await startGateway();
  ({ fake } = gateway);
});
beforeEach(() => fake.reset());
afterAll(() => gateway.stop());

describe('who asks', () => {
  test('a session becomes the signed actor, and the cookie stays here', async () => {
    const answer = await ask(aNeed, { headers: { ...session(), 'x-request-id': 'request-0001' } });
    expect(await answer.json()).toEqual({ from: 'fake' });
    expect(answer.headers.get('x-request-id')).toBe('request-0001');
    expect(fake.arrived[0]?.actor).toMatchObject({ type: 'person', personId: thePersonId, actingFor: null });
    expect(fake.arrived[0]?.headers).toMatchObject({
      'x-request-id': 'request-0001',
      traceparent: expect.stringMatching(/^00-[\da-f]{32}-[\da-f]{16}-01$/),
      'x-forwarded-for': '127.0.0.1',
    });
    expect(fake.arrived[0]?.headers.cookie).toBeUndefined();
  });
  test('an access token becomes the actor, without Origin even for changes', async () => {
    const headers = {
      authorization: 'Bearer dj_good',
      'content-type': 'application/json',
      'idempotency-key': 'key-00001',
    };
    expect((await ask('/api/v1/needs', { method: 'POST', headers, body: '{"a":"院"}' })).status).toBe(200);
    expect(fake.arrived[0]).toMatchObject({ method: 'POST', actor: { personId: thePersonId } });
    expect(fake.arrived[0]?.body.toString('utf8')).toBe('{"a":"院"}');
    expect(fake.arrived[0]?.headers).toMatchObject({ 'idempotency-key': 'key-00001' });
    expect(fake.arrived[0]?.headers.authorization).toBeUndefined();
  });
  test('X-Organisation chooses the organisation to act for', async () => {
    await ask(aNeed, { headers: { ...session(), 'x-organisation': theOrganisationId.toUpperCase() } });
    expect(fake.arrived[0]?.actor).toMatchObject({ actingFor: { organisationId: theOrganisationId } });
    const other = await ask(aNeed, { headers: { ...session(), 'x-organisation': thePersonId } });
    expect(await refused(other, 403)).toMatchObject({ detail: '不是这个机构的成员' });
    await refused(await ask(aNeed, { headers: { ...session(), 'x-organisation': '7' } }), 400);
  });
  test('a broker acts on behalf of an organisation, and nobody else does', async () => {
    fake.openSessions.add('broker');
    const onBehalf = {
      'x-on-behalf-of': theOrganisationId.toUpperCase(),
      'x-on-behalf-channel': 'phone',
      'x-on-behalf-note': encodeURIComponent('王主任来电'),
    };
    await ask(aNeed, { headers: { ...session('broker'), ...onBehalf } });
    expect(fake.arrived[0]?.actor).toMatchObject({
      personId: thePersonId,
      actingFor: { organisationId: theOrganisationId },
      onBehalf: { channel: 'phone', note: '王主任来电', brokerOrganisationId: theAssociationId },
    });
    expect(Object.keys(fake.arrived[0]?.headers ?? {}).filter((name) => name.startsWith('x-on-behalf'))).toEqual([]);
    // Without the headers the same session acts for itself at once: the kept answer is another one.
    await ask(aNeed, { headers: session('broker') });
    expect(fake.arrived[1]?.actor).toMatchObject({ personId: thePersonId, actingFor: null });
    expect(fake.arrived[1]?.actor).not.toHaveProperty('onBehalf');

    const refusedHere = async (headers: Record<string, string>, status: 400 | 401 | 403) =>
      refused(await ask(aNeed, { headers }), status);
    expect(await refusedHere({ ...session(), ...onBehalf }, 403)).toMatchObject({ detail: '只有撮合员可以代办' });
    await refusedHere({ ...session('broker'), 'x-on-behalf-of': theOrganisationId }, 400);
    await refusedHere({ ...session('broker'), ...onBehalf, 'x-on-behalf-channel': 'fax' }, 400);
    await refusedHere(onBehalf, 401);
    await refusedHere({ ...session('ended'), ...onBehalf }, 401);
    expect(fake.arrived).toHaveLength(2);
  });
  test('a bad token is refused, a bad session is anonymous', async () => {
    for (const authorization of ['Bearer dj_bad', 'Bearer nonsense', 'Basic x'])
      await refused(await ask(aNeed, { headers: { authorization } }), 401);
    expect(fake.arrived).toHaveLength(0);
    expect((await ask(aNeed, { headers: session('ended') })).status).toBe(200);
    expect(fake.arrived[0]?.actor).toBeNull();
  });
  test('headers of the inside do not come in from outside', async () => {
    const forged = createActorTokens('another-secret-another-secret-000', () => Date.now());
    const headers = { [actorHeader]: forged.sign({ type: 'service', service: 'needs' }), 'x-duijie-anything': '1' };
    expect((await ask(aNeed, { headers })).status).toBe(200);
    expect(Object.keys(fake.arrived[0]?.headers ?? {}).filter((name) => name.startsWith('x-duijie'))).toEqual([]);
    expect((await ask(aNeed, { headers: { ...headers, ...session() } })).status).toBe(200);
    expect(fake.arrived[1]?.actor).toMatchObject({ type: 'person' });
  });
  test('asks identity once for many requests, and refuses a session soon after its end', async () => {
    fake.openSessions.add('another');
    await Promise.all(Array.from({ length: 30 }, () => ask(aNeed, { headers: session('another') })));
    expect(fake.arrived.every(({ actor }) => actor?.type === 'person')).toBe(true);
    expect(fake.resolved).toHaveLength(1);
    fake.openSessions.clear();
    await eventually(async () => {
      await ask(aNeed, { headers: session('another') });
      expect(fake.arrived.at(-1)?.actor).toBeNull();
    });
  });
});

describe('which way', () => {
  test.each([
    ['POST', '/api/v1/internal/actors'],
    ['POST', '/api/v1/INTERNAL/actors'],
    ['POST', '/api/v1/internal/sessions'],
    ['GET', '/api/v1/nothing'],
    ['GET', '/api/v1'],
    ['GET', '/API/v1/needs/mine/x/y'],
    ['DELETE', '/api/v1/needs'],
    ['GET', '/api/v1/needs/..%2finternal/x/y/z'],
  ])('%s %s is no address', async (method, path) => {
    expect(await refused(await ask(path, { method, headers: session() }), 404)).toMatchObject({
      detail: '没有这个地址',
    });
    expect(fake.arrived).toHaveLength(0);
  });
  test('query, status, headers and several cookies of the answer pass through', async () => {
    fake.answering = (_arrived, res) =>
      void res
        .writeHead(201, { etag: '"3"', location: '/x', 'retry-after': '1', connection: 'x-hop', 'x-hop': '1' })
        .end('{}');
    const answer = await ask(`${aNeed}?a=1&b=%E9%99%A2`, { headers: session() });
    expect(fake.arrived[0]?.url).toBe(`${aNeed}?a=1&b=%E9%99%A2`);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('etag')).toBe('"3"');
    expect(answer.headers.get('x-hop')).toBeNull();
  });
  test('large bodies stream in both directions unchanged', async () => {
    const sent = randomBytes(3_000_000);
    fake.answering = (arrived, res) => void res.writeHead(200, { 'content-type': 'text/csv' }).end(arrived.body);
    const headers = { authorization: 'Bearer dj_good', 'content-type': 'multipart/form-data; boundary=x' };
    const answer = await ask('/api/v1/imports/needs', { method: 'POST', headers, body: sent });
    expect(Buffer.from(await answer.arrayBuffer()).equals(sent)).toBe(true);
  });
  test('a service that is away is 503 and says when to come back', async () => {
    fake.answering = (_arrived, res) => void res.destroy();
    const answer = await ask('/api/v1/needs', {
      method: 'POST',
      headers: { authorization: 'Bearer dj_good', 'content-type': 'application/json' },
      body: '{}',
    });
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(await refused(answer, 503)).toMatchObject({ code: 'unavailable' });
  });
  test('a caller who goes away frees the service', async () => {
    const gone = new Promise<void>((resolve) => {
      fake.answering = (_arrived, res) => void res.once('close', resolve);
    });
    const out = request(`${gateway.host.url}${aNeed}`, { headers: session() });
    out.on('error', () => undefined).end();
    await eventually(() => expect(fake.arrived).toHaveLength(1));
    out.destroy();
    await gone;
  });
});

describe('pages of other sites', () => {
  const change = (headers: Record<string, string>) =>
    ask(aNeed, { method: 'PATCH', headers: { 'content-type': 'application/json', ...headers }, body: '{}' });
  test.each([
    [{ cookie: 'duijie_session=open' }, 'no word of where it comes from'],
    [{ cookie: 'duijie_session=open', origin: 'http://evil.example' }, 'another origin'],
    [{ cookie: 'duijie_session=open', origin: 'null' }, 'a hidden origin'],
    [{ cookie: 'duijie_session=open', 'sec-fetch-site': 'cross-site' }, 'another site'],
  ])('a change by session with %j is refused: %s', async (headers, _why) => {
    expect(await refused(await change(headers), 403)).toMatchObject({ reason: 'origin.other' });
    expect(fake.arrived).toHaveLength(0);
  });
  test('a change by session from this site, and reading from anywhere, pass', async () => {
    expect((await change(session())).status).toBe(200);
    expect((await change({ cookie: 'duijie_session=open', 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await ask(aNeed, { headers: { cookie: 'duijie_session=open' } })).status).toBe(200);
  });
  test('another site cannot sign the browser in', async () => {
    const body = JSON.stringify({ login: 'wang', password: 'right' });
    const headers = { 'content-type': 'application/json', origin: 'http://evil.example' };
    const answer = await ask('/api/v1/sign-in', { method: 'POST', headers, body });
    expect(await refused(answer, 403)).toMatchObject({ reason: 'origin.other' });
  });
});
