import type { IntroductionContacts, IntroductionView, NeedBody, OrganisationState, Problem } from '@duijie/contracts';
import { anonymous, migrateUpDownUp, testNamespace } from '@duijie/testkit';
import { deskSchema } from '../src/persistence/desk-schema';
import { actingFor, deskCity, freshId, type DeskCity } from './desk-city';

type Items = { items: IntroductionView[]; nextCursor: string | null };

jest.setTimeout(30_000);
let city: DeskCity;
let association: OrganisationState;
let community: OrganisationState;
let firm: OrganisationState;
let office: OrganisationState;
beforeAll(async () => {
  city = await deskCity('di');
  association = await city.organisation({ kind: 'association', name: '市物业协会', district: null });
  community = await city.organisation({ kind: 'community', name: '得胜南社区' });
  firm = await city.organisation();
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

test('the schema of the desk goes up, down and up again', async () => {
  const name = `${testNamespace('di')}_schema`;
  expect(await migrateUpDownUp(deskSchema, city.environment, name)).toEqual({ left: [], differences: [] });
});

test('several are introduced in one call, each answers in one tap, and everybody is told', async () => {
  const need = await aNeed();
  const twin = await city.organisation({ name: '锦城物业' });
  const one = await city.package(firm);
  const answer = await broker().create<Items>('/introductions', {
    needId: need.id,
    providers: [{ providerId: firm.id, packageId: one.id }, { providerId: twin.id }],
    note: '两家都做过类似的托管',
  });
  expect(answer.status).toBe(201);
  const [first, second] = answer.body.items as [IntroductionView, IntroductionView];
  expect(first).toMatchObject({
    state: 'introduced',
    by: 'broker',
    packageTitle: one.title,
    note: '两家都做过类似的托管',
    conflict: { outcome: 'clear', findings: [], decision: null },
    introducedBy: { organisationId: association.id },
  });

  const received = await by(firm).get<Items>('/introductions/received');
  expect(received.body.items.map(({ id }) => id)).toEqual([first.id]);
  const yes = await by(firm).change<IntroductionView>('POST', `/introductions/${first.id}/answer`, 1, {
    answer: 'interested',
  });
  expect(yes.body).toMatchObject({ state: 'interested', answeredBy: 'provider', version: 2 });
  const no = await by(twin).change<IntroductionView>('POST', `/introductions/${second.id}/answer`, 1, {
    answer: 'declined',
    reason: '人手不够',
  });
  expect(no.body).toMatchObject({ state: 'declined', reason: '人手不够' });
  // A tap on the wrong button is mended by another one.
  const mended = await by(twin).change<IntroductionView>('POST', `/introductions/${second.id}/answer`, 2, {
    answer: 'interested',
  });
  expect(mended.body.state).toBe('interested');

  const declined = await poster().change<Problem>('POST', `/introductions/${first.id}/answer`, 2, {
    answer: 'declined',
  });
  expect(declined).toMatchObject({ status: 422, body: { errors: [{ pointer: '/reason' }] } });
  await poster().change('POST', `/introductions/${first.id}/answer`, 2, { answer: 'declined', reason: '另有安排' });
  const again = await by(firm).change<Problem>('POST', `/introductions/${first.id}/answer`, 3, {
    answer: 'interested',
  });
  expect(again).toMatchObject({ status: 409, body: { reason: 'introduction.declined-by-poster' } });
  expect(await city.told(first.id)).toEqual(['introduced', 'interested', 'declined']);
  expect(await city.told(second.id)).toEqual(['introduced', 'declined', 'interested']);

  const ofNeed = await poster().get<Items>(`/needs/${need.id}/introductions`);
  expect(ofNeed.body.items.map(({ id, state }) => [id, state])).toEqual([
    [second.id, 'interested'],
    [first.id, 'declined'],
  ]);
  const made = await poster().get<Items>('/introductions/for-own-needs?state=declined');
  expect(made.body.items.map(({ id }) => id)).toEqual([first.id]);
});

test('providers are told in one order, whatever the order of a call, so that two calls never wait for each other', async () => {
  const need = await aNeed();
  const providers = [await city.organisation(), await city.organisation(), await city.organisation()];
  const backwards = providers.toSorted((a, b) => (a.id < b.id ? 1 : -1));
  const answer = await broker().create<Items>('/introductions', { needId: need.id, providers: lines(...backwards) });
  expect(answer.status).toBe(201);
  const told = await city.rows<{ recipient: string }>(
    `SELECT recipient_id AS recipient FROM notice WHERE kind = 'introduction_made' AND recipient_id IN (?) ORDER BY id`,
    [providers.map(({ id }) => id)],
  );
  expect(told.map(({ recipient }) => recipient)).toEqual(backwards.map(({ id }) => id).toReversed());
});

test('what cannot be introduced is refused with a pointer, and nothing is kept of the call', async () => {
  const need = await aNeed({ eligibleKinds: ['social_org', 'property_firm'] });
  const pending = await city.organisation({ verification: 'pending' });
  const expert = await city.organisation({ kind: 'professional_firm' });
  const foreign = await city.package(await city.organisation());
  const answer = await broker().create<Problem>('/introductions', {
    needId: need.id,
    providers: [
      { providerId: firm.id, packageId: foreign.id },
      { providerId: pending.id },
      { providerId: expert.id },
      { providerId: community.id },
      { providerId: freshId() },
      { providerId: firm.id },
    ],
  });
  expect(answer.status).toBe(422);
  expect(answer.body.errors?.map(({ pointer }) => pointer)).toEqual([
    '/providers/0/packageId',
    '/providers/1/providerId',
    '/providers/2/providerId',
    '/providers/3/providerId',
    '/providers/4/providerId',
    '/providers/5/providerId',
  ]);
  expect(await city.rows('SELECT id FROM introduction WHERE need_id = ?', [need.id])).toEqual([]);

  const over = await aNeed({ state: 'awarded' });
  const closed = await broker().create<Problem>('/introductions', { needId: over.id, providers: lines(firm) });
  expect(closed).toMatchObject({ status: 409, body: { reason: 'need.not-open' } });
  const draft = await city.need({ organisationId: community.id, state: 'draft', publishedAt: null });
  expect((await broker().create('/introductions', { needId: draft.id, providers: lines(firm) })).status).toBe(404);
  const [copy] = await city.rows<{ body: string | null }>('SELECT body FROM need_copy WHERE id = ?', [draft.id]);
  expect(copy).toEqual({ body: null });
});

test('eight who introduce at once make one introduction, and the database would refuse a second', async () => {
  const need = await aNeed();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      broker().create<Items>('/introductions', { needId: need.id, providers: lines(firm) }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201));
  expect(new Set(answers.map(({ body }) => body.items[0]?.id)).size).toBe(1);
  const rows = await city.rows('SELECT id FROM introduction WHERE need_id = ?', [need.id]);
  expect(rows).toHaveLength(1);
  await expect(
    city.rows(
      `INSERT INTO introduction SELECT '${freshId()}', version, need_id, need_title, poster_id, poster_name, provider_id,
       provider_name, package_id, package_title, district, subdistrict, state, live, open_to_provider, open_to_poster,
       by_side, broker_person_id, broker_name, broker_organisation_id, broker_organisation_name, note, clearance,
       findings, decision, asked_at, introduced_at, answered_at, answered_by, reason, meeting, demo, created_at,
       updated_at, brokering_id FROM introduction WHERE need_id = ?`,
      [need.id],
    ),
  ).rejects.toThrow(/uq_introduction_live/);
  await expect(city.rows(`UPDATE introduction SET clearance = 'flagged' WHERE need_id = ?`, [need.id])).rejects.toThrow(
    /ck_introduction_clearance/,
  );
});

test('a short list is the broker’s own until the introduction; withdrawn, it may be made again', async () => {
  const need = await aNeed();
  const kept = await broker().create<Items>('/introductions', {
    needId: need.id,
    as: 'shortlisted',
    providers: lines(firm),
  });
  const id = kept.body.items[0]?.id ?? '';
  expect((await by(firm).get(`/introductions/${id}`)).status).toBe(404);
  expect((await poster().get(`/introductions/${id}`)).status).toBe(404);
  expect((await poster().get<Items>(`/needs/${need.id}/introductions`)).body.items).toEqual([]);
  expect((await broker().get<Items>(`/needs/${need.id}/introductions`)).body.items).toHaveLength(1);
  const now = await introduced(need, firm);
  expect(now).toMatchObject({ id, state: 'introduced', version: 2 });
  const stale = await broker().change<Problem>('POST', `/introductions/${id}/withdraw`, 1);
  expect(stale.status).toBe(412);
  expect((await by(firm).change('POST', `/introductions/${id}/withdraw`, 2)).status).toBe(403);
  await broker().change('POST', `/introductions/${id}/withdraw`, 2, { reason: '需求有变' });
  const next = await introduced(need, firm);
  expect(next.id).not.toBe(id);
});

test('contact persons are for the introduced and the broker, from the introduction until its end', async () => {
  const need = await aNeed();
  const stranger = await city.organisation({ name: '旁人' });
  city.contacts.set(community.id, { name: '王书记', phone: '13800000001' });
  city.contacts.set(firm.id, { name: '李经理', phone: '13800000002' });
  const kept = await broker().create<Items>('/introductions', {
    needId: need.id,
    as: 'shortlisted',
    providers: lines(firm),
  });
  const id = kept.body.items[0]?.id ?? '';
  const path = `/introductions/${id}/contacts`;
  const viewer = city.as(actingFor(firm, 'viewer'));
  const statuses = async () => ({
    firm: (await by(firm).get(path)).status,
    poster: (await poster().get(path)).status,
    broker: (await broker().get(path)).status,
    officer: (await officer().get(path)).status,
    stranger: (await by(stranger).get(path)).status,
    viewer: (await viewer.get(path)).status,
    nobody: (await city.as(anonymous).get(path)).status,
  });
  expect(await statuses()).toEqual({
    firm: 404,
    poster: 404,
    broker: 409,
    officer: 404,
    stranger: 404,
    viewer: 403,
    nobody: 401,
  });
  const one = await introduced(need, firm);
  expect(await statuses()).toEqual({
    firm: 200,
    poster: 200,
    broker: 200,
    officer: 404,
    stranger: 404,
    viewer: 403,
    nobody: 401,
  });
  const seen = await by(firm).get<IntroductionContacts>(path);
  expect(seen.body).toEqual({
    poster: {
      organisationId: community.id,
      organisationName: community.name,
      contact: { name: '王书记', phone: '13800000001' },
    },
    provider: {
      organisationId: firm.id,
      organisationName: firm.name,
      contact: { name: '李经理', phone: '13800000002' },
    },
  });
  city.needContacts.set(need.id, { name: '小赵', phone: '13800000003' });
  expect((await by(firm).get<IntroductionContacts>(path)).body.poster.contact?.name).toBe('小赵');
  expect(JSON.stringify(await city.rows('SELECT * FROM introduction WHERE id = ?', [id]))).not.toContain('1380000000');

  await by(firm).change('POST', `/introductions/${id}/answer`, one.version, { answer: 'declined' });
  expect(await statuses()).toMatchObject({ firm: 409, poster: 409, broker: 409, officer: 404, stranger: 404 });
});

test('the meeting has time, place and minutes, which are written once it has begun', async () => {
  const need = await aNeed();
  const { id } = await introduced(need, firm);
  const path = `/introductions/${id}/meeting`;
  const stranger = await city.organisation();
  const at = new Date(Date.now() + 3_600_000).toISOString();
  const meeting = { at, place: '社区会议室', attendees: '王书记、李经理、业主代表三人' };
  expect((await by(stranger).change('PUT', path, 1, meeting)).status).toBe(404);
  const set = await by(firm).change<IntroductionView>('PUT', path, 1, meeting);
  expect(set.body).toMatchObject({ version: 2, meeting: { ...meeting, link: null, minutes: null } });
  const early = await poster().change<Problem>('PUT', `${path}/minutes`, 2, { minutes: '谈妥了' });
  expect(early).toMatchObject({ status: 409, body: { reason: 'meeting.ahead' } });
  await poster().change('PUT', path, 2, { ...meeting, at: new Date(Date.now() - 1000).toISOString() });
  const written = await broker().change<IntroductionView>('PUT', `${path}/minutes`, 3, {
    minutes: '约定下周看现场\n先签三个月',
  });
  expect(written.body.meeting).toMatchObject({ minutes: '约定下周看现场\n先签三个月' });
  // Nothing that others must know changed.
  expect(await city.told(id)).toEqual(['introduced']);
});

test('lists walk along an index without a sort', async () => {
  const plans = {
    'provider_id = ? AND open_to_provider = 1': 'ix_introduction_provider',
    "provider_id = ? AND open_to_provider = 1 AND state = 'introduced'": 'ix_introduction_provider_state',
    'poster_id = ? AND open_to_poster = 1': 'ix_introduction_poster',
    'broker_person_id = ?': 'ix_introduction_broker',
    'need_id = ?': 'ix_introduction_need',
  };
  for (const [where, index] of Object.entries(plans)) {
    const [plan] = await city.rows<{ possible_keys: string; Extra: string }>(
      `EXPLAIN SELECT * FROM introduction FORCE INDEX (${index}) WHERE ${where} ORDER BY id DESC LIMIT 21`,
      [firm.id],
    );
    expect(plan?.Extra ?? '').not.toContain('filesort');
  }
});
