import {
  deskTaskKinds,
  type DeskTaskCount,
  type DeskTaskView,
  type FollowUpView,
  type IntroductionView,
  type Problem,
} from '@duijie/contracts';
import { aPerson, eventually } from '@duijie/testkit';
import { dayOf } from '@duijie/domain-kit';
import { taskListStatement } from '../src/queue/persistence/task.repository';
import { actingFor, freshId } from './desk-city';
import { dayMs, deskOffice, type DeskOffice, type Tasks } from './desk-office';

jest.setTimeout(30_000);
let city: DeskOffice['city'];
let association: DeskOffice['association'];
let community: DeskOffice['community'];
let firm: DeskOffice['firm'];
let wang: DeskOffice['wang'];
let li: DeskOffice['li'];
let head: DeskOffice['head'];
let aNeed: DeskOffice['aNeed'];
let kinds: DeskOffice['kinds'];
let theTask: DeskOffice['theTask'];
let step: DeskOffice['step'];
let introduce: DeskOffice['introduce'];
beforeAll(async () => {
  ({ city, association, community, firm, wang, li, head, aNeed, kinds, theTask, step, introduce } =
    await deskOffice('dk'));
}, 60_000);
afterAll(() => city.stop());

test('eight claim one task at once: one has it, seven hear who', async () => {
  const need = await aNeed();
  const task = await theTask(need.id, 'new_need');
  const crowd = Array.from({ length: 8 }, (_, i) => ({ ...actingFor(association, 'broker'), name: `撮合${i}` }));
  const answers = await Promise.all(
    crowd.map((who) =>
      city.as(who).change<DeskTaskView & Problem>('POST', `/desk/tasks/${task.id}/claim`, task.version),
    ),
  );
  const won = answers.filter(({ status }) => status === 200);
  expect(won).toHaveLength(1);
  const holder = won[0]?.body.assignee?.name ?? '';
  for (const { status, body } of answers.filter((answer) => answer.status !== 200))
    expect([status, body.reason, body.detail]).toEqual([409, 'task.taken', `已由${holder}接手`]);
  const audited = await city.rows(`SELECT 1 FROM audit_entry WHERE aggregate_id = ? AND action = 'task.claimed'`, [
    task.id,
  ]);
  expect(audited).toHaveLength(1);
});

test('a task is dispatched, given back and put off by whoever has it or an administrator', async () => {
  const need = await aNeed();
  const task = await theTask(need.id, 'new_need');
  const stranger = await step<Problem>(wang, task, 'dispatch', { personId: freshId() });
  expect(stranger).toMatchObject({ status: 422, body: { errors: [{ pointer: '/personId' }] } });
  const given = (await step(wang, task, 'dispatch', { personId: li.personId, note: '你熟这一片' })).body;
  expect(given.assignee).toEqual({ personId: li.personId, name: li.name, organisationId: association.id });
  expect(await step(wang, given, 'release')).toMatchObject({ status: 403, body: { reason: 'task.not-yours' } });
  expect(await step(wang, given, 'finish')).toMatchObject({ status: 403 });
  const moved = (await step(head, given, 'dispatch', { personId: wang.personId })).body;
  expect(moved.assignee?.name).toBe(wang.name);
  expect((await step(wang, { ...moved, version: 1 }, 'snooze', { until: new Date(Date.now() + dayMs) })).status).toBe(
    412,
  );
  const past = await step<Problem>(wang, moved, 'snooze', { until: new Date(Date.now() - dayMs).toISOString() });
  expect(past).toMatchObject({ status: 422, body: { errors: [{ pointer: '/until' }] } });
  const until = new Date(Date.now() + 3 * dayMs).toISOString();
  const off = (await step(wang, moved, 'snooze', { until })).body;
  expect(off).toMatchObject({ dueAt: until, snoozed: true });
  // What happens to the need meanwhile does not wake it.
  await city.need({ ...need, version: 2, title: '改了标题' });
  await eventually(async () =>
    expect(await theTask(need.id, 'new_need')).toMatchObject({ title: '改了标题', dueAt: until }),
  );
  const free = (await step(wang, await theTask(need.id, 'new_need'), 'release')).body;
  expect(free.assignee).toBeNull();
  const outsider = city.as(aPerson('association', 'viewer'));
  expect((await outsider.get('/desk/tasks')).status).toBe(403);
  expect((await city.as(actingFor(community)).get(`/desk/tasks/${task.id}`)).status).toBe(403);
});

test('calls are noted in one tap: the log has them, the next date moves, an answer by phone is the provider’s', async () => {
  const need = await aNeed();
  const one = await introduce(need);
  const path = `/introductions/${one.id}/call-result`;
  expect(await kinds(need.id)).toEqual([]);
  const asked = await city.as(wang).change<Problem>('POST', path, one.version, { result: 'call_back' });
  expect(asked).toMatchObject({ status: 422, body: { errors: [{ pointer: '/callBackAt' }] } });
  const noAnswer = await city.as(wang).change<IntroductionView>('POST', path, one.version, { result: 'no_answer' });
  expect(noAnswer).toMatchObject({ status: 200, body: { state: 'introduced', version: 1 } });
  const [waiting] = await city.rows<{ due_at: Date; call_result: string; state: string }>(
    `SELECT due_at, call_result, state FROM desk_task WHERE kind = 'answer_outstanding' AND subject_id = ?`,
    [one.id],
  );
  expect(waiting?.call_result).toBe('no_answer');
  expect(Math.abs(Number(waiting?.due_at) - Date.now() - dayMs)).toBeLessThan(20_000);
  const yes = await city.as(wang).change<IntroductionView>('POST', path, one.version, {
    result: 'interested',
    note: '李经理说可以接',
  });
  expect(yes.body).toMatchObject({ state: 'interested', answeredBy: 'broker', reason: '李经理说可以接' });
  const log = await city
    .as(wang)
    .get<{ items: { result: string; organisationId: string; by: { name: string } }[] }>(
      `/desk/contacts?introductionId=${one.id}`,
    );
  expect(log.body.items.map(({ result, by }) => [result, by.name])).toEqual([
    ['interested', wang.name],
    ['no_answer', wang.name],
  ]);
  expect(log.body.items[0]?.organisationId).toBe(firm.id);

  const other = await aNeed();
  const task = await theTask(other.id, 'new_need');
  const callBackAt = new Date(Date.now() + 5 * 3_600_000).toISOString();
  const called = await step(li, task, 'call-result', { result: 'call_back', callBackAt, note: '下午再打' });
  expect(called.body).toMatchObject({
    dueAt: callBackAt,
    assignee: { name: li.name },
    lastCall: { result: 'call_back' },
  });
});

test('a follow-up and its task say the same, wherever it is taken, put off or done', async () => {
  const need = await aNeed();
  const today = dayOf(new Date());
  const planned = await city.as(wang).create<FollowUpView>('/desk/follow-ups', {
    what: '问问业委会定了没有',
    dueOn: today,
    needId: need.id,
  });
  const task = await theTask(need.id, 'follow_up');
  expect(task).toMatchObject({
    subject: { type: 'follow_up', id: planned.body.id },
    details: { zh: '问问业委会定了没有', day: today },
    assignee: { personId: wang.personId },
  });
  const followUp = async (): Promise<FollowUpView | undefined> => {
    const found = await Promise.all(
      ['open', 'done'].map((state) =>
        city.as(wang).get<{ items: FollowUpView[] }>(`/desk/follow-ups?whose=all&needId=${need.id}&state=${state}`),
      ),
    );
    return found.flatMap(({ body }) => body.items)[0];
  };
  const free = (await step(wang, task, 'release')).body;
  expect((await followUp())?.assignee).toBeNull();
  const taken = (await step(li, free, 'claim')).body;
  expect((await followUp())?.assignee).toMatchObject({ id: li.personId });
  // Another association neither sees nor counts it.
  const elsewhere = await city.organisation({ kind: 'association', name: '别的协会', district: null });
  const foreign = city.as(actingFor(elsewhere, 'broker'));
  expect((await foreign.get(`/desk/tasks/${task.id}`)).status).toBe(404);
  expect((await foreign.change('POST', `/desk/tasks/${task.id}/finish`, taken.version)).status).toBe(404);
  expect((await foreign.get<Tasks>('/desk/tasks?kinds=follow_up&limit=100')).body.items).toEqual([]);
  const until = new Date(Date.now() + 5 * dayMs);
  await step(li, taken, 'snooze', { until: until.toISOString() });
  expect((await followUp())?.dueOn).toBe(dayOf(until));
  expect(await kinds(need.id)).toEqual(['new_need']);
  const later = await followUp();
  await city.as(li).change('PATCH', `/desk/follow-ups/${planned.body.id}`, later?.version ?? 0, { dueOn: today });
  const back = await theTask(need.id, 'follow_up');
  await step(li, back, 'finish');
  expect(await followUp()).toMatchObject({ state: 'done' });
});

test('the list is sorted by due date, narrowed, paged, and counted by kind', async () => {
  const before = (await city.as(li).get<{ items: DeskTaskCount[] }>('/desk/tasks/counts')).body.items;
  const needs = [await aNeed(), await aNeed(), await aNeed()];
  const tasks = await Promise.all(needs.map(({ id }) => theTask(id, 'new_need')));
  await step(li, tasks[0] as DeskTaskView, 'claim');
  const after = (await city.as(li).get<{ items: DeskTaskCount[] }>('/desk/tasks/counts')).body.items;
  const count = (items: DeskTaskCount[]) => items.find(({ kind }) => kind === 'new_need');
  expect(after.map(({ kind }) => kind)).toEqual(before.map(({ kind }) => kind));
  expect(after).toHaveLength(deskTaskKinds.length);
  expect((count(after)?.open ?? 0) - (count(before)?.open ?? 0)).toBe(3);
  expect((count(after)?.mine ?? 0) - (count(before)?.mine ?? 0)).toBe(1);
  expect((count(after)?.unclaimed ?? 0) - (count(before)?.unclaimed ?? 0)).toBe(2);

  const mine = await city.as(li).get<Tasks>('/desk/tasks?whose=mine&kinds=new_need,no_supply&limit=100');
  expect(mine.body.items.map(({ id }) => id)).toContain(tasks[0]?.id);
  expect(mine.body.items.every(({ assignee }) => assignee?.personId === li.personId)).toBe(true);
  const free = await city.as(li).get<Tasks>('/desk/tasks?whose=unclaimed&kinds=new_need&limit=100');
  expect(free.body.items.map(({ id }) => id)).toEqual(expect.arrayContaining([tasks[1]?.id ?? '', tasks[2]?.id ?? '']));
  expect(free.body.items.every(({ assignee }) => assignee === null)).toBe(true);
  const walked: DeskTaskView[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { body: Tasks } = await city
      .as(li)
      .get<Tasks>(`/desk/tasks?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
    walked.push(...page.body.items);
    cursor = page.body.nextCursor;
  }
  const whole = (await city.as(li).get<Tasks>('/desk/tasks?limit=100')).body.items;
  expect(walked.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
  expect(whole.map(({ dueAt }) => dueAt)).toEqual(whole.map(({ dueAt }) => dueAt).toSorted());
  const due = await city.as(li).get<Tasks>(`/desk/tasks?dueBy=${new Date().toISOString()}&limit=100`);
  expect(due.body.items.every(({ dueAt }) => new Date(dueAt) <= new Date())).toBe(true);
});

test('every way of narrowing the list walks along an index without a sort', async () => {
  const base = { state: 'open' as const, associationId: association.id };
  for (const filter of [
    base,
    { ...base, dueBy: new Date() },
    { ...base, kinds: ['introduce' as const] },
    { ...base, holders: [li.personId] },
    { ...base, holders: [null] },
    { ...base, holders: [null], kinds: ['introduce' as const] },
    { ...base, needId: freshId() },
  ]) {
    const { sql, values } = taskListStatement(filter, { dueAt: new Date(0), id: freshId() }, 21);
    const plan = await city.rows<{ table: string; key: string | null; type: string; Extra: string }>(
      `EXPLAIN ${sql}`,
      values,
    );
    const walks = plan.filter(({ table }) => table === 'desk_task');
    expect(walks).toHaveLength(1);
    expect(walks.map(({ type }) => type)).not.toContain('ALL');
    expect(walks.map(({ Extra }) => Extra).join()).not.toContain('filesort');
  }
});
