import { aPerson, anonymous, eventually, testNamespace } from '@duijie/testkit';
import { needOf } from './needs-city';
import {
  twin,
  newcomer,
  drafter,
  association,
  firm,
  street,
  otherStreet,
  four,
  startNeighbourhood,
  type Neighbourhood,
} from './neighbourhood';

let city: Neighbourhood;
beforeAll(async () => {
  city = await startNeighbourhood(testNamespace('nds'));
}, 60_000);
afterAll(() => city.host.stop());

test('above the amount of the screening rule a need waits, and who screens it stands behind its wall', async () => {
  const body = { ...four, money: { kind: 'fixed', amountFen: 200_000_000 }, funding: 'subdistrict_purchase' };
  const need = await city.draft(body);
  const waiting = needOf(await city.call(city.poster(), 'POST', `/needs/${need.id}/submit`, { ifMatch: 1 }));
  expect(waiting).toMatchObject({ state: 'submitted', private: { screening: 'first' }, publishedAt: null });
  expect((await city.call(anonymous, 'GET', `/needs/${need.id}`)).status).toBe(404);
  expect((await city.eventsOf(need.id)).map((e) => e.type)).toEqual(['need.drafted.v1', 'need.drafted.v1']);
  const queue = await city.call(city.officer(), 'GET', '/needs/screening?limit=100');
  expect((queue.body as { items: { id: string }[] }).items.map((item) => item.id)).toContain(need.id);
  const elsewhere = await city.call(city.member(otherStreet, 'officer'), 'GET', '/needs/screening?limit=100');
  expect((elsewhere.body as { items: { id: string }[] }).items.map((item) => item.id)).not.toContain(need.id);
  expect((await city.call(city.poster(), 'GET', '/needs/screening')).status).toBe(403);
  const outside = await city.call(city.member(otherStreet, 'officer'), 'POST', `/needs/${need.id}/approve`, {
    ifMatch: 2,
  });
  expect(outside.status).toBe(404);
  const back = await city.call(city.officer(), 'POST', `/needs/${need.id}/return`, {
    ifMatch: 2,
    body: { reason: '请写明服务期限' },
  });
  expect(needOf(back)).toMatchObject({
    state: 'returned',
    private: { returnedBecause: '请写明服务期限', screening: null },
  });
  const edited = needOf(
    await city.call(city.poster(), 'PATCH', `/needs/${need.id}`, {
      ifMatch: 3,
      body: { window: { start: '2027-01-01', end: '2027-12-31' } },
    }),
  );
  await city.call(city.poster(), 'POST', `/needs/${need.id}/submit`, { ifMatch: edited.version });
  const approved = await city.call(city.officer(), 'POST', `/needs/${need.id}/approve`, { ifMatch: 5 });
  expect(needOf(approved)).toMatchObject({ state: 'responding', private: { screening: null } });
  const told = (await city.eventsOf(need.id)).at(-1)?.data;
  expect(told?.['excludedOrganisationIds']).toEqual(expect.arrayContaining([street.id, drafter.id]));
  expect(told?.['flaggedOrganisationIds']).toEqual([]);
  const history = await city.call(city.poster(), 'GET', `/needs/${need.id}/history`);
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
  const emergency = await city.published({
    ...four,
    money: { kind: 'fixed', amountFen: 200_000_000 },
    mode: 'emergency',
    modeReason: '物业连夜撤走',
  });
  expect(emergency.mode).toBe('emergency');
  const need = await city.published({ ...four, money: { kind: 'range', minFen: 0, maxFen: 1_000_000 } });
  const raised = await city.call(city.poster(), 'PATCH', `/needs/${need.id}`, {
    ifMatch: need.version,
    body: { money: { kind: 'fixed', amountFen: 200_000_000 } },
  });
  expect(raised).toMatchObject({ status: 409, body: { reason: 'need.needs-screening' } });
});

test('a poster that is not verified drafts, and its need waits for screening', async () => {
  const author = city.member(newcomer);
  const need = await city.draft(four, author);
  const answer = await city.call(author, 'POST', `/needs/${need.id}/submit`, { ifMatch: 1 });
  expect(needOf(answer).state).toBe('submitted');
  const rejected = aPerson('community', 'owner', { organisationId: newcomer.id, verification: 'suspended' });
  const other = await city.draft(four, author);
  expect((await city.call(rejected, 'POST', `/needs/${other.id}/submit`, { ifMatch: 1 })).status).toBe(403);
});

test('publication asks for the decision that a rule names, with its day and its scan', async () => {
  const body = {
    ...four,
    place: { district: '都江堰市', subdistrict: '灌口街道' },
    money: { kind: 'range', minFen: 100_000, maxFen: 2_000_000 },
    funding: 'community_fund',
  };
  const need = await city.draft(body);
  expect(need.askedBases).toMatchObject([{ ruleId: 'community-fund', gate: 'publishing', given: false }]);
  const missing = await city.call(city.poster(), 'POST', `/needs/${need.id}/submit`, { ifMatch: 1 });
  expect(missing).toMatchObject({
    status: 422,
    body: { reason: 'need.not-publishable', errors: [{ pointer: '/decisionBasis' }] },
  });
  expect(JSON.stringify(missing.body)).toContain('议事会');
  const form = new FormData();
  form.set('file', new Blob(['%PDF-1.4 会议纪要']), '决议.pdf');
  const filed = needOf(await city.call(city.poster(), 'POST', `/needs/${need.id}/attachments`, { form }));
  const attachmentId = filed.attachments[0]?.id;
  const decided = needOf(
    await city.call(city.poster(), 'PATCH', `/needs/${need.id}`, {
      ifMatch: filed.version,
      body: { decisionBasis: { kind: 'council_resolution', decidedOn: '2026-01-15', attachmentId, note: null } },
    }),
  );
  expect(decided.askedBases).toMatchObject([{ given: true }]);
  const done = await city.call(city.poster(), 'POST', `/needs/${need.id}/submit`, { ifMatch: decided.version });
  expect([done.status, needOf(done).state]).toEqual([200, 'responding']);
  const owners = await city.draft({
    ...four,
    components: ['property.introduce'],
    money: { kind: 'fixed', amountFen: 8_000_000 },
    funding: 'owners',
  });
  expect(owners.askedBases).toMatchObject([{ ruleId: 'hire-manager', gate: 'deciding', given: false }]);
});

test('a need is withdrawn with its reason, marked as a duplicate, or referred; a draft only stops', async () => {
  const one = await city.published();
  const other = await city.published();
  const duplicate = await city.call(city.broker(), 'POST', `/needs/${other.id}/duplicate`, {
    ifMatch: other.version,
    body: { duplicateOf: one.id },
  });
  expect(needOf(duplicate)).toMatchObject({ state: 'duplicate_of', duplicateOf: one.id });
  const referred = await city.published();
  const sent = await city.call(city.officer(), 'POST', `/needs/${referred.id}/refer`, {
    ifMatch: referred.version,
    body: { name: '区住建局', reason: '属于住建职责' },
  });
  expect(needOf(sent)).toMatchObject({ state: 'referred_to', referredTo: { name: '区住建局', organisationId: null } });
  const gone = await city.call(city.poster(), 'POST', `/needs/${one.id}/withdraw`, {
    ifMatch: one.version,
    body: { reason: '已经解决' },
  });
  expect(needOf(gone)).toMatchObject({ state: 'withdrawn', withdrawnBecause: '已经解决' });
  expect((await city.eventsOf(one.id)).at(-1)).toMatchObject({ type: 'need.changed.v1', state: 'withdrawn' });
  const again = await city.call(city.poster(), 'POST', `/needs/${one.id}/withdraw`, {
    ifMatch: needOf(gone).version,
    body: { reason: '再撤一次' },
  });
  expect(again).toMatchObject({ status: 409, body: { reason: 'need.wrong-state' } });
  const list = await city.call(anonymous, 'GET', '/needs?limit=100');
  const ids = (list.body as { items: { id: string }[] }).items.map((item) => item.id);
  for (const { id } of [one, other, referred]) expect(ids).not.toContain(id);
  const stopped = await city.draft();
  await city.call(city.poster(), 'POST', `/needs/${stopped.id}/withdraw`, { ifMatch: 1, body: { reason: '不做了' } });
  expect((await city.eventsOf(stopped.id)).at(-1)).toMatchObject({ type: 'need.drafted.v1', state: 'withdrawn' });
  expect((await city.call(anonymous, 'GET', `/needs/${stopped.id}`)).status).toBe(404);
});

test('who checks after publication stands behind the wall, an association flagged; a broker adds to it and takes it back', async () => {
  const need = await city.published();
  const checked = needOf(await city.call(city.broker(), 'POST', `/needs/${need.id}/check`, { ifMatch: need.version }));
  expect(checked.private?.screening).toBeNull();
  expect((await city.eventsOf(need.id)).at(-1)).toMatchObject({
    type: 'need.changed.v1',
    sequence: 3,
    data: { excludedOrganisationIds: [drafter.id], flaggedOrganisationIds: [association.id] },
  });
  expect(JSON.stringify(await city.call(anonymous, 'GET', `/needs/${need.id}`))).not.toContain(association.id);
  const other = await city.published();
  await city.call(city.officer(), 'POST', `/needs/${other.id}/check`, { ifMatch: other.version });
  expect((await city.eventsOf(other.id)).at(-1)?.data['excludedOrganisationIds']).toContain(street.id);
  const walled = needOf(
    await city.call(city.broker(), 'POST', `/needs/${need.id}/exclusions`, {
      ifMatch: checked.version,
      body: { organisationId: firm.id, reason: '参与编制需求' },
    }),
  );
  expect(walled.private?.exclusions).toContainEqual({
    organisationId: firm.id,
    because: 'added',
    effect: 'excluded',
    reason: '参与编制需求',
  });
  expect((await city.eventsOf(need.id)).at(-1)).toMatchObject({ type: 'need.changed.v1', sequence: 4 });
  const open = needOf(
    await city.call(city.broker(), 'DELETE', `/needs/${need.id}/exclusions/${firm.id}`, { ifMatch: walled.version }),
  );
  expect(open.private?.exclusions).not.toContainEqual(expect.objectContaining({ organisationId: firm.id }));
  expect(
    (await city.call(city.broker(), 'DELETE', `/needs/${need.id}/exclusions/${drafter.id}`, { ifMatch: open.version }))
      .status,
  ).toBe(404);
});

test('an enquiry period delays the opening, which comes without a hand', async () => {
  const templates = (await city.call(anonymous, 'GET', '/mode-templates')).body as { items: Record<string, unknown>[] };
  const template = templates.items.find((item) => item['id'] === 'open-call');
  const { id: _id, version, updatedAt: _at, ...text } = template ?? {};
  expect((await city.call(city.broker(), 'PUT', '/mode-templates/open-call', { ifMatch: 1, body: text })).status).toBe(
    403,
  );
  const edited = await city.call(city.administrator(), 'PUT', '/mode-templates/open-call', {
    ifMatch: Number(version),
    body: { ...text, enquiryDays: 2 },
  });
  expect(edited).toMatchObject({ status: 200, body: { enquiryDays: 2, version: Number(version) + 1 } });
  expect(
    (
      await city.call(city.administrator(), 'PUT', '/mode-templates/open-call', {
        ifMatch: Number(version),
        body: text,
      })
    ).status,
  ).toBe(412);
  const need = await city.draft({
    ...four,
    money: { kind: 'fixed', amountFen: 60_000_000 },
    funding: 'subdistrict_purchase',
  });
  expect(need.mode).toBe('open_call');
  const waiting = needOf(await city.call(city.poster(), 'POST', `/needs/${need.id}/submit`, { ifMatch: 1 }));
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
  await city.call(city.administrator(), 'PUT', '/mode-templates/open-call', {
    ifMatch: Number(version) + 1,
    body: text,
  });
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
  expect(await city.call(city.administrator(), 'POST', '/screening-rules', { body: rule })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/source' }] },
  });
  const entered = await city.call(city.administrator(), 'POST', '/screening-rules', {
    body: { ...rule, source: '区里的通知' },
  });
  const { id, version } = entered.body as { id: string; version: number };
  expect(entered.status).toBe(201);
  const need = await city.draft({ ...four, money: { kind: 'fixed', amountFen: 10_000 } });
  expect(needOf(await city.call(city.poster(), 'POST', `/needs/${need.id}/submit`, { ifMatch: 1 })).state).toBe(
    'submitted',
  );
  const retired = await city.call(city.administrator(), 'PUT', `/screening-rules/${id}`, {
    ifMatch: version,
    body: { ...rule, source: '区里的通知', retired: true },
  });
  expect(retired.status).toBe(200);
  await city.published({ ...four, money: { kind: 'fixed', amountFen: 10_000 } });
});

test('of two who decide at once on the same version one wins, and the other is told', async () => {
  const body = { ...four, money: { kind: 'fixed', amountFen: 200_000_000 }, funding: 'subdistrict_purchase' };
  const need = await city.draft(body);
  await city.call(city.poster(), 'POST', `/needs/${need.id}/submit`, { ifMatch: 1 });
  const answers = await Promise.all([
    city.call(city.officer(), 'POST', `/needs/${need.id}/approve`, { ifMatch: 2 }),
    city.call(city.broker(), 'POST', `/needs/${need.id}/return`, { ifMatch: 2, body: { reason: '请补充' } }),
    city.call(city.poster(), 'POST', `/needs/${need.id}/withdraw`, { ifMatch: 2, body: { reason: '不要了' } }),
  ]);
  expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
  expect((await city.eventsOf(need.id)).map((event) => event.sequence)).toEqual([1, 2, 3]);
});
