import { identityRoutes as routes, type PersonActor } from '@duijie/contracts';
import { createFounders, type Founders } from './founders';
import { startWorld, type World } from './world';

let world: World;
let broker: PersonActor;
let founders: Founders;
const founded: Founders['founded'] = (name, facts) => founders.founded(name, facts);
const get: Founders['get'] = (as, id) => founders.get(as, id);

beforeAll(async () => {
  world = await startWorld('ida');
  founders = createFounders(world);
  broker = await founders.broker();
}, 60_000);
afterAll(() => world.stop());

test('a tie is proposed by one side, confirmed by the other, and stands in the public state while it lasts', async () => {
  const firm = await founded('出资物业');
  const social = await founded('社工中心', { kind: 'social_org' });
  for (const { id } of [firm, social])
    await world.call(routes.verifyOrganisation, { as: broker, params: { organisationId: id }, body: {}, ifMatch: 1 });
  const proposed = await world.call(routes.addAffiliation, {
    as: social.owner,
    params: { organisationId: social.id },
    body: { type: 'sponsors', direction: 'incoming', organisationId: firm.id },
  });
  expect(proposed).toMatchObject({
    status: 201,
    body: { state: 'proposed', from: { id: firm.id }, to: { id: social.id } },
  });
  expect(
    (
      await world.call(routes.addAffiliation, {
        as: firm.owner,
        params: { organisationId: firm.id },
        body: { type: 'sponsors', direction: 'outgoing', organisationId: social.id },
      })
    ).body.reason,
  ).toBe('affiliation.exists');
  const params = { affiliationId: proposed.body.id };
  expect((await world.call(routes.confirmAffiliation, { as: social.owner, params, ifMatch: 1 })).body.reason).toBe(
    'affiliation.own-proposal',
  );
  expect(
    (await world.call(routes.confirmAffiliation, { as: (await founded('路人物业')).owner, params, ifMatch: 1 })).status,
  ).toBe(404);
  expect((await world.call(routes.listAffiliations, { params: { organisationId: firm.id } })).body.items).toEqual([]);
  expect((await world.call(routes.confirmAffiliation, { as: firm.owner, params, ifMatch: 1 })).body).toMatchObject({
    state: 'confirmed',
    version: 2,
  });
  expect((await get(undefined, firm.id)).body).toMatchObject({
    affiliations: [{ type: 'sponsors', organisationId: social.id }],
    version: 3,
  });
  expect(
    (await world.call(routes.listAffiliations, { params: { organisationId: social.id } })).body.items,
  ).toMatchObject([{ id: proposed.body.id }]);
  expect((await world.call(routes.endAffiliation, { as: social.owner, params, body: {}, ifMatch: 2 })).body.state).toBe(
    'ended',
  );
  expect((await get(undefined, firm.id)).body).toMatchObject({ affiliations: [], version: 4 });
  expect((await world.call(routes.endAffiliation, { as: broker, params, body: {}, ifMatch: 3 })).body.reason).toBe(
    'affiliation.wrong-state',
  );
  const again = await world.call(routes.addAffiliation, {
    as: broker,
    params: { organisationId: firm.id },
    body: { type: 'sponsors', direction: 'outgoing', organisationId: social.id },
  });
  expect(again.body.state).toBe('confirmed');
});
