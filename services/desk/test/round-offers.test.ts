import type { IntroductionView, NeedBody, OrganisationState, PackageBody, RoundTakenBody } from '@duijie/contracts';
import { eventually } from '@duijie/testkit';
import { actingFor, deskCity, freshId, type DeskCity } from './desk-city';

type Items = { items: IntroductionView[] };

jest.setTimeout(30_000);
let city: DeskCity;
let association: OrganisationState;
let community: OrganisationState;
beforeAll(async () => {
  city = await deskCity('dro');
  association = await city.organisation({ kind: 'association', name: '市物业协会', district: null });
  community = await city.organisation({ kind: 'community', name: '得胜南社区' });
}, 60_000);
afterAll(() => city.stop());

const broker = () => actingFor(association, 'broker');
const aNeed = (facts: Partial<NeedBody> = {}) =>
  city.need({ organisationId: community.id, organisationName: community.name, ...facts });
const offer = async (facts: Partial<OrganisationState> = {}, pkg: Partial<PackageBody> = {}) => {
  const provider = await city.organisation(facts);
  return { provider, pkg: await city.package(provider, pkg) };
};
type Offered = Awaited<ReturnType<typeof offer>>;
const publishRound = (roundId: string, needId: string, offers: readonly Offered[]) =>
  city.publish(
    'round.offered.v1',
    { type: 'round', id: roundId },
    5,
    {
      roundId,
      version: 5,
      needId,
      note: '撮合轮次推介',
      offers: offers.map(({ provider, pkg }) => ({ providerId: provider.id, packageId: pkg.id })),
    },
    broker(),
  );
const taken = async (roundId: string): Promise<RoundTakenBody[]> =>
  (
    await city.rows<{ envelope: string }>(
      `SELECT envelope FROM outbox WHERE type = 'round.taken.v1' AND aggregate_id = ? ORDER BY id`,
      [roundId],
    )
  ).map(({ envelope }) => (JSON.parse(envelope) as { data: RoundTakenBody }).data);
const outcomes = async (roundId: string, times = 1) => {
  await eventually(async () => expect(await taken(roundId)).toHaveLength(times));
  return Object.fromEntries(
    (await taken(roundId)).at(-1)!.outcomes.map(({ packageId, outcome, words }) => [packageId, [outcome, words?.zh]]),
  );
};
const ofNeed = async (needId: string) =>
  (await city.as(broker()).get<Items>(`/needs/${needId}/introductions`)).body.items;

test('what a round offers is introduced in the publisher’s name; once, however often it is told', async () => {
  const [one, two] = [await offer({ name: '锦城物业' }), await offer({ name: '社工中心' })];
  const need = await aNeed();
  const roundId = freshId();
  await publishRound(roundId, need.id, [one, two]);
  expect(await outcomes(roundId)).toEqual({
    [one.pkg.id]: ['introduced', undefined],
    [two.pkg.id]: ['introduced', undefined],
  });
  const introductions = await ofNeed(need.id);
  expect(introductions.map(({ state, note }) => [state, note])).toEqual([
    ['introduced', '撮合轮次推介'],
    ['introduced', '撮合轮次推介'],
  ]);
  expect(introductions[0]?.introducedBy).toMatchObject({ organisationId: association.id });

  // The publisher's job was run again, after a crash say: another event of the same offers.
  await publishRound(roundId, need.id, [one, two]);
  expect(await outcomes(roundId, 2)).toEqual({
    [one.pkg.id]: ['stood', undefined],
    [two.pkg.id]: ['stood', undefined],
  });
  expect((await ofNeed(need.id)).map(({ id, version }) => [id, version])).toEqual(
    introductions.map(({ id, version }) => [id, version]),
  );
});

test('who is behind the wall is refused with the reason, a flag waits for a decision, the others are introduced', async () => {
  const barred = await offer({ name: '起草方案的公司' });
  const sponsored = await offer({ name: '社工站', kind: 'social_org' });
  const sponsor = await city.organisation({
    name: '出资单位',
    affiliations: [{ type: 'sponsors', organisationId: sponsored.provider.id }],
  });
  const clear = await offer({ name: '清白物业' });
  const suspended = await offer({ name: '停牌公司' }, { state: 'suspended' });
  const need = await aNeed({ excludedOrganisationIds: [barred.provider.id, sponsor.id] });
  const roundId = freshId();
  await publishRound(roundId, need.id, [barred, sponsored, clear, suspended]);
  expect(await outcomes(roundId)).toEqual({
    [barred.pkg.id]: ['refused', expect.stringContaining('起草方案的公司')],
    [sponsored.pkg.id]: ['asked', undefined],
    [clear.pkg.id]: ['introduced', undefined],
    [suspended.pkg.id]: ['refused', expect.stringContaining('未上架')],
  });
  const held = await ofNeed(need.id);
  expect(Object.fromEntries(held.map((one) => [one.organisationName, [one.state, one.conflict.outcome]]))).toEqual({
    社工站: ['shortlisted', 'flagged'],
    清白物业: ['introduced', 'clear'],
  });
});

test('a need that takes nobody any more refuses all, and says so', async () => {
  const [one, two] = [await offer(), await offer()];
  const need = await aNeed({ state: 'awarded', version: 3 });
  const roundId = freshId();
  await publishRound(roundId, need.id, [one, two]);
  const found = await outcomes(roundId);
  expect(Object.values(found)).toEqual([
    ['refused', '需求当前不接受推介'],
    ['refused', '需求当前不接受推介'],
  ]);
  expect(await ofNeed(need.id)).toEqual([]);
});

test('offers of a need that has not come yet wait for it', async () => {
  const one = await offer();
  const roundId = freshId();
  const needId = freshId();
  await publishRound(roundId, needId, [one]);
  await aNeed({ id: needId });
  expect(await outcomes(roundId)).toEqual({ [one.pkg.id]: ['introduced', undefined] });
});
