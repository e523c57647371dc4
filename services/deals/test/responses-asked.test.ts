import type { NeedBody } from '@duijie/contracts';
import { eventually } from '@duijie/testkit';
import type { Person } from './decided-city';
import { respondingCity, type RespondingCity } from './responding-city';

jest.setTimeout(60_000);
let city: RespondingCity;
let poster: Person;
let firm: Person;
let group: Person;
beforeAll(async () => {
  city = await respondingCity('ra');
  poster = await city.organisation('community', '得胜南社区', {}, 'owner');
  firm = await city.organisation('property_firm', '锦江物业');
  group = await city.organisation('social_org', '爱有戏');
}, 60_000);
afterAll(() => city.stop());

test('whoever lacks a qualification that is asked for hears so, in the light way and in a contest, until it is on record', async () => {
  const facts: Partial<NeedBody> = {
    requiredQualifications: [{ name: '物业服务企业资质', component: 'property.custody' }],
    window: { start: null, end: '2099-12-31' },
  };
  const holder = await city.organisation('property_firm', '有资质的物业', {
    qualifications: [{ name: '物业服务企业资质', expiresOn: '2099-12-31' }],
  });
  const expiring = await city.organisation('property_firm', '资质快到期的物业', {
    qualifications: [{ name: '物业服务企业资质', expiresOn: '2099-12-30' }],
  });
  for (const [mode, sealed, price] of [
    ['claim', false, null],
    ['open_call', true, 100],
  ] as const) {
    const [lotId] = await city.need(poster, mode, {
      ...facts,
      money: sealed ? { kind: 'range', minFen: 1, maxFen: 1000 } : { kind: 'none' },
      ...(sealed ? { responsesDueAt: '2099-01-01T00:00:00.000Z' } : {}),
    });
    const component = { code: 'property.custody', amountFen: price };
    const offer = { submit: true, components: [component] };
    for (const who of [firm, expiring]) {
      const refused = await city.create(who, lotId, offer);
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/components/0/organisationId' }] } });
      expect(JSON.stringify(refused.body)).toContain('物业服务企业资质');
    }
    expect((await city.create(firm, lotId, { ...offer, submit: false })).status).toBe(201);
    expect((await city.create(holder, lotId, offer)).status).toBe(201);
    expect(await city.lot(lotId)).toMatchObject({ responseCount: 1 });
  }
});

test('a response keeps to the version of the need that it answers, whatever the poster changes afterwards', async () => {
  const [lotId, need] = await city.need(poster, 'claim', { money: { kind: 'none' } });
  const { body } = await city.create(firm, lotId);
  const draft = (await city.create(group, lotId, { note: '先写着' })).body;
  const changed = { ...need, version: 3, title: '改了' };
  await city.publish('need.changed.v1', { type: 'need', id: need.id }, 3, changed);
  await eventually(async () => expect(await city.lot(lotId)).toMatchObject({ needVersion: 3 }));
  expect((await city.show(poster, body.id)).body).toMatchObject({ needTitle: '改了', needVersion: 1 });
  expect((await city.told('response.changed.v1', body.id)).at(-1)?.data).toMatchObject({ needVersion: 1 });
  const again = await city.replace(firm, body, { note: '按新的写' });
  expect((await city.show(poster, again.body.id)).body).toMatchObject({ needVersion: 3 });
  const handedIn = await city.step(group, draft, 'submit');
  expect((await city.show(poster, handedIn.body.id)).body).toMatchObject({ needVersion: 3 });
});
