import { serviceNames } from '@duijie/contracts';
import { startHost, type Host } from '@duijie/service-kit';
import { gatewayModule } from '../src';
import { thePersonId, type FakeServices } from './fake-services';
import { aNeed, gatewayEnvironment, refused, startGateway, type GatewayUnderTest } from './gateway-under-test';

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

describe('signing in and out', () => {
  const signIn = (password: string, headers: Record<string, string> = {}) =>
    ask('/api/v1/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ login: 'wang', password }),
    });
  test('sets the cookie and keeps the token out of the answer', async () => {
    const answer = await signIn('right', session());
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^duijie_session=made-\d+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual({
      person: { id: thePersonId, name: '王', login: 'wang' },
      organisations: [],
      expiresAt: '2099-01-01T00:00:00.000Z',
      secondFactor: 'none',
    });
    expect(fake.openSessions.has('open')).toBe(false);
  });
  test('wrong words, wrong fields and wrong types are told apart', async () => {
    expect(await refused(await signIn('wrong'), 401)).toMatchObject({ detail: '用户名或密码不对' });
    const post = (body: string, type = 'application/json') =>
      ask('/api/v1/sign-in', { method: 'POST', headers: { 'content-type': type }, body });
    expect((await refused(await post('{"login":"wang","x":1}'), 422)).errors?.map((e) => e.pointer)).toEqual(
      expect.arrayContaining(['/password', '/x']),
    );
    await refused(await post('{"login":'), 400);
    await refused(await post('login=wang&password=right', 'application/x-www-form-urlencoded'), 415);
    await refused(await post(JSON.stringify({ login: 'x'.repeat(300_000) })), 413);
  });
  test('sign-out ends the session at once and takes the cookie away', async () => {
    await ask(aNeed, { headers: session() });
    const answer = await ask('/api/v1/sign-out', { method: 'POST', headers: session() });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toMatch(/^duijie_session=; Path=\/; Expires=Thu, 01 Jan 1970/);
    await ask(aNeed, { headers: session() });
    expect(fake.arrived.at(-1)?.actor).toBeNull();
    expect((await ask('/api/v1/sign-out', { method: 'POST' })).status).toBe(204);
  });
});

describe('what it shows itself', () => {
  test('the status names every service', async () => {
    const status = (await (await ask('/api/v1/status')).json()) as { services: unknown };
    expect(status).toMatchObject({ version: expect.stringMatching(/^\d/), demo: false });
    expect(status.services).toEqual(serviceNames.map((service) => ({ service, state: 'ready' })));
  });
  test('the document is that of the contracts', async () => {
    const document = (await (await ask('/api/v1/openapi.json')).json()) as { openapi: string; paths: object };
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths).toHaveProperty(['/sign-in']);
    expect(Object.keys(document.paths).filter((path) => path.startsWith('/internal'))).toEqual([]);
  });
  test.each(['/', '/api/docs'])('%s asks for nothing elsewhere and runs no inline script', async (path) => {
    const answer = await ask(path);
    const html = await answer.text();
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(html).not.toMatch(/https?:\/\//);
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(html).not.toMatch(/\son\w+=/);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:/);
    const linked = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => String(address));
    for (const address of linked) expect([address, (await ask(address)).status]).toEqual([address, 200]);
    expect(linked.length).toBeGreaterThan(1);
  });
  test("the reference's style sheet loads nothing from elsewhere", async () => {
    const css = await (await ask('/api/docs/swagger-ui.css')).text();
    expect(css.length).toBeGreaterThan(10_000);
    expect(css).not.toMatch(/@import|url\(\s*["']?(?:https?:)?\/\//);
    expect(await (await ask('/api/docs/start.js')).text()).toContain('validatorUrl: null');
  });
  test('answers of the interface may be shown in no frame and run nothing', async () => {
    const answer = await ask('/api/v1/status');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('limits, and identity away', () => {
  let strict: Host;
  beforeAll(async () => {
    strict = await startHost(
      [gatewayModule],
      gatewayEnvironment(fake.url, { DUIJIE_RATE_ANONYMOUS: '5', DUIJIE_RATE_PERSON: '7', DUIJIE_RATE_SIGN_IN: '2' }),
    );
  });
  afterAll(() => strict.stop());
  const statuses = async (times: number, path: string, init: () => RequestInit): Promise<number[]> => {
    const out: number[] = [];
    for (let i = 0; i < times; i += 1) out.push((await fetch(`${strict.url}${path}`, init())).status);
    return out;
  };
  test('a person, an address and sign-in have limits of their own; a token on this machine has none', async () => {
    const asPerson = await statuses(8, aNeed, () => ({ headers: session() }));
    expect(asPerson).toEqual([200, 200, 200, 200, 200, 200, 200, 429]);
    expect(await statuses(20, aNeed, () => ({ headers: { authorization: 'Bearer dj_good' } }))).not.toContain(429);
    const body = JSON.stringify({ login: 'wang', password: 'wrong' });
    const headers = { 'content-type': 'application/json' };
    expect(await statuses(3, '/api/v1/sign-in', () => ({ method: 'POST', headers, body }))).toEqual([401, 401, 429]);
    expect(await statuses(4, aNeed, () => ({}))).toEqual([200, 200, 200, 429]);
    const answer = await fetch(`${strict.url}${aNeed}`);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    await refused(answer, 429);
  });
  test('guessing tokens is stopped before identity is asked', async () => {
    const before = fake.resolved.length;
    let i = 0;
    const guesses = await statuses(10, aNeed, () => ({ headers: { authorization: `Bearer dj_guess${(i += 1)}` } }));
    expect(guesses.slice(5)).toEqual([429, 429, 429, 429, 429]);
    expect(fake.resolved.length - before).toBeLessThanOrEqual(5);
  });
  test('without identity the public is served and who shows a credential is asked to wait', async () => {
    const away = await startHost(
      [gatewayModule],
      gatewayEnvironment(fake.url, { DUIJIE_URL_IDENTITY: 'http://127.0.0.1:9', DUIJIE_RATE_ANONYMOUS: '1000' }),
    );
    try {
      expect((await fetch(`${away.url}${aNeed}`)).status).toBe(200);
      const answer = await fetch(`${away.url}${aNeed}`, { headers: session() });
      expect(await refused(answer, 503)).toMatchObject({ detail: '身份服务暂不可用' });
      const { services } = (await (await fetch(`${away.url}/api/v1/status`)).json()) as {
        services: { service: string; state: string }[];
      };
      expect(services.find((one) => one.service === 'identity')?.state).toBe('away');
    } finally {
      await away.stop();
    }
  });
});

describe('in production', () => {
  test('the cookie is bound to host and HTTPS', async () => {
    const production = await startHost(
      [gatewayModule],
      gatewayEnvironment(fake.url, { NODE_ENV: 'production', DUIJIE_ORIGIN: 'https://duijie.example' }),
    );
    try {
      const answer = await fetch(`${production.url}/api/v1/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'https://duijie.example' },
        body: JSON.stringify({ login: 'wang', password: 'right' }),
      });
      expect(answer.headers.get('set-cookie')).toMatch(
        /^__Host-duijie_session=made-\d+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
      );
      expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
    } finally {
      await production.stop();
    }
  });
  test('a gateway that does not know where a service is does not start', async () => {
    const { DUIJIE_URL_NEEDS: _gone, ...rest } = gatewayEnvironment(fake.url);
    await expect(startHost([gatewayModule], rest)).rejects.toThrow('DUIJIE_URL_NEEDS');
  });
});
