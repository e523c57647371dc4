import { ProblemError, type Client } from '@duijie/api-client';
import {
  auditContract,
  auditedServices,
  createNeed,
  createPackage,
  explainPair,
  getNeed,
  inviteCommunity,
  listCommunities,
  listDistricts,
  listNeedMatches,
  listSubdistricts,
  publishPackage,
  search,
  submitNeed,
} from '@duijie/contracts';
import { clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { deliveryReport } from './exactly-once';
import { aMemberOf, acceptAsNewcomer, administratorOf, type SignedIn } from './people';
import { startSystem, type RunningSystem, type SystemForm } from './running-system';

const forms: readonly (readonly [SystemForm, string])[] = [
  ['one process', 'one'],
  ['one process a service', 'split'],
];

const refusalOf = (call: Promise<unknown>): Promise<number> =>
  call.then(
    () => 0,
    (error: unknown) => (error instanceof ProblemError ? error.status : -1),
  );

describe.each(forms)('from an invitation to a match, in %s', (form, word) => {
  const namespace = testNamespace(word);
  let system: RunningSystem;
  let administrator: SignedIn;
  let community: SignedIn & { readonly organisationId: string };
  let neighbour: SignedIn & { readonly organisationId: string };
  let provider: SignedIn & { readonly organisationId: string };
  let needId: string;
  let district: string;

  const aPackage = async (client: Client, title: string): Promise<string> => {
    const draft = await client.call(createPackage, {
      body: {
        title,
        description: '弃管小区应急物业托管：四十八小时内进场，门岗、保洁、电梯、二次供水先恢复，三到六个月，配合移交。',
        categories: ['property.custody'],
        price: { model: 'fixed', minFen: 8_000_000, maxFen: 15_000_000 },
        capacity: 3,
        leadTimeDays: 2,
      },
    });
    const published = await client.call(publishPackage, { params: { packageId: draft.id }, ifMatch: draft.version });
    return published.id;
  };

  beforeAll(async () => {
    await clearNamespace(testEnvironment(namespace));
    system = await startSystem(form, namespace);
    administrator = await administratorOf(system);
  }, 90_000);
  afterAll(() => system.stop(), 60_000);

  test('a community is claimed by an invitation code, without a registration form', async () => {
    const { items: districts } = await administrator.client.call(listDistricts);
    const [first] = districts.filter((d) => !d.managing);
    district = first?.name ?? '';
    const subdistricts = await administrator.client.call(listSubdistricts, {
      params: { districtCode: first?.code ?? '' },
    });
    const { items } = await administrator.client.call(listCommunities, {
      params: { subdistrictCode: subdistricts.items[0]?.code ?? '' },
    });
    const free = items.filter((c) => !c.claimed);
    const invite = async (code: string): Promise<string> =>
      (await administrator.client.call(inviteCommunity, { params: { communityCode: code }, body: {} })).code;
    community = await acceptAsNewcomer(system.url, await invite(free[0]?.code ?? ''));
    neighbour = await acceptAsNewcomer(system.url, await invite(free[1]?.code ?? ''));
    expect(community.organisationId).not.toBe(neighbour.organisationId);
  });

  test('a provider posts a package', async () => {
    provider = await aMemberOf(system.url, administrator.client, 'property_firm', '测试物业服务有限公司', district);
    await eventually(() => aPackage(provider.client, '应急物业托管'));
  });

  test('four fields make a draft, which gets its matches privately', async () => {
    const draft = await eventually(() =>
      community.client.call(createNeed, {
        body: {
          description: '物业连夜撤走了，电梯停运，垃圾没人收，想请一家公司马上接管几个月。',
          window: { start: null, end: null },
          money: { kind: 'range', minFen: 9_000_000, maxFen: 20_000_000 },
        },
      }),
    );
    needId = draft.id;
    expect(draft.state).toBe('draft');
    expect(draft.place.district).toBe(district);
    expect(draft.components.map((c) => c.code)).toContain('property.custody');
    const matches = await eventually(async () => {
      const page = await community.client.call(listNeedMatches, { params: { needId } });
      expect(page.items).toHaveLength(1);
      return page;
    });
    const [match] = matches.items;
    expect(match?.package.title).toBe('应急物业托管');
    expect(match?.contributions.reduce((sum, c) => sum + c.points, 0)).toBe(match?.score);
    expect(match?.reasons.length).toBeGreaterThan(0);
  });

  test('nobody else sees the draft or finds it', async () => {
    expect(await refusalOf(neighbour.client.call(getNeed, { params: { needId } }))).toBe(404);
    expect(await refusalOf(neighbour.client.call(listNeedMatches, { params: { needId } }))).toBe(404);
    expect(await refusalOf(provider.client.call(listNeedMatches, { params: { needId } }))).toBe(404);
    expect((await neighbour.client.call(search, { query: { q: '物业连夜撤走', kind: ['need'] } })).items).toEqual([]);
  });

  test('published, it is found by everybody', async () => {
    const draft = await community.client.call(getNeed, { params: { needId } });
    const published = await community.client.call(submitNeed, { params: { needId }, ifMatch: draft.version });
    expect(published.state).toBe('responding');
    await eventually(async () => {
      const found = await neighbour.client.call(search, { query: { q: '物业撤走 接管', kind: ['need'] } });
      expect(found.items.map((hit) => hit.id)).toContain(needId);
      expect(found.degraded).toBe(false);
    });
  });

  test('a new package is matched, explained and found', async () => {
    const packageId = await aPackage(provider.client, '撤场小区临时接管');
    await eventually(async () => {
      const { items } = await community.client.call(listNeedMatches, { params: { needId } });
      expect(items.map((m) => m.package.id)).toContain(packageId);
    });
    const pair = await community.client.call(explainPair, { params: { needId, packageId } });
    expect(pair).toMatchObject({ eligible: true, suggested: true });
    expect(pair.findings.every((f) => f.outcome !== 'fail')).toBe(true);
    await eventually(async () => {
      const found = await neighbour.client.call(search, { query: { q: '临时接管', kind: ['package'] } });
      expect(found.items.map((hit) => hit.id)).toContain(packageId);
    });
  });

  test('every event took effect exactly once', async () => {
    const report = await eventually(async () => {
      const now = await deliveryReport(system.environment);
      expect(now.unconfirmed).toBe(0);
      return now;
    }, 20_000);
    expect(report.deliveries).toBeGreaterThan(5);
    for (const { sent, taken } of Object.values(report.bySubscriber)) expect(taken).toBe(sent);
  });

  test('all audit chains verify', async () => {
    for (const route of auditedServices.map(auditContract)) {
      const report = await eventually(async () => {
        const now = await administrator.client.call(route);
        expect(now.unsealed).toBe(0);
        return now;
      });
      expect(report.faults).toEqual([]);
    }
    expect((await administrator.client.call(auditContract('needs'))).entries).toBeGreaterThan(0);
  });

  test('SIGTERM ends every process cleanly', async () => {
    expect((await system.stop()).every((code) => code === 0)).toBe(true);
  }, 60_000);
});
