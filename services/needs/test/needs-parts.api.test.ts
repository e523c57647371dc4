import type { Actor } from '@duijie/contracts';
import { anonymous, eventually, testNamespace } from '@duijie/testkit';
import { needOf } from './needs-city';
import {
  community,
  twin,
  far,
  newcomer,
  nowhere,
  firm,
  otherStreet,
  compound,
  four,
  startNeighbourhood,
  type Neighbourhood,
} from './neighbourhood';

let city: Neighbourhood;
beforeAll(async () => {
  city = await startNeighbourhood(testNamespace('ndp'));
}, 60_000);
afterAll(() => city.host.stop());

test('files are checked, private ones stay private, and they leave a draft only', async () => {
  const need = await city.draft();
  const upload = (content: string, name: string, fields: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    form.set('file', new Blob([content]), name);
    return city.call(city.poster(), 'POST', `/needs/${need.id}/attachments`, { form });
  };
  expect((await upload('MZ binary', '病毒.exe')).status).toBe(422);
  await upload('%PDF-1.4 图纸', '图纸.pdf', { title: '总平面图' });
  const withSecret = needOf(await upload('%PDF-1.4 名单', '名单.pdf', { private: 'true' }));
  expect(withSecret.attachments).toMatchObject([
    { title: '总平面图', private: false },
    { title: '名单.pdf', private: true },
  ]);
  const third = needOf(await upload('%PDF-1.4 多余', '多余.pdf'));
  const removed = await city.call(
    city.poster(),
    'DELETE',
    `/needs/${need.id}/attachments/${third.attachments[2]?.id}`,
    {
      ifMatch: third.version,
    },
  );
  expect(needOf(removed).attachments).toHaveLength(2);
  const submitted = await city.call(city.poster(), 'POST', `/needs/${need.id}/submit`, {
    ifMatch: needOf(removed).version,
  });
  const seen = needOf(await city.call(anonymous, 'GET', `/needs/${need.id}`));
  expect(seen.attachments.map((a) => a.title)).toEqual(['总平面图']);
  const secret = `/needs/${need.id}/attachments/${withSecret.attachments[1]?.id}`;
  expect((await city.call(anonymous, 'GET', secret)).status).toBe(404);
  const file = await city.call(city.broker(), 'GET', secret);
  expect([file.status, file.body, file.headers.get('content-type')]).toEqual([200, '%PDF-1.4 名单', 'application/pdf']);
  expect((await city.call(anonymous, 'GET', `/needs/${need.id}/attachments/${seen.attachments[0]?.id}`)).body).toBe(
    '%PDF-1.4 图纸',
  );
  const late = await city.call(city.poster(), 'DELETE', secret, { ifMatch: needOf(submitted).version });
  expect(late).toMatchObject({ status: 409, body: { reason: 'need.wrong-state' } });
});

test('lots hold every service once, and keep their ids', async () => {
  const need = await city.draft({ ...four, components: ['facility.elevator', 'facility.fire', 'support.legal'] });
  const lots = [
    { id: need.lots[0]?.id, title: '电梯', components: ['facility.elevator'] },
    { title: '其他', components: ['facility.fire', 'support.legal'] },
  ];
  const split = needOf(await city.call(city.poster(), 'PATCH', `/needs/${need.id}`, { ifMatch: 1, body: { lots } }));
  expect(split.lots).toMatchObject([{ id: need.lots[0]?.id, title: '电梯' }, { title: '其他' }]);
  const missing = await city.call(city.poster(), 'PATCH', `/needs/${need.id}`, {
    ifMatch: 2,
    body: { lots: [lots[0]] },
  });
  expect(missing).toMatchObject({ status: 422, body: { errors: [{ pointer: '/lots' }] } });
});

test('a need is copied from an earlier one that is visible, or taken from a template', async () => {
  const need = await city.published({ ...four, contact: { name: '王大姐', phone: '13800000000' } });
  const copy = needOf(await city.call(city.member(twin), 'POST', '/needs', { body: { copyOf: need.id } }));
  expect(copy).toMatchObject({
    title: need.title,
    organisationName: '得胜北社区',
    state: 'draft',
    place: { compound: null },
    private: { contact: null },
  });
  const hidden = await city.draft();
  expect(await city.call(city.member(twin), 'POST', '/needs', { body: { copyOf: hidden.id } })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/copyOf' }] },
  });
  const templates = (await city.call(anonymous, 'GET', '/need-templates')).body as {
    items: { id: string; title: string }[];
  };
  expect(templates.items.length).toBeGreaterThanOrEqual(12);
  const taken = needOf(
    await city.call(city.poster(), 'POST', '/needs', {
      body: { templateId: 'charging', place: { compoundId: compound.id } },
    }),
  );
  expect(taken).toMatchObject({
    title: '规范电动自行车停放充电',
    components: [{ code: 'facility.charging', source: 'given' }],
  });
});

test('a neighbour joins a published need once, and leaves it', async () => {
  const need = await city.published();
  const join = await city.call(city.member(twin), 'POST', `/needs/${need.id}/joins`, { body: { note: '我们也要' } });
  expect([join.status, join.body]).toEqual([
    201,
    expect.objectContaining({ organisationName: '得胜北社区', version: 1 }),
  ]);
  const { id } = join.body as { id: string };
  expect(await city.call(city.member(twin), 'POST', `/needs/${need.id}/joins`, { body: {} })).toMatchObject({
    status: 409,
    body: { reason: 'need.already-joined' },
  });
  expect(await city.call(city.member(far), 'POST', `/needs/${need.id}/joins`, { body: {} })).toMatchObject({
    status: 409,
    body: { reason: 'need.not-nearby' },
  });
  expect(await city.call(city.poster(), 'POST', `/needs/${need.id}/joins`, { body: {} })).toMatchObject({
    status: 409,
    body: { reason: 'need.own' },
  });
  expect((await city.call(city.member(firm), 'POST', `/needs/${need.id}/joins`, { body: {} })).status).toBe(403);
  const suspended = city.member({ ...twin, verification: 'suspended' });
  for (const who of [city.member(newcomer), suspended])
    expect(await city.call(who, 'POST', `/needs/${need.id}/joins`, { body: {} })).toMatchObject({
      status: 403,
      body: { reason: 'organisation.not-verified' },
    });
  const homeless = city.member(nowhere);
  expect(await city.call(homeless, 'POST', `/needs/${need.id}/joins`, { body: {} })).toMatchObject({
    status: 409,
    body: { reason: 'need.not-nearby' },
  });
  const notes = async (who: Actor) =>
    (await city.call(who, 'GET', `/needs/${need.id}/joins`)).body as {
      count: number;
      items: { note: string | null }[];
    };
  for (const who of [city.poster(), city.officer(), city.broker(), city.member(twin)])
    expect(await notes(who)).toMatchObject({ count: 1, items: [{ note: '我们也要' }] });
  for (const who of [anonymous, city.member(firm), city.member(otherStreet, 'officer')])
    expect(await notes(who)).toMatchObject({ count: 1, items: [{ organisationName: '得胜北社区', note: null }] });
  expect((await city.call(city.poster(), 'DELETE', `/needs/${need.id}/joins/${id}`, { ifMatch: 1 })).status).toBe(403);
  expect((await city.call(city.member(twin), 'DELETE', `/needs/${need.id}/joins/${id}`, { ifMatch: 1 })).status).toBe(
    204,
  );
  expect((await city.call(anonymous, 'GET', `/needs/${need.id}/joins`)).body).toMatchObject({ count: 0, items: [] });
});

test('guidance tells who may pay, with the rule that blocks, who is responsible and who decides', async () => {
  const answer = await city.call(anonymous, 'GET', '/needs/guidance?leaf=property.introduce&district=锦江区');
  expect(answer.body).toMatchObject({
    leaf: 'property.introduce',
    responsible: [{ id: 'handover' }],
    policies: expect.arrayContaining([expect.objectContaining({ id: 'civil-code-property' })]),
    decisionBases: expect.arrayContaining([expect.objectContaining({ ruleId: 'hire-manager' })]),
  });
  const { moneyFinder } = answer.body as {
    moneyFinder: { funding: string; verdict: string; blockedBy: { source: string }[] }[];
  };
  const verdict = (funding: string) => moneyFinder.find((each) => each.funding === funding);
  expect(verdict('maintenance_fund')).toMatchObject({
    verdict: 'blocked',
    blockedBy: [{ source: expect.stringContaining('第二百八十一条') }],
  });
  expect(verdict('owners')).toMatchObject({ verdict: 'may' });
  expect(verdict('subdistrict_purchase')).toMatchObject({ verdict: 'conditional' });
  // 都江堰's practice is not Jinjiang's.
  expect(verdict('community_fund')).toMatchObject({ verdict: 'may', conditions: [] });
  const there = await city.call(
    anonymous,
    'GET',
    '/needs/guidance?leaf=property.introduce&district=都江堰市&funding=community_fund',
  );
  expect(there.body).toMatchObject({ moneyFinder: [{ verdict: 'conditional' }] });
  expect((await city.call(anonymous, 'GET', '/needs/guidance?leaf=no.leaf')).status).toBe(404);
});

test('lists page through everything once, newest first, and own lists hold drafts', async () => {
  for (let i = 0; i < 7; i += 1) await city.published();
  await city.draft();
  const gone = await city.published();
  await city.call(city.poster(), 'POST', `/needs/${gone.id}/withdraw`, {
    ifMatch: gone.version,
    body: { reason: '已经解决' },
  });
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = (await city.call(anonymous, 'GET', `/needs?limit=3${cursor ? `&cursor=${cursor}` : ''}`)).body as {
      items: { id: string; publishedAt: string }[];
      nextCursor: string | null;
    };
    seen.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  const all = ((await city.call(anonymous, 'GET', '/needs?limit=100')).body as { items: { id: string }[] }).items.map(
    (item) => item.id,
  );
  expect(seen).toEqual(all);
  expect(new Set(seen).size).toBe(seen.length);
  expect((await city.call(anonymous, 'GET', '/needs?cursor=WyJ4IiwieSJd')).status).toBe(400);
  const mine = (await city.call(city.poster(), 'GET', '/needs/mine?state=draft&limit=100')).body as {
    items: { state: string; organisationId: string }[];
  };
  expect(mine.items.length).toBeGreaterThan(0);
  expect(mine.items.every((item) => item.state === 'draft' && item.organisationId === community.id)).toBe(true);
  expect((await city.call(anonymous, 'GET', '/needs/mine')).status).toBe(401);
  expect((await city.call(anonymous, 'GET', '/needs?state=draft')).status).toBe(422);
  const past = (await city.call(anonymous, 'GET', '/needs?state=withdrawn&leaf=facility.elevator')).body as {
    items: { state: string }[];
  };
  expect(past.items.length).toBeGreaterThan(0);
  expect(past.items.every((item) => item.state === 'withdrawn')).toBe(true);
});

test('needs that go on follow the name of their poster, and an older state does not bring the old name back', async () => {
  const need = await city.published({ ...four, place: { district: '郫都区' } }, city.member(far));
  const withdrawn = await city.published(four, city.member(far));
  await city.call(city.member(far), 'POST', `/needs/${withdrawn.id}/withdraw`, {
    ifMatch: withdrawn.version,
    body: { reason: '已经解决' },
  });
  await city.tell([{ ...far, version: 3, name: '犀和新社区' }]);
  await city.tell([{ ...far, version: 2, name: '旧名' }]);
  const name = async (id: string) => needOf(await city.call(anonymous, 'GET', `/needs/${id}`)).organisationName;
  expect([await name(need.id), await name(withdrawn.id)]).toEqual(['犀和新社区', '犀和社区']);
  expect((await city.eventsOf(need.id)).at(-1)).toMatchObject({
    type: 'need.changed.v1',
    data: { organisationName: '犀和新社区' },
  });
});

test('the audit chain of needs verifies', async () => {
  await eventually(async () =>
    expect((await city.call(city.administrator(), 'GET', '/audit/needs/verify')).body).toMatchObject({
      unsealed: 0,
      faults: [],
    }),
  );
  expect((await city.call(city.broker(), 'GET', '/audit/needs/verify')).status).toBe(403);
});
