import type { LotBody, LotState, NeedView } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { anonymous, eventually, testNamespace } from '@duijie/testkit';
import { needOf } from './needs-city';
import { community, firm, four, twin, startNeighbourhood, type Neighbourhood } from './neighbourhood';

let city: Neighbourhood;
beforeAll(async () => {
  city = await startNeighbourhood(testNamespace('ndp'));
}, 60_000);
afterAll(() => city.host.stop());

const lotOf = (need: NeedView, at = 0, facts: Partial<LotBody> = {}): LotBody => ({
  id: need.lots[at]?.id ?? '',
  version: 1,
  needId: need.id,
  needVersion: need.version,
  needTitle: need.title,
  organisationId: need.organisationId,
  organisationName: need.organisationName,
  title: need.lots[at]?.title ?? '',
  components: need.lots[at]?.components ?? [],
  mode: need.mode,
  sealed: false,
  state: 'open',
  attempt: 1,
  responsesDueAt: need.responsesDueAt,
  responseCount: 0,
  award: null,
  agreementId: null,
  because: null,
  updatedAt: new Date().toISOString(),
  demo: false,
  ...facts,
});
const award = (): NonNullable<LotBody['award']> => ({
  id: newId(Date.now()),
  responseId: newId(Date.now()),
  organisationId: firm.id,
  organisationName: firm.name,
  packageId: null,
  amountFen: 100,
  reason: '最合适',
  decidedAt: new Date().toISOString(),
  noticeUntil: null,
  state: 'effective',
});
const seen = async (id: string): Promise<NeedView> => needOf(await city.call(city.poster(), 'GET', `/needs/${id}`));
const becomes = async (id: string, state: string): Promise<NeedView> => {
  await eventually(async () => expect(await seen(id)).toMatchObject({ state }));
  return seen(id);
};
const basisScan = async (need: NeedView): Promise<NeedView> => {
  const form = new FormData();
  form.set('file', new Blob(['%PDF-1.4 业主大会决定']), '决定.pdf');
  return needOf(await city.call(city.poster(), 'POST', `/needs/${need.id}/attachments`, { form }));
};

test('terms are those of the template at publication, and an edit of it changes nothing that is out', async () => {
  const draft = await city.draft({ ...four, money: { kind: 'fixed', amountFen: 30_000_000 }, funding: 'special_fund' });
  expect(draft.terms).toBeUndefined();
  const terms = { sealed: true, leastResponses: 3, noticeDays: 3, evaluation: 'price' };
  expect(draft.private?.termsAhead).toEqual({ ...terms, responseDays: 10, enquiryDays: 0 });
  const need = needOf(await city.call(city.poster(), 'POST', `/needs/${draft.id}/submit`, { ifMatch: draft.version }));
  expect(need).toMatchObject({ mode: 'quotation', terms, missingBases: [] });
  expect(need.private?.termsAhead).toBeUndefined();
  const { items } = (await city.call(anonymous, 'GET', '/mode-templates')).body as { items: Record<string, unknown>[] };
  const { id: _i, version, updatedAt: _u, ...text } = items.find(({ id }) => id === 'quotation-sealed') ?? {};
  const unsealed = { ...text, sealed: false, noticeDays: 0 };
  const path = '/mode-templates/quotation-sealed';
  const put = (body: object, ifMatch: number) => city.call(city.administrator(), 'PUT', path, { ifMatch, body });
  expect(await put({ ...text, responseDays: null }, Number(version))).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/responseDays' }] },
  });
  expect((await put(unsealed, Number(version))).status).toBe(200);
  const renamed = await city.call(city.poster(), 'PATCH', `/needs/${need.id}`, {
    ifMatch: need.version,
    body: { title: '修电梯' },
  });
  expect(needOf(renamed).terms).toEqual(terms);
  expect((await city.eventsOf(need.id)).at(-1)?.data).toMatchObject({ terms });
  expect((await put(text, Number(version) + 1)).status).toBe(200);
});

test('what is missing for a decision stands in the events, and may be given while the need is decided', async () => {
  const need = await city.published({
    ...four,
    components: ['property.introduce'],
    money: { kind: 'fixed', amountFen: 1_000_000 },
    funding: 'owners',
  });
  expect(need.missingBases).toEqual([{ zh: expect.any(String), en: expect.any(String) }]);
  await city.tellLot(lotOf(need, 0, { state: 'deciding', responseCount: 2 }));
  const deciding = await becomes(need.id, 'deciding');
  const patch = (ifMatch: number, body: object) =>
    city.call(city.poster(), 'PATCH', `/needs/${need.id}`, { ifMatch, body });
  expect(await patch(deciding.version, { title: '换个说法' })).toMatchObject({
    status: 409,
    body: { reason: 'need.wrong-state' },
  });
  const attached = await basisScan(deciding);
  const decisionBasis = {
    kind: 'owners_decision',
    decidedOn: '2026-01-05',
    note: null,
    attachmentId: attached.attachments[0]?.id,
  };
  expect(await patch(attached.version, { decisionBasis })).toMatchObject({
    status: 200,
    body: { state: 'deciding', missingBases: [] },
  });
  expect((await city.eventsOf(need.id)).at(-1)).toMatchObject({
    type: 'need.changed.v1',
    state: 'deciding',
    data: { missingBases: [] },
  });
});

test('a need goes the way of its lot, each step by whoever made it, and older news changes nothing', async () => {
  const need = await city.published();
  const broker = city.broker();
  await city.tellLot(lotOf(need, 0, { version: 2, responseCount: 1 }));
  await eventually(async () =>
    expect((await seen(need.id)).progress).toMatchObject([{ lotId: need.lots[0]?.id, responseCount: 1 }]),
  );
  // Counting responses makes no version of the need.
  expect((await seen(need.id)).version).toBe(need.version);
  // What lay between is told too late: the way there is walked all the same.
  const given = award();
  await city.tellLot(lotOf(need, 0, { version: 5, state: 'awarded', responseCount: 3, award: given }), broker);
  await becomes(need.id, 'awarded');
  await city.tellLot(lotOf(need, 0, { version: 4, state: 'deciding', responseCount: 3 }));
  await city.tellLot(lotOf(need, 0, { version: 6, state: 'deciding', responseCount: 3 }));
  await becomes(need.id, 'deciding');
  await city.tellLot(lotOf(need, 0, { version: 8, state: 'in_delivery', responseCount: 3, award: given }), broker);
  await becomes(need.id, 'in_delivery');
  await city.tellLot(lotOf(need, 0, { version: 9, state: 'completed', responseCount: 3, award: given }));
  await becomes(need.id, 'completed');
  const open = needOf(await city.call(anonymous, 'GET', `/needs/${need.id}`));
  expect(open.progress).toEqual([
    {
      lotId: need.lots[0]?.id,
      state: 'completed',
      attempt: 1,
      responsesDueAt: null,
      responseCount: 3,
      award: given,
      agreementId: null,
      because: null,
    },
  ]);
  const history = (await city.call(city.poster(), 'GET', `/needs/${need.id}/history`)).body as {
    items: { action: string; from: string; to: string; organisationId: string | null }[];
  };
  const association = broker.type === 'person' ? broker.actingFor?.organisationId : undefined;
  expect(
    history.items.slice(0, 6).map(({ action, from, to, organisationId }) => [action, from, to, organisationId]),
  ).toEqual([
    ['need.completed', 'in_delivery', 'completed', null],
    ['need.in-delivery', 'awarded', 'in_delivery', association],
    ['need.awarded', 'deciding', 'awarded', association],
    ['need.decided-again', 'awarded', 'deciding', null],
    ['need.awarded', 'deciding', 'awarded', association],
    ['need.deciding', 'responding', 'deciding', association],
  ]);
  const events = await city.eventsOf(need.id);
  expect(events.map(({ state }) => state)).toEqual([
    'draft',
    'responding',
    'awarded',
    'deciding',
    'in_delivery',
    'completed',
  ]);
});

test('what failed is published again in another mode, its lots keep their ids, and late news of the failure is ignored', async () => {
  const need = await city.published();
  const because = { zh: '无人响应', en: 'Nobody responded' };
  await city.tellLot(lotOf(need, 0, { version: 2, state: 'failed', because }));
  const failed = await becomes(need.id, 'failed');
  expect(failed.progress).toMatchObject([{ state: 'failed', because }]);
  const changed = needOf(
    await city.call(city.poster(), 'PATCH', `/needs/${need.id}`, {
      ifMatch: failed.version,
      body: { mode: 'emergency', modeReason: '汛期将至' },
    }),
  );
  const again = needOf(
    await city.call(city.poster(), 'POST', `/needs/${need.id}/submit`, { ifMatch: changed.version }),
  );
  expect(again).toMatchObject({ state: 'responding', mode: 'emergency', lots: need.lots });
  await city.tellLot(lotOf(need, 0, { version: 3, state: 'failed', because }));
  await eventually(async () =>
    expect(
      await city.needs.database.manager().query('SELECT sequence FROM need_lot_progress WHERE need_id = ?', [need.id]),
    ).toMatchObject([{ sequence: '3' }]),
  );
  expect((await seen(need.id)).state).toBe('responding');
  await city.tellLot(lotOf(again, 0, { version: 4, attempt: 2 }));
  await city.tellLot(lotOf(again, 0, { version: 5, attempt: 2, state: 'failed', because }));
  await becomes(need.id, 'failed');
});

test('a terminated agreement gives the need back to its owner with the reason, hidden until published again', async () => {
  const need = await city.published();
  const because = { zh: '承接方退出', en: 'The provider left' };
  await city.tellLot(lotOf(need, 0, { version: 7, state: 'given_back', because }));
  expect(await becomes(need.id, 'returned')).toMatchObject({ private: { returnedBecause: '承接方退出' } });
  expect((await city.call(anonymous, 'GET', `/needs/${need.id}`)).status).toBe(404);
  expect((await city.eventsOf(need.id)).at(-1)).toMatchObject({ type: 'need.changed.v1', state: 'returned' });
});

test('of several lots the least advanced decides; what is awarded is neither redrawn nor ended with the rest', async () => {
  const [lift, law] = ['facility.elevator', 'support.legal'];
  const need = await city.published({
    ...four,
    components: [lift, law],
    lots: [
      { title: '电梯', components: [lift] },
      { title: '法律', components: [law] },
    ],
  });
  const tell = (at: number, version: number, state: LotState) =>
    city.tellLot(lotOf(need, at, { version, state, award: state === 'awarded' ? award() : null }));
  await tell(0, 2, 'awarded');
  await eventually(async () => expect((await seen(need.id)).progress).toMatchObject([{ state: 'awarded' }]));
  const shown = await seen(need.id);
  expect(shown).toMatchObject({ state: 'responding', version: need.version });
  const patch = await city.call(city.poster(), 'PATCH', `/needs/${need.id}`, {
    ifMatch: shown.version,
    body: { components: [law], lots: [{ id: need.lots[1]?.id, title: '法律', components: [law] }] },
  });
  expect(patch).toMatchObject({ status: 409, body: { reason: 'need.lot-decided' } });
  const end = { ifMatch: shown.version, body: { reason: '不做了' } };
  for (const [who, verb] of [
    [city.poster(), 'withdraw'],
    [city.officer(), 'return'],
  ] as const)
    expect(await city.call(who, 'POST', `/needs/${need.id}/${verb}`, end)).toMatchObject({
      status: 409,
      body: { reason: 'need.lot-awarded' },
    });
  await tell(1, 2, 'failed');
  await becomes(need.id, 'awarded');
  await tell(0, 3, 'in_delivery');
  await tell(0, 4, 'completed');
  await becomes(need.id, 'completed');
});

test('an award that stood before its need was withdrawn here counts', async () => {
  const need = await city.published();
  await city.call(city.poster(), 'POST', `/needs/${need.id}/withdraw`, {
    ifMatch: need.version,
    body: { reason: '不做了' },
  });
  await city.tellLot(lotOf(need, 0, { version: 2, state: 'deciding' }));
  await city.tellLot(lotOf(need, 0, { version: 3, state: 'awarded', award: award() }));
  expect(await becomes(need.id, 'awarded')).toMatchObject({ withdrawnBecause: null });
});

test('what responses to a contest have answered is not redrawn under them; words and the light modes stay free', async () => {
  const money = { kind: 'fixed', amountFen: 30_000_000 };
  const patch = (need: NeedView, body: object) =>
    city.call(city.poster(), 'PATCH', `/needs/${need.id}`, { ifMatch: need.version, body });
  const progressOf = async (need: NeedView, facts: Partial<LotBody>) => {
    await city.tellLot(lotOf(need, 0, facts));
    await eventually(async () =>
      expect((await seen(need.id)).progress).toMatchObject([{ responseCount: facts.responseCount }]),
    );
  };
  const contest = await city.published({ ...four, components: ['facility.elevator'], money, funding: 'special_fund' });
  expect(contest.mode).toBe('quotation');
  const free = needOf(await patch(contest, { eligibleKinds: ['property_firm'] }));
  await progressOf(free, { version: 2, responseCount: 1 });
  for (const change of [
    { money: { kind: 'fixed', amountFen: 29_000_000 } },
    { components: ['facility.elevator', 'facility.fire'] },
    { eligibleKinds: ['social_org'] },
    { requiredQualifications: [{ name: '特种设备安装改造维修许可证', component: 'facility.elevator' }] },
  ])
    expect([change, await patch(free, change)]).toEqual([
      change,
      expect.objectContaining({ status: 409, body: expect.objectContaining({ reason: 'need.responses-in' }) }),
    ]);
  const renamed = await patch(free, { title: '修电梯', components: ['facility.elevator'] });
  expect(renamed.status).toBe(200);
  await progressOf(free, { version: 3, responseCount: 0 });
  expect((await patch(needOf(renamed), { eligibleKinds: ['social_org'] })).status).toBe(200);

  const light = await city.published({ ...four, components: ['facility.elevator'] });
  await progressOf(light, { version: 2, responseCount: 1 });
  expect((await patch(light, { components: ['facility.elevator', 'facility.fire'] })).status).toBe(200);
});

test('what is decided before a change of it was looked at leaves the screening, with the words that were public', async () => {
  const need = await city.published();
  const pending = city.member({ ...community, verification: 'pending' });
  await city.tell([{ ...community, version: 2, verification: 'pending' }]);
  const change = { ifMatch: need.version, body: { title: '没人看过的标题' } };
  const waiting = needOf(await city.call(pending, 'PATCH', `/needs/${need.id}`, change));
  expect(waiting).toMatchObject({ state: 'submitted', private: { screening: 'first' } });
  const listed = async () => {
    const answer = await city.call(city.officer(), 'GET', '/needs/screening?queue=first&limit=100');
    return (answer.body as { items: { id: string }[] }).items.map(({ id }) => id);
  };
  expect(await listed()).toContain(need.id);
  await city.tellLot(lotOf(need, 0, { version: 2, state: 'deciding', responseCount: 1 }));
  expect(await becomes(need.id, 'deciding')).toMatchObject({ title: need.title });
  expect(await listed()).not.toContain(need.id);
  expect(needOf(await city.call(anonymous, 'GET', `/needs/${need.id}`)).title).toBe(need.title);
  expect(JSON.stringify((await city.eventsOf(need.id)).at(-1))).not.toContain('没人看过');
  await city.tell([{ ...community, version: 3 }]);
});

test('lots that ended while their need goes on become a new need by one tap, once, with what is left of the money', async () => {
  const codes = ['facility.elevator', 'support.legal', 'facility.fire'];
  const need = await city.published({
    ...four,
    components: codes,
    money: { kind: 'fixed', amountFen: 30_000_000 },
    funding: 'special_fund',
    contact: { name: '王大姐', phone: '13800000000' },
    requiredQualifications: codes.slice(0, 2).map((component) => ({ name: '许可证', component })),
    lots: codes.map((code) => ({ title: code, components: [code] })),
  });
  const again = (body: object, by = city.poster()) => city.call(by, 'POST', `/needs/${need.id}/lots-again`, { body });
  expect(await again({})).toMatchObject({ status: 409, body: { reason: 'need.no-lot-ended' } });
  const walled = await city.call(city.broker(), 'POST', `/needs/${need.id}/exclusions`, {
    ifMatch: need.version,
    body: { organisationId: firm.id, reason: '参与编制需求' },
  });
  expect(walled.status).toBe(200);
  await city.tellLot(lotOf(need, 0, { version: 2, state: 'awarded', award: { ...award(), amountFen: 12_000_000 } }));
  await city.tellLot(lotOf(need, 1, { version: 2, state: 'failed' }));
  await city.tellLot(lotOf(need, 2, { version: 2, state: 'deciding' }));
  await becomes(need.id, 'deciding');
  expect(await again({ lotIds: [need.lots[2]?.id] })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/lotIds/0' }] },
  });
  expect((await again({}, city.member(twin))).status).toBe(403);
  const made = await again({});
  const draft = needOf(made);
  expect(made).toMatchObject({
    status: 201,
    body: {
      state: 'draft',
      organisationId: need.organisationId,
      title: `${need.title}：support.legal`,
      description: need.description,
      place: need.place,
      money: { kind: 'fixed', amountFen: 18_000_000 },
      funding: 'special_fund',
      lots: [{ components: ['support.legal'] }],
      requiredQualifications: [{ name: '许可证', component: 'support.legal' }],
      private: {
        contact: { name: '王大姐' },
        continues: { needId: need.id, lotIds: [need.lots[1]?.id] },
        exclusions: expect.arrayContaining([expect.objectContaining({ organisationId: firm.id, because: 'added' })]),
      },
    },
  });
  expect(draft.lots[0]?.id).not.toBe(need.lots[1]?.id);
  expect((await seen(need.id)).progress[1]).toMatchObject({ state: 'failed', takenUpBy: draft.id });
  expect(needOf(await city.call(anonymous, 'GET', `/needs/${need.id}`)).progress[1]).not.toHaveProperty('takenUpBy');
  expect(await again({})).toMatchObject({ status: 409, body: { reason: 'need.lots-taken-up' } });
  const history = (await city.call(city.poster(), 'GET', `/needs/${need.id}/history`)).body;
  expect(JSON.stringify(history)).toContain('need.lots-again');

  await city.call(city.poster(), 'POST', `/needs/${draft.id}/withdraw`, {
    ifMatch: draft.version,
    body: { reason: '先不做' },
  });
  await city.tellLot(lotOf(need, 2, { version: 3, state: 'given_back' }));
  await becomes(need.id, 'awarded');
  const both = needOf(await again({}));
  expect(both.lots.map(({ components }) => components)).toEqual([['support.legal'], ['facility.fire']]);
  const submitted = await city.call(city.poster(), 'POST', `/needs/${both.id}/submit`, { ifMatch: both.version });
  expect(needOf(submitted).state).toBe('responding');
});

test('of a need that failed as a whole nothing is drafted anew: it is published again itself', async () => {
  const need = await city.published();
  await city.tellLot(lotOf(need, 0, { version: 2, state: 'failed' }));
  await becomes(need.id, 'failed');
  expect(await city.call(city.poster(), 'POST', `/needs/${need.id}/lots-again`, { body: {} })).toMatchObject({
    status: 409,
    body: { reason: 'need.wrong-state' },
  });
});
