import type {
  ContactView,
  DeskTaskView,
  FollowUpView,
  NeedBody,
  OrganisationState,
  PersonActor,
  Problem,
  StaffBody,
} from '@duijie/contracts';
import { addDays, dayOf } from '@duijie/domain-kit';
import { aPerson, eventually } from '@duijie/testkit';
import { actingFor, deskCity, freshId, type DeskCity } from './desk-city';

type Page<T> = { items: T[]; nextCursor: string | null };
type Planned = FollowUpView & { next: FollowUpView | null };
type Kept = ContactView & { followUp: FollowUpView | null };
type Staff = { items: { personId: string; openTasks: number; absent: { deputy: { id: string } } | null }[] };

let city: DeskCity;
let association: OrganisationState;
let community: OrganisationState;
let need: NeedBody;
let version = 0;
/** Brokers of the association by name; the administrator is 王主任. */
const people = new Map<string, PersonActor>();
const who = (name: string): PersonActor => {
  const found = people.get(name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};
const as = (name: string) => city.as(who(name));
const today = () => dayOf(new Date());

/** Tells the desk who brokers now, and who is away. */
async function tellStaff(names: readonly string[], absences: StaffBody['absences'] = []): Promise<void> {
  version += 1;
  const members = names.map((name) => ({
    personId: who(name).personId,
    name,
    role: name === '王主任' ? ('administrator' as const) : ('broker' as const),
  }));
  const data = { organisationId: association.id, version, members, absences };
  await city.publish('staff.changed.v1', { type: 'staff', id: association.id }, version, data);
  await eventually(async () => {
    const [row] = await city.rows<{ sequence: string }>(
      'SELECT sequence FROM desk_staff_state WHERE association_id = ?',
      [association.id],
    );
    expect(Number(row?.sequence)).toBe(version);
  });
}

beforeAll(async () => {
  city = await deskCity('df');
  association = await city.organisation({ kind: 'association', name: '市物业协会', district: null });
  community = await city.organisation({ kind: 'community', name: '得胜南社区' });
  need = await city.need({ organisationId: community.id, organisationName: community.name });
  for (const name of ['王主任', '小李', '小张', '小周'])
    people.set(name, { ...actingFor(association, name === '王主任' ? 'administrator' : 'broker'), name });
  await tellStaff(['王主任', '小李', '小张', '小周']);
}, 60_000);
afterAll(() => city.stop());

const plan = async (name: string, body: object): Promise<FollowUpView> => {
  const answer = await as(name).create<FollowUpView>('/desk/follow-ups', { what: '回访', dueOn: today(), ...body });
  expect(answer.status).toBe(201);
  return answer.body;
};
const mine = async (name: string): Promise<FollowUpView[]> =>
  (await as(name).get<Page<FollowUpView>>('/desk/follow-ups?limit=100')).body.items;
const queue = async (name: string, query = 'whose=mine'): Promise<DeskTaskView[]> =>
  (await as(name).get<Page<DeskTaskView>>(`/desk/tasks?kinds=follow_up&limit=100&${query}`)).body.items;
const taskOf = async (name: string, followUpId: string): Promise<DeskTaskView | undefined> =>
  (await queue(name, 'whose=all')).find(({ subject }) => subject.id === followUpId);

test('a call is kept in one tap with the next step, and both stay within the association', async () => {
  const kept = await as('小李').create<Kept>('/desk/contacts', {
    needId: need.id,
    organisationId: community.id,
    result: 'call_back',
    note: '王书记周四再谈',
    next: { what: '周四回电', dueOn: today() },
  });
  expect(kept).toMatchObject({
    status: 201,
    body: {
      channel: 'phone',
      direction: 'out',
      by: { name: '小李' },
      followUp: { needId: need.id, title: need.title, assignee: { name: '小李' }, state: 'open' },
    },
  });
  await as('小张').create('/desk/contacts', { needId: need.id, result: 'reached', channel: 'wechat' });
  const log = await as('小周').get<Page<ContactView>>(`/desk/contacts?needId=${need.id}&limit=1`);
  expect(log.body.items).toMatchObject([{ channel: 'wechat', by: { name: '小张' } }]);
  const next = await as('小周').get<Page<ContactView>>(
    `/desk/contacts?needId=${need.id}&limit=1&cursor=${log.body.nextCursor}`,
  );
  expect(next.body.items).toMatchObject([{ note: '王书记周四再谈' }]);
  expect(
    (await as('小周').get<Page<ContactView>>(`/desk/contacts?organisationId=${community.id}`)).body.items,
  ).toHaveLength(1);

  const elsewhere = await city.organisation({ kind: 'association', name: '区物业协会' });
  const stranger = city.as(actingFor(elsewhere, 'administrator'));
  expect((await stranger.get<Page<ContactView>>(`/desk/contacts?needId=${need.id}`)).body.items).toEqual([]);
  expect((await stranger.get<Page<FollowUpView>>('/desk/follow-ups?whose=all')).body.items).toEqual([]);
  const followUpId = kept.body.followUp?.id ?? '';
  const tasks = await stranger.get<Page<DeskTaskView>>('/desk/tasks?kinds=follow_up');
  expect(tasks.body.items).toEqual([]);
  expect((await stranger.change('PATCH', `/desk/follow-ups/${followUpId}`, 1, { what: '别人的' })).status).toBe(404);
  expect((await stranger.change('POST', `/desk/follow-ups/${followUpId}/finish`, 1)).status).toBe(404);
  for (const actor of [actingFor(community), aPerson('property_firm'), aPerson('subdistrict', 'officer')]) {
    expect((await city.as(actor).get(`/desk/contacts?needId=${need.id}`)).status).toBe(403);
    expect((await city.as(actor).get('/desk/follow-ups')).status).toBe(403);
  }
});

test('what is logged is about something that is there, and not in the future', async () => {
  const faults = async (body: object): Promise<string[]> => {
    const answer = await as('小李').create<Problem>('/desk/contacts', { result: 'reached', ...body });
    expect(answer.status).toBe(422);
    return (answer.body.errors ?? []).map(({ pointer }) => pointer);
  };
  expect(await faults({})).toEqual(['']);
  expect(await faults({ needId: freshId(), organisationId: freshId() })).toEqual(['/needId', '/organisationId']);
  expect(await faults({ introductionId: freshId(), caseId: freshId() })).toEqual(['/caseId', '/introductionId']);
  expect(await faults({ needId: need.id, at: new Date(Date.now() + 3_600_000).toISOString() })).toEqual(['/at']);
  expect((await as('小李').get('/desk/contacts')).status).toBe(422);
  const other = await as('小李').create<Problem>('/desk/follow-ups', {
    needId: need.id,
    what: '回访',
    dueOn: today(),
    assigneeId: freshId(),
  });
  expect(other.body.errors?.[0]?.pointer).toBe('/assigneeId');
});

test('a follow-up stands in the queue from its day on; done there it is done here, and put off there it moves here', async () => {
  const [now, later] = [
    await plan('小张', { needId: need.id, what: '确认踏勘时间' }),
    await plan('小张', { needId: need.id, what: '月底再问', dueOn: addDays(today(), 20) }),
  ];
  expect((await mine('小张')).map(({ id }) => id)).toEqual([now.id, later.id]);
  const task = await taskOf('小张', now.id);
  expect(task).toMatchObject({
    title: need.title,
    details: { zh: '确认踏勘时间', day: today() },
    assignee: { personId: who('小张').personId },
  });
  expect(await taskOf('小张', later.id)).toBeUndefined();

  const moved = await as('小张').change<FollowUpView>('PATCH', `/desk/follow-ups/${later.id}`, 1, { dueOn: today() });
  expect(moved.body).toMatchObject({ version: 2, dueOn: today(), what: '月底再问' });
  expect(await taskOf('小张', later.id)).toMatchObject({ state: 'open' });
  expect((await as('小张').change('PATCH', `/desk/follow-ups/${later.id}`, 1, { what: '旧的' })).status).toBe(412);

  const snoozed = await taskOf('小张', later.id);
  const until = new Date(Date.now() + 5 * 86_400_000);
  await as('小张').change('POST', `/desk/tasks/${snoozed?.id}/snooze`, snoozed?.version ?? 0, {
    until: until.toISOString(),
  });
  expect((await mine('小张')).find(({ id }) => id === later.id)).toMatchObject({ dueOn: dayOf(until) });

  await as('小张').change('POST', `/desk/tasks/${task?.id}/finish`, task?.version ?? 0, { note: '已约周五' });
  const done = await as('小张').get<Page<FollowUpView>>('/desk/follow-ups?state=done');
  expect(done.body.items.map(({ id }) => id)).toEqual([now.id]);
  const again = await as('小张').change<Problem>('POST', `/desk/follow-ups/${now.id}/finish`, 2);
  expect(again).toMatchObject({ status: 409, body: { reason: 'follow-up.ended' } });
});

test('a follow-up is finished in one tap with its call and the next one', async () => {
  const one = await plan('小周', { needId: need.id, organisationId: community.id });
  const done = await as('小周').change<Planned>('POST', `/desk/follow-ups/${one.id}/finish`, 1, {
    contact: { result: 'agreed', note: '同意现场看' },
    next: { what: '发会议通知', dueOn: addDays(today(), 2) },
  });
  expect(done.body).toMatchObject({
    state: 'done',
    version: 2,
    next: {
      state: 'open',
      needId: need.id,
      organisationId: community.id,
      what: '发会议通知',
      assignee: { name: '小周' },
    },
  });
  expect(await taskOf('小周', one.id)).toBeUndefined();
  const log = await as('小周').get<Page<ContactView>>(`/desk/contacts?organisationId=${community.id}`);
  expect(log.body.items[0]).toMatchObject({ result: 'agreed', needId: need.id });
  const audit = await city.rows<{ action: string }>(
    'SELECT action FROM audit_entry WHERE aggregate_id = ? ORDER BY id',
    [one.id],
  );
  expect(audit.map(({ action }) => action)).toEqual(['follow-up.planned', 'follow-up.done']);
});

test('a deputy has the work of who is away among the own, while the absence runs', async () => {
  const one = await plan('小张', { needId: need.id, what: '请假期间要回的电话' });
  const [absentId, deputyId] = [who('小张').personId, who('小周').personId];
  const seen = async () => (await mine('小周')).some(({ id }) => id === one.id);
  expect(await seen()).toBe(false);
  const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const all = ['王主任', '小李', '小张', '小周'];
  await tellStaff(all, [{ absentId, deputyId, from: at(1), until: at(3) }]);
  expect(await seen()).toBe(false);
  await tellStaff(all, [{ absentId, deputyId, from: at(-1), until: at(3) }]);
  expect(await seen()).toBe(true);
  expect((await queue('小周')).some(({ subject }) => subject.id === one.id)).toBe(true);
  expect((await queue('小李')).some(({ subject }) => subject.id === one.id)).toBe(false);
  const staff = (await as('王主任').get<Staff>('/desk/staff')).body.items;
  expect(staff.find(({ personId }) => personId === absentId)?.absent).toMatchObject({ deputy: { id: deputyId } });
  // The deputy may do it, since it is theirs now.
  const task = await taskOf('小周', one.id);
  const done = await as('小周').change('POST', `/desk/tasks/${task?.id}/finish`, task?.version ?? 0, { note: null });
  expect(done.status).toBe(200);
  await tellStaff(all);
});

test('open work is handed over in one step: by oneself or an administrator, to a colleague, and written down', async () => {
  const [due, later] = [
    await plan('小李', { needId: need.id }),
    await plan('小李', { needId: need.id, dueOn: addDays(today(), 9) }),
  ];
  const [published] = (await as('小李').get<Page<DeskTaskView>>(`/desk/tasks?kinds=new_need&needId=${need.id}`)).body
    .items;
  await as('小李').change('POST', `/desk/tasks/${published?.id}/claim`, published?.version ?? 0);
  const body = { fromPersonId: who('小李').personId, toPersonId: who('小张').personId, reason: '产假' };
  const hand = (name: string, given: object = body) => as(name).create<Problem>('/desk/hand-over', given);

  expect(await hand('小周')).toMatchObject({ status: 403, body: { reason: 'hand-over.not-yours' } });
  for (const toPersonId of [freshId(), body.fromPersonId])
    expect((await hand('小李', { ...body, toPersonId })).body.errors?.[0]?.pointer).toBe('/toPersonId');

  const before = await mine('小李');
  const handed = await hand('小李');
  expect(handed).toMatchObject({ status: 201, body: { tasks: 1, followUps: before.length, cases: 0 } });
  expect(await mine('小李')).toEqual([]);
  const taken = await mine('小张');
  expect(taken.map(({ id }) => id)).toEqual(expect.arrayContaining([due.id, later.id]));
  expect(taken.find(({ id }) => id === due.id)).toMatchObject({ version: 2, assignee: { name: '小张' } });
  expect((await queue('小张')).some(({ subject }) => subject.id === due.id)).toBe(true);
  const [claimed] = await city.rows<{ broker_person_id: string }>(
    'SELECT broker_person_id FROM desk_task WHERE id = ?',
    [published?.id],
  );
  expect(claimed?.broker_person_id).toBe(body.toPersonId);
  const [entry] = await city.rows<{ actor: string; reason: string; data: string }>(
    `SELECT actor, reason, data FROM audit_entry WHERE action = 'desk.handed-over'`,
  );
  expect(entry).toMatchObject({ actor: body.fromPersonId, reason: '产假' });
  expect(JSON.parse(entry?.data ?? '{}')).toMatchObject({ toPersonId: body.toPersonId, tasks: [published?.id] });
  // Somebody else's by an administrator; there is nothing left of it.
  expect((await hand('王主任')).body).toMatchObject({ tasks: 0, followUps: 0, cases: 0 });
});

test('who no longer brokers leaves no work behind that nobody sees', async () => {
  const [due, later] = [
    await plan('小周', { needId: need.id }),
    await plan('小周', { needId: need.id, dueOn: addDays(today(), 9) }),
  ];
  await tellStaff(['王主任', '小李', '小张']);
  const unclaimed = await queue('王主任', 'whose=unclaimed');
  expect(unclaimed.some(({ subject }) => subject.id === due.id)).toBe(true);
  const all = (await as('王主任').get<Page<FollowUpView>>('/desk/follow-ups?whose=all&limit=100')).body.items;
  for (const { id } of [due, later]) expect(all.find((one) => one.id === id)?.assignee).toBeNull();
  const [held] = await city.rows<{ n: string }>('SELECT COUNT(*) AS n FROM desk_task WHERE broker_person_id = ?', [
    who('小周').personId,
  ]);
  const left = await city.rows('SELECT 1 FROM desk_task WHERE broker_person_id = ? AND state <> ?', [
    who('小周').personId,
    'done',
  ]);
  expect(Number(held?.n)).toBeGreaterThan(0);
  expect(left).toEqual([]);
  expect((await as('王主任').get<Staff>('/desk/staff')).body.items).toHaveLength(3);
  const released = await city.rows<{ actor: string }>(
    `SELECT actor FROM audit_entry WHERE action = 'desk.work-released'`,
  );
  expect(released).toEqual([{ actor: 'service.identity' }]);
  // An older word of the staff, come late, changes nothing.
  const members = [{ personId: who('小周').personId, name: '小周', role: 'broker' as const }];
  const old = { organisationId: association.id, version: 1, members, absences: [] };
  await city.publish('staff.changed.v1', { type: 'staff', id: association.id }, 1, old);
  await city.organisation({ name: '在它之后的事件' });
  expect((await as('王主任').get<Staff>('/desk/staff')).body.items).toHaveLength(3);
});

test('lists of follow-ups and of the log walk along their indexes', async () => {
  const plans = [
    `SELECT * FROM follow_up WHERE association_id = 'a' AND state = 'open' ORDER BY due_on, id LIMIT 21`,
    `SELECT * FROM follow_up WHERE association_id = 'a' AND assignee_id = 'b' AND state = 'open' ORDER BY due_on, id LIMIT 21`,
    `SELECT * FROM communication_log WHERE association_id = 'a' AND need_id = 'b' ORDER BY at DESC, id DESC LIMIT 21`,
    `SELECT * FROM desk_case WHERE association_id = 'a' AND state = 'open' ORDER BY id DESC LIMIT 21`,
  ];
  for (const sql of plans) {
    const [row] = await city.rows<{ key: string | null; Extra: string }>(`EXPLAIN ${sql}`);
    expect(row?.key).toMatch(/^ix_/);
    expect(row?.Extra).not.toContain('filesort');
  }
});
