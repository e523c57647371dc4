import type { NeedMatch, PackageMatch, PairExplanation, UnmatchedReasons } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { aPerson, eventually } from '@duijie/testkit';
import { startCity, type City } from './a-city';
import { aNeed, anOrganisation, aPackage, theTaxonomy } from './facts';

let city: City;
const poster = aPerson('community', 'owner', { district: '锦江区', subdistrict: '牛市口街道' });
const posterId = poster.actingFor?.organisationId ?? '';
const officer = aPerson('subdistrict', 'officer', { district: '锦江区', subdistrict: '牛市口街道' });
const broker = aPerson('association', 'broker');
const associationId = broker.actingFor?.organisationId ?? '';
const firm = aPerson('professional_firm');
const firmId = firm.actingFor?.organisationId ?? '';
const sponsor = newId(Date.now());

const need = aNeed({ organisationId: posterId, excludedOrganisationIds: [sponsor] });
const core = aPackage({
  providerId: associationId,
  providerKind: 'association',
  title: '电梯检修陪伴',
  coreService: 'facility.elevator',
});
const firms = aPackage({ providerId: firmId });

const listed = async (who: typeof poster, needId = need.id): Promise<NeedMatch[]> =>
  ((await city.call(who, `/needs/${needId}/matches`)).body as { items: NeedMatch[] }).items;
const pairOf = async (packageId: string, who = poster): Promise<NeedMatch | undefined> =>
  (await listed(who)).find((match) => match.package.id === packageId);
const explained = (who: typeof poster, packageId: string, needId = need.id) =>
  city.call(who, `/needs/${needId}/packages/${packageId}/explanation`) as Promise<{
    readonly status: number;
    readonly body: PairExplanation;
  }>;
const codes = (flags: NeedMatch['flags'] | undefined) =>
  flags?.map(({ code, organisationId }) => [code, organisationId]);
const bonusOf = (pair: Pick<NeedMatch, 'contributions'> | undefined) =>
  pair?.contributions.find(({ part }) => part === 'core_service')?.points;

beforeAll(async () => {
  city = await startCity('mw');
  await city.taxonomy(theTaxonomy());
  await city.organisations([
    anOrganisation({ id: associationId, kind: 'association', name: '协会' }),
    anOrganisation({ id: firmId }),
    anOrganisation({ id: sponsor, affiliations: [{ type: 'sponsors', organisationId: firmId }] }),
  ]);
  await city.packages([core, firms]);
  await city.needs([need]);
  await city.settled(1);
}, 60_000);
afterAll(() => city.stop(), 30_000);

test('a provider learns that somebody behind the wall is near it, not who', async () => {
  expect(codes((await pairOf(firms.id))?.flags)).toEqual([['sponsored_by_excluded', sponsor]]);
  expect(codes((await explained(broker, firms.id)).body.flags)).toEqual([['sponsored_by_excluded', sponsor]]);
  const untold = [['sponsored_by_excluded', undefined]];
  expect(codes((await pairOf(firms.id, firm))?.flags)).toEqual(untold);
  expect(codes((await explained(firm, firms.id)).body.flags)).toEqual(untold);
  const ofPackage = (await city.call(firm, `/packages/${firms.id}/matches`)).body as { items: PackageMatch[] };
  expect(codes(ofPackage.items[0]?.flags)).toEqual(untold);
});

test("the association's package on a need that it screened or drafted: no bonus, a visible label, not excluded", async () => {
  const before = await pairOf(core.id);
  expect(before?.flags).toEqual([]);
  expect(bonusOf(before)).toBeGreaterThan(0);
  const label = { code: 'screened_by_provider', organisationId: associationId };

  await city.needs([{ ...need, version: 2, flaggedOrganisationIds: [associationId] }]);
  await eventually(async () => expect(bonusOf(await pairOf(core.id))).toBeUndefined());
  expect((await pairOf(core.id))?.flags).toMatchObject([label]);
  expect((await pairOf(core.id))?.score).toBe((before?.score ?? 0) - (bonusOf(before) ?? 0));
  const { body } = await explained(poster, core.id);
  expect(body).toMatchObject({ eligible: true, suggested: true, flags: [label] });
  expect(bonusOf(body)).toBeUndefined();
  const ofPackage = (await city.call(broker, `/packages/${core.id}/matches`)).body as { items: PackageMatch[] };
  expect(ofPackage.items[0]?.flags).toMatchObject([label]);

  await city.needs([{ ...need, version: 3 }]);
  await eventually(async () => expect(bonusOf(await pairOf(core.id))).toBeGreaterThan(0));
  // Told by an affiliation that is newer than the need.
  await city.organisations([
    anOrganisation({
      id: associationId,
      version: 2,
      kind: 'association',
      affiliations: [{ type: 'drafted', organisationId: posterId }],
    }),
  ]);
  await eventually(async () => expect(bonusOf(await pairOf(core.id))).toBeUndefined());
  expect((await pairOf(core.id))?.flags).toMatchObject([label]);
});

test('what was taken off the shelf is explained to its provider and the staff only', async () => {
  const shelved = aPackage({ providerId: firmId, state: 'suspended' });
  const neverOut = aPackage({ providerId: firmId, state: 'retired', publishedAt: null });
  await city.packages([shelved, neverOut]);
  await eventually(async () => expect((await explained(firm, neverOut.id)).status).toBe(200));
  for (const [who, statuses] of [
    [firm, [200, 200]],
    [broker, [200, 404]],
    [poster, [404, 404]],
    [officer, [404, 404]],
  ] as const) {
    const found = [await explained(who, shelved.id), await explained(who, neverOut.id)];
    expect(found.map(({ status }) => status)).toEqual(statuses);
  }
  expect((await city.call(broker, `/packages/${neverOut.id}/matches`)).status).toBe(404);
});

test('a package whose provider is no longer verified is explained to its provider and the staff only', async () => {
  await city.organisations([anOrganisation({ id: firmId, version: 2, verification: 'suspended' })]);
  await eventually(async () => expect((await explained(poster, firms.id)).status).toBe(404));
  for (const who of [firm, broker]) expect((await explained(who, firms.id)).body).toMatchObject({ eligible: false });
});

test('a need of which nothing is confirmed is ranked by its words, and told what was understood', async () => {
  const component = { source: 'proposed' as const, confidence: 0.8, evidence: ['电梯'] };
  const told = aNeed({
    organisationId: posterId,
    categories: ['facility.green'],
    components: [{ ...component, code: 'facility.green' }],
  });
  await city.needs([told]);
  // The proposal was wrong: the words speak of lifts, and lifts are what is suggested.
  await eventually(async () =>
    expect((await listed(poster, told.id)).map((match) => match.package.id)).toContain(core.id),
  );
  const { body } = await city.call(poster, `/needs/${told.id}/unmatched-reasons`);
  expect((body as UnmatchedReasons).components).toMatchObject([{ code: 'facility.green', packages: 0 }]);
});
