import type {
  AgreementBody,
  AppointmentBody,
  NeedBody,
  NoticeGroupText,
  NoticeView,
  ObjectionBody,
  OrganisationState,
  PersonActor,
  UnreadNotices,
} from '@duijie/contracts';
import { eventually, moveClock } from '@duijie/testkit';
import { actingFor, aLot, deskCity, freshId, type DeskCity } from './desk-city';

const day = 86_400_000;
jest.setTimeout(30_000);
let city: DeskCity;
let association: OrganisationState;
let community: OrganisationState;
let firm: OrganisationState;
let li: PersonActor;
let zhao: PersonActor;
let provider: PersonActor;

beforeAll(async () => {
  city = await deskCity('dnd');
  association = await city.organisation({ kind: 'association', name: '市物业管理协会', district: null });
  community = await city.organisation({ kind: 'community', name: '得胜南社区' });
  firm = await city.organisation({ kind: 'property_firm', name: '锦江物业服务有限公司' });
  li = actingFor(community);
  zhao = actingFor(community, 'editor');
  provider = actingFor(firm);
}, 60_000);
afterAll(() => city.stop());

const aNeed = (facts: Partial<NeedBody> = {}): Promise<NeedBody> =>
  city.need({ organisationId: community.id, organisationName: community.name, ...facts });
const about = async (who: PersonActor, subjectId: string): Promise<NoticeView[]> =>
  (await city.as(who).get<{ items: NoticeView[] }>('/notices?limit=100')).body.items.filter(
    ({ subject }) => subject.id === subjectId,
  );

test('a direct request is told to the provider, and its answer to who asked; done on behalf it is told once', async () => {
  const need = await aNeed({ mode: 'direct', title: '请物业应急值守' });
  const lot = aLot(need);
  const asked: AppointmentBody = {
    id: freshId(),
    version: 1,
    lotId: lot.id,
    needId: need.id,
    needTitle: need.title,
    posterId: community.id,
    posterName: community.name,
    organisationId: firm.id,
    organisationName: firm.name,
    packageId: null,
    state: 'waiting',
    askedAt: new Date().toISOString(),
    updatedAt: new Date().toISOString(),
    demo: false,
  };
  const say = (body: AppointmentBody, actor?: PersonActor) =>
    city.publish('appointment.changed.v1', { type: 'appointment', id: body.id }, body.version, body, actor);
  await say(asked);
  const [told] = await eventually(async () => {
    const found = await about(provider, lot.id);
    expect(found.map(({ kind }) => kind)).toEqual(['appointment_asked']);
    return found;
  });
  expect(told).toMatchObject({ topic: 'introduction', path: `/lots/${lot.id}`, title: { zh: '直接对接邀约' } });
  const { body } = await city.as(provider).get<NoticeGroupText>(`/notices/${told?.id}/group-text`);
  expect(body.zh).toContain('得胜南社区邀请你们直接承接需求《请物业应急值守》');
  const acting: PersonActor = {
    ...actingFor(firm, 'editor'),
    name: '王芳',
    onBehalf: {
      channel: 'phone',
      note: '来电接受',
      brokerOrganisationId: association.id,
      brokerOrganisationName: association.name,
    },
  };
  await say({ ...asked, version: 2, state: 'accepted' }, acting);
  await say({ ...asked, version: 3, state: 'accepted' }, acting);
  await eventually(async () =>
    expect((await about(li, lot.id)).map(({ kind }) => kind)).toEqual(['appointment_accepted']),
  );
  await eventually(async () =>
    expect(await city.rows('SELECT sequence FROM appointment_copy WHERE id = ?', [asked.id])).toMatchObject([
      { sequence: '3' },
    ]),
  );
  expect((await about(provider, lot.id)).map(({ kind }) => kind)).toEqual(['done_on_behalf', 'appointment_asked']);
});

test('the poster hears of a formal objection that it has not answered in time, and not of one that it has', async () => {
  const need = await aNeed();
  const anObjection = (lotId: string): ObjectionBody => ({
    id: freshId(),
    version: 1,
    lotId,
    needId: need.id,
    needTitle: need.title,
    awardId: freshId(),
    posterId: community.id,
    organisationId: firm.id,
    organisationName: firm.name,
    state: 'formal',
    answerDueAt: new Date(city.deps.clock.now().getTime() + day).toISOString(),
    updatedAt: new Date().toISOString(),
    demo: false,
  });
  const say = (body: ObjectionBody) =>
    city.publish('objection.changed.v1', { type: 'objection', id: body.id }, body.version, body);
  const silent = anObjection(freshId());
  const answered = anObjection(freshId());
  await say(silent);
  await say(answered);
  await say({ ...answered, version: 2, answerDueAt: null });
  await eventually(async () =>
    expect(await city.rows('SELECT sequence FROM objection_copy WHERE id = ?', [answered.id])).toMatchObject([
      { sequence: '2' },
    ]),
  );
  await eventually(async () =>
    expect((await about(li, silent.lotId)).map(({ kind }) => kind)).toEqual(['objection_formal']),
  );
  await moveClock(city.environment, day + 1000);
  const [overdue] = await eventually(async () => {
    const found = await about(li, silent.lotId);
    expect(found.map(({ kind }) => kind)).toEqual(['answer_overdue', 'objection_formal']);
    return found;
  });
  expect(overdue).toMatchObject({ topic: 'reminder', path: `/lots/${silent.lotId}` });
  await eventually(async () =>
    expect(await city.rows(`SELECT 1 FROM notice_due WHERE need_id = ? AND state = 'waiting'`, [need.id])).toEqual([]),
  );
  expect((await about(li, answered.lotId)).map(({ kind }) => kind)).toEqual(['objection_formal']);
  expect(JSON.stringify(overdue)).not.toContain(firm.name);
});

test('those introduced hear of the term, who delivers of the day, who accepts of what waits; once each', async () => {
  const now = Date.now();
  const need = await aNeed({ responsesDueAt: new Date(now + 5 * day).toISOString() });
  await city.as(actingFor(association, 'broker')).create('/introductions', {
    needId: need.id,
    providers: [{ providerId: firm.id }],
  });
  const milestone = { title: '清运完成', amountFen: null, state: 'planned' as const };
  const agreement: AgreementBody = {
    id: freshId(),
    version: 1,
    needId: need.id,
    lotId: freshId(),
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
    signedOn: null,
    startsOn: null,
    endsOn: null,
    milestones: [
      { ...milestone, id: freshId(), dueOn: new Date(now + 8 * day).toISOString().slice(0, 10) },
      { ...milestone, id: freshId(), dueOn: null },
    ],
    paidFen: 0,
    endedAt: null,
    because: null,
    updatedAt: new Date(now).toISOString(),
    demo: false,
  };
  const say = (body: AgreementBody) =>
    city.publish('agreement.changed.v1', { type: 'agreement', id: body.id }, body.version, body);
  await say(agreement);
  const milestones = agreement.milestones.map((one, i) => (i === 1 ? { ...one, state: 'delivered' as const } : one));
  await eventually(async () => expect(await about(li, agreement.id)).toHaveLength(1));
  await say({ ...agreement, version: 2, milestones });
  await eventually(async () => expect(await about(li, agreement.id)).toHaveLength(2));
  expect(await about(provider, need.id)).toEqual([]);

  await moveClock(city.environment, 2.5 * day);
  await eventually(async () =>
    expect((await about(provider, need.id)).map(({ kind }) => kind)).toEqual(['responses_due']),
  );
  await moveClock(city.environment, 3 * day);
  const kinds = async (who: PersonActor, id: string) => (await about(who, id)).map(({ kind }) => kind);
  await eventually(async () => {
    expect(await kinds(provider, need.id)).toEqual(['responses_due', 'responses_due']);
    expect(await kinds(provider, agreement.id)).toContain('delivery_due');
    expect(await kinds(li, agreement.id)).toContain('acceptance_waiting');
  });
  const waiting = await city.rows(`SELECT kind FROM notice_due WHERE need_id = ? AND state = 'waiting'`, [need.id]);
  expect(waiting).toEqual([]);
  await moveClock(city.environment, 40 * day);
  await eventually(async () =>
    expect((await city.as(zhao).get<UnreadNotices>('/notices/unread-count')).body.count).toBe(0),
  );
});
