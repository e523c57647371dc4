import type { AgreementView, AppointmentView, Problem } from '@duijie/contracts';
import { decidedCity, idOf, type DecidedCity, type People, type Person } from './decided-city';

jest.setTimeout(30_000);
let city: DecidedCity;
let people: People;
beforeAll(async () => {
  city = await decidedCity('dbh');
  people = await city.people();
}, 60_000);
afterAll(() => city.stop());

/** The broker's association acts for somebody by phone. */
const forThem = (whom: Person, broker: Person = people.broker): Person => ({
  ...whom,
  onBehalf: {
    channel: 'phone',
    note: '来电请代办',
    brokerOrganisationId: idOf(broker),
    brokerOrganisationName: broker.actingFor?.organisationName ?? '',
  },
});
const refused = (reason: string) => ({ status: 403, body: { reason } });
const appointmentOf = (answer: { body: Record<string, unknown> }) => answer.body['appointment'] as AppointmentView;

test('an association that competes decides for nobody by phone; another does', async () => {
  const [lotId] = await city.need(people.poster, 'direct');
  const own = await city.respond(lotId, people.broker);
  const rival = await city.respond(lotId, people.a);
  const byPhone = forThem(people.poster);
  for (const responseId of [own, rival])
    expect(await city.onLot(byPhone, lotId, 'award', { responseId })).toMatchObject(refused('on-behalf.own-matter'));
  expect(await city.change(byPhone, `/responses/${rival}/disqualify`, 1, { reason: '不合适' })).toMatchObject(
    refused('on-behalf.own-matter'),
  );
  expect(await city.change(forThem(people.a), `/responses/${rival}/withdraw`, 1)).toMatchObject(
    refused('on-behalf.own-matter'),
  );
  const elsewhere = await city.organisation('association', '外地协会', {}, 'broker');
  expect((await city.onLot(forThem(people.poster, elsewhere), lotId, 'award', { responseId: own })).status).toBe(200);
  const award = (await city.lot(lotId)).award?.id;
  expect(await city.call(byPhone, '/agreements', { method: 'POST', body: { awardId: award } })).toMatchObject(
    refused('on-behalf.own-matter'),
  );
});

test('nor does it have itself appointed, or accept in a community’s name what it delivers', async () => {
  const [lotId] = await city.need(people.poster, 'direct', { money: { kind: 'none' } });
  const asked = await city.onLot(forThem(people.poster), lotId, 'appoint', { organisationId: idOf(people.broker) });
  expect(asked).toMatchObject(refused('on-behalf.own-matter'));
  // Asked by the community itself, it may accept for itself.
  const own = appointmentOf(await city.onLot(people.poster, lotId, 'appoint', { organisationId: idOf(people.broker) }));
  expect(await city.change(forThem(people.poster), `/appointments/${own.id}/withdraw`, 1)).toMatchObject(
    refused('on-behalf.own-matter'),
  );
  const accepted = await city.change<AppointmentView>(people.broker, `/appointments/${own.id}/accept`, 1);
  expect(accepted).toMatchObject({ status: 200, body: { state: 'accepted' } });
  const draft = await city.call<AgreementView>(people.broker, '/agreements', {
    method: 'POST',
    body: { awardId: accepted.body.awardId, confirm: true },
  });
  expect(draft).toMatchObject({ status: 201, body: { form: 'light' } });
  const path = `/agreements/${draft.body.id}`;
  expect(await city.change(forThem(people.poster), `${path}/confirm`, 1)).toMatchObject(
    refused('on-behalf.own-matter'),
  );
  const signed = await city.change<AgreementView>(people.poster, `${path}/confirm`, 1);
  const milestone = `${path}/milestones/${signed.body.milestones[0]?.id}`;
  const delivered = await city.change<AgreementView>(people.broker, `${milestone}/deliver`, signed.body.version);
  expect(await city.change(forThem(people.poster), `${milestone}/accept`, delivered.body.version)).toMatchObject(
    refused('on-behalf.own-matter'),
  );
  const done = await city.change<AgreementView>(people.poster, `${milestone}/accept`, delivered.body.version);
  expect(done.body.state).toBe('completed');
  const review = { method: 'POST', body: { rating: 5, text: '很好' } };
  expect(await city.call(forThem(people.poster), `${path}/review`, review)).toMatchObject(
    refused('on-behalf.own-matter'),
  );
});

test('one association does not take the steps of both sides, unless on paper', async () => {
  const [lotId] = await city.need(people.poster, 'direct', { money: { kind: 'none' } });
  const poster = forThem(people.poster);
  const provider = forThem(people.a);
  const asked = appointmentOf(await city.onLot(poster, lotId, 'appoint', { organisationId: idOf(people.a) }));
  expect(await city.change(provider, `/appointments/${asked.id}/accept`, 1)).toMatchObject(
    refused('on-behalf.both-sides'),
  );
  const accepted = await city.change<AppointmentView>(people.a, `/appointments/${asked.id}/accept`, 1);
  expect(accepted.status).toBe(200);
  const draft = await city.call<AgreementView>(poster, '/agreements', {
    method: 'POST',
    body: { awardId: accepted.body.awardId, confirm: true },
  });
  const path = `/agreements/${draft.body.id}`;
  const second = await city.change<Problem>(provider, `${path}/confirm`, 1);
  expect(second).toMatchObject(refused('on-behalf.both-sides'));
  expect(second.body.detail).toContain('扫描件');
  // What was changed since is confirmed anew by both, so the first to do so may be either by phone.
  const changed = await city.call<AgreementView>(people.poster, path, {
    method: 'PATCH',
    ifMatch: 1,
    body: { startsOn: '2026-03-01' },
  });
  expect(changed.body.version).toBe(2);
  expect((await city.change(provider, `${path}/confirm`, 2)).status).toBe(200);
  expect(await city.change(poster, `${path}/confirm`, 3)).toMatchObject(refused('on-behalf.both-sides'));
  const signed = await city.change<AgreementView>(people.poster, `${path}/confirm`, 3);
  expect(signed.body.state).toBe('signed');

  const milestone = `${path}/milestones/${signed.body.milestones[0]?.id}`;
  const delivered = await city.change<AgreementView>(provider, `${milestone}/deliver`, signed.body.version);
  expect(delivered.status).toBe(200);
  const { version } = delivered.body;
  expect(await city.change(poster, `${milestone}/accept`, version)).toMatchObject(refused('on-behalf.both-sides'));
  const sheet = (await city.upload(people.poster, `${path}/files`)).body as unknown as AgreementView;
  const fileIds = sheet.files.map(({ id }) => id);
  const onPaper = await city.change<AgreementView>(poster, `${milestone}/accept`, sheet.version, { fileIds });
  expect(onPaper).toMatchObject({ status: 200, body: { state: 'completed' } });
});

test('what is not sealed may be handed in by phone', async () => {
  const [lotId] = await city.need(people.poster, 'claim', { money: { kind: 'none' } });
  const body = { submit: true };
  const claimed = await city.call(forThem(people.a), `/lots/${lotId}/responses`, { method: 'POST', body });
  expect(claimed).toMatchObject({ status: 201, body: { state: 'submitted' } });
});
