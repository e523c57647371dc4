import type { PackageSummary, PackageView } from '@duijie/contracts';
import { startHost, type Host } from '@duijie/service-kit';
import { anonymous, aPerson, clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { offersModule } from '../src';
import { identityDouble } from './identity-double';
import { apiOf } from './offers-api';

jest.setTimeout(30_000);
const environment = testEnvironment(testNamespace('or'));
const identity = identityDouble();
let host: Host;
const as = apiOf(environment, () => host.url);

const firm = aPerson('social_org', 'editor', { organisationName: '甲社工' });
const firmId = firm.actingFor?.organisationId ?? '';
const twin = aPerson('social_org', 'owner', { organisationName: '乙社工' });
const broker = aPerson('association', 'broker');
const administrator = aPerson('association', 'administrator', { ...broker.actingFor, role: 'administrator' });
const community = aPerson('community');

const sound = {
  title: '老旧院落议事陪伴',
  description: '陪伴议事会从无到有。',
  categories: ['governance.deliberation'],
  price: { model: 'fixed', minFen: 1_000_000, maxFen: 2_000_000 },
};
const drafted = async (by = firm): Promise<PackageView> => (await as(by).create<PackageView>('/packages', sound)).body;
async function published(by = firm): Promise<PackageView> {
  const { id, version } = await drafted(by);
  return (await as(by).change<PackageView>('POST', `/packages/${id}/publish`, version)).body;
}
const idsFor = async (who: Parameters<typeof as>[0]): Promise<string[]> =>
  (await as(who).get<{ items: PackageSummary[] }>('/packages?limit=100')).body.items.map(({ id }) => id);
const statuses = (who: Parameters<typeof as>[0], paths: readonly string[]): Promise<number[]> =>
  Promise.all(paths.map(async (path) => (await as(who).get(path)).status));

beforeAll(async () => {
  await clearNamespace(environment);
  host = await startHost([offersModule, identity.module], environment);
});
afterAll(() => host.stop());

test("what was never published is its own provider's alone: the association is a competitor too", async () => {
  const draft = await drafted();
  const retired = await drafted();
  const form = new FormData();
  form.set('file', new Blob(['验收合格']), '验收.txt');
  const { body: filed } = await as(firm).create<PackageView>(`/packages/${retired.id}/files`, form);
  await as(firm).change('POST', `/packages/${retired.id}/retire`, filed.version);
  const paths = [
    ...[draft, retired].flatMap(({ id }) => ['', '/versions', '/history'].map((part) => `/packages/${id}${part}`)),
    `/packages/${retired.id}/files/${filed.evidence[0]?.id}`,
  ];
  expect(await statuses(firm, paths)).toEqual(paths.map(() => 200));
  for (const other of [broker, administrator]) expect(await statuses(other, paths)).toEqual(paths.map(() => 404));
  for (const other of [twin, community, anonymous])
    expect((await statuses(other, paths)).filter((status) => status === 200)).toEqual([]);
  expect((await as(broker).change('POST', `/packages/${draft.id}/retire`, draft.version)).status).toBe(404);

  const ofTheAssociation = await drafted(administrator);
  expect((await as(broker).get(`/packages/${ofTheAssociation.id}`)).status).toBe(200);
  expect((await as(firm).get(`/packages/${ofTheAssociation.id}`)).status).toBe(404);
});

test.each(['suspended', 'rejected'] as const)(
  'a %s provider works on drafts only, and is shown to staff only',
  async (state) => {
    const out = await published();
    const draft = await drafted();
    const path = `/packages/${out.id}`;
    const paths = [path, `${path}/versions`, `${path}/versions/${out.version}`];
    await identity.publish({ verification: state }, Date.now() % 1_000_000_000, firmId);
    const later = aPerson('social_org', 'editor', { ...firm.actingFor, verification: state });
    await eventually(async () => expect((await as(anonymous).get(path)).status).toBe(404));
    for (const other of [twin, community, anonymous]) {
      expect(await statuses(other, paths)).toEqual([404, 404, 404]);
      expect(await idsFor(other)).not.toContain(out.id);
    }
    for (const one of [later, broker]) {
      expect(await statuses(one, paths)).toEqual([200, 200, 200]);
      expect(await idsFor(one)).toContain(out.id);
    }

    // Also with a session that does not know yet.
    for (const one of [later, firm]) {
      const refused = { status: 403, body: { reason: 'organisation.not-verified' } };
      expect(await as(one).change('PATCH', path, out.version, { title: '改了' })).toMatchObject(refused);
      expect(await as(one).create(`${path}/links`, { title: '报道', url: 'https://a.cn' })).toMatchObject(refused);
      expect(await as(one).change('POST', `/packages/${draft.id}/publish`, 1)).toMatchObject(refused);
    }
    expect((await as(later).change('PATCH', `/packages/${draft.id}`, 1, { title: '继续写' })).status).toBe(200);
    expect((await as(twin).change('PATCH', path, out.version, { title: '抢走' })).status).toBe(404);
    const paused = await as(later).change<PackageView>('POST', `${path}/suspend`, out.version, { reason: '停业整顿' });
    expect(paused.body.state).toBe('suspended');

    await identity.publish({ verification: 'verified' }, (Date.now() % 1_000_000_000) + 1, firmId);
    await eventually(async () =>
      expect(await as(firm).change('POST', `${path}/resume`, paused.body.version)).toMatchObject({ status: 200 }),
    );
    expect(await idsFor(twin)).toContain(out.id);
  },
);
