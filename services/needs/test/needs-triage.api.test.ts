import type { NeedTriage, NeedView } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { aPerson, testNamespace } from '@duijie/testkit';
import { anOrganisation, needOf } from './needs-city';
import { association, far, four, startNeighbourhood, street, twin, type Neighbourhood } from './neighbourhood';

let city: Neighbourhood;
beforeAll(async () => {
  city = await startNeighbourhood(testNamespace('ndt'));
}, 60_000);
afterAll(() => city.host.stop());

const lift = { ...four, title: '水碾巷加装电梯', description: '六层楼没有电梯，老人上下楼困难，想加装电梯。' };
const byTwin = (body: object = { ...lift, title: '加装电梯', place: {} }): Promise<NeedView> =>
  city.published(body, city.member(twin));
const merge = (into: NeedView, duplicates: readonly { id: string; version: number }[], ifMatch = into.version) =>
  city.call(city.officer(), 'POST', `/needs/${into.id}/merge`, {
    ifMatch,
    body: { reason: '同一条街的同一件事', duplicates: duplicates.map(({ id, version }) => ({ needId: id, version })) },
  });
const outcomeOf = async (needId: string) => (await city.eventsOf(needId)).at(-1)?.data['outcome'];
const joinsOf = async (needId: string) =>
  ((await city.call(city.broker(), 'GET', `/needs/${needId}/joins`)).body as { items: { organisationId: string }[] })
    .items;
const triageOf = async (needId: string): Promise<NeedTriage> => {
  const answer = await city.call(city.officer(), 'GET', `/needs/${needId}/triage`);
  expect(answer.status).toBe(200);
  return answer.body as NeedTriage;
};

test('needs are merged into one; their posters and whoever joined them join it, and hear why', async () => {
  const third = anOrganisation({ name: '三圣社区', community: '三圣社区' });
  await city.tell([third]);
  const [survivor, one, own] = [await city.published(lift), await byTwin(), await city.published(lift)];
  const joined = await city.call(city.member(third), 'POST', `/needs/${one.id}/joins`, { body: { note: '也是老楼' } });
  expect(joined.status).toBe(201);
  const merged = await merge(survivor, [one, own]);
  expect(merged).toMatchObject({ status: 200, body: { id: survivor.id, state: 'responding' } });

  expect(needOf(await city.call(city.member(twin), 'GET', `/needs/${one.id}`))).toMatchObject({
    state: 'duplicate_of',
    duplicateOf: survivor.id,
  });
  // The poster's own other need brings no join of itself; the note of a join goes with it.
  expect(await joinsOf(survivor.id)).toMatchObject([
    { organisationId: twin.id, note: null },
    { organisationId: third.id, note: '也是老楼' },
  ]);
  const told = {
    reason: '同一条街的同一件事',
    duplicateOf: { needId: survivor.id, title: survivor.title },
    referredTo: null,
  };
  expect(await outcomeOf(one.id)).toEqual(told);
  expect(await outcomeOf(own.id)).toEqual(told);
  const last = (await city.eventsOf(survivor.id)).at(-1);
  expect(last).toMatchObject({ sequence: survivor.version + 1, type: 'need.changed.v1' });
  expect(last?.data).toMatchObject({ joinedOrganisationIds: [twin.id, third.id] });
  expect(last?.data).not.toHaveProperty('outcome');
  // Neither is for the public.
  const shown = needOf(await city.call(aPerson('property_firm'), 'GET', `/needs/${one.id}`));
  expect(Object.keys(shown)).not.toContain('outcome');
  expect(Object.keys(shown)).not.toContain('joinedOrganisationIds');

  // Once more changes nothing: it is a duplicate already.
  const again = await merge(survivor, [{ id: one.id, version: one.version + 1 }], survivor.version + 1);
  expect(again).toMatchObject({ status: 409, body: { reason: 'need.wrong-state' } });
});

test('all are merged or none, by whoever may screen them, into one that takes responses', async () => {
  const [survivor, one, gone] = [await city.published(lift), await byTwin(), await city.published(lift)];
  await city.call(city.poster(), 'POST', `/needs/${gone.id}/withdraw`, {
    ifMatch: gone.version,
    body: { reason: '不做了' },
  });
  const refused = async (...given: Parameters<typeof merge>) => {
    const answer = await merge(...given);
    expect(needOf(await city.call(city.broker(), 'GET', `/needs/${one.id}`)).state).toBe('responding');
    expect(await joinsOf(survivor.id)).toEqual([]);
    return { status: answer.status, ...(answer.body as { reason?: string; errors?: { pointer: string }[] }) };
  };
  expect(await refused(survivor, [one, { id: gone.id, version: gone.version + 1 }])).toMatchObject({ status: 409 });
  expect(await refused(survivor, [one, { ...gone, version: 1 }])).toMatchObject({
    status: 422,
    errors: [{ pointer: '/duplicates/1/version' }],
  });
  expect(await refused(survivor, [one, { id: newId(Date.now()), version: 1 }])).toMatchObject({
    errors: [{ pointer: '/duplicates/1/needId' }],
  });
  expect(await refused(survivor, [one, one])).toMatchObject({ errors: [{ pointer: '/duplicates/1/needId' }] });
  expect(await refused(survivor, [survivor])).toMatchObject({ errors: [{ pointer: '/duplicates/0/needId' }] });
  expect(await refused(survivor, [one], survivor.version + 5)).toMatchObject({ status: 412 });
  expect(await refused({ ...gone, version: gone.version + 1 }, [one])).toMatchObject({ reason: 'need.not-open' });
  // A need of another area is not there for an officer of this one.
  const elsewhere = await city.published({ ...four, place: {} }, city.member(far));
  expect((await merge(elsewhere, [one])).status).toBe(403);
  const byPoster = await city.call(city.poster(), 'POST', `/needs/${survivor.id}/merge`, {
    ifMatch: survivor.version,
    body: { reason: '一起', duplicates: [{ needId: one.id, version: one.version }] },
  });
  expect(byPoster.status).toBe(403);
});

test('two merges at once leave one need, whichever comes first', async () => {
  const [a, b] = [await city.published(lift), await byTwin()];
  const answers = await Promise.all([merge(a, [b]), merge(b, [a])]);
  const states = await Promise.all(
    [a, b].map(async ({ id }) => needOf(await city.call(city.broker(), 'GET', `/needs/${id}`)).state),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(states.toSorted()).toEqual(['duplicate_of', 'responding']);
});

test('the author hears what became of a need that is returned, referred, withdrawn or a duplicate', async () => {
  const why = async (step: string, body: object) => {
    const need = await city.published(lift);
    const by = step === 'withdraw' ? city.poster() : city.officer();
    const answer = await city.call(by, 'POST', `/needs/${need.id}/${step}`, { ifMatch: need.version, body });
    expect(answer.status).toBe(200);
    return outcomeOf(need.id);
  };
  const nowhere = { duplicateOf: null, referredTo: null };
  expect(await why('return', { reason: '请写明期限' })).toEqual({ reason: '请写明期限', ...nowhere });
  expect(await why('withdraw', { reason: '已解决' })).toEqual({ reason: '已解决', ...nowhere });
  expect(await why('refer', { reason: '属住建职责', name: '区住建局' })).toEqual({
    reason: '属住建职责',
    duplicateOf: null,
    referredTo: { organisationId: null, name: '区住建局' },
  });
  const other = await city.published(lift);
  expect(await why('duplicate', { duplicateOf: other.id })).toEqual({
    reason: null,
    duplicateOf: { needId: other.id, title: other.title },
    referredTo: null,
  });
  expect(await outcomeOf(other.id)).toBeUndefined();
});

test('a screener is shown what may be the same, the likeliest first, and who is responsible', async () => {
  const rule = {
    jurisdiction: { code: '510100', zh: '成都市' },
    validFrom: null,
    source: '市委办公厅文件',
    status: 'known',
    evidence: null,
    retired: false,
    matter: '既有住宅增设电梯',
  };
  const enter = (body: object) => city.call(city.administrator(), 'POST', '/responsibilities', { body });
  const need = await city.draft({ ...lift, title: '水碾巷8号院想装电梯' });
  const leaves = [need.components[0]?.code];
  const housing = anOrganisation({ name: '锦江区住房建设和交通运输局', kind: 'department', subdistrict: null });
  await city.tell([
    housing,
    anOrganisation({ name: '郫都区住建局', kind: 'department', district: '郫都区', subdistrict: null }),
  ]);
  const assists = await enter({ ...rule, leaves, role: 'assists', body: { kind: 'subdistrict', zh: '街道办事处' } });
  const leads = await enter({ ...rule, leaves, role: 'leads', body: { kind: 'department', zh: '住房建设' } });
  expect([assists.status, leads.status]).toEqual([201, 201]);
  await enter({ ...rule, leaves: ['owners.voting'], role: 'leads', body: { kind: 'department', zh: '民政' } });

  const same = await city.published(lift);
  const other = await byTwin({ ...four, title: '端午文艺演出', description: '请文艺队来院坝演出。', place: {} });
  await city.published({ ...lift, place: {} }, city.member(far));
  const submitted = await city.call(city.poster(), 'POST', `/needs/${need.id}/submit`, { ifMatch: need.version });
  expect(submitted.status).toBe(200);
  const triage = await triageOf(need.id);
  expect(triage.duplicates[0]).toMatchObject({ because: ['same_poster', 'same_compound', 'leaves', 'words'] });
  const ids = triage.duplicates.map((each) => each.need.id);
  expect(ids).toContain(same.id);
  expect(ids).not.toContain(need.id);
  expect(ids).not.toContain(other.id);
  expect(triage.duplicates.every((each) => each.need.place.district === '锦江区')).toBe(true);
  const likeness = triage.duplicates.map((each) => each.likeness);
  expect(likeness).toEqual(likeness.toSorted((a, b) => b - a));
  expect(triage.responsible).toMatchObject([
    { rule: { role: 'leads' }, organisations: [{ organisationId: housing.id }] },
    { rule: { role: 'assists' }, organisations: [{ organisationId: street.id }] },
  ]);
  expect((await city.call(city.poster(), 'GET', `/needs/${need.id}/triage`)).status).toBe(403);
});

test('what a broker did on behalf of a community stands so in the history of its need', async () => {
  const acting = city.member(twin, 'editor');
  if (acting.type !== 'person') throw new Error('not a person');
  const onBehalf = {
    channel: 'phone' as const,
    note: '李书记来电口述',
    brokerOrganisationId: association.id,
    brokerOrganisationName: association.name,
  };
  const need = await city.published({ ...lift, place: {} }, { ...acting, onBehalf });
  const history = await city.call(city.member(twin), 'GET', `/needs/${need.id}/history`);
  const steps = (history.body as { items: { action: string; organisationId: string; onBehalf: unknown }[] }).items;
  expect(steps.find(({ action }) => action === 'need.drafted')).toMatchObject({
    organisationId: twin.id,
    onBehalf: { ...onBehalf, words: { zh: `${association.name}代办（电话）` } },
  });
  const envelopes = (await city.needs.database
    .manager()
    .query('SELECT envelope FROM outbox WHERE aggregate_id = ? ORDER BY sequence', [need.id])) as {
    envelope: string;
  }[];
  for (const { envelope } of envelopes) expect(JSON.parse(envelope)).toMatchObject({ actor: { onBehalf } });
  // Who wrote it for the community had a hand in it: flagged, also after the community has changed it itself.
  const changed = await city.call(city.member(twin), 'PATCH', `/needs/${need.id}`, {
    ifMatch: need.version,
    body: { description: '六层楼没有电梯，想加装电梯，请先来看看。' },
  });
  expect(changed.status).toBe(200);
  const told = (await city.eventsOf(need.id)).map(({ data }) => data['flaggedOrganisationIds']);
  expect(told).toEqual(told.map(() => [association.id]));
});
