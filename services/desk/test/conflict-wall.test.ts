import type { ConflictCheckView, IntroductionView, NeedBody, OrganisationState, Problem } from '@duijie/contracts';
import { aPerson } from '@duijie/testkit';
import { actingFor, deskCity, type DeskCity } from './desk-city';

type Items = { items: IntroductionView[]; nextCursor: string | null };

jest.setTimeout(30_000);
let city: DeskCity;
let association: OrganisationState;
let community: OrganisationState;
let firm: OrganisationState;
let wall: OrganisationState;
let office: OrganisationState;
beforeAll(async () => {
  city = await deskCity('dw');
  association = await city.organisation({ kind: 'association', name: '市物业协会', district: null });
  community = await city.organisation({ kind: 'community', name: '得胜南社区' });
  firm = await city.organisation();
  wall = await city.organisation({ kind: 'social_org', name: '帮忙起草的机构' });
  office = await city.organisation({ kind: 'subdistrict', name: '牛市口街道', subdistrict: '牛市口街道' });
}, 60_000);
afterAll(() => city.stop());

const broker = () => city.as(actingFor(association, 'broker'));
const poster = () => city.as(actingFor(community));
const officer = () => city.as(actingFor(office, 'officer'));
const by = (organisation: OrganisationState) => city.as(actingFor(organisation));
const aNeed = (facts: Partial<NeedBody> = {}) =>
  city.need({ organisationId: community.id, organisationName: community.name, ...facts });
const lines = (...providers: (OrganisationState | object)[]) =>
  providers.map((one) => ('id' in one ? { providerId: one.id } : one));
const introduced = async (need: NeedBody, provider: OrganisationState): Promise<IntroductionView> => {
  const answer = await broker().create<Items>('/introductions', { needId: need.id, providers: lines(provider) });
  expect(answer.status).toBe(201);
  return answer.body.items[0] as IntroductionView;
};

test('whoever is behind the wall is blocked, with the reason and all of the call', async () => {
  const need = await aNeed({ excludedOrganisationIds: [wall.id] });
  const answer = await broker().create<Problem>('/introductions', { needId: need.id, providers: lines(firm, wall) });
  expect(answer).toMatchObject({
    status: 409,
    body: { reason: 'introduction.blocked', errors: [{ pointer: '/providers/1' }] },
  });
  const cleared = await broker().create<Problem>('/introductions', {
    needId: need.id,
    providers: [{ providerId: wall.id, clearance: { reason: '我觉得可以' } }],
  });
  expect(cleared.body.reason).toBe('introduction.blocked');
  const kept = await broker().create<Problem>('/introductions', {
    needId: need.id,
    as: 'shortlisted',
    providers: lines(wall),
  });
  expect(kept.body.reason).toBe('introduction.blocked');
  expect(await city.rows('SELECT id FROM introduction WHERE need_id = ?', [need.id])).toEqual([]);

  const check = await broker().get<{ items: ConflictCheckView[] }>(
    `/needs/${need.id}/conflict-check?providerIds=${firm.id},${wall.id}`,
  );
  expect(check.body.items.map(({ outcome }) => outcome)).toEqual(['clear', 'blocked']);
});

test('a flag is decided on in the same call, recorded, and the provider does not learn who is behind the wall', async () => {
  const founded = await city.organisation({ name: '某社工中心', kind: 'social_org' });
  const founder = await city.organisation({
    name: '出资的机构',
    affiliations: [{ type: 'sponsors', organisationId: founded.id }],
  });
  const need = await aNeed({ excludedOrganisationIds: [founder.id] });
  const flagged = await broker().create<Problem>('/introductions', { needId: need.id, providers: lines(founded) });
  expect(flagged).toMatchObject({
    status: 409,
    body: { reason: 'introduction.flagged', errors: [{ pointer: '/providers/0' }] },
  });
  const answer = await broker().create<Items>('/introductions', {
    needId: need.id,
    providers: [{ providerId: founded.id, clearance: { reason: '举办关系去年已解除' } }],
  });
  const [one] = answer.body.items as [IntroductionView];
  expect(one).toMatchObject({
    state: 'introduced',
    conflict: {
      outcome: 'cleared',
      findings: [{ code: 'linked_to_excluded', other: { organisationId: founder.id, name: '出资的机构' } }],
      decision: { reason: '举办关系去年已解除', organisationName: association.name },
    },
  });
  const [audit] = await city.rows<{ reason: string; data: string }>(
    `SELECT reason, data FROM audit_entry WHERE aggregate_id = ? AND action = 'introduction.introduced'`,
    [one.id],
  );
  expect(audit?.reason).toBe('举办关系去年已解除');

  const seen = await by(founded).get<IntroductionView>(`/introductions/${one.id}`);
  expect(seen.body.conflict).toMatchObject({
    outcome: 'cleared',
    decision: null,
    findings: [{ code: null, other: null }],
  });
  const text = JSON.stringify([seen.body, (await by(founded).get<Items>('/introductions/received')).body]);
  for (const secret of [founder.id, founder.name, 'linked', '举办', '起草', '解除']) expect(text).not.toContain(secret);
  const toPoster = await poster().get<IntroductionView>(`/introductions/${one.id}`);
  expect(JSON.stringify(toPoster.body)).not.toContain(founder.id);
});

test('what a poster introduces and is flagged waits for a broker, who may refuse', async () => {
  const own = await city.organisation({ name: '社区举办的队伍', kind: 'volunteer_group' });
  const poster2 = await city.organisation({
    kind: 'community',
    affiliations: [{ type: 'leads', organisationId: own.id }],
  });
  const need = await aNeed({ organisationId: poster2.id });
  const asked = await by(poster2).create<Items>('/introductions', { needId: need.id, providers: lines(own) });
  const [one] = asked.body.items as [IntroductionView];
  expect(one).toMatchObject({ state: 'shortlisted', by: 'poster', conflict: { outcome: 'flagged' } });
  expect(await city.told(one.id)).toEqual([]);
  expect((await by(own).get(`/introductions/${one.id}`)).status).toBe(404);
  const itself = await by(poster2).create<Problem>('/introductions', {
    needId: need.id,
    providers: [{ providerId: own.id, clearance: { reason: '我们熟' } }],
  });
  expect(itself).toMatchObject({ status: 422, body: { errors: [{ pointer: '/providers/0/clearance' }] } });
  const path = `/introductions/${one.id}/conflict-decision`;
  expect((await by(poster2).change('POST', path, 1, { decision: 'clear', reason: '自己批' })).status).toBe(403);
  const let1 = await broker().change<IntroductionView>('POST', path, 1, { decision: 'clear', reason: '无偿服务' });
  expect(let1.body).toMatchObject({ state: 'introduced', conflict: { outcome: 'cleared' } });
  expect((await by(own).get(`/introductions/${one.id}`)).status).toBe(200);
  expect(await city.told(one.id)).toEqual(['introduced']);

  const other = await aNeed({ organisationId: poster2.id });
  const again = await by(poster2).create<Items>('/introductions', { needId: other.id, providers: lines(own) });
  const refusedId = again.body.items[0]?.id ?? '';
  const refused = await broker().change<IntroductionView>('POST', `/introductions/${refusedId}/conflict-decision`, 1, {
    decision: 'refuse',
    reason: '资金来自同一账户',
  });
  expect(refused.body).toMatchObject({ state: 'withdrawn', conflict: { outcome: 'refused' } });
  expect(await city.told(refusedId)).toEqual([]);
});

test('an association does not broker its own package on a need that it screened; an officer of the area does', async () => {
  const need = await aNeed({ flaggedOrganisationIds: [association.id] });
  const line = { providerId: association.id, clearance: { reason: '核心服务' } };
  const own = await broker().create<Problem>('/introductions', { needId: need.id, providers: [line] });
  expect(own).toMatchObject({ status: 403, body: { reason: 'introduction.own-package' } });
  // Nor in the poster's name.
  const onBehalf = {
    ...actingFor(community, 'editor'),
    onBehalf: {
      channel: 'phone' as const,
      note: '来电要求推介',
      brokerOrganisationId: association.id,
      brokerOrganisationName: association.name,
    },
  };
  const named = await city
    .as(onBehalf)
    .create<Problem>('/introductions', { needId: need.id, providers: lines(association) });
  expect(named).toMatchObject({ status: 403, body: { reason: 'introduction.own-package' } });
  const waits = await poster().create<Items>('/introductions', { needId: need.id, providers: lines(association) });
  const id = waits.body.items[0]?.id ?? '';
  const decide = { decision: 'clear', reason: '自己决定' };
  expect((await broker().change('POST', `/introductions/${id}/conflict-decision`, 1, decide)).status).toBe(403);
  const elsewhere = city.as(aPerson('subdistrict', 'officer', { district: '青羊区', subdistrict: '少城街道' }));
  expect((await elsewhere.change('POST', `/introductions/${id}/conflict-decision`, 1, decide)).status).toBe(404);
  const decided = await officer().change<IntroductionView>('POST', `/introductions/${id}/conflict-decision`, 1, decide);
  expect(decided.body).toMatchObject({ state: 'introduced', conflict: { outcome: 'cleared' } });

  // Having brokered for others it is no longer free either.
  const plain = await aNeed();
  await introduced(plain, firm);
  const late = await broker().create<Problem>('/introductions', { needId: plain.id, providers: lines(association) });
  expect(late).toMatchObject({ status: 403, body: { reason: 'introduction.own-package' } });
});

test('a body brokers its own package or others’ for a need, never both: in one call, one after the other, or in the poster’s name', async () => {
  const refused = { status: 403, body: { reason: 'introduction.own-package' } };
  const tell = (who: ReturnType<typeof broker>, need: NeedBody, ...whom: OrganisationState[]) =>
    who.create<Items>('/introductions', { needId: need.id, providers: lines(...whom) });
  const together = await aNeed();
  expect(await tell(broker(), together, firm, association)).toMatchObject(refused);
  expect(await city.rows('SELECT id FROM introduction WHERE need_id = ?', [together.id])).toEqual([]);

  const ownFirst = await aNeed();
  expect((await tell(broker(), ownFirst, association)).status).toBe(201);
  expect(await tell(broker(), ownFirst, firm)).toMatchObject(refused);
  expect((await tell(poster(), ownFirst, firm)).status).toBe(201);

  const named = city.as({
    ...actingFor(community, 'editor'),
    onBehalf: {
      channel: 'phone' as const,
      note: '来电要求推介',
      brokerOrganisationId: association.id,
      brokerOrganisationName: association.name,
    },
  });
  const byPhone = await aNeed();
  const done = await tell(named, byPhone, firm);
  expect(done.status).toBe(201);
  expect(await tell(broker(), byPhone, association)).toMatchObject(refused);
  expect(await tell(named, byPhone, association)).toMatchObject(refused);
  const check = await poster().get<{ items: ConflictCheckView[] }>(
    `/needs/${byPhone.id}/conflict-check?providerIds=${association.id}`,
  );
  expect(check.body.items).toMatchObject([{ outcome: 'flagged', findings: [{ code: 'flagged_association' }] }]);
  // Its event says who brokered it, and the page of the provider does not.
  const brokeredBy = async (answer: typeof done) => {
    const id = answer.body.items[0]?.id ?? '';
    const [row] = await city.rows<{ envelope: string }>('SELECT envelope FROM outbox WHERE aggregate_id = ?', [id]);
    return (JSON.parse(row?.envelope ?? '{}') as { data: { brokeringOrganisationId?: string | null } }).data
      .brokeringOrganisationId;
  };
  expect(await brokeredBy(done)).toBe(association.id);
  expect(done.body.items[0]).not.toHaveProperty('brokeringOrganisationId');
  expect(await brokeredBy(await tell(poster(), await aNeed(), firm))).toBeNull();
});

test('who is concerned does not decide: neither the poster nor the one behind the wall', async () => {
  const led = await city.organisation({ kind: 'volunteer_group' });
  const street = await city.organisation({
    kind: 'subdistrict',
    name: '督院街街道',
    subdistrict: '督院街街道',
    affiliations: [{ type: 'leads', organisationId: led.id }],
  });
  const itsOfficer = city.as(actingFor(street, 'officer'));
  const place = { ...(await aNeed()).place, subdistrict: '督院街街道' };
  const behind = await aNeed({ place, excludedOrganisationIds: [street.id] });
  const line = { providerId: led.id, clearance: { reason: '没有关系' } };
  const refused = await itsOfficer.create<Problem>('/introductions', { needId: behind.id, providers: [line] });
  expect(refused).toMatchObject({ status: 403, body: { reason: 'introduction.concerned' } });
  expect((await broker().create('/introductions', { needId: behind.id, providers: [line] })).status).toBe(201);

  const own = await aNeed({ place, organisationId: street.id });
  const asked = await itsOfficer.create<Items>('/introductions', { needId: own.id, providers: lines(led) });
  expect(asked.body.items[0]).toMatchObject({ by: 'poster', conflict: { outcome: 'flagged' } });
  const path = `/introductions/${asked.body.items[0]?.id}/conflict-decision`;
  const decision = { decision: 'clear', reason: '自己的队伍' };
  expect(await itsOfficer.change('POST', path, 1, decision)).toMatchObject({
    status: 403,
    body: { reason: 'introduction.concerned' },
  });
  expect((await broker().change('POST', path, 1, decision)).status).toBe(200);
});

test('two of one provider group in the same contest are flagged, in one call or after each other', async () => {
  const a = await city.organisation({ name: '甲' });
  const b = await city.organisation({
    name: '乙',
    kind: 'social_org',
    affiliations: [{ type: 'sponsors', organisationId: a.id }],
  });
  const contest = await aNeed({ mode: 'quotation' });
  const together = await broker().create<Problem>('/introductions', { needId: contest.id, providers: lines(a, b) });
  expect(together.body).toMatchObject({
    reason: 'introduction.flagged',
    errors: [{ pointer: '/providers/0' }, { pointer: '/providers/1' }],
  });
  await introduced(contest, a);
  const after = await broker().create<Problem>('/introductions', { needId: contest.id, providers: lines(b) });
  expect(after.body.reason).toBe('introduction.flagged');
  // Without a contest they do not stand against each other.
  const direct = await aNeed({ mode: 'direct' });
  expect((await broker().create('/introductions', { needId: direct.id, providers: lines(a, b) })).status).toBe(201);
});
