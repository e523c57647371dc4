import { createClient, ProblemError, type Client } from '@duijie/api-client';
import {
  acceptInvitation,
  createInvitation,
  createNeed,
  createOrganisation,
  getCase,
  getMe,
  importContracts,
  listCases,
  listFollowUps,
  listNeedHistory,
  makeNeedOfCase,
  submitNeed,
  type OnBehalfClaim,
} from '@duijie/contracts';
import { clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { acceptAsNewcomer, administratorOf, signInTo, type SignedIn } from './people';
import { startSystem, type RunningSystem } from './running-system';

const namespace = testNamespace('behalf');
const name = '青龙小区业主委员会';
const caseImports = importContracts('desk', 'cases');
const description = '老旧院落弃管三个月,垃圾无人清运,需要应急托管,先把门岗和保洁恢复起来。';
let system: RunningSystem;
let administrator: SignedIn;
let broker: SignedIn;
let community: SignedIn & { readonly organisationId: string };

const reasonOf = (call: Promise<unknown>): Promise<string | undefined> =>
  call.then(
    () => 'none',
    (error: unknown) => (error instanceof ProblemError ? error.problem.reason : undefined),
  );
const acting = ({ cookie }: SignedIn, onBehalf: OnBehalfClaim): Client =>
  createClient({ baseUrl: system.url, onBehalf, headers: () => ({ Cookie: cookie, Origin: system.url }) });

beforeAll(async () => {
  await clearNamespace(testEnvironment(namespace));
  system = await startSystem('one process', namespace, { DUIJIE_RATE_SIGN_IN: '1000' });
  administrator = await administratorOf(system);
  const { id: organisationId } = await administrator.client.call(createOrganisation, {
    body: { kind: 'owners_committee', name, district: '成华区', subdistrict: '青龙街道', join: false },
  });
  const owner = { params: { organisationId }, body: { role: 'owner' } } as const;
  community = await acceptAsNewcomer(system.url, (await administrator.client.call(createInvitation, owner)).code);
  const { actingFor } = await administrator.client.call(getMe);
  const invitation = await administrator.client.call(createInvitation, {
    params: { organisationId: actingFor?.organisationId ?? '' },
    body: { role: 'broker' },
  });
  const password = '三圣乡的花又开了一季';
  await createClient({ baseUrl: system.url }).call(acceptInvitation, {
    body: { secret: invitation.code, newPerson: { name: '小李', login: 'behalf-broker', password } },
  });
  broker = await signInTo(system.url, 'behalf-broker', password);
}, 180_000);
afterAll(() => system.stop(), 60_000);

test('a broker posts by phone for a committee, which sees by whom; nobody else can', async () => {
  const onBehalf = { organisationId: community.organisationId, channel: 'phone', note: '王书记来电口述' } as const;
  const forThem = acting(broker, onBehalf);
  expect(await forThem.call(getMe)).toMatchObject({
    actingFor: { organisationId: community.organisationId, role: 'editor' },
  });
  const draft = await eventually(
    () => forThem.call(createNeed, { body: { description, money: { kind: 'none' } } }),
    20_000,
  );
  await forThem.call(submitNeed, { params: { needId: draft.id }, ifMatch: draft.version });
  const { items } = await community.client.call(listNeedHistory, { params: { needId: draft.id } });
  expect(items.length).toBeGreaterThan(1);
  expect(items.every((step) => step.onBehalf?.note === '王书记来电口述')).toBe(true);
  expect(items[0]?.onBehalf?.words.zh).toContain('代办（电话）');

  expect(await reasonOf(acting(community, onBehalf).call(getMe))).toBe('on-behalf.not-broker');
  const association = (await administrator.client.call(getMe)).actingFor?.organisationId ?? '';
  const forItself = acting(broker, { ...onBehalf, organisationId: association });
  expect(await reasonOf(forItself.call(getMe))).toBe('on-behalf.kind');
  expect(await broker.client.call(getMe)).toMatchObject({ actingFor: { kind: 'association', role: 'broker' } });
}, 60_000);

test('a broker’s sheet becomes cases, follow-ups, and in one tap a need of the committee', async () => {
  const content = new TextEncoder().encode(
    [
      '编号,需求标题,发布单位,联系人,电话,进展/状态,下一步,下次联系日期',
      `1,院落应急托管,${name},王书记,028-84512230,已现场踏勘,催方案,2026-12-01`,
    ].join('\n'),
  );
  const { id: importId } = await broker.client.call(caseImports.start, {
    body: { source: '小李台账' },
    file: { name: '台账.csv', content },
  });
  await eventually(async () => {
    const { items } = await broker.client.call(caseImports.rows, { params: { importId } });
    expect(items.map(({ outcome }) => outcome)).toEqual(['created']);
  }, 20_000);
  const [one] = (await broker.client.call(listCases)).items;
  await eventually(async () => {
    const found = await broker.client.call(getCase, { params: { caseId: one?.id ?? '' } });
    expect(found).toMatchObject({ poster: { organisationId: community.organisationId }, contact: { name: '王书记' } });
  }, 20_000);
  expect((await broker.client.call(listFollowUps)).items).toMatchObject([{ what: '催方案', dueOn: '2026-12-01' }]);
  const made = await broker.client.call(makeNeedOfCase, {
    params: { caseId: one?.id ?? '' },
    ifMatch: one?.version ?? 0,
    body: { publish: true, description },
  });
  expect(made).toMatchObject({ notPublished: null });
  const { items } = await community.client.call(listNeedHistory, { params: { needId: made.needId ?? '' } });
  expect(items.at(-1)).toMatchObject({ onBehalf: { channel: 'paper', note: '由在办事项转入（小李台账 1）' } });
}, 60_000);
