import type { AwardView, LotView } from '@duijie/contracts';
import { anonymous, anOrganisationState, aPerson, eventually } from '@duijie/testkit';
import { decidedCity, idOf, type DecidedCity, type People, type Person } from './decided-city';
import { appointmentListSql } from '../src/decisions/persistence/appointment.repository';
import { lotListSql } from '../src/decisions/persistence/lot-lists.read-model';
import { objectionListSql } from '../src/decisions/persistence/objection.repository';

const day = 86_400_000;
let city: DecidedCity;
let people: People;
beforeAll(async () => {
  city = await decidedCity('dc');
  people = await city.people();
}, 60_000);
afterAll(() => city.stop());
const awardOf = (answer: { body: unknown }) => answer.body as AwardView;

describe('light modes', () => {
  test('a claim goes to the first who came by one tap; the next is turned away, and told why', async () => {
    const pkg = await city.packageOf(people.a);
    const [lotId] = await city.need(people.poster, 'claim', { money: { kind: 'none' } });
    const first = await city.respond(lotId, people.a, { packageId: pkg });
    const second = await city.respond(lotId, people.b);
    expect(await city.view(people.poster, lotId)).toMatchObject({
      you: 'poster',
      nextStep: { code: 'decide', by: 'poster' },
    });
    expect(await city.sheet(people.poster, lotId)).toMatchObject({ proposedResponseId: first, blockers: [] });
    expect(await city.onLot(people.poster, lotId, 'award', { responseId: second })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/reason' }] },
    });
    const done = await city.onLot<AwardView>(people.poster, lotId, 'award', { responseId: first });
    expect(done).toMatchObject({
      status: 200,
      body: { state: 'effective', reason: '最先响应', amountFen: null, noticeUntil: null, packageId: pkg },
    });
    expect(await city.view(people.poster, lotId)).toMatchObject({
      state: 'awarded',
      nextStep: { code: 'agree', by: 'both' },
    });
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
    expect((await city.call(people.a, `/packages/${pkg}/capacity`)).body).toMatchObject({ used: 1, free: 2 });
  });

  test('only the poster decides, and only what it has seen', async () => {
    const [lotId] = await city.need(people.poster, 'direct');
    const responseId = await city.respond(lotId, people.a);
    const other = await city.organisation('community', '别的社区');
    for (const who of [other, people.a, people.broker, people.officer])
      expect((await city.onLot(who, lotId, 'award', { responseId })).status).toBe(403);
    expect((await city.change(people.poster, `/lots/${lotId}/award`, 1, { responseId })).status).toBe(412);
    expect((await city.call(other, `/lots/${lotId}/decision`)).status).toBe(403);
    expect((await city.call(people.officer, `/lots/${lotId}/decision`)).status).toBe(200);
  });

  test('a full package is not taken, and free again once its award is taken back', async () => {
    const pkg = await city.packageOf(people.a, 1);
    const [one] = await city.need(people.poster, 'direct');
    const [two] = await city.need(people.poster, 'direct');
    const first = await city.respond(one, people.a, { packageId: pkg });
    const second = await city.respond(two, people.a, { packageId: pkg });
    expect((await city.onLot(people.poster, one, 'award', { responseId: first })).status).toBe(200);
    expect(await city.onLot(people.poster, two, 'award', { responseId: second })).toMatchObject({
      status: 409,
      body: { reason: 'capacity.full' },
    });
    expect((await city.sheet(people.poster, two)).candidates).toMatchObject([{ whyNot: [{ code: 'capacity.full' }] }]);
    expect(await city.onLot(people.a, one, 'award/cancel', { reason: '人手不够' })).toMatchObject({
      status: 200,
      body: { state: 'deciding', award: null },
    });
    expect(await city.used(pkg)).toBe(0);
    expect(await city.response(first)).toMatchObject({ state: 'withdrawn' });
    expect((await city.onLot(people.poster, two, 'award', { responseId: second })).status).toBe(200);
    expect(await city.used(pkg)).toBe(1);
  });

  test('what is missing before a decision is named', async () => {
    const [lotId] = await city.need(people.poster, 'direct', {
      missingBases: [{ zh: '业主大会决定', en: "The owners' decision" }],
    });
    const responseId = await city.respond(lotId, people.a);
    expect(await city.onLot(people.poster, lotId, 'award', { responseId })).toMatchObject({
      status: 409,
      body: { reason: 'need.basis-missing', detail: '缺少决策依据：业主大会决定' },
    });
  });

  test('all lots together stay within the money of their need', async () => {
    const lots = [
      { id: anOrganisationState().id, title: '安防', components: ['property.custody'] },
      { id: anOrganisationState().id, title: '保洁', components: ['property.custody'] },
    ];
    await city.need(people.poster, 'direct', { lots, money: { kind: 'fixed', amountFen: 1000 } });
    const [one, two] = [lots[0]?.id ?? '', lots[1]?.id ?? ''];
    const first = await city.respond(one, people.a, { priceFen: 600 });
    const second = await city.respond(two, people.b, { priceFen: 500 });
    expect(awardOf(await city.onLot(people.poster, one, 'award', { responseId: first })).amountFen).toBe(600);
    expect(await city.onLot(people.poster, two, 'award', { responseId: second })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/amountFen', detail: '超出经费：还可用 4 元' }] },
    });
    const within = await city.respond(two, people.c, { priceFen: 400 });
    expect(awardOf(await city.onLot(people.poster, two, 'award', { responseId: within })).amountFen).toBe(400);
    const listed = await city.call<{ items: LotView[] }>(anonymous, `/needs/${(await city.lot(one)).needId}/lots`);
    expect(listed.body.items.map(({ id, state }) => [id, state])).toEqual([
      [one, 'awarded'],
      [two, 'awarded'],
    ]);
  });
});

describe('contests', () => {
  test('a quotation waits for its end and its least number; the lowest price is proposed, and another needs a reason', async () => {
    const [lotId] = await city.need(people.poster, 'quotation', {
      responsesDueAt: new Date(Date.now() + day).toISOString(),
    });
    const dear = await city.respond(lotId, people.a, { priceFen: 12_000_000 });
    expect(await city.onLot(people.poster, lotId, 'award', { responseId: dear, reason: '很好' })).toMatchObject({
      status: 409,
      body: { reason: 'lot.still-open' },
    });
    await city.close(lotId);
    expect(await city.onLot(people.poster, lotId, 'award', { responseId: dear, reason: '很好' })).toMatchObject({
      status: 409,
      body: { reason: 'lot.too-few-responses', detail: '有效响应 1 份，不足 2 份' },
    });
    const cheap = await city.respond(lotId, people.b, { priceFen: 11_000_000 });
    expect(await city.sheet(people.poster, lotId)).toMatchObject({
      proposedResponseId: cheap,
      candidates: [
        { responseId: cheap, rank: 1 },
        { responseId: dear, rank: 2 },
      ],
    });
    expect((await city.onLot(people.poster, lotId, 'award', { responseId: dear })).status).toBe(422);
    expect(await city.onLot(people.poster, lotId, 'award', { responseId: cheap, amountFen: 11_000_001 })).toMatchObject(
      {
        status: 422,
        body: { errors: [{ pointer: '/amountFen', detail: '以报价为准，不能另定金额' }] },
      },
    );
    const done = awardOf(await city.onLot(people.poster, lotId, 'award', { responseId: dear, reason: '方案更好' }));
    expect(done).toMatchObject({ state: 'effective', reason: '方案更好', amountFen: 12_000_000 });
    expect(done.ranking?.map(({ responseId, rank }) => [responseId, rank])).toEqual([
      [cheap, 1],
      [dear, 2],
    ]);
  });

  test('when the winner falls, the next in rank is awarded by one tap, though fewer than the least number are left', async () => {
    const [lotId] = await city.need(people.poster, 'quotation');
    const first = await city.respond(lotId, people.a, { priceFen: 10_000_000 });
    const second = await city.respond(lotId, people.b, { priceFen: 11_000_000 });
    await city.close(lotId);
    const done = awardOf(await city.onLot(people.poster, lotId, 'award', { responseId: first }));
    expect(done.reason).toBe('报价最低');
    expect((await city.onLot(people.b, lotId, 'award/cancel', { reason: '不想' })).status).toBe(403);
    expect((await city.onLot(people.a, lotId, 'award/cancel', { reason: '报价有误' })).status).toBe(200);
    expect(await city.response(second)).toMatchObject({ state: 'opened', because: null });
    const sheet = await city.sheet(people.poster, lotId);
    expect(sheet).toMatchObject({ proposedResponseId: second, blockers: [] });
    const next = awardOf(await city.onLot(people.poster, lotId, 'award', { responseId: second }));
    expect(next).toMatchObject({ reason: '前序承接方取消，依次递补', amountFen: 11_000_000 });
    const all = await city.call<{ items: AwardView[] }>(people.poster, `/lots/${lotId}/awards`);
    expect(all.body.items.map(({ id, state, cancelled }) => [id, state, cancelled?.because])).toEqual([
      [next.id, 'effective', undefined],
      [done.id, 'cancelled', '报价有误'],
    ]);
  });

  test('a flag that waits holds up a contest; who is disqualified no longer counts; the poster may declare that none suits', async () => {
    const [lotId] = await city.need(people.poster, 'quotation');
    const flagged = await city.respond(lotId, people.a, { priceFen: 9_500_000, conflict: 'flagged' });
    const out = await city.respond(lotId, people.b, { priceFen: 9_600_000 });
    const good = await city.respond(lotId, people.c, { priceFen: 9_900_000 });
    await city.close(lotId);
    expect(await city.onLot(people.poster, lotId, 'award', { responseId: good })).toMatchObject({
      status: 409,
      body: { reason: 'response.flag-waits' },
    });
    const step = (who: Person, id: string, verb: string, body: object = {}, version = 1) =>
      city.change(who, `/responses/${id}/${verb}`, version, body);
    expect((await step(people.c, out, 'disqualify', { reason: '缺资质' })).status).toBe(403);
    expect(await step(people.broker, out, 'disqualify', { reason: '缺资质' })).toMatchObject({
      status: 200,
      body: { state: 'disqualified' },
    });
    expect((await step(people.poster, flagged, 'disqualify', { reason: '存在关联' })).status).toBe(200);
    expect(await step(people.poster, good, 'shortlist')).toMatchObject({ status: 200, body: { state: 'shortlisted' } });
    expect(await city.onLot(people.poster, lotId, 'award', { responseId: good })).toMatchObject({
      status: 409,
      body: { reason: 'lot.too-few-responses' },
    });
    const failed = await city.onLot<LotView>(people.poster, lotId, 'fail', { reason: '有效响应不足' });
    expect(failed).toMatchObject({
      status: 200,
      body: { state: 'failed', because: { zh: '有效响应不足' }, nextStep: { code: 'publish_again' } },
    });
    expect(await city.response(good)).toMatchObject({ state: 'rejected' });
  });

  test('an association that screened the need sifts nothing in it', async () => {
    const [lotId] = await city.need(people.poster, 'direct', { flaggedOrganisationIds: [idOf(people.broker)] });
    const id = await city.respond(lotId, people.a);
    expect(await city.change(people.broker, `/responses/${id}/disqualify`, 1, { reason: '不合适' })).toMatchObject({
      status: 403,
      body: { reason: 'conflict.own-matter' },
    });
  });

  test('scores are asked for, checked, and rank; they rank again who is left', async () => {
    const [lotId] = await city.need(people.poster, 'open_call', {
      terms: { sealed: true, leastResponses: 2, noticeDays: 0, evaluation: 'scored' },
    });
    const x = await city.respond(lotId, people.a, { priceFen: 15_000_000 });
    const y = await city.respond(lotId, people.b, { priceFen: 15_000_000 });
    const z = await city.respond(lotId, people.c, { priceFen: 14_000_000 });
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
    const choose = (responseId: string, more: object) =>
      city.onLot(people.poster, lotId, 'award', { responseId, ...more });
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
    await city.onLot(people.poster, lotId, 'award/cancel', { reason: '未按期签约' });
    expect(await city.response(x)).toMatchObject({ state: 'disqualified' });
    expect(await city.sheet(people.poster, lotId)).toMatchObject({ proposedResponseId: z });
    expect(awardOf(await choose(z, {}))).toMatchObject({ reason: '前序承接方取消，依次递补' });
  });
});

test('a lot that is published again is awarded anew, though its former award was never ended', async () => {
  const pkg = await city.packageOf(people.a, 1);
  const [lotId, need] = await city.need(people.poster, 'direct');
  const first = await city.respond(lotId, people.a, { packageId: pkg });
  expect((await city.onLot(people.poster, lotId, 'award', { responseId: first })).status).toBe(200);
  await city.rows(`UPDATE lot SET state = 'given_back' WHERE id = ?`, [lotId]);
  const publishedAt = new Date(Date.parse(need.publishedAt ?? '') + 1000).toISOString();
  await city.publish('need.published.v1', { type: 'need', id: need.id }, 2, { ...need, version: 2, publishedAt });
  await eventually(async () => expect(await city.lot(lotId)).toMatchObject({ state: 'open', attempt: 2, award: null }));
  expect(await city.used(pkg)).toBe(0);
  const second = await city.respond(lotId, people.a, { packageId: pkg });
  expect((await city.onLot(people.poster, lotId, 'award', { responseId: second })).status).toBe(200);
});

test('a suspended poster chooses nobody and agrees on nothing; a suspended member keeps a response from being chosen', async () => {
  const poster = await city.organisation('community', '将被停用的社区');
  const [awarded] = await city.need(poster, 'direct');
  const [lotId] = await city.need(poster, 'direct');
  const [asking] = await city.need(poster, 'direct');
  const chosen = await city.respond(awarded, people.a);
  const awardId = awardOf(await city.onLot(poster, awarded, 'award', { responseId: chosen })).id;
  const asked = await city.onLot(poster, asking, 'appoint', { organisationId: idOf(people.a) });
  const waiting = asked.body['appointment'] as { id: string };
  const responseId = await city.respond(lotId, people.a);
  const suspend = async (who: Person) => {
    const { organisationId: id = '', kind = 'community', organisationName: name = '' } = who.actingFor ?? {};
    const state = anOrganisationState({ id, kind, name, version: 2, verification: 'suspended' });
    await city.publish('organisation.changed.v1', { type: 'organisation', id }, 2, state);
    await eventually(async () =>
      expect(await city.rows('SELECT 1 FROM organisation_copy WHERE id = ? AND sequence = 2', [id])).toHaveLength(1),
    );
  };
  await suspend(poster);
  const suspended = { status: 403, body: { reason: 'poster.suspended' } };
  expect(await city.onLot(poster, lotId, 'award', { responseId })).toMatchObject(suspended);
  expect(await city.onLot(poster, lotId, 'appoint', { organisationId: idOf(people.b) })).toMatchObject(suspended);
  expect(await city.change(people.a, `/appointments/${waiting.id}/accept`, 1)).toMatchObject(suspended);
  for (const actor of [poster, people.a])
    expect(await city.call(actor, '/agreements', { method: 'POST', body: { awardId } })).toMatchObject(suspended);

  const member = await city.organisation('social_org', '将被停用的成员');
  const [open] = await city.need(people.poster, 'direct');
  const party = (who: Person, standing: 'leader' | 'confirmed') => ({
    organisationId: idOf(who),
    organisationName: who.actingFor?.organisationName ?? '',
    standing,
  });
  const parties = [party(people.b, 'leader'), party(member, 'confirmed')];
  const joint = await city.respond(open, people.b, { parties });
  expect((await city.sheet(people.poster, open)).candidates).toMatchObject([{ responseId: joint, whyNot: [] }]);
  await suspend(member);
  expect(await city.onLot(people.poster, open, 'award', { responseId: joint })).toMatchObject({
    status: 409,
    body: { reason: 'organisation.not-verified' },
  });
});

test('who stands at the wall of a need is told to its poster and to staff, to nobody else', async () => {
  const flaggedOrganisationIds = [idOf(people.c)];
  const [lotId] = await city.need(people.poster, 'direct', { flaggedOrganisationIds });
  for (const one of [people.poster, people.broker, people.officer])
    expect((await city.view(one, lotId)).need.flaggedOrganisationIds).toEqual(flaggedOrganisationIds);
  for (const one of [anonymous, people.a, people.c, await city.organisation('community', '别的社区')]) {
    const { status, body } = await city.call(one, `/lots/${lotId}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ need: { flaggedOrganisationIds: null } });
    expect(JSON.stringify(body)).not.toContain(idOf(people.c));
  }
});

test('everybody lists what concerns them', async () => {
  const mine = await city.organisation('community', '新社区');
  const [lotId] = await city.need(mine, 'direct');
  const [other] = await city.need(mine, 'claim', { money: { kind: 'none' } });
  const ids = async (who: Person, query = '') =>
    (await city.call<{ items: LotView[] }>(who, `/lots?limit=100${query}`)).body.items.map(({ id }) => id);
  expect(await ids(mine)).toEqual([other, lotId]);
  expect(await ids(mine, '&state=awarded')).toEqual([]);
  expect(await ids(people.broker, '&state=open')).toEqual(expect.arrayContaining([lotId, other]));
  expect(await ids(people.officer)).toEqual(expect.arrayContaining([lotId, other]));
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
