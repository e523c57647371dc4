import type {
  Actor,
  IntroductionBody,
  LotBody,
  NeedBody,
  NeedMatch,
  NeedMatchesBody,
  PackageMatch,
  ResponseBody,
} from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { aPerson, eventually } from '@duijie/testkit';
import { startCity, type City } from './a-city';
import { aNeed, anOrganisation, aPackage, theTaxonomy } from './facts';

let city: City;
const firm = anOrganisation();
const [first, second] = [aPackage({ providerId: firm.id }), aPackage({ title: '电梯困人救援与检修' })];
const need = aNeed();
const poster = aPerson('community', 'owner', { organisationId: need.organisationId });

beforeAll(async () => {
  city = await startCity('mtd');
  await city.taxonomy(theTaxonomy());
  await city.organisations([firm, anOrganisation({ id: second.providerId })]);
  await city.packages([first, second]);
  await eventually(async () => {
    if ((await city.rows('SELECT 1 FROM package_copy')).length !== 2) throw new Error('packages are on their way');
  });
  await city.needs([need]);
  await city.settled(1);
}, 60_000);
afterAll(() => city.stop(), 30_000);

const told = async (needId: string): Promise<NeedMatchesBody[]> =>
  (
    await city.rows<{ envelope: string }>(
      `SELECT envelope FROM outbox WHERE type = 'need.matched.v1' AND aggregate_id = ? ORDER BY sequence`,
      [needId],
    )
  ).map(({ envelope }) => (JSON.parse(envelope) as { data: NeedMatchesBody }).data);
const now = new Date().toISOString();
const introduction = (facts: Partial<IntroductionBody>): IntroductionBody => ({
  id: newId(Date.now()),
  version: 1,
  needId: need.id,
  needTitle: need.title,
  posterId: need.organisationId,
  organisationId: firm.id,
  organisationName: firm.name,
  packageId: first.id,
  packageTitle: first.title,
  state: 'introduced',
  by: 'broker',
  clearance: 'clear',
  answeredAt: null,
  updatedAt: now,
  demo: false,
  ...facts,
});
const response = (facts: Partial<ResponseBody>): ResponseBody => ({
  id: newId(Date.now()),
  version: 1,
  lotId: newId(Date.now()),
  needId: need.id,
  attempt: 1,
  state: 'submitted',
  posterId: need.organisationId,
  needTitle: need.title,
  organisationId: firm.id,
  organisationName: firm.name,
  packageId: first.id,
  packageVersion: 1,
  members: [],
  conflict: 'clear',
  submittedAt: now,
  updatedAt: now,
  demo: false,
  ...facts,
});
const progress = async (by: Actor = poster): Promise<Record<string, string | null>> => {
  const { body } = (await city.call(by, `/needs/${need.id}/matches`)) as { body: { items: NeedMatch[] } };
  return Object.fromEntries(body.items.map((item) => [item.package.id, item.progress]));
};

test('what was found for a published need is told once, anew when it changes, and never for a draft', async () => {
  const draft = aNeed({ state: 'draft', publishedAt: null });
  await city.deliver('need.drafted.v1', { type: 'need', id: draft.id }, 1, draft);
  await city.settled(2);
  expect(await told(draft.id)).toEqual([]);
  const [one] = await told(need.id);
  expect(one).toMatchObject({ needId: need.id, version: 1, suggested: 2, whyNone: [] });
  expect(one?.best.map(({ packageId }) => packageId).toSorted()).toEqual([first.id, second.id].toSorted());
  expect(one?.best.find(({ packageId }) => packageId === first.id)).toMatchObject({
    packageTitle: first.title,
    providerId: firm.id,
    providerName: first.providerName,
    score: expect.any(Number),
  });

  // Everything settles for a package that no list holds, and there is nothing to tell.
  await city.packages([
    aPackage({ title: '绿化养护', description: '修剪树木。', categories: ['environment.greening'] }),
  ]);
  await city.settled(2);
  expect(await told(need.id)).toHaveLength(1);

  const third = aPackage({ title: '电梯检修托管' });
  await city.packages([third]);
  await eventually(async () => expect(await told(need.id)).toMatchObject([{}, { version: 2, suggested: 3 }]));
  await city.packages([{ ...third, version: 2, state: 'retired' }]);
  await eventually(async () => expect(await told(need.id)).toMatchObject([{}, {}, { version: 3, suggested: 2 }]));
  await city.settled(2);
}, 60_000);

test('a need for which nothing is found is told with the reasons, and again when it is published again', async () => {
  const lonely = aNeed({
    title: '想请人把院墙刷一刷',
    components: [{ code: 'facility.elevator', source: 'given', confidence: 1, evidence: [] }],
    requiredQualifications: [{ name: '特种设备安装改造维修许可证', component: 'facility.elevator' }],
  });
  await city.needs([lonely]);
  await eventually(async () => expect(await told(lonely.id)).toHaveLength(1));
  const [none] = await told(lonely.id);
  expect(none).toMatchObject({ suggested: 0, best: [] });
  expect(none?.whyNone.map(({ zh }) => zh).join()).toContain('个');
  await city.needs([{ ...lonely, version: 3, publishedAt: new Date().toISOString() }]);
  await eventually(async () => expect(await told(lonely.id)).toMatchObject([{ version: 1 }, { version: 2 }]));
  await city.needs([{ ...lonely, version: 4, state: 'withdrawn' }]);
}, 60_000);

test('a pair shows how far it is: introduced, responded, awarded, and back where an attempt is over', async () => {
  expect(await progress()).toEqual({ [first.id]: null, [second.id]: null });
  const given = introduction({});
  const publish = (body: IntroductionBody) =>
    city.publish('desk', 'introduction.changed.v1', 'introduction', [
      { id: body.id, version: body.version, data: body },
    ]);
  await publish(given);
  await eventually(async () => expect(await progress()).toEqual({ [first.id]: 'introduced', [second.id]: null }));
  await publish({ ...given, version: 3, state: 'interested' });
  await publish({ ...given, version: 2, state: 'declined' });
  await eventually(async () => expect(await progress()).toEqual({ [first.id]: 'interested', [second.id]: null }));

  const answer = response({ packageId: null });
  await city.publish('deals', 'response.changed.v1', 'response', [{ id: answer.id, version: 1, data: answer }]);
  await eventually(async () => expect(await progress()).toEqual({ [first.id]: 'responded', [second.id]: null }));
  const lot: LotBody = {
    id: answer.lotId,
    version: 4,
    needId: need.id,
    needVersion: 1,
    needTitle: need.title,
    organisationId: need.organisationId,
    organisationName: need.organisationName,
    title: need.title,
    components: ['facility.elevator'],
    mode: 'direct',
    sealed: false,
    state: 'awarded',
    attempt: 1,
    responsesDueAt: null,
    responseCount: 1,
    award: {
      id: newId(Date.now()),
      responseId: answer.id,
      organisationId: firm.id,
      organisationName: firm.name,
      packageId: first.id,
      amountFen: 100,
      reason: '最合适',
      decidedAt: now,
      noticeUntil: null,
      state: 'effective',
    },
    agreementId: null,
    because: null,
    updatedAt: now,
    demo: false,
  };
  const publishLot = (body: LotBody) =>
    city.publish('deals', 'lot.changed.v1', 'lot', [{ id: body.id, version: body.version, data: body }]);
  await publishLot(lot);
  await eventually(async () => expect(await progress()).toEqual({ [first.id]: 'awarded', [second.id]: null }));
  const own = aPerson('professional_firm', 'owner', { organisationId: firm.id });
  expect(await progress(own)).toEqual({ [first.id]: 'awarded' });
  const { body } = (await city.call(own, `/packages/${first.id}/matches`)) as { body: { items: PackageMatch[] } };
  expect(body.items.map((item) => [item.need.id, item.progress])).toContainEqual([need.id, 'awarded']);

  await publishLot({ ...lot, version: 5, state: 'open', attempt: 2, award: null });
  await eventually(async () => expect(await progress()).toEqual({ [first.id]: 'interested', [second.id]: null }));
});

test('a need that is awarded is no longer matched, nor told of', async () => {
  const before = (await told(need.id)).length;
  const awarded: NeedBody = { ...need, version: 9, state: 'awarded' };
  await city.needs([awarded]);
  await eventually(async () =>
    expect(await city.rows('SELECT open, told FROM need_copy WHERE id = ?', [need.id])).toMatchObject([
      { open: 0, told: null },
    ]),
  );
  const late = aPackage({ title: '电梯困人检修，十八年老电梯' });
  await city.packages([late]);
  await eventually(async () =>
    expect(await city.rows('SELECT due_since FROM package_copy WHERE id = ?', [late.id])).toMatchObject([
      { due_since: null },
    ]),
  );
  expect(await city.packageIds(need.id)).not.toContain(late.id);
  expect(await told(need.id)).toHaveLength(before);
});
