import { ProblemError } from '@duijie/api-client';
import {
  acceptAppointment,
  appointProvider,
  auditContract,
  auditedServices,
  emptyDemo,
  getAgreement,
  getDemo,
  getLot,
  getMe,
  getNeed,
  getOrganisation,
  getPackage,
  getTaxonomy,
  introduce,
  listAppointments,
  modeTemplates,
  operationsContract,
  search,
  type RouteContract,
} from '@duijie/contracts';
import { clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { idsIn, mentionsOf } from './emptying';
import { openMarket, type Market, type Provider } from './market';
import { signInTo, type SignedIn } from './people';
import { startSystem, type RunningSystem } from './running-system';

jest.setTimeout(600_000);
const namespace = testNamespace('empty');
let system: RunningSystem;
let market: Market;
let provider: Provider;
/** The invented firm that a real community has taken. */
let firm: SignedIn;
/** Name of the real association, as it is typed to confirm. */
let association: string;
let invented: { organisations: string[]; needs: string[]; packages: string[]; compounds: string[]; people: string[] };
const real = { needs: [] as string[], lotOfInvented: '', agreementId: '' };

const stateFile = <T>(name: string): T =>
  JSON.parse(readFileSync(join(system.environment['DUIJIE_STATE_DIR'] ?? '', name), 'utf8')) as T;
const duijie = (...args: string[]): Promise<{ code: number | null; out: string }> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [resolve(__dirname, '../../services/cli/bin/duijie.js'), ...args], {
      env: { PATH: process.env['PATH'], LC_ALL: 'zh_CN.UTF-8', ...system.environment, DUIJIE_URL: system.url },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.once('error', fail);
    child.once('close', (code) => done({ code, out }));
  });
const statusOf = (call: Promise<unknown>): Promise<number> =>
  call.then(
    () => 200,
    (error: unknown) => {
      if (error instanceof ProblemError) return error.status;
      throw error;
    },
  );
/** What real people see of what is theirs. */
const realThings = async () => ({
  needs: await Promise.all(real.needs.map((needId) => market.community.client.call(getNeed, { params: { needId } }))),
  package: await provider.client.call(getPackage, { params: { packageId: provider.packageId } }),
  organisations: await Promise.all(
    [provider, market.community, market.broker].map(({ organisationId }) =>
      market.administrator.call(getOrganisation, { params: { organisationId } }),
    ),
  ),
  agreement: await provider.client.call(getAgreement, { params: { agreementId: real.agreementId } }),
  taxonomy: await market.administrator.call(getTaxonomy),
  modes: await market.administrator.call(modeTemplates.list),
});
let before: Awaited<ReturnType<typeof realThings>>;

beforeAll(async () => {
  await clearNamespace(testEnvironment(namespace));
  system = await startSystem('one process', namespace, {
    DUIJIE_DEMO: '1',
    DUIJIE_RATE_SIGN_IN: '600',
    DUIJIE_RATE_PERSON: '1000000',
  });
  market = await openMarket(system);
  association = (await market.administrator.call(getMe)).actingFor?.organisationName ?? '';
  provider = await market.aProvider('真实的物业服务有限公司');
  const loaded = await duijie('demo-load');
  if (loaded.code !== 0) throw new Error(loaded.out);

  // A real deal among real people.
  const own = await market.post('direct');
  const { version } = await market.lotNow(own.lotId);
  await market.community.client.call(appointProvider, {
    params: { lotId: own.lotId },
    ifMatch: version,
    body: { organisationId: provider.organisationId, packageId: provider.packageId, amountFen: 9_500_000 },
  });
  const { items: asked } = await provider.client.call(listAppointments, { query: { state: 'waiting' } });
  await provider.client.call(acceptAppointment, {
    params: { appointmentId: asked[0]?.id ?? '' },
    ifMatch: asked[0]?.version ?? 0,
    body: {},
  });
  await market.lotIn(own.lotId, 'awarded');
  const agreement = await market.agree(own.lotId, provider, '2026-11-20');
  await market.lotIn(own.lotId, 'in_delivery');
  real.agreementId = agreement.id;

  // A real need to which an invented firm was introduced, and another that went to it.
  const signIns = stateFile<{ role: string; login: string; password: string }[]>('sign-ins.json');
  const signIn = signIns.find(({ role }) => role === 'provider');
  firm = await signInTo(system.url, signIn?.login ?? '', signIn?.password ?? '');
  const firmId = (await firm.client.call(getMe)).actingFor?.organisationId ?? '';
  const [packageId = ''] = await idsIn(
    system,
    'offers',
    `SELECT id FROM service_package WHERE provider_id = '${firmId}' AND state = 'published'`,
  );
  const shown = await market.post('direct');
  await eventually(
    () =>
      market.broker.client.call(introduce, {
        body: { needId: shown.needId, providers: [{ providerId: firmId, packageId }] },
      }),
    60_000,
  );
  const taken = await market.post('direct');
  await market.community.client.call(appointProvider, {
    params: { lotId: taken.lotId },
    ifMatch: (await market.lotNow(taken.lotId)).version,
    body: { organisationId: firmId, packageId, amountFen: 9_000_000 },
  });
  const { items: requests } = await firm.client.call(listAppointments, { query: { state: 'waiting' } });
  const request = requests.find(({ lotId }) => lotId === taken.lotId);
  await firm.client.call(acceptAppointment, {
    params: { appointmentId: request?.id ?? '' },
    ifMatch: request?.version ?? 0,
    body: {},
  });
  await market.lotIn(taken.lotId, 'awarded');
  real.lotOfInvented = taken.lotId;
  real.needs = [own.needId, shown.needId, taken.needId];

  invented = {
    organisations: await idsIn(system, 'identity', 'SELECT id FROM organisation WHERE demo = 1'),
    compounds: await idsIn(system, 'identity', 'SELECT id FROM compound WHERE demo = 1'),
    people: await idsIn(system, 'identity', `SELECT id FROM person WHERE login LIKE 'demo-%'`),
    needs: await idsIn(system, 'needs', 'SELECT id FROM need WHERE demo = 1'),
    packages: await idsIn(system, 'offers', 'SELECT id FROM service_package WHERE demo = 1'),
  };
}, 900_000);
afterAll(() => system?.stop(), 60_000);

test('says what is invented', async () => {
  for (const ids of Object.values(invented)) expect(ids.length).toBeGreaterThan(20);
  const demo = await market.administrator.call(getDemo);
  expect(demo).toMatchObject({
    state: 'present',
    compounds: invented.compounds.length,
    people: invented.people.length,
    emptied: null,
  });
  expect(demo.organisations.reduce((sum, { count }) => sum + count, 0)).toBe(invented.organisations.length);
});

test('asks for the name of the association, and an administrator of a real one', async () => {
  const refused = await market.administrator
    .call(emptyDemo, { body: { confirm: '别的协会' } })
    .catch((error: unknown) => error);
  expect(refused).toMatchObject({ status: 422, problem: { errors: [{ pointer: '/confirm' }] } });
  expect(await statusOf(market.broker.client.call(emptyDemo, { body: { confirm: association } }))).toBe(403);
  expect((await market.administrator.call(getDemo)).state).toBe('present');
});

test('goes through two deaths in the middle to its end', async () => {
  before = await realThings();
  await market.administrator.call(emptyDemo, { body: { confirm: association } });
  for (const waitMs of [150, 700]) {
    await new Promise((done) => setTimeout(done, waitMs));
    await system.kill('gateway');
    await system.revive('gateway');
  }
  await eventually(async () => {
    const { state, emptied } = await market.administrator.call(getDemo);
    expect(state).toBe('none');
    expect(emptied?.finishedAt).not.toBeNull();
    for (const service of auditedServices) {
      const { demo, events } = await market.administrator.call(operationsContract(service));
      expect([service, demo.waiting]).toEqual([service, 0]);
      expect([service, events.waiting]).toEqual([service, 0]);
      expect(demo.removed.length).toBeGreaterThan(0);
    }
  }, 240_000);
});

test('nothing invented is left in any database', async () => {
  const ids = new Set(Object.values(invented).flat());
  await eventually(async () => {
    const mentions = await mentionsOf(system, ids);
    expect([...new Set(mentions.map(({ table }) => table))]).toEqual([]);
  }, 60_000);
});

test('everything invented is not found by anybody, and its people are signed out', async () => {
  const ask = <C extends RouteContract>(contract: C, params: Record<string, string>) =>
    statusOf(market.administrator.call(contract as never, { params } as never));
  for (const organisationId of invented.organisations.slice(0, 30))
    expect(await ask(getOrganisation, { organisationId })).toBe(404);
  for (const needId of invented.needs.slice(0, 30)) expect(await ask(getNeed, { needId })).toBe(404);
  for (const packageId of invented.packages.slice(0, 30)) expect(await ask(getPackage, { packageId })).toBe(404);
  expect(await statusOf(firm.client.call(getMe))).toBe(401);
});

test('the index holds what is real and nothing else', async () => {
  await eventually(async () => {
    for (const kind of ['need', 'package', 'provider'] as const) {
      const found = await market.administrator.call(search, { query: { kind: [kind], limit: 50 } as never });
      expect(found.items.every(({ demo }) => !demo)).toBe(true);
      const { DUIJIE_MEILI_URL: url = '', DUIJIE_MEILI_KEY: key = '' } = system.environment;
      const answer = await fetch(`${url}/indexes/${namespace}_${kind}s/documents?limit=1000&fields=id`, {
        headers: { Authorization: `Bearer ${key}` },
      });
      const { results } = (await answer.json()) as { results: { id: string }[] };
      const ids = new Set(Object.values(invented).flat());
      expect(results.filter(({ id }) => ids.has(id.slice(-36)))).toEqual([]);
      expect(results.length).toBeGreaterThan(0);
    }
  }, 30_000);
});

test('what is real stays whole; a real need that had gone to an invented firm is back with its owner', async () => {
  const { needs, ...rest } = await realThings();
  const { needs: needsBefore, ...restBefore } = before;
  expect(rest).toEqual(restBefore);
  expect(needs.slice(0, 2)).toEqual(needsBefore.slice(0, 2));
  await eventually(async () => {
    const lot = await market.community.client.call(getLot, { params: { lotId: real.lotOfInvented } });
    expect(lot).toMatchObject({ state: 'given_back', award: null, agreementId: null });
    const need = await market.community.client.call(getNeed, { params: { needId: real.needs[2] ?? '' } });
    expect(need).toMatchObject({ state: 'returned', title: needsBefore[2]?.title });
  });
});

test('the audit chains hold, and say what went', async () => {
  await eventually(async () => {
    for (const service of auditedServices) {
      const { faults, unsealed } = await market.administrator.call(auditContract(service));
      expect([service, faults, unsealed]).toEqual([service, [], 0]);
    }
  });
  const said = await idsIn(
    system,
    'needs',
    `SELECT SUM(data LIKE '%rows%') FROM audit_entry WHERE action = 'demo.removed'`,
  );
  expect(Number(said[0])).toBeGreaterThan(0);
});

test('a second order finds nothing, and the command line loads nothing again', async () => {
  const refused = await market.administrator
    .call(emptyDemo, { body: { confirm: association } })
    .catch((error: unknown) => error);
  expect(refused).toMatchObject({ status: 409, reason: 'demo.none' });
  const again = await duijie('demo-load', '--report');
  expect(again).toMatchObject({ code: 0 });
  expect(again.out).toContain('演示数据已清空');
  expect((await market.administrator.call(getDemo)).state).toBe('none');
});
