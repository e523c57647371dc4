import { eventually, moveClock } from '@duijie/testkit';
import { idOf, type Person } from './decided-city';
import { respondingCity, type RespondingCity } from './responding-city';

const hourMs = 3_600_000;
jest.setTimeout(60_000);
let city: RespondingCity;
let people: Readonly<Record<'poster' | 'alone' | 'other' | 'stranger', Person>>;
beforeAll(async () => {
  city = await respondingCity('ro');
  const [poster, alone, other, stranger] = [
    await city.organisation('community', '得胜南社区', {}, 'owner'),
    await city.organisation('property_firm', '独行物业'),
    await city.organisation('social_org', '另一家'),
    await city.organisation('social_enterprise', '局外企业'),
  ];
  people = { poster, alone, other, stranger };
}, 60_000);
afterAll(() => city.stop());

const offer = (amountFen: number) => ({ components: [{ code: 'property.custody', amountFen }] });
const inAnHour = (): string => new Date(city.deps.clock.now().getTime() + hourMs).toISOString();
const openedLot = (lotId: string) =>
  eventually(async () => expect(await city.lot(lotId)).toMatchObject({ state: 'deciding' }));

test('too few sealed responses fail the lot, and are not opened for the next try to profit from', async () => {
  const { poster, alone: firm } = people;
  const [lotId, need] = await city.need(poster, 'open_call', { responsesDueAt: inAnHour() });
  const only = await city.create(firm, lotId, { ...offer(8_800_000), submit: true });
  await moveClock(city.environment, hourMs + 1000);
  await eventually(async () => expect(await city.lot(lotId)).toMatchObject({ state: 'failed', openedAt: null }));
  expect((await city.show(firm, only.body.id)).body).toMatchObject({
    state: 'rejected',
    content: null,
    because: { zh: '截止时有效响应 1 份，不足 2 份' },
  });
  expect((await city.show(poster, only.body.id)).status).toBe(404);
  const publishedAt = new Date(city.deps.clock.now().getTime() + 1000).toISOString();
  await city.publish('need.published.v1', { type: 'need', id: need.id }, 2, {
    ...need,
    version: 2,
    publishedAt,
    responsesDueAt: inAnHour(),
  });
  await eventually(async () => expect(await city.lot(lotId)).toMatchObject({ state: 'open', attempt: 2 }));
  expect(await city.create(firm, lotId, { ...offer(1), submit: true })).toMatchObject({ status: 201 });
});

test('flags of sealed responses are not told before the opening, and weigh all who came', async () => {
  const daughter = await city.organisation('social_org', '组团里的社工');
  const mother = await city.organisation('property_firm', '组团里的物业', {
    affiliations: [{ type: 'sponsors', organisationId: idOf(daughter) }],
  });
  const [lotId] = await city.need(people.poster, 'open_call', { responsesDueAt: inAnHour() });
  const [first, second] = [
    await city.create(mother, lotId, { ...offer(1), submit: true }),
    await city.create(daughter, lotId, { ...offer(2), submit: true }),
  ];
  expect(second.body.conflict).toBe('clear');
  expect((await city.show(daughter, second.body.id)).body).toMatchObject({ conflict: 'clear', findings: [] });
  await moveClock(city.environment, hourMs + 1000);
  await openedLot(lotId);
  for (const [actor, { body }] of [
    [mother, first],
    [daughter, second],
  ] as const)
    expect((await city.show(actor, body.id)).body).toMatchObject({ conflict: 'flagged' });
});

test('a response that was altered keeps its lot from being opened, and no other lot; put right, it is opened', async () => {
  const { poster, alone: firm, other: group } = people;
  const [altered] = await city.need(poster, 'open_call', { responsesDueAt: inAnHour() });
  const [sound] = await city.need(poster, 'open_call', { responsesDueAt: inAnHour() });
  const ids: string[] = [];
  for (const lotId of [altered, sound])
    for (const actor of [firm, group])
      ids.push((await city.create(actor, lotId, { ...offer(8_800_000), submit: true })).body.id);
  const swap = async (a: string, b: string) => {
    const [one] = await city.rows<{ sealed_content: string }>('SELECT sealed_content FROM response WHERE id = ?', [a]);
    await city.rows(
      'UPDATE response a JOIN response b ON b.id = ? SET a.sealed_content = b.sealed_content WHERE a.id = ?',
      [b, a],
    );
    return one?.sealed_content;
  };
  const original = await swap(ids[0] ?? '', ids[1] ?? '');
  await moveClock(city.environment, hourMs + 1000);
  await openedLot(sound);
  expect(await city.lot(altered)).toMatchObject({ state: 'open' });
  expect(await city.create(people.stranger, altered, { ...offer(1), submit: true })).toMatchObject({
    status: 409,
    body: { reason: 'response.too-late' },
  });
  await city.rows('UPDATE response SET sealed_content = ? WHERE id = ?', [original, ids[0]]);
  await openedLot(altered);
});
