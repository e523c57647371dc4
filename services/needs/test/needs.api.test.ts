import { newId } from '@duijie/domain-kit';
import { anonymous, testNamespace } from '@duijie/testkit';
import { needOf } from './needs-city';
import {
  compound,
  twin,
  drafter,
  firm,
  otherStreet,
  four,
  startNeighbourhood,
  type Neighbourhood,
} from './neighbourhood';

let city: Neighbourhood;
beforeAll(async () => {
  city = await startNeighbourhood(testNamespace('nd'));
}, 60_000);
afterAll(() => city.host.stop());

test('four fields are enough to post, and the rest is proposed', async () => {
  const need = await city.draft();
  expect(need).toMatchObject({
    version: 1,
    state: 'draft',
    title: '电梯老是坏',
    organisationName: '得胜南社区',
    place: {
      district: '锦江区',
      subdistrict: '牛市口街道',
      community: '得胜南社区',
      compound: '水碾巷8号院',
      households: 136,
      builtYear: 1991,
    },
    mode: 'claim',
    funding: 'none',
    urgency: 'normal',
  });
  const elevator = need.components.find((component) => component.code === 'facility.elevator');
  expect(elevator).toMatchObject({ source: 'proposed' });
  expect(elevator?.evidence.join()).toContain('电梯');
  expect(need.lots).toEqual([
    { id: expect.any(String), title: need.title, components: need.components.map((c) => c.code) },
  ]);
  expect(await city.eventsOf(need.id)).toMatchObject([{ type: 'need.drafted.v1', sequence: 1, state: 'draft' }]);
});

test('three fields are enough where the place is the own one, and the description is not optional', async () => {
  const need = await city.draft({ description: '想找人教老人用手机', money: { kind: 'unknown' } });
  expect(need.place).toMatchObject({
    district: '锦江区',
    subdistrict: '牛市口街道',
    community: '得胜南社区',
    compoundId: null,
  });
  const answer = await city.call(city.poster(), 'POST', '/needs', { body: { money: { kind: 'none' } } });
  expect([answer.status, answer.body]).toEqual([
    422,
    expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/description' })] }),
  ]);
});

test('a compound that is only named is the one of that name in the subdistrict, and no other', async () => {
  const draft = (place: object) => city.draft({ ...four, place });
  expect((await draft({ compound: compound.name })).place).toMatchObject({
    compoundId: compound.id,
    compound: compound.name,
    households: 136,
  });
  // What was said of it goes before what is known of it.
  expect((await draft({ compound: compound.name, households: 140 })).place).toMatchObject({ households: 140 });
  expect((await draft({ compound: '水碾巷9号院' })).place).toMatchObject({
    compoundId: null,
    compound: '水碾巷9号院',
    households: null,
  });
  const elsewhere = { district: '锦江区', subdistrict: '书院街街道' };
  expect((await draft({ compound: compound.name, ...elsewhere })).place).toMatchObject({ compoundId: null });
});

test('a draft is private, withdrawn too: a twin, a provider, the public, officers and brokers do not learn that it exists', async () => {
  const need = await city.draft();
  const form = new FormData();
  form.set('file', new Blob(['%PDF-1.4 草稿']), '草稿.pdf');
  const withdrawn = needOf(
    await city.call(city.poster(), 'POST', `/needs/${(await city.draft()).id}/attachments`, { form }),
  );
  await city.call(city.poster(), 'POST', `/needs/${withdrawn.id}/withdraw`, { ifMatch: 2, body: { reason: '不做了' } });
  const file = `/attachments/${withdrawn.attachments[0]?.id}`;
  const others = [
    city.member(twin),
    city.member(firm),
    anonymous,
    city.member(otherStreet, 'officer'),
    city.officer(),
    city.broker(),
    city.administrator(),
  ];
  for (const who of others) {
    expect((await city.call(who, 'GET', `/needs/${need.id}`)).status).toBe(404);
    for (const part of ['', file, '/versions', '/joins'])
      expect((await city.call(who, 'GET', `/needs/${withdrawn.id}${part}`)).status).toBe(404);
  }
  for (const who of [city.officer(), city.broker()])
    expect((await city.call(who, 'GET', `/needs/${need.id}/history`)).status).toBe(404);
  const wall = { ifMatch: 1, body: { organisationId: firm.id, reason: '回避' } };
  expect((await city.call(city.broker(), 'POST', `/needs/${need.id}/exclusions`, wall)).status).toBe(404);
  for (const part of ['', file, '/history'])
    expect((await city.call(city.poster(), 'GET', `/needs/${withdrawn.id}${part}`)).status).toBe(200);
  for (const [method, path, body] of [
    ['PATCH', `/needs/${need.id}`, { title: '别人的标题' }],
    ['POST', `/needs/${need.id}/submit`, undefined],
    ['POST', `/needs/${need.id}/withdraw`, { reason: '不要了' }],
  ] as const)
    expect((await city.call(city.member(twin), method, path, { ifMatch: 1, body })).status).toBe(404);
  expect(needOf(await city.call(city.poster(), 'GET', `/needs/${need.id}`)).private).toMatchObject({ contact: null });
});

test('a proposal is confirmed, corrected, and renewed with the words only while it is one', async () => {
  const need = await city.draft();
  const codes = need.components.map((component) => component.code);
  expect(codes).toContain('facility.elevator');
  const confirmed = needOf(
    await city.call(city.poster(), 'PATCH', `/needs/${need.id}`, {
      ifMatch: 1,
      body: { components: ['facility.elevator', 'support.legal'] },
    }),
  );
  expect(confirmed.components).toMatchObject([
    { code: 'facility.elevator', source: 'confirmed', confidence: 1 },
    { code: 'support.legal', source: 'given', confidence: 1, evidence: [] },
  ]);
  expect(confirmed.lots[0]).toMatchObject({ id: need.lots[0]?.id, components: ['facility.elevator', 'support.legal'] });
  const reworded = needOf(
    await city.call(city.poster(), 'PATCH', `/needs/${need.id}`, {
      ifMatch: 2,
      body: { description: '十几个孩子放学没人接，想请人托管到六点，尽快。' },
    }),
  );
  expect(reworded).toMatchObject({ title: '十几个孩子放学没人接', urgency: 'high', version: 3 });
  expect(reworded.components.map((c) => c.code)).toEqual(['facility.elevator', 'support.legal']);
  const events = await city.eventsOf(need.id);
  expect(events.map((e) => [e.type, e.sequence])).toEqual([
    ['need.drafted.v1', 1],
    ['need.drafted.v1', 2],
    ['need.drafted.v1', 3],
  ]);
  const unknown = await city.call(city.poster(), 'PATCH', `/needs/${need.id}`, {
    ifMatch: 3,
    body: { components: ['nobody.knows'] },
  });
  expect([unknown.status, unknown.body]).toEqual([
    422,
    expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/components/0' })] }),
  ]);
});

test('a verified poster publishes at once: anybody sees it, nobody sees its contact', async () => {
  const contact = { name: '王大姐', phone: '13800000000' };
  const need = await city.published({
    ...four,
    contact,
    money: { kind: 'range', minFen: 3_000_000, maxFen: 6_000_000 },
    funding: 'community_fund',
  });
  expect(need).toMatchObject({
    mode: 'quotation',
    private: { contact, screening: 'after' },
    publishedAt: expect.any(String),
  });
  expect(need.responsesDueAt).toMatch(/T10:00:00\.000Z$/);
  const seen = await city.call(anonymous, 'GET', `/needs/${need.id}`);
  expect([seen.status, needOf(seen).private]).toEqual([200, null]);
  expect(JSON.stringify(seen.body)).not.toContain('王大姐');
  const events = await city.eventsOf(need.id);
  expect(events.at(-1)).toMatchObject({ type: 'need.published.v1', sequence: 2, state: 'responding' });
  expect(JSON.stringify(events)).not.toContain('王大姐');
  expect(events.at(-1)?.data['excludedOrganisationIds']).toEqual([drafter.id]);
  const list = await city.call(anonymous, 'GET', '/needs?district=锦江区&leaf=facility.elevator&limit=100');
  expect((list.body as { items: { id: string }[] }).items.map((item) => item.id)).toContain(need.id);
  expect(JSON.stringify(list.body)).not.toContain('王大姐');
});

test('a published change is a new version, and the mode stands', async () => {
  const need = await city.published();
  const changed = needOf(
    await city.call(city.poster(), 'PATCH', `/needs/${need.id}`, {
      ifMatch: need.version,
      body: { title: '请人看看电梯' },
    }),
  );
  expect(changed.version).toBe(3);
  expect((await city.eventsOf(need.id)).at(-1)).toMatchObject({ type: 'need.changed.v1', sequence: 3 });
  const versions = await city.call(anonymous, 'GET', `/needs/${need.id}/versions`);
  expect(versions.body).toMatchObject({
    items: [
      { version: 3, title: '请人看看电梯' },
      { version: 2, title: '电梯老是坏' },
    ],
  });
  const old = await city.call(anonymous, 'GET', `/needs/${need.id}/versions/2`);
  expect(old.body).toMatchObject({ version: 2, need: { title: '电梯老是坏' } });
  expect(JSON.stringify(old.body)).not.toContain(drafter.id);
  const mode = await city.call(city.poster(), 'PATCH', `/needs/${need.id}`, { ifMatch: 3, body: { mode: 'direct' } });
  expect(mode).toMatchObject({ status: 409, body: { reason: 'need.mode-fixed' } });
});

test('If-Match and Idempotency-Key are asked for, and a repeated key answers the same', async () => {
  const key = newId(Date.now());
  const author = city.poster();
  const one = await city.call(author, 'POST', '/needs', { body: four, key: `${key}-x` });
  const again = await city.call(author, 'POST', '/needs', { body: four, key: `${key}-x` });
  expect(needOf(again).id).toBe(needOf(one).id);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  // The key is the person's own.
  expect(needOf(await city.call(city.poster(), 'POST', '/needs', { body: four, key: `${key}-x` })).id).not.toBe(
    needOf(one).id,
  );
  expect(
    (await city.call(author, 'POST', '/needs', { body: { ...four, description: '别的内容' }, key: `${key}-x` })).status,
  ).toBe(422);
  const path = `/needs/${needOf(one).id}`;
  expect((await city.call(author, 'PATCH', path, { body: { title: '标题' } })).status).toBe(428);
  expect((await city.call(author, 'PATCH', path, { body: { title: '标题' }, ifMatch: 7 })).status).toBe(412);
  // How far its lots are moves without its version, so nobody is told that nothing has changed.
  const open = await city.published();
  const known = { headers: { 'if-none-match': `"${open.version}"` } };
  expect((await city.call(anonymous, 'GET', `/needs/${open.id}`, known)).status).toBe(200);
});

test('money that does not fit is refused field by field', async () => {
  const answer = await city.call(city.poster(), 'POST', '/needs', {
    body: {
      ...four,
      money: { kind: 'range', minFen: 200, maxFen: 100 },
      funding: 'none',
      budgetLines: [{ label: '人工', amountFen: 1000 }],
    },
  });
  expect(answer.status).toBe(422);
  expect((answer.body as { errors: { pointer: string }[] }).errors.map((e) => e.pointer)).toEqual([
    '/money/maxFen',
    '/funding',
    '/budgetLines',
  ]);
  const own = await city.draft({
    ...four,
    money: { kind: 'fixed', amountFen: 100_000 },
    ownContribution: { amountFen: 50_000, note: '居民凑' },
    budgetLines: [{ label: '人工', amountFen: 150_000 }],
  });
  expect(own.ownContribution?.amountFen).toBe(50_000);
});
