import { previewNeed } from '@duijie/contracts';
import { testNamespace } from '@duijie/testkit';
import { needOf } from './needs-city';
import { drafter, firm, four, startNeighbourhood, twin, type Neighbourhood } from './neighbourhood';

let city: Neighbourhood;
beforeAll(async () => {
  city = await startNeighbourhood(testNamespace('pv'));
}, 60_000);
afterAll(() => city.host.stop());

const contact = { name: '王大姐', phone: '13800000000' };
const seen = async (needId: string, by: string) => {
  const { status, body } = await city.call(city.poster(), 'GET', `/needs/${needId}/as-seen?by=${by}`);
  expect(status).toBe(200);
  return previewNeed.response.parse(body);
};

test('a draft is shown as its readers would get it, with what is kept from them, and stays a draft', async () => {
  const draft = await city.draft({ ...four, contact, draftedByOrganisationId: drafter.id });
  const stranger = await seen(draft.id, 'public');
  expect(stranger).toMatchObject({
    need: { state: 'responding', title: draft.title, private: null },
    contact: null,
    hidden: ['contact', 'conflict_wall', 'drafted_by'],
  });
  expect(JSON.stringify(stranger)).not.toContain(contact.phone);
  expect(await seen(draft.id, 'introduced')).toMatchObject({
    need: { private: null },
    contact,
    hidden: ['conflict_wall', 'drafted_by'],
  });
  expect(await seen(draft.id, 'overseers')).toMatchObject({ need: { private: { contact } }, contact, hidden: [] });
  const still = needOf(await city.call(city.poster(), 'GET', `/needs/${draft.id}`));
  expect(still).toMatchObject({ state: 'draft', version: draft.version });
});

test('what strangers are shown before is what they get after it was published', async () => {
  const draft = await city.draft({ ...four, contact });
  const { need: before } = await seen(draft.id, 'public');
  const published = await city.call(city.poster(), 'POST', `/needs/${draft.id}/submit`, { ifMatch: draft.version });
  expect(published.status).toBe(200);
  const after = needOf(await city.call(city.member(twin), 'GET', `/needs/${draft.id}`));
  const passing = ['updatedAt', 'publishedAt', 'responsesDueAt', 'submittedAt', 'version'];
  const lasting = (need: object): object =>
    Object.fromEntries(Object.entries(need).filter(([key]) => !passing.includes(key)));
  expect(lasting(before)).toEqual(lasting(after));
});

test('it is for those alone who see what is private', async () => {
  const draft = await city.draft(four);
  for (const other of [twin, firm])
    expect((await city.call(city.member(other), 'GET', `/needs/${draft.id}/as-seen`)).status).toBe(404);
});
