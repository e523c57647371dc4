import type { Actor, IntroductionView, OrganisationState } from '@duijie/contracts';
import { actorHeaders } from '@duijie/testkit';
import { strFromU8, unzipSync } from 'fflate';
import { actingFor, deskCity, type DeskCity } from './desk-city';

jest.setTimeout(30_000);
let city: DeskCity;
let association: OrganisationState;
let community: OrganisationState;
let firm: OrganisationState;
beforeAll(async () => {
  city = await deskCity('kpp');
  association = await city.organisation({ kind: 'association', name: '市物业协会', district: null });
  community = await city.organisation({ kind: 'community', name: '得胜南社区' });
  firm = await city.organisation({ name: '锦江物业' });
}, 60_000);
afterAll(() => city.stop());

async function get(actor: Actor, path: string, part: string) {
  const answer = await fetch(`${city.host.url}/api/v1${path}`, { headers: actorHeaders(city.environment, actor) });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const text = answer.status === 200 ? strFromU8(unzipSync(bytes)[part] ?? new Uint8Array()) : strFromU8(bytes);
  return { status: answer.status, text: text.replaceAll(/<[^>]+>/g, '|') };
}

test('minutes of a meeting are a paper for both sides, and what was not written is left to be filled in', async () => {
  const need = await city.need({ organisationId: community.id, organisationName: community.name });
  const broker = city.as(actingFor(association, 'broker'));
  const made = await broker.create<{ items: IntroductionView[] }>('/introductions', {
    needId: need.id,
    providers: [{ providerId: firm.id }],
  });
  const id = made.body.items[0]?.id ?? '';
  const minutes = (actor: Actor) => get(actor, `/introductions/${id}/meeting/minutes-paper`, 'word/document.xml');
  const provider = actingFor(firm);
  expect(await minutes(provider)).toMatchObject({ status: 409, text: expect.stringContaining('meeting.none') });
  const at = new Date(Date.now() - 60_000).toISOString();
  await city
    .as(provider)
    .change('PUT', `/introductions/${id}/meeting`, 1, { at, place: '社区会议室', attendees: '王书记' });
  const blank = await minutes(actingFor(community));
  for (const words of [
    '对接会面纪要',
    need.title,
    '得胜南社区',
    '锦江物业',
    '市物业协会',
    '社区会议室',
    '待补充',
    '（盖章）',
  ])
    expect(blank.text).toContain(words);
  await broker.change('PUT', `/introductions/${id}/meeting/minutes`, 2, { minutes: '约定下周看现场\n先签三个月' });
  const written = await minutes(provider);
  expect(written.text).toContain('约定下周看现场');
  expect(written.text).toContain('先签三个月');
  expect((await minutes(actingFor(await city.organisation()))).status).toBe(404);
});

test('lists of the desk are workbooks', async () => {
  const received = await get(actingFor(firm), '/introductions/received?format=xlsx', 'xl/worksheets/sheet1.xml');
  expect(received.status).toBe(200);
  expect(received.text).toContain('得胜南社区');
  expect(received.text).toContain('待回应');
});
