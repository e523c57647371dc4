import type { NeedComposites } from '@duijie/contracts';
import { aPerson, eventually } from '@duijie/testkit';
import { startCity, type City } from './a-city';
import { aNeed, anOrganisation, aPackage, theTaxonomy } from './facts';

let city: City;
const poster = aPerson('community', 'owner', { district: '锦江区', subdistrict: '牛市口街道' });
const broker = aPerson('association', 'broker');
const provider = aPerson('professional_firm');
const providerId = provider.actingFor?.organisationId ?? '';
const asked = (code: string) => ({ code, source: 'given' as const, confidence: 1, evidence: [] });
const need = aNeed({
  organisationId: poster.actingFor?.organisationId ?? '',
  title: '电梯检修，院内绿化补种',
  description: '电梯老旧要检修，院里绿篱也要补种修剪。',
  components: [asked('facility.elevator'), asked('facility.green')],
  categories: ['facility.elevator', 'facility.green'],
});
const simple = aNeed({ organisationId: need.organisationId });

const firm = anOrganisation({ id: providerId });
const child = anOrganisation({ name: '锦里园艺社' });
const firmWithChild = {
  ...firm,
  affiliations: [{ type: 'sponsors' as const, organisationId: child.id }],
};
const stranger = anOrganisation({ name: '绿意园林' });
const lifts = aPackage({ providerId, price: { model: 'fixed', minFen: 2_000_000, maxFen: 3_000_000 } });
const green = { title: '绿化补种与修剪', description: '绿篱修剪、补种。', categories: ['facility.green'] };
const price = { model: 'fixed' as const, minFen: 1_000_000, maxFen: 1_500_000 };
const childs = aPackage({ ...green, providerId: child.id, providerName: child.name, price });
const strangers = aPackage({ ...green, providerId: stranger.id, providerName: stranger.name, price });

const setsOf = async (actor: Parameters<City['call']>[0], id = need.id): Promise<NeedComposites> => {
  const { status, body } = await city.call(actor, `/needs/${id}/composites`);
  expect(status).toBe(200);
  return body;
};
const idsOf = ({ sets }: NeedComposites): string[][] =>
  sets.map(({ members }) => members.map(({ package: { id } }) => id).toSorted());

beforeAll(async () => {
  city = await startCity('mco');
  await city.taxonomy(theTaxonomy());
  await city.organisations([firm, child, stranger]);
  await city.packages([lifts, childs, strangers]);
  await city.needs([need, simple]);
  await city.settled(2);
}, 60_000);
afterAll(() => city.stop(), 30_000);

test('a need for two services is answered by sets of packages that together do both, explained', async () => {
  const found = await setsOf(poster);
  expect(found).toMatchObject({ components: ['facility.elevator', 'facility.green'], proven: true });
  const [best] = found.sets;
  expect(best).toMatchObject({ missing: [], costFen: 3_000_000, oneGroup: false });
  expect(best?.members.flatMap(({ components }) => components).toSorted()).toEqual(found.components);
  for (const set of found.sets) {
    expect(set.contributions.reduce((sum, { points }) => sum + points, 0)).toBe(set.score);
    expect(set.reasons.length).toBeGreaterThan(0);
  }
  expect(best?.reasons.map(({ zh }) => zh)).toEqual(
    expect.arrayContaining(['需求的各项服务都有人做', expect.stringMatching(/^合计最低约3万元，在预算内$/)]),
  );
});

test('one provider group is preferred once it is known to be one', async () => {
  await city.organisations([{ ...firmWithChild, version: 2 }]);
  await eventually(async () => {
    const found = await setsOf(broker);
    expect(found.sets[0]?.oneGroup).toBe(true);
    expect(idsOf(found)[0]).toEqual([lifts.id, childs.id].toSorted());
  });
});

test('what was dismissed is in no set, and a need for one service has none', async () => {
  const { body } = await city.call(broker, `/needs/${need.id}/matches`);
  const match = (body as { items: { package: { id: string }; version: number }[] }).items.find(
    (item) => item.package.id === childs.id,
  );
  if (!match) throw new Error('the package is not suggested');
  const path = `/needs/${need.id}/matches/${childs.id}/dismiss`;
  expect((await city.call(poster, path, { method: 'POST', ifMatch: match.version, body: {} })).status).toBe(200);
  expect(idsOf(await setsOf(poster)).flat()).not.toContain(childs.id);
  expect((await setsOf(poster, simple.id)).sets).toEqual([]);
});

test('a provider is not shown the sets of others', async () => {
  expect((await city.call(provider, `/needs/${need.id}/composites`)).status).toBe(403);
});
