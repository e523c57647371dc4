import type { AppointmentView, AwardView, LotView, ObjectionView } from '@duijie/contracts';
import { actorHeaders, anonymous, anOrganisationState, aPerson, eventually, moveClock } from '@duijie/testkit';
import { decidedCity, idOf, type DecidedCity, type Person } from './decided-city';
import { appointmentListSql } from '../src/decisions/persistence/appointment.repository';
import { lotListSql } from '../src/decisions/persistence/lot-lists.read-model';
import { objectionListSql } from '../src/decisions/persistence/objection.repository';

const day = 86_400_000;
let city: DecidedCity;
let poster: Person;
let broker: Person;
let officer: Person;
let a: Person;
let b: Person;
let c: Person;
beforeAll(async () => {
  city = await decidedCity('dc');
  poster = await city.organisation('community', '得胜南社区');
  a = await city.organisation('property_firm', '甲物业');
  b = await city.organisation('social_org', '乙社工');
  c = await city.organisation('social_enterprise', '丙企业');
  broker = await city.organisation('association', '物业协会', {}, 'broker');
  officer = aPerson('subdistrict', 'officer', { district: '锦江区', subdistrict: '牛市口街道' });
}, 60_000);
afterAll(() => city.stop());

const awardOf = (answer: { body: unknown }) => answer.body as AwardView;
const objectionOf = (answer: { body: unknown }) => answer.body as ObjectionView;

describe('light modes', () => {
  test('a claim goes to the first who came by one tap; the next is turned away, and told why', async () => {
    const pkg = await city.packageOf(a);
    const [lotId] = await city.need(poster, 'claim', { money: { kind: 'none' } });
    const first = await city.respond(lotId, a, { packageId: pkg });
    const second = await city.respond(lotId, b);
    expect(await city.view(poster, lotId)).toMatchObject({ you: 'poster', nextStep: { code: 'decide', by: 'poster' } });
    expect(await city.sheet(poster, lotId)).toMatchObject({ proposedResponseId: first, blockers: [] });
    expect(await city.onLot(poster, lotId, 'award', { responseId: second })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/reason' }] },
    });
    const done = await city.onLot<AwardView>(poster, lotId, 'award', { responseId: first });
    expect(done).toMatchObject({
      status: 200,
      body: { state: 'effective', reason: '最先响应', amountFen: null, noticeUntil: null, packageId: pkg },
    });
    expect(await city.view(poster, lotId)).toMatchObject({ state: 'awarded', nextStep: { code: 'agree', by: 'both' } });
    expect(await city.response(second)).toMatchObject({ state: 'rejected', because: { zh: '已确定由“甲物业”承接' } });
    expect(await city.response(first)).toMatchObject({ state: 'awarded' });
    expect(await city.used(pkg)).toBe(1);
    expect((await city.told('lot.changed.v1', lotId)).at(-1)?.data).toMatchObject({
      state: 'awarded',
      award: { id: done.body.id, responseId: first, organisationName: '甲物业' },
    });
    expect((await city.told('capacity.changed.v1', pkg)).at(-1)?.data).toMatchObject({ used: 1, capacity: 3 });
    expect((await city.told('response.changed.v1', second)).at(-1)?.data).toMatchObject({ state: 'rejected' });
    expect((await city.call<AwardView[]>(anonymous, `/lots/${lotId}/awards`)).body).toMatchObject({
      items: [{ id: done.body.id, ranking: null, kind: 'responses' }],
    });
    expect((await city.call(a, `/packages/${pkg}/capacity`)).body).toMatchObject({ used: 1, free: 2 });
  });

  test('only the poster decides, and only what it has seen', async () => {
    const [lotId] = await city.need(poster, 'direct');
    const responseId = await city.respond(lotId, a);
    const other = await city.organisation('community', '别的社区');
    for (const who of [other, a, broker, officer])
      expect((await city.onLot(who, lotId, 'award', { responseId })).status).toBe(403);
    expect((await city.change(poster, `/lots/${lotId}/award`, 1, { responseId })).status).toBe(412);
    expect((await city.call(other, `/lots/${lotId}/decision`)).status).toBe(403);
    expect((await city.call(officer, `/lots/${lotId}/decision`)).status).toBe(200);
  });

  test('a full package is not taken, and free again once its award is taken back', async () => {
    const pkg = await city.packageOf(a, 1);
    const [one] = await city.need(poster, 'direct');
    const [two] = await city.need(poster, 'direct');
    const first = await city.respond(one, a, { packageId: pkg });
    const second = await city.respond(two, a, { packageId: pkg });
    expect((await city.onLot(poster, one, 'award', { responseId: first })).status).toBe(200);
    expect(await city.onLot(poster, two, 'award', { responseId: second })).toMatchObject({
      status: 409,
      body: { reason: 'capacity.full' },
    });
    expect((await city.sheet(poster, two)).candidates).toMatchObject([{ whyNot: [{ code: 'capacity.full' }] }]);
    expect(await city.onLot(a, one, 'award/cancel', { reason: '人手不够' })).toMatchObject({
      status: 200,
      body: { state: 'deciding', award: null },
    });
    expect(await city.used(pkg)).toBe(0);
    expect(await city.response(first)).toMatchObject({ state: 'withdrawn' });
    expect((await city.onLot(poster, two, 'award', { responseId: second })).status).toBe(200);
    expect(await city.used(pkg)).toBe(1);
  });

  test('what is missing before a decision is named', async () => {
    const [lotId] = await city.need(poster, 'direct', {
      missingBases: [{ zh: '业主大会决定', en: "The owners' decision" }],
    });
    const responseId = await city.respond(lotId, a);
    expect(await city.onLot(poster, lotId, 'award', { responseId })).toMatchObject({
      status: 409,
      body: { reason: 'need.basis-missing', detail: '缺少决策依据:业主大会决定' },
    });
  });

  test('all lots together stay within the money of their need', async () => {
    const lots = [
      { id: anOrganisationState().id, title: '安防', components: ['property.custody'] },
      { id: anOrganisationState().id, title: '保洁', components: ['property.custody'] },
    ];
    await city.need(poster, 'direct', { lots, money: { kind: 'fixed', amountFen: 1000 } });
    const [one, two] = [lots[0]?.id ?? '', lots[1]?.id ?? ''];
    const first = await city.respond(one, a, { priceFen: 600 });
    const second = await city.respond(two, b, { priceFen: 500 });
    expect(awardOf(await city.onLot(poster, one, 'award', { responseId: first })).amountFen).toBe(600);
    expect(await city.onLot(poster, two, 'award', { responseId: second })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/amountFen', detail: '超出经费:还可用 4 元' }] },
    });
    expect(awardOf(await city.onLot(poster, two, 'award', { responseId: second, amountFen: 400 })).amountFen).toBe(400);
    const listed = await city.call<{ items: LotView[] }>(anonymous, `/needs/${(await city.lot(one)).needId}/lots`);
    expect(listed.body.items.map(({ id, state }) => [id, state])).toEqual([
      [one, 'awarded'],
      [two, 'awarded'],
    ]);
  });
});

describe('contests', () => {
  test('a quotation waits for its end and its least number; the lowest price is proposed, and another needs a reason', async () => {
    const [lotId] = await city.need(poster, 'quotation', { responsesDueAt: new Date(Date.now() + day).toISOString() });
    const dear = await city.respond(lotId, a, { priceFen: 12_000_000 });
    expect(await city.onLot(poster, lotId, 'award', { responseId: dear, reason: '很好' })).toMatchObject({
      status: 409,
      body: { reason: 'lot.still-open' },
    });
    await city.close(lotId);
    expect(await city.onLot(poster, lotId, 'award', { responseId: dear, reason: '很好' })).toMatchObject({
      status: 409,
      body: { reason: 'lot.too-few-responses', detail: '有效响应 1 份,不足 2 份' },
    });
    const cheap = await city.respond(lotId, b, { priceFen: 11_000_000 });
    expect(await city.sheet(poster, lotId)).toMatchObject({
      proposedResponseId: cheap,
      candidates: [
        { responseId: cheap, rank: 1 },
        { responseId: dear, rank: 2 },
      ],
    });
    expect((await city.onLot(poster, lotId, 'award', { responseId: dear })).status).toBe(422);
    expect(await city.onLot(poster, lotId, 'award', { responseId: cheap, amountFen: 11_000_001 })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/amountFen', detail: '不能高于其报价' }] },
    });
    const done = awardOf(await city.onLot(poster, lotId, 'award', { responseId: dear, reason: '方案更好' }));
    expect(done).toMatchObject({ state: 'effective', reason: '方案更好', amountFen: 12_000_000 });
    expect(done.ranking?.map(({ responseId, rank }) => [responseId, rank])).toEqual([
      [cheap, 1],
      [dear, 2],
    ]);
  });

  test('when the winner falls, the next in rank is awarded by one tap, though fewer than the least number are left', async () => {
    const [lotId] = await city.need(poster, 'quotation');
    const first = await city.respond(lotId, a, { priceFen: 10_000_000 });
    const second = await city.respond(lotId, b, { priceFen: 11_000_000 });
    await city.close(lotId);
    const done = awardOf(await city.onLot(poster, lotId, 'award', { responseId: first }));
    expect(done.reason).toBe('报价最低');
    expect((await city.onLot(b, lotId, 'award/cancel', { reason: '不想' })).status).toBe(403);
    expect((await city.onLot(a, lotId, 'award/cancel', { reason: '报价有误' })).status).toBe(200);
    expect(await city.response(second)).toMatchObject({ state: 'opened', because: null });
    const sheet = await city.sheet(poster, lotId);
    expect(sheet).toMatchObject({ proposedResponseId: second, blockers: [] });
    const next = awardOf(await city.onLot(poster, lotId, 'award', { responseId: second }));
    expect(next).toMatchObject({ reason: '前序承接方取消,依次递补', amountFen: 11_000_000 });
    const all = await city.call<{ items: AwardView[] }>(poster, `/lots/${lotId}/awards`);
    expect(all.body.items.map(({ id, state, cancelled }) => [id, state, cancelled?.because])).toEqual([
      [next.id, 'effective', undefined],
      [done.id, 'cancelled', '报价有误'],
    ]);
  });

  test('a flag that waits holds up a contest; who is disqualified no longer counts; the poster may declare that none suits', async () => {
    const [lotId] = await city.need(poster, 'quotation');
    const flagged = await city.respond(lotId, a, { priceFen: 9_500_000, conflict: 'flagged' });
    const out = await city.respond(lotId, b, { priceFen: 9_600_000 });
    const good = await city.respond(lotId, c, { priceFen: 9_900_000 });
    await city.close(lotId);
    expect(await city.onLot(poster, lotId, 'award', { responseId: good })).toMatchObject({
      status: 409,
      body: { reason: 'response.flag-waits' },
    });
    const step = (who: Person, id: string, verb: string, body: object = {}, version = 1) =>
      city.change(who, `/responses/${id}/${verb}`, version, body);
    expect((await step(c, out, 'disqualify', { reason: '缺资质' })).status).toBe(403);
    expect(await step(broker, out, 'disqualify', { reason: '缺资质' })).toMatchObject({
      status: 200,
      body: { state: 'disqualified' },
    });
    expect((await step(poster, flagged, 'disqualify', { reason: '存在关联' })).status).toBe(200);
    expect(await step(poster, good, 'shortlist')).toMatchObject({ status: 200, body: { state: 'shortlisted' } });
    expect(await city.onLot(poster, lotId, 'award', { responseId: good })).toMatchObject({
      status: 409,
      body: { reason: 'lot.too-few-responses' },
    });
    const failed = await city.onLot<LotView>(poster, lotId, 'fail', { reason: '有效响应不足' });
    expect(failed).toMatchObject({
      status: 200,
      body: { state: 'failed', because: { zh: '有效响应不足' }, nextStep: { code: 'publish_again' } },
    });
    expect(await city.response(good)).toMatchObject({ state: 'rejected' });
  });

  test('an association that screened the need sifts nothing in it', async () => {
    const [lotId] = await city.need(poster, 'direct', { flaggedOrganisationIds: [idOf(broker)] });
    const id = await city.respond(lotId, a);
    expect(await city.change(broker, `/responses/${id}/disqualify`, 1, { reason: '不合适' })).toMatchObject({
      status: 403,
      body: { reason: 'conflict.own-matter' },
    });
  });

  test('scores are asked for, checked, and rank; they rank again who is left', async () => {
    const [lotId] = await city.need(poster, 'open_call', {
      terms: { sealed: true, leastResponses: 2, noticeDays: 0, evaluation: 'scored' },
    });
    const x = await city.respond(lotId, a, { priceFen: 15_000_000 });
    const y = await city.respond(lotId, b, { priceFen: 15_000_000 });
    const z = await city.respond(lotId, c, { priceFen: 14_000_000 });
    await city.close(lotId);
    const criteria = [
      { name: '方案', weight: 60 },
      { name: '价格', weight: 40 },
    ];
    const scores = [
      { responseId: x, scores: [90, 50] },
      { responseId: y, scores: [70, 60] },
      { responseId: z, scores: [80, 60] },
    ];
    const choose = (responseId: string, more: object) => city.onLot(poster, lotId, 'award', { responseId, ...more });
    expect(await choose(x, {})).toMatchObject({ status: 422, body: { errors: [{ pointer: '/scoring' }] } });
    const wrong = { criteria: [{ name: '方案', weight: 60 }], scores: scores.slice(1) };
    const faults = (await choose(y, { scoring: wrong })).body['errors'] as { pointer: string }[];
    expect(faults.map(({ pointer }) => pointer)).toEqual([
      '/scoring/criteria',
      '/scoring/scores/0/scores',
      '/scoring/scores/1/scores',
      '/scoring/scores',
    ]);
    const done = awardOf(await choose(x, { scoring: { criteria, scores } }));
    expect(done).toMatchObject({ reason: '综合评分第一', amountFen: 15_000_000, scoring: { criteria } });
    expect(done.ranking?.map(({ responseId, rank, total }) => [responseId, rank, total])).toEqual([
      [x, 1, 7400],
      [z, 2, 7200],
      [y, 3, 6600],
    ]);
    await city.onLot(poster, lotId, 'award/cancel', { reason: '未按期签约' });
    expect(await city.response(x)).toMatchObject({ state: 'disqualified' });
    expect(await city.sheet(poster, lotId)).toMatchObject({ proposedResponseId: z });
    expect(awardOf(await choose(z, {}))).toMatchObject({ reason: '前序承接方取消,依次递补' });
  });
});

describe('notice and objections', () => {
  const criteria = [{ name: '总体', weight: 100 }];
  async function posted(noticeDays = 3) {
    const pkg = await city.packageOf(a);
    const [lotId] = await city.need(poster, 'open_call', {
      terms: { sealed: true, leastResponses: 2, noticeDays, evaluation: 'scored' },
    });
    const won = await city.respond(lotId, a, { priceFen: 15_000_000, packageId: pkg });
    const lost = await city.respond(lotId, b, { priceFen: 15_500_000 });
    await city.close(lotId);
    const award = awardOf(
      await city.onLot(poster, lotId, 'award', {
        responseId: won,
        scoring: {
          criteria,
          scores: [
            { responseId: won, scores: [90] },
            { responseId: lost, scores: [80] },
          ],
        },
      }),
    );
    expect(award).toMatchObject({ state: 'notice', effectiveAt: null });
    return { lotId, won, lost, award, pkg };
  }
  const raise = (who: Person, lotId: string, body: object) =>
    city.call<ObjectionView>(who, `/lots/${lotId}/objections`, { method: 'POST', body });
  const step = (who: Person, one: ObjectionView, verb: string, body: object = {}) =>
    city.change<ObjectionView>(who, `/objections/${one.id}/${verb}`, one.version, body);

  test('a result is posted, and takes effect by itself when its days are over', async () => {
    const { lotId, award } = await posted();
    expect(await city.view(anonymous as never, lotId)).toMatchObject({
      you: null,
      nextStep: { code: 'wait_notice', at: award.noticeUntil },
    });
    await moveClock(city.environment, 2 * day);
    expect((await city.lot(lotId)).award?.state).toBe('notice');
    await moveClock(city.environment, 2 * day);
    await eventually(async () => expect((await city.lot(lotId)).award?.state).toBe('effective'));
    expect(await raise(b, lotId, { text: '太晚了' })).toMatchObject({
      status: 409,
      body: { reason: 'award.no-notice' },
    });
  });

  test('a question goes through a broker unnamed, and is answered; nobody reads who asked, not in the events either', async () => {
    const { lotId } = await posted();
    const asked = objectionOf(await raise(b, lotId, { text: '乙社工想知道评分依据' }));
    expect(asked).toMatchObject({ state: 'asked', organisationId: idOf(b), yours: true });
    expect(await raise(b, lotId, { text: '再问' })).toMatchObject({
      status: 409,
      body: { reason: 'objection.already' },
    });
    const outsider = await city.organisation('property_firm', '旁观者');
    expect((await raise(outsider, lotId, { text: '旁观' })).status).toBe(403);
    expect((await raise(a, lotId, { text: '我赢了' })).status).toBe(403);
    for (const who of [poster, outsider, a]) expect((await city.call(who, `/objections/${asked.id}`)).status).toBe(404);
    expect((await step(poster, asked, 'answer', { text: '见附件' })).status).toBe(404);
    const seen = (await city.call<ObjectionView>(broker, `/objections/${asked.id}`)).body;
    expect(seen).toMatchObject({ organisationId: null, organisationName: null, yours: false });
    const passed = objectionOf(await step(broker, asked, 'pass', { text: '有响应方想知道评分依据' }));
    const forPoster = (await city.call<{ items: ObjectionView[] }>(poster, `/lots/${lotId}/objections`)).body;
    expect(forPoster.items).toMatchObject([{ text: '有响应方想知道评分依据', organisationId: null }]);
    expect(JSON.stringify(forPoster)).not.toContain(idOf(b));
    const answered = objectionOf(await step(poster, passed, 'answer', { text: '按公布的评分表' }));
    expect(answered).toMatchObject({ state: 'answered', organisationId: null });
    expect((await city.call<{ items: ObjectionView[] }>(c, `/lots/${lotId}/objections`)).body.items).toEqual([]);
    expect((await city.lot(lotId)).award?.state).toBe('notice');
    const told = await city.told('objection.changed.v1', asked.id);
    expect(told.map(({ data }) => data['state'])).toEqual(['asked', 'asked', 'answered']);
    expect(JSON.stringify(told)).not.toContain(idOf(b));
    expect(JSON.stringify(told)).not.toContain(b.personId);
  });

  test('a formal objection stops the notice; dismissed, the notice goes on for what was left of it', async () => {
    const { lotId } = await posted();
    await moveClock(city.environment, day);
    const asked = objectionOf(await raise(b, lotId, { text: '评分有误' }));
    const before = Date.parse((await city.lot(lotId)).award?.noticeUntil ?? '');
    const formal = objectionOf(await step(b, asked, 'formal'));
    expect(formal).toMatchObject({ state: 'formal', organisationId: idOf(b) });
    const at = city.deps.clock.now().getTime();
    expect(Date.parse(formal.answerDueAt ?? '')).toBeGreaterThan(at + 7 * day);
    expect(await city.lot(lotId)).toMatchObject({ award: { state: 'objected' } });
    expect(await city.view(poster, lotId)).toMatchObject({ nextStep: { code: 'decide_objection' } });
    expect(await city.onLot(poster, lotId, 'award/cancel', { reason: '算了' })).toMatchObject({
      status: 409,
      body: { reason: 'award.objected' },
    });
    await moveClock(city.environment, 10 * day);
    expect((await city.lot(lotId)).award?.state).toBe('objected');
    const answered = objectionOf(await step(poster, formal, 'answer', { text: '复核无误' }));
    expect(answered.state).toBe('formal');
    expect((await step(poster, answered, 'decide', { outcome: 'dismissed', reason: '无误' })).status).toBe(403);
    const decided = await step(officer, answered, 'decide', { outcome: 'dismissed', reason: '复核无误' });
    expect(decided).toMatchObject({ status: 200, body: { state: 'dismissed', decision: '复核无误' } });
    const { award } = await city.lot(lotId);
    expect(award?.state).toBe('notice');
    const left = Date.parse(award?.noticeUntil ?? '') - city.deps.clock.now().getTime();
    expect(left).toBeGreaterThan(before - at - 60_000);
    expect(left).toBeLessThanOrEqual(before - at);
    await moveClock(city.environment, 3 * day);
    await eventually(async () => expect((await city.lot(lotId)).award?.state).toBe('effective'));
  });

  test('upheld, the award is taken back: its place is free, those turned away are in the running again', async () => {
    const { lotId, won, lost, award, pkg } = await posted();
    const formal = objectionOf(await raise(b, lotId, { text: '资质造假', formal: true }));
    expect(await city.used(pkg)).toBe(1);
    const upheld = await step(broker, formal, 'decide', { outcome: 'upheld', reason: '资质不实' });
    expect(upheld).toMatchObject({ status: 200, body: { state: 'upheld' } });
    expect(await city.lot(lotId)).toMatchObject({ state: 'deciding', award: null });
    expect(await city.response(won)).toMatchObject({ state: 'disqualified' });
    expect(await city.response(lost)).toMatchObject({ state: 'opened' });
    expect(await city.used(pkg)).toBe(0);
    const next = awardOf(await city.onLot(poster, lotId, 'award', { responseId: lost }));
    expect(next).toMatchObject({ state: 'notice', organisationId: idOf(b) });
    expect(next.id).not.toBe(award.id);
  });

  test('an association that is concerned does not decide; whoever objected takes it back, and the notice goes on', async () => {
    const { lotId } = await posted();
    const own = await city.organisation('association', '另一协会', {}, 'broker');
    const rival = await city.respond(lotId, own);
    expect(await city.response(rival)).not.toBeNull();
    const formal = objectionOf(await raise(b, lotId, { text: '有误', formal: true }));
    expect(await step(own, formal, 'decide', { outcome: 'dismissed', reason: '无误' })).toMatchObject({
      status: 403,
      body: { reason: 'conflict.own-matter' },
    });
    expect(await step(b, formal, 'withdraw')).toMatchObject({ status: 200, body: { state: 'withdrawn' } });
    expect((await city.lot(lotId)).award?.state).toBe('notice');
  });
});

describe('taken directly', () => {
  const outcome = (answer: { body: Record<string, unknown> }) => answer.body['outcome'];
  test('a provider that is asked accepts by one tap: response, award and place in one', async () => {
    const pkg = await city.packageOf(a);
    const [lotId] = await city.need(poster, 'direct', { money: { kind: 'fixed', amountFen: 5000 } });
    const asked = await city.onLot(poster, lotId, 'appoint', { organisationId: idOf(a), packageId: pkg });
    expect(asked).toMatchObject({
      status: 200,
      body: { outcome: 'waits_for_provider', appointment: { amountFen: 5000 } },
    });
    expect(await city.view(poster, lotId)).toMatchObject({
      state: 'open',
      nextStep: { code: 'confirm', by: 'provider' },
    });
    expect(await city.onLot(poster, lotId, 'appoint', { organisationId: idOf(b) })).toMatchObject({
      status: 409,
      body: { reason: 'appointment.waiting' },
    });
    const one = asked.body['appointment'] as AppointmentView;
    expect((await city.change(b, `/appointments/${one.id}/accept`, one.version)).status).toBe(404);
    const mine = await city.call<{ items: AppointmentView[] }>(a, '/appointments?state=waiting');
    expect(mine.body.items.map(({ id }) => id)).toContain(one.id);
    const accepted = await city.change<AppointmentView>(a, `/appointments/${one.id}/accept`, one.version);
    expect(accepted).toMatchObject({ status: 200, body: { state: 'accepted' } });
    expect(await city.lot(lotId)).toMatchObject({
      state: 'awarded',
      responseCount: 1,
      award: { id: accepted.body.awardId, amountFen: 5000, state: 'effective', reason: '双方直接对接' },
    });
    expect(await city.response(accepted.body.responseId ?? '')).toMatchObject({ state: 'awarded', priceFen: 5000 });
    expect(await city.used(pkg)).toBe(1);
    expect((await city.change(a, `/appointments/${one.id}/accept`, accepted.body.version)).status).toBe(409);
  });

  test('it declines with or without a reason, and another is asked; a request lapses when the lot goes another way', async () => {
    const [lotId] = await city.need(poster, 'direct');
    const ask = async (who: Person) =>
      (await city.onLot(poster, lotId, 'appoint', { organisationId: idOf(who) })).body[
        'appointment'
      ] as AppointmentView;
    const first = await ask(a);
    expect(await city.change(a, `/appointments/${first.id}/decline`, 1, { reason: '人手不够' })).toMatchObject({
      body: { state: 'declined', answer: '人手不够' },
    });
    const second = await ask(b);
    expect(await city.change(poster, `/appointments/${second.id}/withdraw`, 1)).toMatchObject({
      body: { state: 'withdrawn' },
    });
    const third = await ask(c);
    const responseId = await city.respond(lotId, a);
    expect((await city.onLot(poster, lotId, 'award', { responseId })).status).toBe(200);
    expect(await city.rows('SELECT state FROM appointment WHERE id = ?', [third.id])).toEqual([{ state: 'lapsed' }]);
  });

  test('an emergency is appointed at once with its reason, and posted after', async () => {
    const [lotId] = await city.need(poster, 'emergency', { missingBases: [{ zh: '业主大会决定', en: 'x' }] });
    expect((await city.onLot(poster, lotId, 'appoint', { organisationId: idOf(a) })).status).toBe(422);
    const done = await city.onLot(poster, lotId, 'appoint', { organisationId: idOf(a), reason: '电梯停运,老人被困' });
    expect(done).toMatchObject({
      status: 200,
      body: { outcome: 'awarded', award: { state: 'effective', kind: 'emergency' } },
    });
    expect((await city.lot(lotId)).award?.noticeUntil).not.toBeNull();
  });

  test('what was decided elsewhere is recorded with its document', async () => {
    const [lotId] = await city.need(poster, 'recorded');
    const body = { organisationId: idOf(a), amountFen: 10_000_000 };
    expect(await city.onLot(poster, lotId, 'appoint', body)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/documentNote' }] },
    });
    const done = await city.onLot(poster, lotId, 'appoint', { ...body, documentNote: '成交通知书 2026-18 号' });
    const award = done.body['award'] as AwardView;
    expect(award).toMatchObject({ kind: 'recorded', documentNote: '成交通知书 2026-18 号', amountFen: 10_000_000 });
    expect((await city.upload(a, `/awards/${award.id}/documents`)).status).toBe(403);
    const filed = await city.upload(poster, `/awards/${award.id}/documents`);
    expect(filed).toMatchObject({ status: 200, body: { documents: [{ fileName: '中标通知.pdf' }] } });
    const [document] = (filed.body as unknown as AwardView).documents;
    const path = `/awards/${award.id}/documents/${document?.id}`;
    const stranger = await city.organisation('community', '无关社区');
    expect((await city.call(stranger, path)).status).toBe(404);
    const got = await fetch(`${city.host.url}/api/v1${path}`, { headers: actorHeaders(city.environment, poster) });
    expect(await got.text()).toContain('中标通知');
  });

  test('the wall stands here too: barred at once, flagged until a broker has cleared it', async () => {
    const [lotId, need] = await city.need(poster, 'emergency', { excludedOrganisationIds: [idOf(c)] });
    const body = { organisationId: idOf(c), reason: '紧急' };
    expect(await city.onLot(poster, lotId, 'appoint', body)).toMatchObject({
      status: 409,
      body: { reason: 'conflict.blocked' },
    });
    const tied = await city.organisation('social_org', '丙的社工', {
      affiliations: [{ type: 'hosts', organisationId: idOf(c) }],
    });
    const waits = await city.onLot(poster, lotId, 'appoint', { ...body, organisationId: idOf(tied) });
    expect([waits.status, outcome(waits)]).toEqual([200, 'waits_for_clearance']);
    expect(waits.body['findings']).not.toEqual([]);
    expect(await city.lot(lotId)).toMatchObject({ state: 'open', responseCount: 1 });
    await city.rows(`UPDATE response SET conflict = 'cleared', waits = NULL WHERE lot_id = ?`, [lotId]);
    const done = await city.onLot(poster, lotId, 'appoint', { ...body, organisationId: idOf(tied) });
    expect(outcome(done)).toBe('awarded');
    expect(await city.lot(lotId)).toMatchObject({ state: 'awarded', responseCount: 1, needId: need.id });
  });

  test('a contest is not decided directly', async () => {
    const [lotId] = await city.need(poster, 'quotation');
    expect(await city.onLot(poster, lotId, 'appoint', { organisationId: idOf(a) })).toMatchObject({
      status: 409,
      body: { reason: 'lot.wrong-mode' },
    });
  });
});

test('a lot that is published again is awarded anew, though its former award was never ended', async () => {
  const pkg = await city.packageOf(a, 1);
  const [lotId, need] = await city.need(poster, 'direct');
  const first = await city.respond(lotId, a, { packageId: pkg });
  expect((await city.onLot(poster, lotId, 'award', { responseId: first })).status).toBe(200);
  await city.rows(`UPDATE lot SET state = 'given_back' WHERE id = ?`, [lotId]);
  const publishedAt = new Date(Date.parse(need.publishedAt ?? '') + 1000).toISOString();
  await city.publish('need.published.v1', { type: 'need', id: need.id }, 2, { ...need, version: 2, publishedAt });
  await eventually(async () => expect(await city.lot(lotId)).toMatchObject({ state: 'open', attempt: 2, award: null }));
  expect(await city.used(pkg)).toBe(0);
  const second = await city.respond(lotId, a, { packageId: pkg });
  expect((await city.onLot(poster, lotId, 'award', { responseId: second })).status).toBe(200);
});

test('everybody lists what concerns them', async () => {
  const mine = await city.organisation('community', '新社区');
  const [lotId] = await city.need(mine, 'direct');
  const [other] = await city.need(mine, 'claim', { money: { kind: 'none' } });
  const ids = async (who: Person, query = '') =>
    (await city.call<{ items: LotView[] }>(who, `/lots?limit=100${query}`)).body.items.map(({ id }) => id);
  expect(await ids(mine)).toEqual([other, lotId]);
  expect(await ids(mine, '&state=awarded')).toEqual([]);
  expect(await ids(broker, '&state=open')).toEqual(expect.arrayContaining([lotId, other]));
  expect(await ids(officer)).toEqual(expect.arrayContaining([lotId, other]));
  const elsewhere = aPerson('subdistrict', 'officer', { district: '锦江区', subdistrict: '春熙路街道' });
  expect(await ids(elsewhere)).toEqual([]);
  const first = await city.call<{ items: LotView[]; nextCursor: string }>(mine, '/lots?limit=1');
  const next = await city.call<{ items: LotView[] }>(mine, `/lots?limit=1&cursor=${first.body.nextCursor}`);
  expect(next.body.items.map(({ id }) => id)).toEqual([lotId]);
});

test.each([
  ['own lots', lotListSql({ of: 'poster', organisationId: 'x' }, undefined, { limit: 20 })],
  ['own lots in a state', lotListSql({ of: 'poster', organisationId: 'x' }, 'open', { limit: 20 })],
  ['lots of a need', lotListSql({ of: 'need', needId: 'x' }, undefined, { limit: 20 })],
  ['all lots', lotListSql({ of: 'area', district: null, subdistrict: null }, undefined, { limit: 20 })],
  ['all lots in a state', lotListSql({ of: 'area', district: null, subdistrict: null }, 'open', { limit: 20 })],
  [
    "a district's lots in a state",
    lotListSql({ of: 'area', district: '锦江区', subdistrict: null }, 'open', { limit: 20 }),
  ],
  [
    "a subdistrict's lots in a state",
    lotListSql({ of: 'area', district: '锦江区', subdistrict: '牛市口街道' }, 'open', { limit: 20 }),
  ],
  [
    'requests of a provider in a state',
    appointmentListSql({ side: 'provider', organisationId: 'x', state: 'waiting' }, { limit: 20 }),
  ],
  [
    'requests of a poster',
    appointmentListSql({ side: 'poster', organisationId: 'x', state: undefined }, { limit: 20 }),
  ],
  [
    'all requests in a state',
    appointmentListSql({ side: 'all', organisationId: 'x', state: 'waiting' }, { limit: 20 }),
  ],
  ['objections of a lot', objectionListSql('x', { sees: 'all' }, { limit: 20 })],
  ['own objections of a lot', objectionListSql('x', { sees: 'own', organisationId: 'x' }, { limit: 20 })],
])('%s are read in the order of an index', async (_name, { sql, values }) => {
  const plan = await city.rows<{ key: string | null; Extra: string }>(`EXPLAIN ${sql}`, values);
  expect(plan).toHaveLength(1);
  expect(plan[0]?.key).not.toBeNull();
  expect(plan[0]?.Extra).not.toContain('filesort');
});
