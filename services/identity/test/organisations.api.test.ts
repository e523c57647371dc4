import { identityRoutes as routes, type Actor, type PersonActor } from '@duijie/contracts';
import { anonymous, aPerson } from '@duijie/testkit';
import { createFounders, creditCode, type Founders } from './founders';
import { startWorld, type World } from './world';

let world: World;
let broker: PersonActor;
let founders: Founders;
const founded: Founders['founded'] = (name, facts) => founders.founded(name, facts);
const get: Founders['get'] = (as, id) => founders.get(as, id);
beforeAll(async () => {
  world = await startWorld('ido');
  founders = createFounders(world);
  broker = await founders.broker();
}, 60_000);
afterAll(() => world.stop());

test('what a firm founds waits for verification, unseen by others, and shows its contact to those who may', async () => {
  const { id, owner } = await founded('安居物业', { creditCode: creditCode() });
  const twin = await founded('安居物业');
  expect((await get(undefined, id)).status).toBe(404);
  expect((await get(twin.owner, id)).status).toBe(404);
  expect((await get(owner, id)).body).toMatchObject({
    verification: 'pending',
    contact: { name: '陈经理', phone: '138 0000 1234' },
  });
  const seen = await get(broker, id);
  expect(seen.body.contact?.phone).toBe('138 0000 1234');
  const verified = await world.call(routes.verifyOrganisation, {
    as: broker,
    params: { organisationId: id },
    body: {},
    ifMatch: seen.body.version,
  });
  expect(verified.body).toMatchObject({ verification: 'verified', version: 2 });
  expect((await get(undefined, id)).body).toMatchObject({ name: '安居物业', contact: null, verificationReason: null });
  expect((await get(twin.owner, id)).body.contact).toBeNull();
  expect(
    (
      await world.call(routes.changeOrganisation, {
        as: twin.owner,
        params: { organisationId: id },
        body: { description: '我的' },
        ifMatch: 2,
      })
    ).status,
  ).toBe(403);
  expect(
    (
      await world.call(routes.changeOrganisation, {
        as: owner,
        params: { organisationId: twin.id },
        body: { description: '我的' },
        ifMatch: 1,
      })
    ).status,
  ).toBe(404);
  for (const contract of [routes.listMembers, routes.listInvitations, routes.listDelegations])
    expect((await world.call(contract, { as: twin.owner, params: { organisationId: id } })).status).toBe(404);
});

test('verification follows its ways, with reasons, versions and nobody but the association', async () => {
  const { id, owner } = await founded('好帮手物业');
  const step = (
    contract:
      | typeof routes.verifyOrganisation
      | typeof routes.rejectOrganisation
      | typeof routes.suspendOrganisation
      | typeof routes.reinstateOrganisation
      | typeof routes.resubmitOrganisation,
    as: PersonActor,
    ifMatch: number,
    reason = '资料核对过了',
  ) =>
    world.call(contract as typeof routes.rejectOrganisation, {
      as,
      params: { organisationId: id },
      body: (contract.id === 'resubmitOrganisation' ? {} : { reason }) as { reason: string },
      ifMatch,
    });
  expect((await step(routes.verifyOrganisation, owner, 1)).status).toBe(403);
  expect((await step(routes.rejectOrganisation, broker, 7)).status).toBe(412);
  expect((await step(routes.suspendOrganisation, broker, 1)).body).toMatchObject({
    code: 'conflict',
    reason: 'organisation.wrong-state',
  });
  expect((await step(routes.rejectOrganisation, broker, 1, '执照看不清')).body).toMatchObject({
    verification: 'rejected',
    verificationReason: '执照看不清',
  });
  expect((await step(routes.reinstateOrganisation, broker, 2)).status).toBe(409);
  expect((await step(routes.resubmitOrganisation, owner, 2)).body).toMatchObject({
    verification: 'pending',
    version: 3,
  });
  expect((await step(routes.verifyOrganisation, broker, 3)).body.verification).toBe('verified');
  expect((await step(routes.suspendOrganisation, broker, 4, '投诉核实中')).body.verification).toBe('suspended');
  expect((await get(undefined, id)).status).toBe(200);
  expect((await step(routes.reinstateOrganisation, broker, 5)).body).toMatchObject({
    verification: 'verified',
    version: 6,
  });
  const missing = await world.call(routes.suspendOrganisation, {
    as: broker,
    params: { organisationId: id },
    body: { reason: 'x' },
    ifMatch: 6,
  });
  expect(missing).toMatchObject({ status: 422, body: { errors: [{ pointer: '/reason' }] } });

  const audit = await world.call(routes.listIdentityAudit, { as: broker, query: { aggregateId: id } });
  expect(audit.body.items.map((e) => [e.action, e.from, e.to])).toEqual([
    ['organisation.created', null, 'pending'],
    ['organisation.rejected', 'pending', 'rejected'],
    ['organisation.resubmitted', 'rejected', 'pending'],
    ['organisation.verified', 'pending', 'verified'],
    ['organisation.suspended', 'verified', 'suspended'],
    ['organisation.reinstated', 'suspended', 'verified'],
  ]);
  expect(audit.body.items[1]).toMatchObject({ actor: broker.personId, actorName: broker.name, reason: '执照看不清' });
});

test('a credit code is checked, belongs to one, and is free again after a rejection', async () => {
  const code = creditCode();
  const { owner } = await founded('一家物业', { creditCode: `${code.slice(0, 8)} ${code.slice(8).toLowerCase()}` });
  const again = { kind: 'property_firm' as const, name: '又一家物业', creditCode: code };
  expect(await world.call(routes.createOrganisation, { as: owner, body: again })).toMatchObject({
    status: 409,
    body: { reason: 'organisation.credit-code-taken' },
  });
  const wrong = code.slice(0, 17) + (code.endsWith('0') ? '1' : '0');
  expect(
    await world.call(routes.createOrganisation, { as: owner, body: { ...again, creditCode: wrong } }),
  ).toMatchObject({ status: 422, body: { errors: [{ pointer: '/creditCode' }] } });
  const first = owner.actingFor?.organisationId ?? '';
  await world.call(routes.rejectOrganisation, {
    as: broker,
    params: { organisationId: first },
    body: { reason: '冒用' },
    ifMatch: 1,
  });
  expect((await world.call(routes.createOrganisation, { as: owner, body: again })).status).toBe(201);
  expect(
    (await world.call(routes.resubmitOrganisation, { as: owner, params: { organisationId: first }, ifMatch: 2 })).body,
  ).toMatchObject({ reason: 'organisation.credit-code-taken' });
});

test('a place must exist; streets of a managing district go by its name', async () => {
  const body = { kind: 'community' as const, name: '某社区', community: '某社区', join: false };
  const faults = async (place: object) =>
    (
      await world.call(routes.createOrganisation, { as: world.administrator, body: { ...body, ...place } })
    ).body.errors?.map((e) => e.pointer);
  expect(await faults({})).toEqual(['/district', '/subdistrict']);
  expect(await faults({ district: '朝阳区', subdistrict: '三里屯街道' })).toEqual(['/district']);
  expect(await faults({ district: '锦江区', subdistrict: '三里屯街道' })).toEqual(['/subdistrict']);
  const made = await world.call(routes.createOrganisation, {
    as: world.administrator,
    body: { ...body, district: '武侯区', subdistrict: '桂溪街道' },
  });
  expect(made.body).toMatchObject({ district: '高新区', subdistrict: '桂溪街道', verification: 'verified' });
  expect(
    (
      await world.call(routes.createOrganisation, {
        as: world.administrator,
        body: { ...body, district: '高新区', subdistrict: '桂溪街道' },
      })
    ).body.reason,
  ).toBe('community.exists');
});

test('authorities and associations are not founded by just anybody', async () => {
  const { owner } = await founded('想当街道的物业');
  const body = { kind: 'subdistrict' as const, name: '牛市口街道', district: '锦江区', subdistrict: '牛市口街道' };
  expect(await world.call(routes.createOrganisation, { as: owner, body })).toMatchObject({
    status: 403,
    body: { reason: 'organisation.kind-reserved' },
  });
  expect(
    (
      await world.call(routes.createOrganisation, {
        as: broker,
        body: { kind: 'association', name: '另一协会', join: false },
      })
    ).status,
  ).toBe(403);
  expect(
    (await world.call(routes.createOrganisation, { as: broker, body: { ...body, join: false } })).body,
  ).toMatchObject({ verification: 'verified' });
  expect((await world.call(routes.createOrganisation, { body })).status).toBe(401);
});

test('what verification vouches for is changed by the association only', async () => {
  const { id, owner } = await founded('可信物业');
  const change = (as: PersonActor, body: object, ifMatch: number) =>
    world.call(routes.changeOrganisation, { as, params: { organisationId: id }, body, ifMatch });
  expect((await change(owner, { name: '可信赖物业' }, 1)).body).toMatchObject({ name: '可信赖物业', version: 2 });
  await world.call(routes.verifyOrganisation, { as: broker, params: { organisationId: id }, body: {}, ifMatch: 2 });
  expect((await change(owner, { businessScope: '电梯维保' }, 3)).body).toMatchObject({
    code: 'conflict',
    reason: 'organisation.vouched',
  });
  const described = await change(
    owner,
    { description: '做了二十年', grade: { level: '3A', expiresOn: '2028-12-31' }, contact: null },
    3,
  );
  expect(described.body).toMatchObject({
    description: '做了二十年',
    grade: { level: '3A' },
    contact: null,
    name: '可信赖物业',
    version: 4,
  });
  expect((await change(owner, { description: '又改' }, 3)).status).toBe(412);
  expect((await change(broker, { businessScope: '电梯维保' }, 4)).body).toMatchObject({
    businessScope: '电梯维保',
    description: '做了二十年',
  });
  const noMatch = await world.call(routes.changeOrganisation, { as: owner, params: { organisationId: id }, body: {} });
  expect(noMatch.status).toBe(428);
});

test('lists go on by cursor, narrow by filters, and mask contacts', async () => {
  for (const name of ['清单甲', '清单乙', '清单丙%', '另一个'])
    await world.call(routes.createOrganisation, {
      as: broker,
      body: {
        kind: 'social_org',
        name,
        district: '青羊区',
        join: false,
        contact: { name: '李小丽', phone: '13912345678' },
      },
    });
  const page = (query: Record<string, string | number>, as?: PersonActor) =>
    world.call(routes.listOrganisations, { ...(as ? { as } : {}), query });
  const filter = { name: '清单', kind: 'social_org', district: '青羊区' };
  const first = await page({ ...filter, limit: 2 });
  const rest = await page({ ...filter, limit: 2, cursor: first.body.nextCursor ?? '' });
  expect([...first.body.items, ...rest.body.items].map((o) => o.name).toSorted()).toEqual(
    ['清单丙%', '清单乙', '清单甲'].toSorted(),
  );
  expect(rest.body.nextCursor).toBeNull();
  expect(first.body.items[0]?.contact).toBeNull();
  expect((await page({ name: '清单丙%' })).body.items).toHaveLength(1);
  expect((await page({ name: '%' })).body.items).toHaveLength(0);
  expect((await page(filter, broker)).body.items[0]?.contact).toEqual({ name: '李**', phone: '139****5678' });
  expect((await page({ verification: 'pending' })).status).toBe(401);
  expect((await page({ verification: 'pending' }, (await founded('看不到的物业')).owner)).status).toBe(403);
  expect((await page({ verification: 'pending' }, broker)).body.items.map((o) => o.name)).toContain('看不到的物业');
  expect((await page({ cursor: 'nonsense' })).status).toBe(400);
});

test('officers see pending organisations of their area only', async () => {
  await founded('锦江待核', { district: '锦江区', subdistrict: '书院街街道' });
  await founded('青羊待核', { district: '青羊区' });
  const officer = (district: string, subdistrict: string | null = null) =>
    aPerson('subdistrict', 'officer', { district, subdistrict });
  const names = async (as: PersonActor) =>
    (await world.call(routes.listOrganisations, { as, query: { verification: 'pending', limit: 100 } })).body.items.map(
      (o) => o.name,
    );
  expect(await names(officer('锦江区'))).toContain('锦江待核');
  expect(await names(officer('锦江区'))).not.toContain('青羊待核');
  expect(await names(officer('锦江区', '牛市口街道'))).not.toContain('锦江待核');
});

test('the audit chain verifies, for the administrator only', async () => {
  expect((await world.call(routes.verifyIdentityAudit, { as: broker })).status).toBe(403);
  const report = await world.call(routes.verifyIdentityAudit, { as: world.administrator });
  expect(report.body).toMatchObject({ faults: [] });
  expect(report.body.entries).toBeGreaterThan(20);
});

test('services learn contact persons of several organisations, and nobody else does by that way', async () => {
  const firm = await founded('联系人物业');
  const silent = await founded('没留电话', { contact: null });
  const ids = [firm.id, silent.id, '019a0000-0000-7000-8000-000000000009'].join(',');
  const ask = (as: Actor) => world.call(routes.listOrganisationContacts, { as, query: { organisationIds: ids } });
  const told = await ask({ type: 'service', service: 'desk' });
  expect(told.status).toBe(200);
  expect(new Map(told.body.items.map((item) => [item.organisationId, item.contact]))).toEqual(
    new Map([
      [firm.id, { name: '陈经理', phone: '138 0000 1234' }],
      [silent.id, null],
    ]),
  );
  for (const as of [firm.owner, broker]) expect((await ask(as)).status).toBe(403);
  expect((await ask(anonymous)).status).toBe(401);
});
