import { newId } from '@duijie/domain-kit';
import type { OrganisationState } from '@duijie/contracts';
import { anonymous, testNamespace } from '@duijie/testkit';
import { anOrganisation, needOf, type Answer } from './needs-city';
import { newcomer, street, twin, four, startNeighbourhood, type Neighbourhood } from './neighbourhood';

let city: Neighbourhood;
beforeAll(async () => {
  city = await startNeighbourhood(testNamespace('ndg'));
}, 60_000);
afterAll(() => city.host.stop());

const large = { money: { kind: 'fixed', amountFen: 200_000_000 }, funding: 'subdistrict_purchase' };
const small = { money: { kind: 'fixed', amountFen: 1_000_000 }, funding: 'subdistrict_purchase' };
const urgent = { urgency: 'emergency', modeReason: '外墙脱落，危及行人' };

const patch = (need: { id: string; version: number }, body: object, by = city.poster()): Promise<Answer> =>
  city.call(by, 'PATCH', `/needs/${need.id}`, { ifMatch: need.version, body });
const step = (need: { id: string; version: number }, verb: string, by = city.poster(), body?: object) =>
  city.call(by, 'POST', `/needs/${need.id}/${verb}`, { ifMatch: need.version, ...(body ? { body } : {}) });
const upload = (needId: string, by = city.poster(), title = '未公开的图纸') => {
  const form = new FormData();
  form.set('title', title);
  form.set('file', new Blob(['%PDF-1.4 图纸']), '图纸.pdf');
  return city.call(by, 'POST', `/needs/${needId}/attachments`, { form });
};
/** Needs submitted by somebody who is not verified, and approved by the street. */
async function approved(by = city.member(newcomer)) {
  const need = await city.draft(four, by);
  const waiting = needOf(await step(need, 'submit', by));
  return needOf(await step(waiting, 'approve', city.officer()));
}

test.each([
  ['withdrawn', 'withdraw', { reason: '不做了' }],
  ['duplicate_of', 'duplicate', { duplicateOf: '' }],
  ['referred_to', 'refer', { name: '区住建局', reason: '属于住建职责' }],
])('what was written into a returned need does not become public when it is %s', async (state, verb, how) => {
  const open = await city.published();
  const returned = needOf(await step(open, 'return', city.officer(), { reason: '含有住户姓名' }));
  await patch(returned, { title: '未公开的标题', description: '未公开的内容，电梯' });
  const filed = needOf(await upload(open.id));
  const body = 'duplicateOf' in how ? { duplicateOf: (await city.published()).id } : how;
  const ended = needOf(await step(filed, verb, verb === 'withdraw' ? city.poster() : city.broker(), body));
  expect(ended).toMatchObject({ state, title: '未公开的标题' });
  const file = `/attachments/${filed.attachments[0]?.id}`;
  for (const who of [anonymous, city.member(twin)])
    for (const part of ['', file, '/versions', `/versions/${open.version}`, '/joins'])
      expect([part, (await city.call(who, 'GET', `/needs/${open.id}${part}`)).status]).toEqual([part, 404]);
  for (const filter of [`state=${state}`, `state=${state}&leaf=facility.elevator`])
    expect(JSON.stringify((await city.call(anonymous, 'GET', `/needs?limit=100&${filter}`)).body)).not.toContain(
      open.id,
    );
  for (const who of [city.poster(), city.officer(), city.broker()])
    expect((await city.call(who, 'GET', `/needs/${open.id}${file}`)).status).toBe(200);
  const events = await city.eventsOf(open.id);
  expect(JSON.stringify(events.filter((event) => event.type !== 'need.drafted.v1'))).not.toContain('未公开');
  expect(events.at(-1)).toMatchObject({ type: 'need.drafted.v1', state });
});

test('a return takes back what was looked at: the need waits for screening again', async () => {
  const need = await city.draft({ ...four, ...large });
  const open = needOf(await step(needOf(await step(need, 'submit')), 'approve', city.officer()));
  const returned = needOf(await step(open, 'return', city.officer(), { reason: '请改' }));
  const edited = needOf(await patch(returned, { description: '完全不同的另一件事' }));
  expect(needOf(await step(edited, 'submit'))).toMatchObject({ state: 'submitted', private: { screening: 'first' } });
});

test('a poster that is not verified changes an approved need: it leaves the public until it is looked at again', async () => {
  const author = city.member(newcomer);
  const open = await approved();
  const same = needOf(await patch(open, { contact: { name: '王大姐', phone: '13800000000' } }, author));
  expect(same).toMatchObject({ state: 'responding', private: { screening: null } });
  const changed = needOf(await patch(same, { description: '换成了完全不同的内容' }, author));
  expect(changed).toMatchObject({ state: 'submitted', private: { screening: 'first' }, responsesDueAt: null });
  expect((await city.call(anonymous, 'GET', `/needs/${open.id}`)).status).toBe(404);
  expect((await city.eventsOf(open.id)).at(-1)).toMatchObject({ type: 'need.changed.v1', state: 'submitted' });
  const history = (await city.call(author, 'GET', `/needs/${open.id}/history`)).body as {
    items: { action: string; from: string; to: string }[];
  };
  expect(history.items[0]).toMatchObject({ action: 'need.sent-to-screening', from: 'responding', to: 'submitted' });
  expect(needOf(await step(changed, 'approve', city.officer())).state).toBe('responding');
  const filed = needOf(await upload((await approved()).id, author));
  expect(filed).toMatchObject({ state: 'submitted', private: { screening: 'first' } });
});

test('a change by a verified poster is looked at after, whoever has checked the need before', async () => {
  const open = await city.published();
  const checked = needOf(await step(open, 'check', city.officer()));
  const changed = needOf(await patch(checked, { description: '换成了完全不同的内容' }));
  expect(changed).toMatchObject({ state: 'responding', private: { screening: 'after' } });
  const again = needOf(await step(changed, 'check', city.officer()));
  expect(needOf(await upload(open.id)).private?.screening).toBe('after');
  expect(again.private?.screening).toBeNull();
});

test('an emergency skips the amount only with its reason, and is looked at after', async () => {
  const bare = await city.draft({ ...four, ...large, urgency: 'emergency' });
  expect(needOf(await step(bare, 'submit'))).toMatchObject({ state: 'submitted', private: { screening: 'first' } });
  const open = await city.published({ ...four, ...large, ...urgent });
  expect(open.private?.screening).toBe('after');
  for (const body of [{ urgency: 'normal' }, { modeReason: null }, { urgency: 'low', description: '不急了' }])
    expect(await patch(open, body)).toMatchObject({ status: 409, body: { reason: 'need.needs-screening' } });
  const checked = needOf(await step(open, 'check', city.officer()));
  expect((await patch(checked, { urgency: 'normal' })).status).toBe(200);
});

test('a public need gets no larger budget by becoming an emergency, at once or in two steps; a copy of it may', async () => {
  const open = await city.published({ ...four, ...small });
  const refused = await patch(open, { ...large, ...urgent });
  expect(refused).toMatchObject({ status: 409, body: { reason: 'need.needs-screening' } });
  const emergency = needOf(await patch(open, urgent));
  expect(await patch(emergency, large)).toMatchObject({ status: 409, body: { reason: 'need.needs-screening' } });
  const gone = needOf(await step(emergency, 'withdraw', city.poster(), { reason: '预算提高' }));
  const copy = await city.draft({ copyOf: gone.id, ...large });
  expect(needOf(await step(copy, 'submit'))).toMatchObject({ state: 'submitted', private: { screening: 'first' } });
});

test.each(['suspended', 'rejected'] as const)('a %s poster makes nothing public any more', async (verification) => {
  const stopped: OrganisationState = anOrganisation({ name: `停用社区${verification}` });
  await city.tell([stopped]);
  const before = city.member(stopped);
  const open = await city.published(four, before);
  const draft = await city.draft({ ...four, ...large }, before);
  const waiting = needOf(await step(draft, 'submit', before));
  await city.tell([{ ...stopped, version: 2, verification }]);
  const refused = { status: 403, body: { reason: 'organisation.not-verified' } };
  const other = await city.published();
  // Whether its own token knows of it already or not.
  for (const who of [before, city.member({ ...stopped, verification })]) {
    for (const body of [{ title: '新的标题' }, { contact: null }])
      expect(await patch(open, body, who)).toMatchObject(refused);
    expect(await upload(open.id, who)).toMatchObject(refused);
    expect(await step(await city.draft(four, who), 'submit', who)).toMatchObject(refused);
    expect(await city.call(who, 'POST', `/needs/${other.id}/joins`, { body: {} })).toMatchObject(refused);
  }
  expect(await step(waiting, 'approve', city.officer())).toMatchObject(refused);
  expect((await step(open, 'withdraw', before, { reason: '撤回' })).status).toBe(200);
});

test('officers of a subdistrict that is suspended or pending reach nothing', async () => {
  const need = await city.draft({ ...four, ...large });
  const waiting = needOf(await step(need, 'submit'));
  for (const verification of ['suspended', 'pending', 'rejected'] as const) {
    const officer = city.member({ ...street, verification }, 'officer');
    expect((await city.call(officer, 'GET', `/needs/${need.id}`)).status).toBe(404);
    expect((await city.call(officer, 'GET', '/needs/screening')).status).toBe(403);
    expect((await step(waiting, 'approve', officer)).status).toBe(403);
  }
  expect((await city.call(city.officer(), 'GET', `/needs/${need.id}`)).status).toBe(200);
});

test('an association that wrote the requirement is flagged, whoever else did is excluded', async () => {
  const consultant = anOrganisation({ name: '顾问', kind: 'social_org' });
  const guild = anOrganisation({ name: '行业协会', kind: 'association', id: newId(Date.now()) });
  await city.tell([consultant, guild]);
  const wall = async (draftedByOrganisationId: string) => {
    const need = await city.draft({ ...four, draftedByOrganisationId });
    return (await city.eventsOf(need.id)).at(-1)?.data;
  };
  expect(await wall(guild.id)).toMatchObject({ flaggedOrganisationIds: [guild.id] });
  expect((await wall(guild.id))?.['excludedOrganisationIds']).not.toContain(guild.id);
  expect(await wall(consultant.id)).toMatchObject({
    excludedOrganisationIds: expect.arrayContaining([consultant.id]),
    flaggedOrganisationIds: [],
  });
});

test('services learn the contact of a need, and nobody else does by that way', async () => {
  const contact = { name: '小赵', phone: '13800000003' };
  const { id } = await city.draft({ ...four, contact });
  const bare = await city.draft(four);
  const path = `/internal/needs/${id}/contact`;
  const desk = { type: 'service' as const, service: 'desk' };
  expect(await city.call(desk, 'GET', path)).toMatchObject({ status: 200, body: { contact } });
  expect((await city.call(desk, 'GET', `/internal/needs/${bare.id}/contact`)).body).toEqual({ contact: null });
  expect((await city.call(desk, 'GET', `/internal/needs/${newId(Date.now())}/contact`)).status).toBe(404);
  for (const who of [city.poster(), city.broker(), city.member(twin)])
    expect((await city.call(who, 'GET', path)).status).toBe(403);
  expect((await city.call(anonymous, 'GET', path)).status).toBe(401);
});
