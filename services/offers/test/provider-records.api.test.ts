import type { PackageView, ProviderRecord } from '@duijie/contracts';
import { anonymous, anOrganisationState, aPerson, eventually, startBeside, type Beside } from '@duijie/testkit';
import { offersModule } from '../src';

let city: Beside;
const firm = anOrganisationState({ name: '甲社工', kind: 'social_org' });
const provider = aPerson('social_org', 'owner', { organisationId: firm.id, organisationName: firm.name });
const association = aPerson('association', 'administrator');

beforeAll(async () => {
  city = await startBeside(offersModule, ['identity', 'deals'], 'ofr');
  await city.publish('organisation.changed.v1', { type: 'organisation', id: firm.id }, 1, firm);
}, 60_000);
afterAll(() => city.stop());

const published = async (categories: string[]): Promise<PackageView> => {
  const body = {
    title: '独居老人探访',
    description: '每周两次上门探访，记录异常并当日报告。',
    categories,
    price: { model: 'free', minFen: 0, maxFen: 0 },
  };
  const draft = await city.call<PackageView>(provider, '/packages', { method: 'POST', body });
  const path = `/packages/${draft.body.id}/publish`;
  return (await city.call<PackageView>(provider, path, { method: 'POST', ifMatch: draft.body.version })).body;
};
const tell = (sequence: number, lines: ProviderRecord['lines']) =>
  city.publish('record.changed.v1', { type: 'record', id: firm.id }, sequence, {
    organisationId: firm.id,
    version: sequence,
    lines,
    asOf: '2026-12-01',
  });
const seen = async (id: string) => (await city.call<PackageView>(anonymous, `/packages/${id}`)).body;
const eventsOf = async (id: string): Promise<{ type: string; data: PackageView }[]> =>
  (
    await city.rows<{ envelope: string }>('SELECT envelope FROM outbox WHERE aggregate_id = ? ORDER BY sequence', [id])
  ).map(({ envelope }) => JSON.parse(envelope) as { type: string; data: PackageView });

test('what a provider has done here is told with those of its packages that do the same, and changes no offer', async () => {
  const elder = await published(['livelihood.elder']);
  const child = await published(['livelihood.child']);
  const figures = { ratingMean: 5, ratingCount: 3, completed: 9, source: '协会 2025 年度评价' };
  await city.call(association, `/providers/${firm.id}/track-record`, { method: 'PUT', ifMatch: 0, body: figures });
  const line = { leaf: 'livelihood.elder', ratingMean: 4, ratingCount: 1, completed: 2 };
  await tell(2, [line]);
  const trackRecord = { ratingMean: 4.75, ratingCount: 4, completed: 11 };
  await eventually(async () => expect((await seen(elder.id)).trackRecord).toEqual(trackRecord));
  const shown = await seen(elder.id);
  // The provider changed nothing: the day of change stays, and there is no new version of the offer.
  expect(shown).toMatchObject({ version: elder.version + 2, updatedAt: elder.updatedAt });
  const versions = await city.call<{ items: { version: number }[] }>(anonymous, `/packages/${elder.id}/versions`);
  expect(versions.body.items.map(({ version }) => version)).toEqual([elder.version]);
  // Whoever points to the package as it is now finds the offer that it was then.
  expect((await city.call(anonymous, `/packages/${elder.id}/versions/${shown.version}`)).body).toMatchObject({
    version: elder.version,
  });
  expect((await city.call(anonymous, `/packages/${elder.id}/versions/${shown.version + 1}`)).status).toBe(404);
  expect((await eventsOf(elder.id)).at(-1)).toMatchObject({ type: 'package.changed.v1', data: { trackRecord } });
  expect((await seen(child.id)).trackRecord).toEqual({ ratingMean: 5, ratingCount: 3, completed: 9 });
  const told = (await eventsOf(child.id)).length;

  // Older news, and news that changes nothing that a package shows.
  await tell(1, [{ ...line, ratingMean: 1 }]);
  await tell(3, [line, { leaf: 'governance.grid', ratingMean: 2, ratingCount: 5, completed: 5 }]);
  await eventually(async () =>
    expect(await city.rows('SELECT sequence FROM provider_record')).toMatchObject([{ sequence: '3' }]),
  );
  expect(await seen(elder.id)).toMatchObject({ version: shown.version, trackRecord });
  expect(await eventsOf(child.id)).toHaveLength(told);
});

test('what is published later bears the record too', async () => {
  const late = await published(['livelihood.elder', 'livelihood.child']);
  expect(late.trackRecord).toEqual({ ratingMean: 4.75, ratingCount: 4, completed: 11 });
});
