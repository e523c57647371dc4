import type { Page, UnderstandingCorrection, UnderstoodText } from '@duijie/contracts';
import { aPerson, testNamespace } from '@duijie/testkit';
import { anOrganisation, needOf, startNeedsCity, type NeedsCity } from './needs-city';

let city: NeedsCity;
const communities = [0, 1, 2].map((n) => anOrganisation({ name: `测试社区${n}` }));
const posters = () => communities.map((one) => city.member(one));
const administrator = aPerson('association', 'administrator');
const corrections = '/needs/understanding/corrections';

beforeAll(async () => {
  city = await startNeedsCity(testNamespace('ndu'));
  await city.tell(communities);
}, 60_000);
afterAll(() => city.host.stop(), 30_000);

const understand = async (body: object): Promise<UnderstoodText> => {
  const { status, body: answer } = await city.call(posters()[0]!, 'POST', '/needs/understanding', { body });
  expect(status).toBe(200);
  return answer as UnderstoodText;
};
const listed = async (): Promise<readonly UnderstandingCorrection[]> => {
  const { body } = await city.call(administrator, 'GET', `${corrections}?limit=100`);
  return (body as Page<UnderstandingCorrection>).items;
};
const codesOf = async (description: string) => (await understand({ description })).components.map(({ code }) => code);

/** What the matcher was last told of a phrase. */
const toldOf = async (phrase: string): Promise<string[]> => {
  const told = (await city.eventsOf('city')).filter(({ type }) => type === 'understanding.changed.v1').at(-1);
  const means = (told?.data['means'] ?? []) as { phrase: string; code: string }[];
  return means.filter((one) => one.phrase === phrase).map(({ code }) => code);
};

/** A need whose poster has chosen its services itself, handed in. */
async function handedIn(by: number, description: string, components: string[]): Promise<void> {
  const poster = posters()[by]!;
  const drafted = needOf(
    await city.call(poster, 'POST', '/needs', { body: { description, money: { kind: 'none' }, components } }),
  );
  const { status } = await city.call(poster, 'POST', `/needs/${drafted.id}/submit`, { ifMatch: drafted.version });
  expect(status).toBe(200);
}

test('services, place, money, urgency, kinds and qualifications are read from words, each with those that led to it', async () => {
  const understood = await understand({
    description:
      '武侯区望江路街道的老院子，三百多户，电梯老坏，尽快找有资质的单位检修，预算3到5万，只收社会组织，要有特种设备安装改造维修许可证。',
    district: '武侯区',
  });
  expect(understood.components[0]).toMatchObject({ code: 'facility.elevator' });
  expect(understood.components[0]!.evidence.length).toBeGreaterThan(0);
  expect(understood.place?.value).toEqual({ district: '武侯区', subdistrict: '望江路街道' });
  expect(understood.budget).toMatchObject({ value: { minFen: 3_000_000, maxFen: 5_000_000 } });
  expect(understood.urgency).toMatchObject({ value: 'high', evidence: ['尽快'] });
  expect(understood.kinds.map(({ value }) => value)).toEqual(['social_org']);
  expect(understood.qualifications[0]?.value).toContain('特种设备');
  expect(understood.careless).toBeNull();
});

test('a careless choice is told from the words', async () => {
  const { careless } = await understand({
    description: '三部电梯用了十八年，经常困人，想请有资质的单位检修电梯。',
    chosen: ['livelihood.elder'],
  });
  expect(careless?.chosen).toEqual(['livelihood.elder']);
  expect(careless?.told).toContain('facility.elevator');
});

test('what posters correct is counted once a need, used from the threshold on, inspected and taken back', async () => {
  const elder = 'livelihood.elder';
  const text = (n: number) => `想给院里办几场筲箕会，第${n}回`;
  expect(await codesOf(text(0))).not.toContain(elder);
  for (const [n, by] of [0, 1, 2, 0].entries()) await handedIn(by, text(n + 1), [elder]);
  const word = (items: readonly UnderstandingCorrection[]) =>
    items.find(({ leaf, verdict, needs }) => leaf === elder && verdict === 'means' && needs >= 4);
  expect(word(await listed())).toMatchObject({ needs: 4, organisations: 3, used: false, takenBack: null });
  expect(await codesOf(text(0))).not.toContain(elder);

  await handedIn(1, text(5), [elder]);
  const learnt = word(await listed())!;
  expect(learnt).toMatchObject({ needs: 5, organisations: 3, sharePercent: 100, used: true });
  expect(learnt.examples).toHaveLength(5);
  expect((await understand({ description: text(0) })).components).toContainEqual(
    expect.objectContaining({ code: elder, evidence: expect.arrayContaining([learnt.phrase]) as unknown }),
  );

  expect(await toldOf(learnt.phrase)).toEqual([elder]);

  const takeBack = (ifMatch: number) =>
    city.call(administrator, 'POST', `${corrections}/${learnt.id}/take-back`, {
      ifMatch,
      body: { reason: '只是巧合' },
    });
  expect((await takeBack(learnt.version + 7)).status).toBe(412);
  const used = (await listed()).filter((one) => one.leaf === elder && one.used);
  for (const one of used)
    await city.call(administrator, 'POST', `${corrections}/${one.id}/take-back`, {
      ifMatch: one.version,
      body: { reason: '只是巧合' },
    });
  expect((await listed()).find(({ id }) => id === learnt.id)).toMatchObject({
    used: false,
    takenBack: { reason: '只是巧合' },
  });
  expect(await codesOf(text(0))).not.toContain(elder);
  expect(await toldOf(learnt.phrase)).toEqual([]);
  expect((await takeBack(learnt.version + 1)).status).toBe(409);
  const back = await city.call(administrator, 'POST', `${corrections}/${learnt.id}/restore`, {
    ifMatch: learnt.version + 1,
  });
  expect(back.body).toMatchObject({ used: true, takenBack: null });
  expect(await codesOf(text(0))).toContain(elder);
  expect(await toldOf(learnt.phrase)).toEqual([elder]);
}, 60_000);

test('corrections are for the association alone, and taken back by administrators', async () => {
  expect((await city.call(posters()[0]!, 'GET', corrections)).status).toBe(403);
  const [one] = await listed();
  const { status } = await city.call(aPerson('association', 'broker'), 'POST', `${corrections}/${one!.id}/take-back`, {
    ifMatch: one!.version,
    body: { reason: '试试' },
  });
  expect(status).toBe(403);
});
