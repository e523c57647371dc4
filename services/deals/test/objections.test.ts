import type { AwardView, ObjectionView } from '@duijie/contracts';
import { anonymous, eventually, moveClock } from '@duijie/testkit';
import { decidedCity, idOf, type DecidedCity, type People, type Person } from './decided-city';

const day = 86_400_000;
let city: DecidedCity;
let people: People;
beforeAll(async () => {
  city = await decidedCity('dob');
  people = await city.people();
}, 60_000);
afterAll(() => city.stop());
const awardOf = (answer: { body: unknown }) => answer.body as AwardView;
const objectionOf = (answer: { body: unknown }) => answer.body as ObjectionView;
const criteria = [{ name: '总体', weight: 100 }];
async function posted(noticeDays = 3, flaggedOrganisationIds: string[] = []) {
  const pkg = await city.packageOf(people.a);
  const [lotId] = await city.need(people.poster, 'open_call', {
    flaggedOrganisationIds,
    terms: { sealed: true, leastResponses: 2, noticeDays, evaluation: 'scored' },
  });
  const won = await city.respond(lotId, people.a, { priceFen: 15_000_000, packageId: pkg });
  const lost = await city.respond(lotId, people.b, { priceFen: 15_500_000 });
  await city.close(lotId);
  const award = awardOf(
    await city.onLot(people.poster, lotId, 'award', {
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
  expect(await raise(people.b, lotId, { text: '太晚了' })).toMatchObject({
    status: 409,
    body: { reason: 'award.no-notice' },
  });
});

test('one award that cannot take effect keeps no other waiting', async () => {
  const broken = await posted();
  const good = await posted();
  await city.rows(`UPDATE award SET ranking = 'no json', notice_until = NOW(3) - INTERVAL 1 YEAR WHERE id = ?`, [
    broken.award.id,
  ]);
  await moveClock(city.environment, 4 * day);
  await eventually(async () => expect((await city.lot(good.lotId)).award?.state).toBe('effective'));
  expect((await city.lot(broken.lotId)).award?.state).toBe('notice');
  await city.rows(`UPDATE award SET ranking = '[]' WHERE id = ?`, [broken.award.id]);
  await eventually(async () => expect((await city.lot(broken.lotId)).award?.state).toBe('effective'));
});

test('a question goes through a broker unnamed, and is answered; nobody reads who asked, not in the events either', async () => {
  const { lotId } = await posted();
  const asked = objectionOf(await raise(people.b, lotId, { text: '乙社工想知道评分依据' }));
  expect(asked).toMatchObject({ state: 'asked', organisationId: idOf(people.b), yours: true });
  expect(await raise(people.b, lotId, { text: '再问' })).toMatchObject({
    status: 409,
    body: { reason: 'objection.already' },
  });
  const outsider = await city.organisation('property_firm', '旁观者');
  expect((await raise(outsider, lotId, { text: '旁观' })).status).toBe(403);
  expect((await raise(people.a, lotId, { text: '我赢了' })).status).toBe(403);
  for (const who of [people.poster, outsider, people.a])
    expect((await city.call(who, `/objections/${asked.id}`)).status).toBe(404);
  expect((await step(people.poster, asked, 'answer', { text: '见附件' })).status).toBe(404);
  const seen = (await city.call<ObjectionView>(people.broker, `/objections/${asked.id}`)).body;
  expect(seen).toMatchObject({ organisationId: null, organisationName: null, yours: false });
  const passed = objectionOf(await step(people.broker, asked, 'pass', { text: '有响应方想知道评分依据' }));
  const forPoster = (await city.call<{ items: ObjectionView[] }>(people.poster, `/lots/${lotId}/objections`)).body;
  expect(forPoster.items).toMatchObject([{ text: '有响应方想知道评分依据', organisationId: null }]);
  expect(JSON.stringify(forPoster)).not.toContain(idOf(people.b));
  const answered = objectionOf(await step(people.poster, passed, 'answer', { text: '按公布的评分表' }));
  expect(answered).toMatchObject({ state: 'answered', organisationId: null });
  expect((await city.call<{ items: ObjectionView[] }>(people.c, `/lots/${lotId}/objections`)).body.items).toEqual([]);
  expect((await city.lot(lotId)).award?.state).toBe('notice');
  const told = await city.told('objection.changed.v1', asked.id);
  expect(told.map(({ data }) => data['state'])).toEqual(['asked', 'asked', 'answered']);
  expect(told.map(({ data }) => data['passedAt'])).toEqual([null, passed.passedAt, passed.passedAt]);
  expect(JSON.stringify(told)).not.toContain(idOf(people.b));
  expect(JSON.stringify(told)).not.toContain(people.b.personId);
});

test('where the association screened the need, an officer of the area passes a question on; its brokers do not', async () => {
  const { lotId } = await posted(3, [idOf(people.broker)]);
  const asked = objectionOf(await raise(people.b, lotId, { text: '想知道评分依据' }));
  expect(await step(people.broker, asked, 'pass')).toMatchObject({
    status: 403,
    body: { reason: 'conflict.own-matter' },
  });
  const passed = objectionOf(await step(people.officer, asked, 'pass', { text: '有响应方想知道评分依据' }));
  expect(passed).toMatchObject({ state: 'asked', organisationId: null, passedText: '有响应方想知道评分依据' });
  const answered = objectionOf(await step(people.poster, passed, 'answer', { text: '按公布的评分表' }));
  expect(answered).toMatchObject({ state: 'answered', organisationId: null });
});

test('questions end when the result takes effect, answered or not, with the reason', async () => {
  const { lotId } = await posted();
  const asked = objectionOf(await raise(people.b, lotId, { text: '想知道评分依据' }));
  await moveClock(city.environment, 5 * day);
  await eventually(async () => expect((await city.lot(lotId)).award?.state).toBe('effective'));
  const over = (await city.call<ObjectionView>(people.b, `/objections/${asked.id}`)).body;
  expect(over).toMatchObject({ state: 'withdrawn', decision: '公示期已结束', answerDueAt: null });
  expect((await step(people.broker, over, 'pass')).status).toBe(409);
  const told = await city.told('objection.changed.v1', asked.id);
  expect(told.map(({ data }) => data['state'])).toEqual(['asked', 'withdrawn']);
  expect(JSON.stringify(told)).not.toContain(idOf(people.b));
});

test('a formal objection stops the notice; dismissed, the notice goes on for what was left of it', async () => {
  const { lotId } = await posted();
  await moveClock(city.environment, day);
  const asked = objectionOf(await raise(people.b, lotId, { text: '评分有误' }));
  const before = Date.parse((await city.lot(lotId)).award?.noticeUntil ?? '');
  const at = city.deps.clock.now().getTime();
  const formal = objectionOf(await step(people.b, asked, 'formal'));
  expect(formal).toMatchObject({ state: 'formal', organisationId: idOf(people.b) });
  expect(Date.parse(formal.answerDueAt ?? '')).toBeGreaterThan(at + 7 * day);
  expect(await city.lot(lotId)).toMatchObject({ award: { state: 'objected' } });
  expect(await city.view(people.poster, lotId)).toMatchObject({ nextStep: { code: 'decide_objection' } });
  expect(await city.onLot(people.poster, lotId, 'award/cancel', { reason: '算了' })).toMatchObject({
    status: 409,
    body: { reason: 'award.objected' },
  });
  await moveClock(city.environment, 10 * day);
  expect((await city.lot(lotId)).award?.state).toBe('objected');
  const answered = objectionOf(await step(people.poster, formal, 'answer', { text: '复核无误' }));
  expect(answered.state).toBe('formal');
  const told = await city.told('objection.changed.v1', asked.id);
  expect(told.map(({ data }) => data['answerDueAt'])).toEqual([null, formal.answerDueAt, null]);
  expect((await step(people.poster, answered, 'decide', { outcome: 'dismissed', reason: '无误' })).status).toBe(403);
  const decided = await step(people.officer, answered, 'decide', { outcome: 'dismissed', reason: '复核无误' });
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
  const formal = objectionOf(await raise(people.b, lotId, { text: '资质造假', formal: true }));
  expect(await city.used(pkg)).toBe(1);
  const upheld = await step(people.broker, formal, 'decide', { outcome: 'upheld', reason: '资质不实' });
  expect(upheld).toMatchObject({ status: 200, body: { state: 'upheld' } });
  expect(await city.lot(lotId)).toMatchObject({ state: 'deciding', award: null });
  expect(await city.response(won)).toMatchObject({ state: 'disqualified' });
  expect(await city.response(lost)).toMatchObject({ state: 'opened' });
  expect(await city.used(pkg)).toBe(0);
  const next = awardOf(await city.onLot(people.poster, lotId, 'award', { responseId: lost }));
  expect(next).toMatchObject({ state: 'notice', organisationId: idOf(people.b) });
  expect(next.id).not.toBe(award.id);
});

test('an association that is concerned does not decide; whoever objected takes it back, and the notice goes on', async () => {
  const { lotId } = await posted();
  const own = await city.organisation('association', '另一协会', {}, 'broker');
  const rival = await city.respond(lotId, own);
  expect(await city.response(rival)).not.toBeNull();
  const formal = objectionOf(await raise(people.b, lotId, { text: '有误', formal: true }));
  expect(await step(own, formal, 'decide', { outcome: 'dismissed', reason: '无误' })).toMatchObject({
    status: 403,
    body: { reason: 'conflict.own-matter' },
  });
  expect(await step(people.b, formal, 'withdraw')).toMatchObject({ status: 200, body: { state: 'withdrawn' } });
  expect((await city.lot(lotId)).award?.state).toBe('notice');
});
