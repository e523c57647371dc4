import { newId } from '@duijie/domain-kit';
import { aPerson, anonymous, eventually, testNamespace } from '@duijie/testkit';
import { anOrganisation, needOf, startNeedsCity, type NeedsCity } from './needs-city';

let city: NeedsCity;
const community = anOrganisation({ name: '得胜南社区', community: '得胜南社区' });
const twin = anOrganisation({ name: '得胜北社区', community: '得胜北社区' });
const far = anOrganisation({ name: '犀和社区', district: '郫都区', subdistrict: '犀浦街道' });
const newcomer = anOrganisation({ name: '新社区', verification: 'pending' });
const drafter = anOrganisation({
  name: '咨询公司',
  kind: 'professional_firm',
  affiliations: [{ type: 'drafted', organisationId: community.id }],
});
const firm = anOrganisation({ name: '好物业', kind: 'property_firm' });
const association = anOrganisation({ name: '物业协会', kind: 'association', district: null, subdistrict: null });
const street = anOrganisation({ name: '牛市口街道办', kind: 'subdistrict' });
const otherStreet = anOrganisation({
  name: '犀浦街道办',
  kind: 'subdistrict',
  district: '郫都区',
  subdistrict: '犀浦街道',
});
const compound = {
  id: newId(Date.now()),
  version: 1,
  name: '水碾巷8号院',
  type: 'old_courtyard' as const,
  district: '锦江区',
  subdistrict: '牛市口街道',
  communities: ['得胜南社区'],
  households: 136,
  floorAreaM2: null,
  builtYear: 1991,
  lng: 104.1063,
  lat: 30.6457,
  propertyState: 'unmanaged' as const,
  committeeState: 'n/a' as const,
  demo: false,
};

const poster = () => city.member(community);
const broker = () => city.member(association, 'broker');
const administrator = () => city.member(association, 'administrator');
const officer = () => city.member(street, 'officer');
const four = {
  description: '电梯老是坏,想请人来看看消防和加装电梯的事。住户有一百多户。',
  place: { compoundId: compound.id },
  window: { start: null, end: null },
  money: { kind: 'none' },
};
const draft = async (body: object = four, by = poster()) => {
  const answer = await city.call(by, 'POST', '/needs', { body });
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return needOf(answer);
};
const published = async (body: object = four, by = poster()) => {
  const need = await draft(body, by);
  const answer = await city.call(by, 'POST', `/needs/${need.id}/submit`, { ifMatch: need.version });
  expect([answer.status, needOf(answer).state]).toEqual([200, 'responding']);
  return needOf(answer);
};

beforeAll(async () => {
  city = await startNeedsCity(testNamespace('nd'));
  await city.tell([community, twin, far, newcomer, drafter, firm, association, street, otherStreet], [compound]);
}, 60_000);
afterAll(() => city.host.stop());

test('four fields are enough to post, and the rest is proposed', async () => {
  const need = await draft();
  expect(need).toMatchObject({
    version: 1,
    state: 'draft',
    title: '电梯老是坏',
    organisationName: '得胜南社区',
    place: {
      district: '锦江区',
      subdistrict: '牛市口街道',
      community: '得胜南社区',
      compound: '水碾巷8号院',
      households: 136,
      builtYear: 1991,
    },
    mode: 'claim',
    funding: 'none',
    urgency: 'normal',
  });
  const elevator = need.components.find((component) => component.code === 'facility.elevator');
  expect(elevator).toMatchObject({ source: 'proposed' });
  expect(elevator?.evidence.join()).toContain('电梯');
  expect(need.lots).toEqual([
    { id: expect.any(String), title: need.title, components: need.components.map((c) => c.code) },
  ]);
  expect(await city.eventsOf(need.id)).toMatchObject([{ type: 'need.drafted.v1', sequence: 1, state: 'draft' }]);
});

test('three fields are enough where the place is the own one, and the description is not optional', async () => {
  const need = await draft({ description: '想找人教老人用手机', money: { kind: 'unknown' } });
  expect(need.place).toMatchObject({
    district: '锦江区',
    subdistrict: '牛市口街道',
    community: '得胜南社区',
    compoundId: null,
  });
  const answer = await city.call(poster(), 'POST', '/needs', { body: { money: { kind: 'none' } } });
  expect([answer.status, answer.body]).toEqual([
    422,
    expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/description' })] }),
  ]);
});

test('a draft is private: a twin organisation, a provider and the public do not learn that it exists', async () => {
  const need = await draft();
  for (const who of [city.member(twin), city.member(firm), anonymous, city.member(otherStreet, 'officer')])
    expect((await city.call(who, 'GET', `/needs/${need.id}`)).status).toBe(404);
  for (const [method, path, body] of [
    ['PATCH', `/needs/${need.id}`, { title: '别人的标题' }],
    ['POST', `/needs/${need.id}/submit`, undefined],
    ['POST', `/needs/${need.id}/withdraw`, { reason: '不要了' }],
  ] as const)
    expect((await city.call(city.member(twin), method, path, { ifMatch: 1, body })).status).toBe(404);
  const seen = await city.call(officer(), 'GET', `/needs/${need.id}`);
  expect([seen.status, needOf(seen).private]).toEqual([200, expect.objectContaining({ contact: null })]);
});

test('a proposal is confirmed, corrected, and renewed with the words only while it is one', async () => {
  const need = await draft();
  const codes = need.components.map((component) => component.code);
  expect(codes).toContain('facility.elevator');
  const confirmed = needOf(
    await city.call(poster(), 'PATCH', `/needs/${need.id}`, {
      ifMatch: 1,
      body: { components: ['facility.elevator', 'support.legal'] },
    }),
  );
  expect(confirmed.components).toMatchObject([
    { code: 'facility.elevator', source: 'confirmed', confidence: 1 },
    { code: 'support.legal', source: 'given', confidence: 1, evidence: [] },
  ]);
  expect(confirmed.lots[0]).toMatchObject({ id: need.lots[0]?.id, components: ['facility.elevator', 'support.legal'] });
  const reworded = needOf(
    await city.call(poster(), 'PATCH', `/needs/${need.id}`, {
      ifMatch: 2,
      body: { description: '十几个孩子放学没人接,想请人托管到六点,尽快。' },
    }),
  );
  expect(reworded).toMatchObject({ title: '十几个孩子放学没人接', urgency: 'high', version: 3 });
  expect(reworded.components.map((c) => c.code)).toEqual(['facility.elevator', 'support.legal']);
  const events = await city.eventsOf(need.id);
  expect(events.map((e) => [e.type, e.sequence])).toEqual([
    ['need.drafted.v1', 1],
    ['need.drafted.v1', 2],
    ['need.drafted.v1', 3],
  ]);
  const unknown = await city.call(poster(), 'PATCH', `/needs/${need.id}`, {
    ifMatch: 3,
    body: { components: ['nobody.knows'] },
  });
  expect([unknown.status, unknown.body]).toEqual([
    422,
    expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/components/0' })] }),
  ]);
});

test('a verified poster publishes at once: anybody sees it, nobody sees its contact', async () => {
  const contact = { name: '王大姐', phone: '13800000000' };
  const need = await published({
    ...four,
    contact,
    money: { kind: 'range', minFen: 3_000_000, maxFen: 6_000_000 },
    funding: 'community_fund',
  });
  expect(need).toMatchObject({
    mode: 'quotation',
    private: { contact, screening: 'after' },
    publishedAt: expect.any(String),
  });
  expect(need.responsesDueAt).toMatch(/T10:00:00\.000Z$/);
  const seen = await city.call(anonymous, 'GET', `/needs/${need.id}`);
  expect([seen.status, needOf(seen).private]).toEqual([200, null]);
  expect(JSON.stringify(seen.body)).not.toContain('王大姐');
  const events = await city.eventsOf(need.id);
  expect(events.at(-1)).toMatchObject({ type: 'need.published.v1', sequence: 2, state: 'responding' });
  expect(JSON.stringify(events)).not.toContain('王大姐');
  expect(events.at(-1)?.data['excludedOrganisationIds']).toEqual([drafter.id]);
  const list = await city.call(anonymous, 'GET', '/needs?district=锦江区&leaf=facility.elevator&limit=100');
  expect((list.body as { items: { id: string }[] }).items.map((item) => item.id)).toContain(need.id);
  expect(JSON.stringify(list.body)).not.toContain('王大姐');
});

test('a published change is a new version, and the mode stands', async () => {
  const need = await published();
  const changed = needOf(
    await city.call(poster(), 'PATCH', `/needs/${need.id}`, { ifMatch: need.version, body: { title: '请人看看电梯' } }),
  );
  expect(changed.version).toBe(3);
  expect((await city.eventsOf(need.id)).at(-1)).toMatchObject({ type: 'need.changed.v1', sequence: 3 });
  const versions = await city.call(anonymous, 'GET', `/needs/${need.id}/versions`);
  expect(versions.body).toMatchObject({
    items: [
      { version: 3, title: '请人看看电梯' },
      { version: 2, title: '电梯老是坏' },
    ],
  });
  const old = await city.call(anonymous, 'GET', `/needs/${need.id}/versions/2`);
  expect(old.body).toMatchObject({ version: 2, need: { title: '电梯老是坏' } });
  expect(JSON.stringify(old.body)).not.toContain(drafter.id);
  const mode = await city.call(poster(), 'PATCH', `/needs/${need.id}`, { ifMatch: 3, body: { mode: 'direct' } });
  expect(mode).toMatchObject({ status: 409, body: { reason: 'need.mode-fixed' } });
});

test('If-Match and Idempotency-Key are asked for, and a repeated key answers the same', async () => {
  const key = newId(Date.now());
  const author = poster();
  const one = await city.call(author, 'POST', '/needs', { body: four, key: `${key}-x` });
  const again = await city.call(author, 'POST', '/needs', { body: four, key: `${key}-x` });
  expect(needOf(again).id).toBe(needOf(one).id);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  // The key is the person's own.
  expect(needOf(await city.call(poster(), 'POST', '/needs', { body: four, key: `${key}-x` })).id).not.toBe(
    needOf(one).id,
  );
  expect(
    (await city.call(author, 'POST', '/needs', { body: { ...four, description: '别的内容' }, key: `${key}-x` })).status,
  ).toBe(422);
  const path = `/needs/${needOf(one).id}`;
  expect((await city.call(author, 'PATCH', path, { body: { title: '标题' } })).status).toBe(428);
  expect((await city.call(author, 'PATCH', path, { body: { title: '标题' }, ifMatch: 7 })).status).toBe(412);
  expect((await city.call(author, 'GET', path, { headers: { 'if-none-match': '"1"' } })).status).toBe(304);
});

test('above the amount of the screening rule a need waits, and who screens it stands behind its wall', async () => {
  const body = { ...four, money: { kind: 'fixed', amountFen: 200_000_000 }, funding: 'subdistrict_purchase' };
  const need = await draft(body);
  const waiting = needOf(await city.call(poster(), 'POST', `/needs/${need.id}/submit`, { ifMatch: 1 }));
  expect(waiting).toMatchObject({ state: 'submitted', private: { screening: 'first' }, publishedAt: null });
  expect((await city.call(anonymous, 'GET', `/needs/${need.id}`)).status).toBe(404);
  expect((await city.eventsOf(need.id)).map((e) => e.type)).toEqual(['need.drafted.v1', 'need.drafted.v1']);
  const queue = await city.call(officer(), 'GET', '/needs/screening?limit=100');
  expect((queue.body as { items: { id: string }[] }).items.map((item) => item.id)).toContain(need.id);
  const elsewhere = await city.call(city.member(otherStreet, 'officer'), 'GET', '/needs/screening?limit=100');
  expect((elsewhere.body as { items: { id: string }[] }).items.map((item) => item.id)).not.toContain(need.id);
  expect((await city.call(poster(), 'GET', '/needs/screening')).status).toBe(403);
  const outside = await city.call(city.member(otherStreet, 'officer'), 'POST', `/needs/${need.id}/approve`, {
    ifMatch: 2,
  });
  expect(outside.status).toBe(404);
  const back = await city.call(officer(), 'POST', `/needs/${need.id}/return`, {
    ifMatch: 2,
    body: { reason: '请写明服务期限' },
  });
  expect(needOf(back)).toMatchObject({
    state: 'returned',
    private: { returnedBecause: '请写明服务期限', screening: null },
  });
  const edited = needOf(
    await city.call(poster(), 'PATCH', `/needs/${need.id}`, {
      ifMatch: 3,
      body: { window: { start: '2027-01-01', end: '2027-12-31' } },
    }),
  );
  await city.call(poster(), 'POST', `/needs/${need.id}/submit`, { ifMatch: edited.version });
  const approved = await city.call(officer(), 'POST', `/needs/${need.id}/approve`, { ifMatch: 5 });
  expect(needOf(approved)).toMatchObject({ state: 'responding', private: { screening: null } });
  const excluded = (await city.eventsOf(need.id)).at(-1)?.data['excludedOrganisationIds'];
  expect(excluded).toEqual(expect.arrayContaining([street.id, drafter.id]));
  const history = await city.call(poster(), 'GET', `/needs/${need.id}/history`);
  expect((history.body as { items: { action: string }[] }).items.map((i) => i.action)).toEqual([
    'need.opened',
    'need.published',
    'need.submitted',
    'need.changed',
    'need.returned',
    'need.submitted',
    'need.drafted',
  ]);
  expect((await city.call(city.member(twin), 'GET', `/needs/${need.id}/history`)).status).toBe(403);
});

test('an emergency is published at once whatever its amount; raising a published budget does not get round screening', async () => {
  const emergency = await published({
    ...four,
    money: { kind: 'fixed', amountFen: 200_000_000 },
    mode: 'emergency',
    modeReason: '物业连夜撤走',
  });
  expect(emergency.mode).toBe('emergency');
  const need = await published({ ...four, money: { kind: 'range', minFen: 0, maxFen: 1_000_000 } });
  const raised = await city.call(poster(), 'PATCH', `/needs/${need.id}`, {
    ifMatch: need.version,
    body: { money: { kind: 'fixed', amountFen: 200_000_000 } },
  });
  expect(raised).toMatchObject({ status: 409, body: { reason: 'need.needs-screening' } });
});

test('a poster that is not verified drafts, and its need waits for screening', async () => {
  const author = city.member(newcomer);
  const need = await draft(four, author);
  const answer = await city.call(author, 'POST', `/needs/${need.id}/submit`, { ifMatch: 1 });
  expect(needOf(answer).state).toBe('submitted');
  const rejected = aPerson('community', 'owner', { organisationId: newcomer.id, verification: 'suspended' });
  const other = await draft(four, author);
  expect((await city.call(rejected, 'POST', `/needs/${other.id}/submit`, { ifMatch: 1 })).status).toBe(403);
});

test('publication asks for the decision that a rule names, with its day and its scan', async () => {
  const body = {
    ...four,
    place: { district: '都江堰市', subdistrict: '灌口街道' },
    money: { kind: 'range', minFen: 100_000, maxFen: 2_000_000 },
    funding: 'community_fund',
  };
  const need = await draft(body);
  expect(need.askedBases).toMatchObject([{ ruleId: 'community-fund', gate: 'publishing', given: false }]);
  const missing = await city.call(poster(), 'POST', `/needs/${need.id}/submit`, { ifMatch: 1 });
  expect(missing).toMatchObject({
    status: 422,
    body: { reason: 'need.not-publishable', errors: [{ pointer: '/decisionBasis' }] },
  });
  expect(JSON.stringify(missing.body)).toContain('议事会');
  const form = new FormData();
  form.set('file', new Blob(['%PDF-1.4 会议纪要']), '决议.pdf');
  const filed = needOf(await city.call(poster(), 'POST', `/needs/${need.id}/attachments`, { form }));
  const attachmentId = filed.attachments[0]?.id;
  const decided = needOf(
    await city.call(poster(), 'PATCH', `/needs/${need.id}`, {
      ifMatch: filed.version,
      body: { decisionBasis: { kind: 'council_resolution', decidedOn: '2026-01-15', attachmentId, note: null } },
    }),
  );
  expect(decided.askedBases).toMatchObject([{ given: true }]);
  const done = await city.call(poster(), 'POST', `/needs/${need.id}/submit`, { ifMatch: decided.version });
  expect([done.status, needOf(done).state]).toEqual([200, 'responding']);
  const owners = await draft({
    ...four,
    components: ['property.introduce'],
    money: { kind: 'fixed', amountFen: 8_000_000 },
    funding: 'owners',
  });
  expect(owners.askedBases).toMatchObject([{ ruleId: 'hire-manager', gate: 'deciding', given: false }]);
});

test('files are checked, private ones stay private, and they leave a draft only', async () => {
  const need = await draft();
  const upload = (content: string, name: string, fields: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    form.set('file', new Blob([content]), name);
    return city.call(poster(), 'POST', `/needs/${need.id}/attachments`, { form });
  };
  expect((await upload('MZ binary', '病毒.exe')).status).toBe(422);
  await upload('%PDF-1.4 图纸', '图纸.pdf', { title: '总平面图' });
  const withSecret = needOf(await upload('%PDF-1.4 名单', '名单.pdf', { private: 'true' }));
  expect(withSecret.attachments).toMatchObject([
    { title: '总平面图', private: false },
    { title: '名单.pdf', private: true },
  ]);
  const third = needOf(await upload('%PDF-1.4 多余', '多余.pdf'));
  const removed = await city.call(poster(), 'DELETE', `/needs/${need.id}/attachments/${third.attachments[2]?.id}`, {
    ifMatch: third.version,
  });
  expect(needOf(removed).attachments).toHaveLength(2);
  const submitted = await city.call(poster(), 'POST', `/needs/${need.id}/submit`, { ifMatch: needOf(removed).version });
  const seen = needOf(await city.call(anonymous, 'GET', `/needs/${need.id}`));
  expect(seen.attachments.map((a) => a.title)).toEqual(['总平面图']);
  const secret = `/needs/${need.id}/attachments/${withSecret.attachments[1]?.id}`;
  expect((await city.call(anonymous, 'GET', secret)).status).toBe(404);
  const file = await city.call(broker(), 'GET', secret);
  expect([file.status, file.body, file.headers.get('content-type')]).toEqual([200, '%PDF-1.4 名单', 'application/pdf']);
  expect((await city.call(anonymous, 'GET', `/needs/${need.id}/attachments/${seen.attachments[0]?.id}`)).body).toBe(
    '%PDF-1.4 图纸',
  );
  const late = await city.call(poster(), 'DELETE', secret, { ifMatch: needOf(submitted).version });
  expect(late).toMatchObject({ status: 409, body: { reason: 'need.wrong-state' } });
});

test('a neighbour joins a published need once, and leaves it', async () => {
  const need = await published();
  const join = await city.call(city.member(twin), 'POST', `/needs/${need.id}/joins`, { body: { note: '我们也要' } });
  expect([join.status, join.body]).toEqual([
    201,
    expect.objectContaining({ organisationName: '得胜北社区', version: 1 }),
  ]);
  const { id } = join.body as { id: string };
  expect(await city.call(city.member(twin), 'POST', `/needs/${need.id}/joins`, { body: {} })).toMatchObject({
    status: 409,
    body: { reason: 'need.already-joined' },
  });
  expect(await city.call(city.member(far), 'POST', `/needs/${need.id}/joins`, { body: {} })).toMatchObject({
    status: 409,
    body: { reason: 'need.not-nearby' },
  });
  expect(await city.call(poster(), 'POST', `/needs/${need.id}/joins`, { body: {} })).toMatchObject({
    status: 409,
    body: { reason: 'need.own' },
  });
  expect((await city.call(city.member(firm), 'POST', `/needs/${need.id}/joins`, { body: {} })).status).toBe(403);
  expect((await city.call(anonymous, 'GET', `/needs/${need.id}/joins`)).body).toMatchObject({
    count: 1,
    items: [{ note: '我们也要' }],
  });
  expect((await city.call(poster(), 'DELETE', `/needs/${need.id}/joins/${id}`, { ifMatch: 1 })).status).toBe(403);
  expect((await city.call(city.member(twin), 'DELETE', `/needs/${need.id}/joins/${id}`, { ifMatch: 1 })).status).toBe(
    204,
  );
  expect((await city.call(anonymous, 'GET', `/needs/${need.id}/joins`)).body).toMatchObject({ count: 0, items: [] });
});

test('a need is withdrawn with its reason, marked as a duplicate, or referred; a draft only stops', async () => {
  const one = await published();
  const other = await published();
  const duplicate = await city.call(broker(), 'POST', `/needs/${other.id}/duplicate`, {
    ifMatch: other.version,
    body: { duplicateOf: one.id },
  });
  expect(needOf(duplicate)).toMatchObject({ state: 'duplicate_of', duplicateOf: one.id });
  const referred = await published();
  const sent = await city.call(officer(), 'POST', `/needs/${referred.id}/refer`, {
    ifMatch: referred.version,
    body: { name: '区住建局', reason: '属于住建职责' },
  });
  expect(needOf(sent)).toMatchObject({ state: 'referred_to', referredTo: { name: '区住建局', organisationId: null } });
  const gone = await city.call(poster(), 'POST', `/needs/${one.id}/withdraw`, {
    ifMatch: one.version,
    body: { reason: '已经解决' },
  });
  expect(needOf(gone)).toMatchObject({ state: 'withdrawn', withdrawnBecause: '已经解决' });
  expect((await city.eventsOf(one.id)).at(-1)).toMatchObject({ type: 'need.changed.v1', state: 'withdrawn' });
  const again = await city.call(poster(), 'POST', `/needs/${one.id}/withdraw`, {
    ifMatch: needOf(gone).version,
    body: { reason: '再撤一次' },
  });
  expect(again).toMatchObject({ status: 409, body: { reason: 'need.wrong-state' } });
  const list = await city.call(anonymous, 'GET', '/needs?limit=100');
  const ids = (list.body as { items: { id: string }[] }).items.map((item) => item.id);
  for (const { id } of [one, other, referred]) expect(ids).not.toContain(id);
  const stopped = await draft();
  await city.call(poster(), 'POST', `/needs/${stopped.id}/withdraw`, { ifMatch: 1, body: { reason: '不做了' } });
  expect((await city.eventsOf(stopped.id)).at(-1)).toMatchObject({ type: 'need.drafted.v1', state: 'withdrawn' });
  expect((await city.call(anonymous, 'GET', `/needs/${stopped.id}`)).status).toBe(404);
});

test('a check after publication changes nothing for others, a broker adds to the conflict wall and takes it back', async () => {
  const need = await published();
  const checked = needOf(await city.call(broker(), 'POST', `/needs/${need.id}/check`, { ifMatch: need.version }));
  expect(checked.private?.screening).toBeNull();
  expect(await city.eventsOf(need.id)).toHaveLength(2);
  const walled = needOf(
    await city.call(broker(), 'POST', `/needs/${need.id}/exclusions`, {
      ifMatch: checked.version,
      body: { organisationId: firm.id, reason: '参与编制需求' },
    }),
  );
  expect(walled.private?.exclusions).toContainEqual({
    organisationId: firm.id,
    because: 'added',
    reason: '参与编制需求',
  });
  expect((await city.eventsOf(need.id)).at(-1)).toMatchObject({ type: 'need.changed.v1', sequence: 4 });
  const open = needOf(
    await city.call(broker(), 'DELETE', `/needs/${need.id}/exclusions/${firm.id}`, { ifMatch: walled.version }),
  );
  expect(open.private?.exclusions).not.toContainEqual(expect.objectContaining({ organisationId: firm.id }));
  expect(
    (await city.call(broker(), 'DELETE', `/needs/${need.id}/exclusions/${drafter.id}`, { ifMatch: open.version }))
      .status,
  ).toBe(404);
});

test('lots hold every service once, and keep their ids', async () => {
  const need = await draft({ ...four, components: ['facility.elevator', 'facility.fire', 'support.legal'] });
  const lots = [
    { id: need.lots[0]?.id, title: '电梯', components: ['facility.elevator'] },
    { title: '其他', components: ['facility.fire', 'support.legal'] },
  ];
  const split = needOf(await city.call(poster(), 'PATCH', `/needs/${need.id}`, { ifMatch: 1, body: { lots } }));
  expect(split.lots).toMatchObject([{ id: need.lots[0]?.id, title: '电梯' }, { title: '其他' }]);
  const missing = await city.call(poster(), 'PATCH', `/needs/${need.id}`, { ifMatch: 2, body: { lots: [lots[0]] } });
  expect(missing).toMatchObject({ status: 422, body: { errors: [{ pointer: '/lots' }] } });
});

test('a need is copied from an earlier one that is visible, or taken from a template', async () => {
  const need = await published({ ...four, contact: { name: '王大姐', phone: '13800000000' } });
  const copy = needOf(await city.call(city.member(twin), 'POST', '/needs', { body: { copyOf: need.id } }));
  expect(copy).toMatchObject({
    title: need.title,
    organisationName: '得胜北社区',
    state: 'draft',
    place: { compound: null },
    private: { contact: null },
  });
  const hidden = await draft();
  expect(await city.call(city.member(twin), 'POST', '/needs', { body: { copyOf: hidden.id } })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/copyOf' }] },
  });
  const templates = (await city.call(anonymous, 'GET', '/need-templates')).body as {
    items: { id: string; title: string }[];
  };
  expect(templates.items.length).toBeGreaterThanOrEqual(12);
  const taken = needOf(
    await city.call(poster(), 'POST', '/needs', {
      body: { templateId: 'charging', place: { compoundId: compound.id } },
    }),
  );
  expect(taken).toMatchObject({
    title: '规范电动自行车停放充电',
    components: [{ code: 'facility.charging', source: 'given' }],
  });
});

test('an enquiry period delays the opening, which comes without a hand', async () => {
  const templates = (await city.call(anonymous, 'GET', '/mode-templates')).body as { items: Record<string, unknown>[] };
  const template = templates.items.find((item) => item['id'] === 'open-call');
  const { id: _id, version, updatedAt: _at, ...text } = template ?? {};
  expect((await city.call(broker(), 'PUT', '/mode-templates/open-call', { ifMatch: 1, body: text })).status).toBe(403);
  const edited = await city.call(administrator(), 'PUT', '/mode-templates/open-call', {
    ifMatch: Number(version),
    body: { ...text, enquiryDays: 2 },
  });
  expect(edited).toMatchObject({ status: 200, body: { enquiryDays: 2, version: Number(version) + 1 } });
  expect(
    (await city.call(administrator(), 'PUT', '/mode-templates/open-call', { ifMatch: Number(version), body: text }))
      .status,
  ).toBe(412);
  const need = await draft({
    ...four,
    money: { kind: 'fixed', amountFen: 60_000_000 },
    funding: 'subdistrict_purchase',
  });
  expect(need.mode).toBe('open_call');
  const waiting = needOf(await city.call(poster(), 'POST', `/needs/${need.id}/submit`, { ifMatch: 1 }));
  expect(waiting).toMatchObject({ state: 'published', opensAt: expect.stringMatching(/T16:00:00\.000Z$/) });
  await city.needs.database
    .manager()
    .query('UPDATE need SET opens_at = ? WHERE id = ?', [new Date(Date.now() - 1000), need.id]);
  await eventually(async () =>
    expect(needOf(await city.call(anonymous, 'GET', `/needs/${need.id}`))).toMatchObject({
      state: 'responding',
      opensAt: null,
      version: 3,
    }),
  );
  await city.call(administrator(), 'PUT', '/mode-templates/open-call', { ifMatch: Number(version) + 1, body: text });
});

test('guidance tells who may pay, with the rule that blocks, who is responsible and who decides', async () => {
  const answer = await city.call(anonymous, 'GET', '/needs/guidance?leaf=property.introduce&district=锦江区');
  expect(answer.body).toMatchObject({
    leaf: 'property.introduce',
    responsible: [{ id: 'handover' }],
    policies: expect.arrayContaining([expect.objectContaining({ id: 'civil-code-property' })]),
    decisionBases: expect.arrayContaining([expect.objectContaining({ ruleId: 'hire-manager' })]),
  });
  const { moneyFinder } = answer.body as {
    moneyFinder: { funding: string; verdict: string; blockedBy: { source: string }[] }[];
  };
  const verdict = (funding: string) => moneyFinder.find((each) => each.funding === funding);
  expect(verdict('maintenance_fund')).toMatchObject({
    verdict: 'blocked',
    blockedBy: [{ source: expect.stringContaining('第二百八十一条') }],
  });
  expect(verdict('owners')).toMatchObject({ verdict: 'may' });
  expect(verdict('subdistrict_purchase')).toMatchObject({ verdict: 'conditional' });
  // 都江堰's practice is not Jinjiang's.
  expect(verdict('community_fund')).toMatchObject({ verdict: 'may', conditions: [] });
  const there = await city.call(
    anonymous,
    'GET',
    '/needs/guidance?leaf=property.introduce&district=都江堰市&funding=community_fund',
  );
  expect(there.body).toMatchObject({ moneyFinder: [{ verdict: 'conditional' }] });
  expect((await city.call(anonymous, 'GET', '/needs/guidance?leaf=no.leaf')).status).toBe(404);
});

test('a rule known to the association names its source, and what it entered applies at once', async () => {
  const rule = {
    jurisdiction: { code: '510104', zh: '锦江区' },
    validFrom: '2026-01-01',
    source: null,
    status: 'known',
    evidence: null,
    retired: false,
    aboveFen: 1,
    newPosters: false,
  };
  expect(await city.call(administrator(), 'POST', '/screening-rules', { body: rule })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/source' }] },
  });
  const entered = await city.call(administrator(), 'POST', '/screening-rules', {
    body: { ...rule, source: '区里的通知' },
  });
  const { id, version } = entered.body as { id: string; version: number };
  expect(entered.status).toBe(201);
  const need = await draft({ ...four, money: { kind: 'fixed', amountFen: 10_000 } });
  expect(needOf(await city.call(poster(), 'POST', `/needs/${need.id}/submit`, { ifMatch: 1 })).state).toBe('submitted');
  const retired = await city.call(administrator(), 'PUT', `/screening-rules/${id}`, {
    ifMatch: version,
    body: { ...rule, source: '区里的通知', retired: true },
  });
  expect(retired.status).toBe(200);
  await published({ ...four, money: { kind: 'fixed', amountFen: 10_000 } });
});

test('money that does not fit is refused field by field', async () => {
  const answer = await city.call(poster(), 'POST', '/needs', {
    body: {
      ...four,
      money: { kind: 'range', minFen: 200, maxFen: 100 },
      funding: 'none',
      budgetLines: [{ label: '人工', amountFen: 1000 }],
    },
  });
  expect(answer.status).toBe(422);
  expect((answer.body as { errors: { pointer: string }[] }).errors.map((e) => e.pointer)).toEqual([
    '/money/maxFen',
    '/funding',
    '/budgetLines',
  ]);
  const own = await draft({
    ...four,
    money: { kind: 'fixed', amountFen: 100_000 },
    ownContribution: { amountFen: 50_000, note: '居民凑' },
    budgetLines: [{ label: '人工', amountFen: 150_000 }],
  });
  expect(own.ownContribution?.amountFen).toBe(50_000);
});

test('lists page through everything once, newest first, and own lists hold drafts', async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = (await city.call(anonymous, 'GET', `/needs?limit=3${cursor ? `&cursor=${cursor}` : ''}`)).body as {
      items: { id: string; publishedAt: string }[];
      nextCursor: string | null;
    };
    seen.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  const all = ((await city.call(anonymous, 'GET', '/needs?limit=100')).body as { items: { id: string }[] }).items.map(
    (item) => item.id,
  );
  expect(seen).toEqual(all);
  expect(new Set(seen).size).toBe(seen.length);
  expect((await city.call(anonymous, 'GET', '/needs?cursor=WyJ4IiwieSJd')).status).toBe(400);
  const mine = (await city.call(poster(), 'GET', '/needs/mine?state=draft&limit=100')).body as {
    items: { state: string; organisationId: string }[];
  };
  expect(mine.items.length).toBeGreaterThan(0);
  expect(mine.items.every((item) => item.state === 'draft' && item.organisationId === community.id)).toBe(true);
  expect((await city.call(anonymous, 'GET', '/needs/mine')).status).toBe(401);
  expect((await city.call(anonymous, 'GET', '/needs?state=draft')).status).toBe(422);
  const similar = (await city.call(anonymous, 'GET', '/needs/similar?leaf=facility.elevator&district=锦江区')).body as {
    items: { place: { district: string } }[];
  };
  expect(similar.items.length).toBeGreaterThan(0);
  const past = (await city.call(anonymous, 'GET', '/needs?state=withdrawn&leaf=facility.elevator')).body as {
    items: { state: string }[];
  };
  expect(past.items.length).toBeGreaterThan(0);
  expect(past.items.every((item) => item.state === 'withdrawn')).toBe(true);
});

test('the audit chain of needs verifies', async () => {
  await eventually(async () =>
    expect((await city.call(administrator(), 'GET', '/audit/needs')).body).toMatchObject({ unsealed: 0, faults: [] }),
  );
  expect((await city.call(broker(), 'GET', '/audit/needs')).status).toBe(403);
});
