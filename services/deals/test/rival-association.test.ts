import type { AwardView, ObjectionView, ResponseAck, ResponseSummary, ResponseView } from '@duijie/contracts';
import { decidedCity, idOf, type DecidedCity, type People, type Person } from './decided-city';

jest.setTimeout(30_000);
let city: DecidedCity;
let people: People;
/** Competes, and its people are brokers. */
let rival: Person;
beforeAll(async () => {
  city = await decidedCity('dra');
  people = await city.people();
  rival = await city.organisation('association', '也来参加的协会', {}, 'broker');
}, 60_000);
afterAll(() => city.stop());

type Listed<T> = { readonly items: readonly T[] };
const inItsName = (whom: Person): Person => ({
  ...whom,
  onBehalf: {
    channel: 'phone',
    note: '来电',
    brokerOrganisationId: idOf(rival),
    brokerOrganisationName: '也来参加的协会',
  },
});
const idsFor = async (actor: Person, path: string) =>
  (await city.call<Listed<{ id: string }>>(actor, path)).body.items.map(({ id }) => id);

test('an association that competes reads nothing of its rivals: sheet, ranking, scores, objections, earlier attempts', async () => {
  const [lotId] = await city.need(people.poster, 'open_call');
  const won = await city.respond(lotId, people.a, { priceFen: 15_000_000 });
  const lost = await city.respond(lotId, people.b, { priceFen: 15_500_000 });
  const own = await city.respond(lotId, rival, { priceFen: 16_000_000 });
  await city.close(lotId);
  const onBehalf = [inItsName(people.poster), inItsName(people.b)];
  for (const actor of [rival, inItsName(people.poster)])
    expect(await city.call(actor, `/lots/${lotId}/decision`)).toMatchObject({
      status: 403,
      body: { reason: 'conflict.own-matter' },
    });
  expect((await city.sheet(people.broker, lotId)).candidates).toHaveLength(3);

  const scores = [won, lost, own].map((responseId, at) => ({ responseId, scores: [90 - at] }));
  const scoring = { criteria: [{ name: '总体', weight: 100 }], scores };
  const award = await city.onLot<AwardView>(people.poster, lotId, 'award', { responseId: won, scoring });
  expect(award).toMatchObject({ status: 200, body: { state: 'notice' } });
  const rankedFor = async (actor: Person) =>
    (await city.call<Listed<AwardView>>(actor, `/lots/${lotId}/awards`)).body.items.map((one) => one.ranking?.length);
  expect(await rankedFor(people.broker)).toEqual([3]);
  for (const actor of [rival, ...onBehalf]) {
    expect(await rankedFor(actor)).toEqual([undefined]);
    expect(JSON.stringify((await city.call(actor, `/lots/${lotId}/awards`)).body)).not.toContain('criteria');
  }
  const filed = (await city.upload(people.poster, `/awards/${award.body.id}/documents`)).body as unknown as AwardView;
  const file = `/awards/${award.body.id}/documents/${filed.documents[0]?.id}`;
  expect((await city.call(rival, file)).status).toBe(404);

  const body = { text: '评分有误，另一家报价更低', formal: false };
  const asked = await city.call<ObjectionView>(people.b, `/lots/${lotId}/objections`, { method: 'POST', body });
  expect(await idsFor(people.broker, `/lots/${lotId}/objections`)).toEqual([asked.body.id]);
  expect(await idsFor(people.b, `/lots/${lotId}/objections`)).toEqual([asked.body.id]);
  for (const actor of [rival, ...onBehalf]) {
    expect(await idsFor(actor, `/lots/${lotId}/objections`)).toEqual([]);
    expect((await city.call(actor, `/objections/${asked.body.id}`)).status).toBe(404);
  }

  // Published again, the rival still is one, though it does not respond to this attempt.
  await city.rows('UPDATE lot SET attempt = 2 WHERE id = ?', [lotId]);
  expect(await idsFor(people.broker, `/lots/${lotId}/responses`)).toHaveLength(3);
  expect(await idsFor(rival, `/lots/${lotId}/responses`)).toEqual([own]);
  expect((await city.call(rival, `/responses/${won}`)).status).toBe(404);
  for (const actor of onBehalf) expect(await idsFor(actor, `/lots/${lotId}/responses`)).toEqual([]);
  expect(await city.call(inItsName(people.b), `/responses/${lost}`)).toMatchObject({
    status: 403,
    body: { reason: 'on-behalf.own-matter' },
  });
  expect(await idsFor(inItsName(people.b), '/responses')).toEqual([]);
});

test('in the list of flags its rivals do not stand for it; a broker by phone sees its provider’s own', async () => {
  const [lotId] = await city.need(people.poster, 'claim', { money: { kind: 'none' } });
  const flagged = await city.respond(lotId, people.a, { conflict: 'flagged' });
  await city.respond(lotId, rival);
  expect(await idsFor(people.broker, '/responses/flagged')).toContain(flagged);
  expect(await idsFor(rival, '/responses/flagged')).not.toContain(flagged);
  const [plain] = await city.need(people.poster, 'claim', { money: { kind: 'none' } });
  const claimed = await city.respond(plain, people.a);
  const items = (await city.call<Listed<ResponseSummary>>(inItsName(people.a), '/responses')).body.items;
  expect(items.map(({ id }) => id)).toEqual([claimed]);
});

test('an association that hands in after it could read the others is flagged, cleared before or not', async () => {
  const [lotId, need] = await city.need(people.poster, 'direct', { money: { kind: 'unknown' } });
  const late = await city.organisation('association', '后来的协会', {}, 'broker');
  await city.introduce(need, late, 'cleared');
  const create = (body: object = { submit: true }) =>
    city.call<ResponseAck>(late, `/lots/${lotId}/responses`, { method: 'POST', body });
  const first = await create();
  expect(first).toMatchObject({ status: 201, body: { conflict: 'clear' } });
  await city.respond(lotId, people.a, { priceFen: 100 });
  // It reads, then offers less.
  const replaced = await city.call<ResponseAck>(late, `/responses/${first.body.id}`, {
    method: 'PUT',
    ifMatch: first.body.version,
    body: { components: [{ code: 'property.custody', amountFen: 99 }] },
  });
  expect(replaced).toMatchObject({ status: 200, body: { conflict: 'flagged' } });
  const seen = await city.call<ResponseView>(people.broker, `/responses/${first.body.id}`);
  expect(seen.body.findings).toMatchObject([{ code: 'knows_rivals', organisationId: idOf(late) }]);
  // The end of the time for responses keeps what was found.
  expect((await city.onLot(people.poster, lotId, 'close-responses')).status).toBe(200);
  expect(await city.response(first.body.id)).toMatchObject({
    state: 'opened',
    conflict: 'flagged',
    findings: [{ code: 'knows_rivals' }],
  });
});

test('whoever introduced others to a need, in its own name or its poster’s, is flagged when it responds itself', async () => {
  const respondFor = async (by: 'broker' | 'poster', brokers: boolean | undefined) => {
    const broker = await city.organisation('association', '撮合的协会', {}, 'broker');
    const [lotId, need] = await city.need(people.poster, 'claim', { money: { kind: 'none' } });
    const brokeringOrganisationId = brokers ? idOf(broker) : null;
    await city.introduce(need, people.a, 'clear', {
      by,
      ...(brokers === undefined ? {} : { brokeringOrganisationId }),
    });
    const path = `/lots/${lotId}/responses`;
    return (await city.call<ResponseAck>(broker, path, { method: 'POST', body: { submit: true } })).body.conflict;
  };
  expect(await respondFor('broker', true)).toBe('flagged');
  expect(await respondFor('poster', true)).toBe('flagged');
  expect(await respondFor('poster', false)).toBe('clear');
  // An older event does not say.
  expect(await respondFor('broker', undefined)).toBe('clear');
});

test('whoever posted a need or stands behind its wall decides no objection to its result; an officer beside them does', async () => {
  const area = { district: '锦江区', subdistrict: '牛市口街道' };
  const street = await city.organisation('subdistrict', '牛市口街道', area, 'officer');
  const ofArea = (one: Person): Person => ({ ...one, actingFor: one.actingFor && { ...one.actingFor, ...area } });
  const office = await city.organisation('department', '区住建局', { district: '锦江区' }, 'officer');
  const supervisor = await city.organisation('department', '区民政局', { district: '锦江区' }, 'officer');
  const [lotId] = await city.need(street, 'open_call', { excludedOrganisationIds: [idOf(supervisor)] });
  const won = await city.respond(lotId, people.a, { priceFen: 1 });
  const lost = await city.respond(lotId, people.b, { priceFen: 2 });
  await city.close(lotId);
  const scores = [won, lost].map((responseId) => ({ responseId, scores: [80] }));
  const scoring = { criteria: [{ name: '总体', weight: 100 }], scores };
  expect((await city.onLot(street, lotId, 'award', { responseId: won, scoring })).status).toBe(200);
  const question = { text: '评分依据是什么', formal: false };
  const asked = await city.call<ObjectionView>(people.b, `/lots/${lotId}/objections`, {
    method: 'POST',
    body: question,
  });
  const path = `/objections/${asked.body.id}`;
  // A street that posted the need reads no question that nobody passed on, and passes none on to itself.
  expect((await city.change(ofArea(street), `${path}/pass`, asked.body.version, {})).status).toBe(403);
  const one = await city.change<ObjectionView>(people.b, `${path}/formal`, asked.body.version, {});
  const decide = (who: Person) =>
    city.change(who, `/objections/${one.body.id}/decide`, one.body.version, {
      outcome: 'dismissed',
      reason: '复核无误',
    });
  const inDistrict = (who: Person): Person => ({
    ...who,
    actingFor: who.actingFor && { ...who.actingFor, district: '锦江区' },
  });
  for (const concerned of [ofArea(street), inDistrict(supervisor)])
    expect(await decide(concerned)).toMatchObject({ status: 403, body: { reason: 'conflict.own-matter' } });
  expect((await decide(inDistrict(office))).body).toMatchObject({ state: 'dismissed' });
});
