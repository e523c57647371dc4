import type {
  AgreementBody,
  AppointmentBody,
  DeskTerms,
  IntroductionView,
  ObjectionBody,
  Problem,
  ResponseBody,
} from '@duijie/contracts';
import { eventually, moveClock } from '@duijie/testkit';
import { actingFor, aLot, freshId } from './desk-city';
import { dayMs, deskOffice, type DeskOffice } from './desk-office';

jest.setTimeout(30_000);
let city: DeskOffice['city'];
let community: DeskOffice['community'];
let firm: DeskOffice['firm'];
let wang: DeskOffice['wang'];
let li: DeskOffice['li'];
let head: DeskOffice['head'];
let aNeed: DeskOffice['aNeed'];
let shown: DeskOffice['shown'];
let kinds: DeskOffice['kinds'];
let theTask: DeskOffice['theTask'];
let step: DeskOffice['step'];
let matched: DeskOffice['matched'];
let introduce: DeskOffice['introduce'];
beforeAll(async () => {
  ({ city, community, firm, wang, li, head, aNeed, shown, kinds, theTask, step, matched, introduce } =
    await deskOffice('dq'));
}, 60_000);
afterAll(() => city.stop());

test('what waits for screening is in the queue until it was looked at, whatever the order of the events', async () => {
  const submitted = await aNeed({ state: 'submitted', publishedAt: null });
  const task = await theTask(submitted.id, 'screen');
  expect(task).toMatchObject({ title: submitted.title, poster: { name: community.name }, assignee: null });
  const byHand = await step<Problem>(wang, task, 'finish');
  expect(byHand).toMatchObject({ status: 409, body: { reason: 'task.reason-stands' } });
  await city.need({ ...submitted, version: 2, state: 'responding', publishedAt: new Date().toISOString() });
  await eventually(async () => expect(await kinds(submitted.id)).toEqual(['new_need']));
  expect((await shown(submitted.id, 'done')).screen).toMatchObject({ done: { by: 'reason_gone' } });
  // The older event comes late and changes nothing.
  await city.publish('need.drafted.v1', { type: 'need', id: submitted.id }, 1, submitted);
  await aNeed();
  expect(await kinds(submitted.id)).toEqual(['new_need']);

  const back = await aNeed({ state: 'submitted', publishedAt: null });
  await theTask(back.id, 'screen');
  await city.need({ ...back, version: 2, state: 'returned' });
  await eventually(async () => expect(await kinds(back.id)).toEqual([]));
});

test('matches bring an introduction, and say why where there is no supply', async () => {
  const need = await aNeed();
  await matched(need, 1, {
    suggested: 0,
    best: [],
    whyNone: [{ zh: '三家不服务本区', en: 'Three do not serve the district' }],
  });
  expect((await theTask(need.id, 'no_supply')).details.whyNone).toEqual([
    { zh: '三家不服务本区', en: 'Three do not serve the district' },
  ]);
  await matched(need, 2);
  const task = await theTask(need.id, 'introduce');
  expect(task.details).toMatchObject({
    zh: '有 1 个服务包匹配，可以推介',
    best: [{ providerId: firm.id, score: 8600 }],
  });
  expect(await kinds(need.id)).toEqual(['introduce', 'new_need']);
  // Somebody takes it: then somebody looks after the need.
  await step(wang, task, 'claim');
  await eventually(async () => expect(await kinds(need.id)).toEqual(['introduce']));
  const one = await introduce(need);
  expect(await kinds(need.id)).toEqual([]);
  await city.as(wang).change('POST', `/introductions/${one.id}/withdraw`, one.version);
  // It was tried: the same package is not proposed again, another one is.
  expect(await kinds(need.id)).toEqual([]);
  const other = {
    packageId: freshId(),
    packageTitle: '托管',
    providerId: freshId(),
    providerName: '他家',
    score: 7000,
  };
  await matched(need, 3, { suggested: 2, best: [other] });
  const again = await theTask(need.id, 'introduce');
  expect(again.assignee).toMatchObject({ personId: wang.personId });
  await city.lot(aLot(need, { responseCount: 1 }));
  await eventually(async () => expect(await kinds(need.id)).toEqual([]));
});

test('finished by hand, a task comes back only for a new reason', async () => {
  const need = await aNeed();
  await matched(need, 1, { suggested: 0, best: [], whyNone: [{ zh: '没有资质', en: 'No qualification' }] });
  const task = await theTask(need.id, 'no_supply');
  const done = await step(wang, task, 'finish', { note: '已请区里协调' });
  expect(done.body).toMatchObject({ state: 'done', done: { by: 'broker', note: '已请区里协调' } });
  await matched(need, 2, { suggested: 0, best: [], whyNone: [{ zh: '没有资质', en: 'No qualification' }] });
  await matched(need, 3, { suggested: 0, best: [], whyNone: [{ zh: '没有运力', en: 'No capacity' }] });
  const again = await theTask(need.id, 'no_supply');
  expect(again).toMatchObject({ id: task.id, details: { whyNone: [{ zh: '没有运力' }] }, done: null });
});

test('a flag waits in the queue for a decision: on an introduction of a poster, and on a response', async () => {
  const led = await city.organisation({ kind: 'volunteer_group' });
  const poster = await city.organisation({
    kind: 'community',
    affiliations: [{ type: 'leads', organisationId: led.id }],
  });
  const need = await aNeed({ organisationId: poster.id });
  const asked = await city.as(actingFor(poster)).create<{ items: [IntroductionView] }>('/introductions', {
    needId: need.id,
    providers: [{ providerId: led.id }],
  });
  const task = await theTask(need.id, 'flag');
  expect(task).toMatchObject({ subject: { type: 'introduction' }, provider: { organisationId: led.id } });
  await city.as(wang).change('POST', `/introductions/${asked.body.items[0].id}/conflict-decision`, 1, {
    decision: 'refuse',
    reason: '同一账户',
  });
  expect((await shown(need.id)).flag).toBeUndefined();

  const response: ResponseBody = {
    id: freshId(),
    version: 1,
    lotId: need.lots[0]?.id ?? '',
    needId: need.id,
    attempt: 1,
    state: 'submitted',
    posterId: poster.id,
    needTitle: need.title,
    organisationId: firm.id,
    organisationName: firm.name,
    packageId: null,
    packageVersion: null,
    members: [],
    conflict: 'flagged',
    submittedAt: new Date().toISOString(),
    updatedAt: new Date().toISOString(),
    demo: false,
  };
  const tell = (one: ResponseBody) =>
    city.publish('response.changed.v1', { type: 'response', id: one.id }, one.version, one);
  await tell(response);
  expect(await theTask(need.id, 'flag')).toMatchObject({ subject: { type: 'response', id: response.id } });
  await tell({ ...response, version: 2, conflict: 'cleared' });
  await eventually(async () => expect((await shown(need.id)).flag).toBeUndefined());
});

test('objections, decisions that do not come and late deliveries come by their own time', async () => {
  const need = await aNeed();
  const objection: ObjectionBody = {
    id: freshId(),
    version: 1,
    lotId: need.lots[0]?.id ?? '',
    needId: need.id,
    needTitle: need.title,
    awardId: freshId(),
    posterId: community.id,
    organisationId: null,
    organisationName: null,
    state: 'asked',
    answerDueAt: new Date(Date.now() + dayMs).toISOString(),
    updatedAt: new Date().toISOString(),
    demo: false,
  };
  const object = (one: ObjectionBody) =>
    city.publish('objection.changed.v1', { type: 'objection', id: one.id }, one.version, one);
  await object(objection);
  expect(await theTask(need.id, 'objection')).toMatchObject({ dueAt: objection.answerDueAt, provider: null });
  await object({ ...objection, version: 2, state: 'answered', answerDueAt: null });
  await eventually(async () => expect((await shown(need.id)).objection).toBeUndefined());

  // Terms are data: with none left, what waited for a week is due at once for what comes now.
  const terms = (await city.as(wang).get<DeskTerms>('/desk/terms')).body;
  expect(terms).toMatchObject({ version: 1, answerDays: 3, decideDays: 5 });
  const { version: _v, ...days } = terms;
  expect((await city.as(wang).change('PUT', '/desk/terms', 1, days)).status).toBe(403);
  const changed = await city.as(head).change<DeskTerms>('PUT', '/desk/terms', 1, { ...days, decideDays: 2 });
  expect(changed.body).toMatchObject({ version: 2, decideDays: 2 });
  const lot = aLot(need, { state: 'deciding', responsesDueAt: new Date(Date.now() - dayMs).toISOString() });
  await city.lot(lot);
  const longAgo = aLot(need, {
    id: freshId(),
    title: '早已截止',
    state: 'deciding',
    responsesDueAt: new Date(Date.now() - 3 * dayMs).toISOString(),
  });
  await city.lot(longAgo);
  expect(await theTask(need.id, 'deciding')).toMatchObject({ subject: { id: longAgo.id } });
  await city.lot({ ...longAgo, version: 2, state: 'awarded' });
  await eventually(async () => expect((await shown(need.id)).deciding).toBeUndefined());

  const yesterday = new Date(Date.now() - 2 * dayMs).toISOString().slice(0, 10);
  const milestone = { id: freshId(), title: '首月保洁', dueOn: yesterday, state: 'planned' as const, amountFen: null };
  const agreement: AgreementBody = {
    id: freshId(),
    version: 1,
    needId: need.id,
    lotId: lot.id,
    awardId: freshId(),
    needTitle: need.title,
    posterId: community.id,
    posterName: community.name,
    leadId: firm.id,
    leadName: firm.name,
    packageId: null,
    packageVersion: null,
    components: [],
    priceFen: null,
    state: 'signed',
    signedOn: yesterday,
    startsOn: yesterday,
    endsOn: null,
    milestones: [milestone],
    paidFen: 0,
    endedAt: null,
    because: null,
    updatedAt: new Date().toISOString(),
    demo: false,
  };
  const agree = (one: AgreementBody) =>
    city.publish('agreement.changed.v1', { type: 'agreement', id: one.id }, one.version, one);
  await agree(agreement);
  expect(await theTask(need.id, 'delivery_overdue')).toMatchObject({
    provider: { organisationId: firm.id },
    details: { day: yesterday, zh: '“首月保洁”已过期，还没有交付' },
  });
  await agree({ ...agreement, version: 2, milestones: [{ ...milestone, state: 'delivered' }] });
  await eventually(async () => expect((await shown(need.id)).delivery_overdue).toBeUndefined());
});

test('a direct request and a formal objection that wait too long come to the queue, and go with their answer', async () => {
  const need = await aNeed({ mode: 'direct' });
  const at = city.deps.clock.now().toISOString();
  const request: AppointmentBody = {
    id: freshId(),
    version: 1,
    lotId: need.lots[0]?.id ?? '',
    needId: need.id,
    needTitle: need.title,
    posterId: community.id,
    posterName: community.name,
    organisationId: firm.id,
    organisationName: firm.name,
    packageId: null,
    state: 'waiting',
    askedAt: at,
    updatedAt: at,
    demo: false,
  };
  const ask = (one: AppointmentBody) =>
    city.publish('appointment.changed.v1', { type: 'appointment', id: one.id }, one.version, one);
  const objection: ObjectionBody = {
    id: freshId(),
    version: 1,
    lotId: request.lotId,
    needId: need.id,
    needTitle: need.title,
    awardId: freshId(),
    posterId: community.id,
    organisationId: firm.id,
    organisationName: firm.name,
    state: 'formal',
    answerDueAt: new Date(Date.parse(at) + dayMs).toISOString(),
    updatedAt: at,
    demo: false,
  };
  const object = (one: ObjectionBody) =>
    city.publish('objection.changed.v1', { type: 'objection', id: one.id }, one.version, one);
  await ask(request);
  await object(objection);
  // While somebody is asked, nobody has to look for a provider.
  await eventually(async () => expect(await kinds(need.id)).toEqual(['objection']));
  await moveClock(city.environment, 3 * dayMs + 1000);
  expect(await theTask(need.id, 'answer_outstanding')).toMatchObject({
    subject: { type: 'appointment', id: request.id },
    provider: { organisationId: firm.id },
    details: { zh: `${firm.name} 还没有回应直接对接邀约` },
  });
  expect(await theTask(need.id, 'answer_overdue')).toMatchObject({ dueAt: objection.answerDueAt });
  await ask({ ...request, version: 2, state: 'lapsed' });
  await object({ ...objection, version: 2, answerDueAt: null });
  await eventually(async () => expect(await kinds(need.id)).toEqual(['new_need', 'objection']));
  expect(await theTask(need.id, 'objection')).toMatchObject({ details: { zh: '正式异议已答复，待裁定' } });
  await object({ ...objection, version: 3, state: 'dismissed', answerDueAt: null });
  await eventually(async () => expect(await kinds(need.id)).toEqual(['new_need']));
});

test('an introduction without an answer comes to whoever made it once the clock says so', async () => {
  const need = await aNeed();
  const one = await introduce(need);
  const untouched = await aNeed();
  const silent = await introduce(untouched, li);
  await city.as(actingFor(firm)).change('POST', `/introductions/${one.id}/answer`, one.version, { answer: 'declined' });
  expect(await kinds(untouched.id)).toEqual([]);
  await moveClock(city.environment, 3 * dayMs + 1000);
  const task = await theTask(untouched.id, 'answer_outstanding');
  expect(task).toMatchObject({
    subject: { type: 'introduction', id: silent.id },
    assignee: { personId: li.personId },
    provider: { name: firm.name },
  });
  expect((await shown(need.id)).answer_outstanding).toBeUndefined();
  const declined = await step(li, task, 'call-result', { result: 'declined', note: '忙不过来' });
  expect(declined.body).toMatchObject({ state: 'done', done: { by: 'reason_gone' } });
  const after = await city.as(li).get<IntroductionView>(`/introductions/${silent.id}`);
  expect(after.body).toMatchObject({ state: 'declined', answeredBy: 'broker', reason: '忙不过来' });
});
