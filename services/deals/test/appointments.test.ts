import type { AppointmentView, AwardView } from '@duijie/contracts';
import { actorHeaders, eventually } from '@duijie/testkit';
import { decidedCity, idOf, type DecidedCity, type People, type Person } from './decided-city';

let city: DecidedCity;
let people: People;
beforeAll(async () => {
  city = await decidedCity('dap');
  people = await city.people();
}, 60_000);
afterAll(() => city.stop());
/** States of a request as its events told them. */
const toldOf = async (id: string) => (await city.told('appointment.changed.v1', id)).map(({ data }) => data['state']);
const outcome = (answer: { body: Record<string, unknown> }) => answer.body['outcome'];
test('a provider that is asked accepts by one tap: response, award and place in one', async () => {
  const pkg = await city.packageOf(people.a);
  const [lotId] = await city.need(people.poster, 'direct', { money: { kind: 'fixed', amountFen: 5000 } });
  const asked = await city.onLot(people.poster, lotId, 'appoint', { organisationId: idOf(people.a), packageId: pkg });
  expect(asked).toMatchObject({
    status: 200,
    body: { outcome: 'waits_for_provider', appointment: { amountFen: 5000 } },
  });
  expect(await city.view(people.poster, lotId)).toMatchObject({
    state: 'open',
    nextStep: { code: 'confirm', by: 'provider' },
  });
  expect(await city.onLot(people.poster, lotId, 'appoint', { organisationId: idOf(people.b) })).toMatchObject({
    status: 409,
    body: { reason: 'appointment.waiting' },
  });
  const one = asked.body['appointment'] as AppointmentView;
  expect((await city.change(people.b, `/appointments/${one.id}/accept`, one.version)).status).toBe(404);
  const mine = await city.call<{ items: AppointmentView[] }>(people.a, '/appointments?state=waiting');
  expect(mine.body.items.map(({ id }) => id)).toContain(one.id);
  const accepted = await city.change<AppointmentView>(people.a, `/appointments/${one.id}/accept`, one.version);
  expect(accepted).toMatchObject({ status: 200, body: { state: 'accepted' } });
  expect(await city.lot(lotId)).toMatchObject({
    state: 'awarded',
    responseCount: 1,
    award: { id: accepted.body.awardId, amountFen: 5000, state: 'effective', reason: '双方直接对接' },
  });
  expect(await city.response(accepted.body.responseId ?? '')).toMatchObject({ state: 'awarded', priceFen: 5000 });
  expect(await city.used(pkg)).toBe(1);
  expect(await toldOf(one.id)).toEqual(['waiting', 'accepted', 'accepted']);
  expect((await city.told('appointment.changed.v1', one.id))[0]?.data).toMatchObject({
    lotId,
    version: 1,
    posterId: idOf(people.poster),
    organisationId: idOf(people.a),
    packageId: pkg,
  });
  expect((await city.change(people.a, `/appointments/${one.id}/accept`, accepted.body.version)).status).toBe(409);
});

test('it declines with or without a reason, and another is asked; a request lapses when the lot goes another way', async () => {
  const [lotId] = await city.need(people.poster, 'direct');
  const ask = async (who: Person) =>
    (await city.onLot(people.poster, lotId, 'appoint', { organisationId: idOf(who) })).body[
      'appointment'
    ] as AppointmentView;
  const first = await ask(people.a);
  expect(await city.change(people.a, `/appointments/${first.id}/decline`, 1, { reason: '人手不够' })).toMatchObject({
    body: { state: 'declined', answer: '人手不够' },
  });
  const second = await ask(people.b);
  expect(await city.change(people.poster, `/appointments/${second.id}/withdraw`, 1)).toMatchObject({
    body: { state: 'withdrawn' },
  });
  const third = await ask(people.c);
  const responseId = await city.respond(lotId, people.a);
  expect((await city.onLot(people.poster, lotId, 'award', { responseId })).status).toBe(200);
  expect(await city.rows('SELECT state FROM appointment WHERE id = ?', [third.id])).toEqual([{ state: 'lapsed' }]);
  expect([await toldOf(first.id), await toldOf(second.id), await toldOf(third.id)]).toEqual([
    ['waiting', 'declined'],
    ['waiting', 'withdrawn'],
    ['waiting', 'lapsed'],
  ]);
});

test('a request lapses with a lot that fails for want of responses, and with a need that is withdrawn', async () => {
  const ask = async (lotId: string) =>
    (await city.onLot(people.poster, lotId, 'appoint', { organisationId: idOf(people.a) })).body[
      'appointment'
    ] as AppointmentView;
  const [failing] = await city.need(people.poster, 'direct');
  const one = await ask(failing);
  expect((await city.onLot(people.poster, failing, 'close-responses')).status).toBe(200);
  expect(await city.lot(failing)).toMatchObject({ state: 'failed' });
  expect(await toldOf(one.id)).toEqual(['waiting', 'lapsed']);
  const [withdrawn, need] = await city.need(people.poster, 'direct');
  const two = await ask(withdrawn);
  await city.publish('need.changed.v1', { type: 'need', id: need.id }, 2, { ...need, version: 2, state: 'withdrawn' });
  await eventually(async () => expect(await toldOf(two.id)).toEqual(['waiting', 'lapsed']));
});

test('who comes behind the wall before it accepts hears that it is barred, and not why', async () => {
  const [lotId, need] = await city.need(people.poster, 'direct');
  const asked = await city.onLot(people.poster, lotId, 'appoint', { organisationId: idOf(people.a) });
  const one = asked.body['appointment'] as AppointmentView;
  const changed = { ...need, version: 2, excludedOrganisationIds: [idOf(people.a)] };
  await city.publish('need.changed.v1', { type: 'need', id: need.id }, 2, changed);
  await eventually(async () => expect(await city.lot(lotId)).toMatchObject({ needVersion: 2 }));
  const accepted = await city.change(people.a, `/appointments/${one.id}/accept`, one.version);
  expect(accepted).toMatchObject({
    status: 409,
    body: { reason: 'conflict.blocked', detail: '因利益回避，不能承接本需求' },
  });
  expect(JSON.stringify(accepted.body)).not.toMatch(/起草|审核|监督/);
});

test('an emergency is appointed at once with its reason, and posted after', async () => {
  const [lotId] = await city.need(people.poster, 'emergency', { missingBases: [{ zh: '业主大会决定', en: 'x' }] });
  expect((await city.onLot(people.poster, lotId, 'appoint', { organisationId: idOf(people.a) })).status).toBe(422);
  const done = await city.onLot(people.poster, lotId, 'appoint', {
    organisationId: idOf(people.a),
    reason: '电梯停运，老人被困',
  });
  expect(done).toMatchObject({
    status: 200,
    body: { outcome: 'awarded', award: { state: 'effective', kind: 'emergency' } },
  });
  expect((await city.lot(lotId)).award?.noticeUntil).not.toBeNull();
});

test('what was decided elsewhere is recorded with its document', async () => {
  const [lotId] = await city.need(people.poster, 'recorded');
  const body = { organisationId: idOf(people.a), amountFen: 10_000_000 };
  expect(await city.onLot(people.poster, lotId, 'appoint', body)).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/documentNote' }] },
  });
  const handedIn = await city.respond(lotId, people.b);
  expect(await city.onLot(people.poster, lotId, 'award', { responseId: handedIn })).toMatchObject({
    status: 409,
    body: { reason: 'lot.wrong-mode' },
  });
  const done = await city.onLot(people.poster, lotId, 'appoint', { ...body, documentNote: '成交通知书 2026-18 号' });
  const award = done.body['award'] as AwardView;
  expect(award).toMatchObject({ kind: 'recorded', documentNote: '成交通知书 2026-18 号', amountFen: 10_000_000 });
  expect((await city.upload(people.a, `/awards/${award.id}/documents`)).status).toBe(403);
  const filed = await city.upload(people.poster, `/awards/${award.id}/documents`);
  expect(filed).toMatchObject({ status: 200, body: { documents: [{ fileName: '中标通知.pdf' }] } });
  const [document] = (filed.body as unknown as AwardView).documents;
  const path = `/awards/${award.id}/documents/${document?.id}`;
  const stranger = await city.organisation('community', '无关社区');
  expect((await city.call(stranger, path)).status).toBe(404);
  const got = await fetch(`${city.host.url}/api/v1${path}`, { headers: actorHeaders(city.environment, people.poster) });
  expect(await got.text()).toContain('中标通知');
});

test('the wall stands here too: barred at once, flagged until a broker has cleared it', async () => {
  const [lotId, need] = await city.need(people.poster, 'emergency', { excludedOrganisationIds: [idOf(people.c)] });
  const body = { organisationId: idOf(people.c), reason: '紧急' };
  expect(await city.onLot(people.poster, lotId, 'appoint', body)).toMatchObject({
    status: 409,
    body: { reason: 'conflict.blocked' },
  });
  const tied = await city.organisation('social_org', '丙的社工', {
    affiliations: [{ type: 'hosts', organisationId: idOf(people.c) }],
  });
  const waits = await city.onLot(people.poster, lotId, 'appoint', { ...body, organisationId: idOf(tied) });
  expect([waits.status, outcome(waits)]).toEqual([200, 'waits_for_clearance']);
  expect(waits.body['findings']).not.toEqual([]);
  expect(await city.lot(lotId)).toMatchObject({ state: 'open', responseCount: 1 });
  const flagged = (await city.sheet(people.poster, lotId)).candidates[0]?.responseId;
  expect(await city.onLot(people.poster, lotId, 'award', { responseId: flagged, reason: '紧急' })).toMatchObject({
    status: 409,
    body: { reason: 'response.flagged' },
  });
  await city.rows(`UPDATE response SET conflict = 'cleared', waits = NULL WHERE lot_id = ?`, [lotId]);
  const done = await city.onLot(people.poster, lotId, 'appoint', { ...body, organisationId: idOf(tied) });
  expect(outcome(done)).toBe('awarded');
  expect(await city.lot(lotId)).toMatchObject({ state: 'awarded', responseCount: 1, needId: need.id });
});

test('a contest is not decided directly', async () => {
  const [lotId] = await city.need(people.poster, 'quotation');
  expect(await city.onLot(people.poster, lotId, 'appoint', { organisationId: idOf(people.a) })).toMatchObject({
    status: 409,
    body: { reason: 'lot.wrong-mode' },
  });
});

test('a broker who cleared the flag when it introduced the provider is not asked twice; a draft of its own gives way', async () => {
  const [lotId, need] = await city.need(people.poster, 'emergency', {
    excludedOrganisationIds: [idOf(people.c)],
  });
  const tied = await city.organisation('social_org', '丙的另一社工', {
    affiliations: [{ type: 'hosts', organisationId: idOf(people.c) }],
  });
  await city.introduce(need, tied, 'cleared');
  const draft = await city.call<{ id: string; state: string }>(tied, `/lots/${lotId}/responses`, {
    method: 'POST',
    body: {},
  });
  expect(draft).toMatchObject({ status: 201, body: { state: 'draft' } });
  const done = await city.onLot(people.poster, lotId, 'appoint', { organisationId: idOf(tied), reason: '电梯停运' });
  expect(done).toMatchObject({ status: 200, body: { outcome: 'awarded' } });
  expect(await city.response(draft.body.id)).toMatchObject({ state: 'withdrawn' });
});

test('an award that is taken back takes the draft of its agreement along', async () => {
  const pkg = await city.packageOf(people.a);
  const [lotId] = await city.need(people.poster, 'direct');
  const responseId = await city.respond(lotId, people.a, { packageId: pkg, priceFen: 10_000_000 });
  const award = (await city.onLot<AwardView>(people.poster, lotId, 'award', { responseId })).body;
  const drafted = await city.call<{ id: string }>(people.poster, '/agreements', {
    method: 'POST',
    body: { awardId: award.id },
  });
  expect(drafted.status).toBe(201);
  expect(await city.lot(lotId)).toMatchObject({ state: 'awarded', agreementId: drafted.body.id });
  expect((await city.onLot(people.poster, lotId, 'award/cancel', { reason: '价格谈不拢' })).status).toBe(200);
  expect(await city.lot(lotId)).toMatchObject({ state: 'deciding', agreementId: null, award: null });
  expect((await city.call(people.poster, `/agreements/${drafted.body.id}`)).body).toMatchObject({ state: 'cancelled' });
  expect(await city.used(pkg)).toBe(0);
});

test('nobody is bound to less than it offered without its consent: not by an award, nor in an emergency', async () => {
  const money = { kind: 'range', minFen: 100, maxFen: 1000 } as const;
  const [lotId] = await city.need(people.poster, 'direct', { money });
  const responseId = await city.respond(lotId, people.a, { priceFen: 800 });
  const lower = await city.onLot(people.poster, lotId, 'award', { responseId, amountFen: 700 });
  expect(lower).toMatchObject({ status: 422, body: { errors: [{ pointer: '/amountFen' }] } });
  expect(JSON.stringify(lower.body)).toContain('直接对接邀约');
  const asked = await city.onLot(people.poster, lotId, 'appoint', { organisationId: idOf(people.a), amountFen: 700 });
  const one = asked.body['appointment'] as AppointmentView;
  expect((await city.change(people.a, `/appointments/${one.id}/accept`, 1)).status).toBe(200);
  expect((await city.lot(lotId)).award).toMatchObject({ responseId, amountFen: 700 });

  const [urgent] = await city.need(people.poster, 'emergency', { money });
  await city.respond(urgent, people.a, { priceFen: 800 });
  const body = { organisationId: idOf(people.a), reason: '电梯停运' };
  expect(await city.onLot(people.poster, urgent, 'appoint', { ...body, amountFen: 700 })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/amountFen' }] },
  });
  expect((await city.onLot(people.poster, urgent, 'appoint', body)).status).toBe(200);
  expect((await city.lot(urgent)).award).toMatchObject({ amountFen: 800 });
});

test('after a contest the offer is the amount', async () => {
  const money = { kind: 'range', minFen: 100, maxFen: 1000 } as const;
  const [lotId] = await city.need(people.poster, 'quotation', { money });
  const responseId = await city.respond(lotId, people.a, { priceFen: 800 });
  await city.respond(lotId, people.b, { priceFen: 900 });
  await city.close(lotId);
  for (const amountFen of [700, 900])
    expect(await city.onLot(people.poster, lotId, 'award', { responseId, amountFen })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/amountFen' }] },
    });
  expect((await city.onLot(people.poster, lotId, 'award', { responseId })).status).toBe(200);
  expect((await city.lot(lotId)).award).toMatchObject({ amountFen: 800 });
});
