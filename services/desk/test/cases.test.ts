import {
  type CaseView,
  type DeskTaskView,
  type FollowUpView,
  type ImportRowView,
  type ImportView,
  type OrganisationState,
  type PersonActor,
  type Problem,
} from '@duijie/contracts';
import { addDays, dayOf } from '@duijie/domain-kit';
import { actorHeaders, aNeedBody, anOrganisationState, aPerson, eventually, startBeside } from '@duijie/testkit';
import { randomUUID } from 'node:crypto';
import { deskModule } from '../src';
import { actingFor, freshId } from './desk-city';
import { draftingNeeds } from './drafting-needs';

type Page<T> = { items: T[]; nextCursor: string | null };
type Made = CaseView & { notPublished: string | null };
type City = Awaited<ReturnType<typeof startBeside>>;

const { service: needs, drafted, refuses } = draftingNeeds();

let city: City;
let association: OrganisationState;
let community: OrganisationState;
let broker: PersonActor;
let colleague: PersonActor;
const today = dayOf(new Date());

const told = (sql: string, rows: number, values: readonly unknown[] = []): Promise<void> =>
  eventually(async () => expect(await city.rows(sql, values)).toHaveLength(rows));
async function organisation(facts: Partial<OrganisationState>): Promise<OrganisationState> {
  const state = anOrganisationState(facts);
  await city.publish('organisation.changed.v1', { type: 'organisation', id: state.id }, state.version, state);
  await told('SELECT 1 FROM organisation_name WHERE id = ?', 1, [state.id]);
  return state;
}
beforeAll(async () => {
  city = await startBeside(deskModule, ['identity', needs, 'offers', 'matcher', 'deals'], 'dc', {
    DUIJIE_DESK_SWEEP_MS: '50',
  });
  association = await organisation({ kind: 'association', name: '市物业协会', district: null });
  community = await organisation({ kind: 'community', name: '青龙社区居民委员会', subdistrict: '青龙街道' });
  broker = { ...actingFor(association, 'broker'), name: '小李' };
  colleague = { ...actingFor(association, 'broker'), name: '小张' };
  const members = [broker, colleague].map(({ personId, name }) => ({ personId, name, role: 'broker' as const }));
  const staff = { organisationId: association.id, version: 1, members, absences: [] };
  await city.publish('staff.changed.v1', { type: 'staff', id: association.id }, 1, staff);
  await told('SELECT 1 FROM desk_staff', 2);
}, 60_000);
beforeEach(() => {
  refuses.submission = false;
});
afterAll(() => city.stop());

const headings = '外部编号,需求标题,发布单位,区,街道,联系人,电话,进展/状态,对接单位,下一步,下次联系日期,备注';
const sheet = (...rows: readonly (readonly string[])[]): string =>
  [headings, ...rows.map((row) => row.join(','))].join('\n');
const row = (id: string, title: string, facts: Partial<Record<number, string>> = {}): string[] => {
  const cells = [id, title, '青龙社区居民委员会', '成华区', '青龙街道', '王主任', '028-8451 2230', '已现场踏勘'];
  return [...cells, '', '催报价', today, '微信常联系'].map((cell, at) => facts[at] ?? cell);
};

async function report(id: string, state: ImportView['state']): Promise<{ view: ImportView; rows: ImportRowView[] }> {
  const view = await eventually(async () => {
    const { body } = await city.call<ImportView>(broker, `/imports/cases/${id}`);
    expect(body.state).toBe(state);
    return body;
  }, 20_000);
  const { body } = await city.call<Page<ImportRowView>>(broker, `/imports/cases/${id}/rows?limit=100`);
  return { view, rows: body.items };
}
async function load(content: string, source: string): Promise<{ view: ImportView; rows: ImportRowView[] }> {
  const form = new FormData();
  form.set('source', source);
  form.set('file', new File([content], '我的台账.csv'));
  const answer = await fetch(`${city.host.url}/api/v1/imports/cases`, {
    method: 'POST',
    headers: { ...actorHeaders(city.environment, broker), 'idempotency-key': randomUUID() },
    body: form,
  });
  const started = (await answer.json()) as ImportView;
  if (answer.status !== 201) throw new Error(JSON.stringify(started));
  return report(started.id, 'done');
}
const caseOf = async (id: string | null | undefined, actor: PersonActor = broker): Promise<CaseView> => {
  const answer = await city.call<CaseView>(actor, `/desk/cases/${id}`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const loadOne = async (id: string, title: string, facts: Partial<Record<number, string>> = {}): Promise<CaseView> => {
  const { rows } = await load(sheet(row(id, title, facts)), `one-${id}`);
  if (rows[0]?.outcome !== 'created') throw new Error(JSON.stringify(rows));
  return caseOf(rows[0].aggregateId);
};
const change = <T = CaseView>(one: CaseView, body: object, ifMatch = one.version) =>
  city.call<T>(broker, `/desk/cases/${one.id}`, { method: 'PATCH', ifMatch, body });
const stepsOf = async (caseId: string, state = 'open'): Promise<FollowUpView[]> =>
  (await city.call<Page<FollowUpView>>(broker, `/desk/follow-ups?whose=all&state=${state}&caseId=${caseId}`)).body
    .items;

test('a sheet of cases comes in with its Chinese headings: linked, sealed, and in the queue of its broker', async () => {
  const firm = await organisation({ name: '锦城电梯有限公司' });
  const { view, rows } = await load(
    sheet(
      row('A-1', '和美小区加装电梯', { 8: '锦城电梯有限公司' }),
      row('A-2', '院坝环境整治', { 2: '还没来的社区', 6: '', 9: '', 10: '' }),
      row('A-3', '楼道照明改造', { 7: '已完成' }),
      row('A-4', '', {}),
      row('A-5', '车棚充电', { 10: '下周三' }),
      row('A-1', '同一编号'),
    ),
    '小李台账',
  );
  expect(view.counts).toMatchObject({ created: 3, refused: 3 });
  expect(rows.map(({ outcome, faults }) => [outcome, faults[0]?.heading ?? null])).toEqual([
    ['created', null],
    ['created', null],
    ['created', null],
    ['refused', '需求标题'],
    ['refused', '下次联系日期'],
    ['refused', '外部编号'],
  ]);
  const one = await caseOf(rows[0]?.aggregateId);
  expect(one).toMatchObject({
    title: '和美小区加装电梯',
    poster: { name: community.name, organisationId: community.id },
    counterpart: { name: firm.name, organisationId: firm.id },
    district: '成华区',
    contact: { name: '王主任', phone: '028-8451 2230' },
    progress: '已现场踏勘',
    nextStep: '催报价',
    nextOn: today,
    state: 'open',
    assignee: { name: '小李' },
    origin: { source: '小李台账', externalId: 'A-1' },
    needId: null,
  });
  expect(await caseOf(rows[1]?.aggregateId)).toMatchObject({
    poster: { name: '还没来的社区', organisationId: null },
    contact: { name: '王主任', phone: null },
    nextStep: null,
  });
  expect(await caseOf(rows[2]?.aggregateId)).toMatchObject({ state: 'done', nextStep: null });

  const queue = await city.call<Page<DeskTaskView>>(broker, '/desk/tasks?kinds=follow_up&whose=mine');
  expect(queue.body.items.find(({ title }) => title === one.title)).toMatchObject({
    details: { zh: '催报价', day: today },
    assignee: { personId: broker.personId },
  });
  // The telephone number stands nowhere in the database, neither in the case nor in what was kept of the file.
  const tables = await city.rows<{ t: string }>(
    'SELECT table_name AS t FROM information_schema.tables WHERE table_schema = DATABASE()',
  );
  for (const { t } of tables) expect(JSON.stringify(await city.rows(`SELECT * FROM ${t}`))).not.toContain('8451 2230');
  const list = await city.call<Page<object>>(colleague, '/desk/cases?limit=100');
  expect(JSON.stringify(list.body)).not.toContain('8451');

  const template = await fetch(`${city.host.url}/api/v1/imports/cases/template.csv`, {
    headers: actorHeaders(city.environment, broker),
  });
  expect((await template.text()).replace('\uFEFF', '').trim()).toBe(headings);
});

test('loaded once more nothing changes; a changed row changes its case, unless it was dealt with here', async () => {
  const source = '再次导入';
  const first = await load(sheet(row('B-1', '加装电梯'), row('B-2', '环境整治')), source);
  const [lift, yard] = first.rows.map(({ aggregateId }) => aggregateId);
  const again = await load(sheet(row('B-1', '加装电梯'), row('B-2', '环境整治')), source);
  expect(again.view.counts).toMatchObject({ created: 0, updated: 0, unchanged: 2 });

  await change(await caseOf(yard), { progress: '已报价' });
  const next = addDays(today, 3);
  const changed = await load(
    sheet(row('B-1', '加装电梯', { 7: '已报价', 9: '送合同', 10: next }), row('B-2', '环境整治', { 7: '别的' })),
    source,
  );
  expect(changed.rows.map(({ outcome }) => outcome)).toEqual(['updated', 'refused']);
  expect(changed.rows[1]?.faults[0]?.detail.zh).toContain('请在平台上修改');
  expect(await caseOf(lift)).toMatchObject({ progress: '已报价', nextStep: '送合同', nextOn: next });
  expect(await stepsOf(lift ?? '')).toHaveLength(1);
  expect(await caseOf(yard)).toMatchObject({ progress: '已报价' });
});

test('an import is taken back, but for what somebody has worked on since', async () => {
  const { view, rows } = await load(
    sheet(row('C-1', '没动过'), row('C-2', '改过'), row('C-3', '打过电话'), row('C-4', '跟进过')),
    '要撤销的',
  );
  const [idle, altered, called, followed] = rows.map(({ aggregateId }) => aggregateId ?? '');
  await change(await caseOf(altered), { note: '已约' });
  await city.call(broker, '/desk/contacts', { method: 'POST', body: { caseId: called, result: 'reached' } });
  const [step] = await stepsOf(followed ?? '');
  await city.call(broker, `/desk/follow-ups/${step?.id}/finish`, { method: 'POST', ifMatch: 1, body: {} });
  await city.call(broker, `/imports/cases/${view.id}/undo`, { method: 'POST', ifMatch: view.version });
  const undone = await report(view.id, 'undone');
  expect(undone.rows.map(({ outcome }) => outcome)).toEqual(['undone', 'kept', 'kept', 'kept']);
  expect((await city.call(broker, `/desk/cases/${idle}`)).status).toBe(404);
  expect((await city.call(broker, `/desk/cases/${altered}`)).status).toBe(200);
  const open = await city.rows(`SELECT 1 FROM desk_task t JOIN follow_up f ON f.id = t.subject_id
    WHERE f.case_id = '${idle}' AND t.state <> 'done'`);
  expect(open).toEqual([]);
  // Its row may come again.
  expect((await load(sheet(row('C-1', '没动过')), '要撤销的')).view.counts).toMatchObject({ created: 1 });
});

test('a case is linked when its poster and its need come to the platform, without getting in the way of its import', async () => {
  const cells = row('D-1', '老院落消防改造', { 2: '新桥社区居民委员会', 8: '新来的消防公司' });
  const loaded = await load(sheet(cells), '链接');
  const one = await caseOf(loaded.rows[0]?.aggregateId);
  expect(one.poster.organisationId).toBeNull();
  const poster = await organisation({ kind: 'community', name: '新桥社区居民委员会' });
  const firm = await organisation({ name: '新来的消防公司' });
  await eventually(async () =>
    expect(await caseOf(one.id)).toMatchObject({
      version: one.version,
      poster: { organisationId: poster.id },
      counterpart: { organisationId: firm.id },
    }),
  );
  const facts = { organisationId: poster.id, organisationName: poster.name, title: '老院落消防改造' };
  const need = aNeedBody(facts);
  await city.publish('need.published.v1', { type: 'need', id: need.id }, need.version, need);
  await eventually(async () => expect((await caseOf(one.id)).needId).toBe(need.id));
  const changed = await load(sheet(cells.map((cell) => (cell === '已现场踏勘' ? '已签约' : cell))), '链接');
  expect(changed.view.counts).toMatchObject({ updated: 1 });
  expect(await caseOf(one.id)).toMatchObject({ progress: '已签约', needId: need.id });
  // A need that is there already is found at once.
  expect(await loadOne('D-2', need.title, { 2: poster.name })).toMatchObject({ needId: need.id });
});

test('in one tap it becomes a need of its poster, drafted on behalf of it, and once only', async () => {
  const one = await loadOne('E-1', '活动室适老化改造');
  const make = (ifMatch: number, body: object = {}) =>
    city.call<Made & Problem>(broker, `/desk/cases/${one.id}/need`, { method: 'POST', ifMatch, body });
  const [made, twin] = await Promise.all([make(one.version), make(one.version)]);
  // The other one meets it under way, or done.
  expect([made.status, twin.status].filter((status) => status !== 409 && status !== 412)).toEqual([200]);
  const { needId } = await caseOf(one.id);
  const found = [...drafted.values()].filter(({ need }) => need.title === one.title);
  expect(found.map(({ need }) => need.id)).toEqual([needId]);
  expect(found[0]?.by).toMatchObject({
    personId: broker.personId,
    actingFor: { organisationId: community.id, kind: 'community', role: 'editor' },
    onBehalf: {
      channel: 'paper',
      note: '由在办事项转入（one-E-1 E-1）',
      brokerOrganisationId: association.id,
      brokerOrganisationName: association.name,
    },
  });
  expect(found[0]?.need.description).toBe('活动室适老化改造\n已现场踏勘');
  const again = await make(one.version + 1);
  expect(again).toMatchObject({ status: 409, body: { reason: 'case.has-need' } });
  // Calls about the case go on while its need is a draft that the desk knows nothing of.
  const [step] = await stepsOf(one.id);
  const finished = await city.call(broker, `/desk/follow-ups/${step?.id}/finish`, {
    method: 'POST',
    ifMatch: step?.version ?? 0,
    body: { contact: { result: 'reached' }, next: { what: '补齐材料', dueOn: today } },
  });
  expect(finished.status).toBe(200);
  expect(await caseOf(one.id)).toMatchObject({ nextStep: '补齐材料' });
});

test('it is published where that is asked for, and says why not where that does not go', async () => {
  const make = async (one: CaseView) =>
    city.call<Made>(broker, `/desk/cases/${one.id}/need`, {
      method: 'POST',
      ifMatch: one.version,
      body: { publish: true, channel: 'phone', said: '王主任同意发布', description: '把活动室改成适老的' },
    });
  const published = await make(await loadOne('F-1', '老年活动室'));
  expect(published.body).toMatchObject({ notPublished: null });
  const made = drafted.get(published.body.needId ?? '');
  expect(made).toMatchObject({
    need: { state: 'responding', description: '把活动室改成适老的' },
    by: { onBehalf: { channel: 'phone', note: '王主任同意发布' } },
  });
  refuses.submission = true;
  const kept = await make(await loadOne('F-2', '日间照料'));
  expect(kept).toMatchObject({ status: 200, body: { notPublished: expect.stringContaining('缺少决策依据') } });
  expect(drafted.get(kept.body.needId ?? '')?.need.state).toBe('draft');
});

test('no need is made of a case whose poster is not there, or acts itself', async () => {
  const make = (one: CaseView) =>
    city.call<Problem>(broker, `/desk/cases/${one.id}/need`, { method: 'POST', ifMatch: one.version, body: {} });
  const before = drafted.size;
  const unknown = await loadOne('G-1', '没有单位', { 2: '不在平台的社区' });
  expect(await make(unknown)).toMatchObject({ status: 409, body: { reason: 'case.poster-unknown' } });
  const street = await organisation({ kind: 'subdistrict', name: '青龙街道办事处' });
  expect(await make(await loadOne('G-2', '街道的事', { 2: street.name }))).toMatchObject({
    status: 409,
    body: { reason: 'case.poster-kind' },
  });
  const done = (await change(await loadOne('G-3', '做完了'), { state: 'done' })).body;
  expect(await make(done)).toMatchObject({ status: 409, body: { reason: 'case.ended' } });
  expect(drafted.size).toBe(before);
  // With the poster named by hand it goes.
  const named = await change(unknown, { posterOrganisationId: community.id });
  expect((await make(named.body)).status).toBe(200);
});

test('a case is changed by hand: its next step is one follow-up, which ends with it', async () => {
  const one = await loadOne('H-1', '加装雨棚', { 9: '', 10: '' });
  expect(await stepsOf(one.id)).toEqual([]);
  const planned = (await change(one, { nextStep: '问施工队' })).body;
  expect(planned).toMatchObject({ nextStep: '问施工队', nextOn: today, version: one.version + 1 });
  const moved = (await change(planned, { nextOn: addDays(today, 7) })).body;
  expect(moved).toMatchObject({ nextStep: '问施工队', nextOn: addDays(today, 7) });
  expect(await stepsOf(one.id)).toHaveLength(1);
  const second = await city.call<Problem>(broker, '/desk/follow-ups', {
    method: 'POST',
    body: { caseId: one.id, what: '再来一个', dueOn: today },
  });
  expect(second).toMatchObject({ status: 409, body: { reason: 'follow-up.case-has-one' } });
  expect((await change(moved, { note: '旧版本' }, one.version)).status).toBe(412);
  for (const body of [{ posterOrganisationId: freshId() }, { needId: freshId() }, { assigneeId: freshId() }])
    expect((await change<Problem>(moved, body)).body.errors?.[0]?.pointer).toBe(`/${Object.keys(body)[0]}`);

  const contact = { name: '赵师傅', phone: '139 0000 5678' };
  const held = (await change(moved, { contact, assigneeId: colleague.personId })).body;
  expect(held).toMatchObject({ contact, assignee: { name: '小张' } });
  const audit = await city.rows<{ data: string }>('SELECT data FROM audit_entry WHERE aggregate_id = ?', [one.id]);
  expect(JSON.stringify(audit)).not.toContain('5678');
  const ended = (await change(held, { state: 'done' })).body;
  expect(ended).toMatchObject({ state: 'done', nextStep: null });
  expect(await stepsOf(one.id)).toEqual([]);
  expect(await stepsOf(one.id, 'done')).toHaveLength(1);
  expect((await change<Problem>(ended, { note: '晚了' })).body.reason).toBe('case.ended');
  expect((await change(ended, { state: 'open' })).body).toMatchObject({ state: 'open' });
});

test('cases are one association’s own, and are handed over with the rest', async () => {
  const one = await loadOne('I-1', '只给自己看');
  const elsewhere = actingFor(await organisation({ kind: 'association', name: '区物业协会' }), 'administrator');
  expect((await city.call(elsewhere, `/desk/cases/${one.id}`)).status).toBe(404);
  expect((await city.call(elsewhere, `/desk/cases/${one.id}`, { method: 'PATCH', ifMatch: 1, body: {} })).status).toBe(
    404,
  );
  expect(
    (await city.call(elsewhere, `/desk/cases/${one.id}/need`, { method: 'POST', ifMatch: 1, body: {} })).status,
  ).toBe(404);
  expect((await city.call<Page<CaseView>>(elsewhere, '/desk/cases')).body.items).toEqual([]);
  expect((await city.call(aPerson('community'), '/desk/cases')).status).toBe(403);
  expect((await city.call(actingFor(community), '/imports/cases')).status).toBe(403);

  const mine = (await city.call<Page<CaseView>>(broker, '/desk/cases?whose=mine&limit=100')).body.items;
  const body = { fromPersonId: broker.personId, toPersonId: colleague.personId, reason: '调岗' };
  const handed = await city.call<{ cases: number }>(broker, '/desk/hand-over', { method: 'POST', body });
  expect(handed.body.cases).toBe(mine.length);
  expect((await city.call<Page<CaseView>>(broker, '/desk/cases?whose=mine')).body.items).toEqual([]);
  expect(await caseOf(one.id)).toMatchObject({ assignee: { name: '小张' } });
  expect((await stepsOf(one.id))[0]?.assignee).toMatchObject({ name: '小张' });
});
