import type {
  IntroductionView,
  NeedBody,
  NoticeGroupText,
  NoticeSettings,
  NoticeStreamData,
  NoticeView,
  OrganisationState,
  PersonActor,
  ResponseBody,
  UnreadNotices,
} from '@duijie/contracts';
import { startHost } from '@duijie/service-kit';
import { actorHeaders, anonymous, eventually } from '@duijie/testkit';
import { deskModule } from '../src';
import { actingFor, aLot, deskCity, freshId, type DeskCity } from './desk-city';

type Items = { items: NoticeView[]; nextCursor: string | null };
type Told = { readonly id: string; readonly event: string; readonly data: NoticeStreamData };

jest.setTimeout(30_000);
let city: DeskCity;
let association: OrganisationState;
let community: OrganisationState;
let firm: OrganisationState;
let li: PersonActor;
let zhao: PersonActor;
let provider: PersonActor;

beforeAll(async () => {
  city = await deskCity('dn');
  association = await city.organisation({ kind: 'association', name: '市物业管理协会', district: null });
  community = await city.organisation({ kind: 'community', name: '得胜南社区' });
  firm = await city.organisation({ kind: 'property_firm', name: '锦江物业服务有限公司' });
  li = actingFor(community);
  zhao = actingFor(community, 'editor');
  provider = actingFor(firm);
}, 60_000);
afterAll(() => city.stop());

const aNeed = (facts: Partial<NeedBody> = {}): Promise<NeedBody> =>
  city.need({ organisationId: community.id, organisationName: community.name, ...facts });
const noticesOf = async (who: PersonActor, query = ''): Promise<NoticeView[]> =>
  (await city.as(who).get<Items>(`/notices${query}`)).body.items;
const about = async (who: PersonActor, subjectId: string): Promise<NoticeView[]> =>
  (await noticesOf(who, '?limit=100')).filter(({ subject }) => subject.id === subjectId);
const unreadOf = async (who: PersonActor): Promise<number> =>
  (await city.as(who).get<UnreadNotices>('/notices/unread-count')).body.count;
const call = (who: PersonActor, path: string, body: unknown = {}) => city.as(who).create<UnreadNotices>(path, body);

/** A client of the stream, as EventSource would be. */
async function listen(who: PersonActor, lastEventId?: string, url = city.host.url) {
  const leaving = new AbortController();
  const answer = await fetch(`${url}/api/v1/notices/stream`, {
    headers: { ...actorHeaders(city.environment, who), ...(lastEventId ? { 'last-event-id': lastEventId } : {}) },
    signal: leaving.signal,
  });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  const reader = answer.body?.getReader();
  let text = '';
  const told: Told[] = [];
  const reading = (async () => {
    for (;;) {
      const piece = await reader?.read();
      if (!piece || piece.done) return;
      text += Buffer.from(piece.value).toString('utf8');
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const [, id, event, data] = /^id: (.*)\nevent: (.*)\ndata: (.*)$/.exec(text.slice(0, end)) ?? [];
        text = text.slice(end + 2);
        if (id !== undefined && event !== undefined && data !== undefined)
          told.push({ id, event, data: JSON.parse(data) as NoticeStreamData });
      }
    }
  })().catch(() => undefined);
  return {
    told,
    notices: () => told.flatMap(({ data }) => (data.notice ? [data.notice.kind] : [])),
    async leave() {
      leaving.abort();
      await reading;
    },
  };
}

test('an event becomes a notice, and reaches an open page at once, in another process too', async () => {
  const http = await startHost([deskModule], {
    ...city.environment,
    DUIJIE_ROLE: 'http',
    DUIJIE_PORT: '0',
    DUIJIE_NOTICE_POLL_MS: '600000',
  });
  const here = await listen(li);
  const there = await listen(li, undefined, http.url);
  try {
    await eventually(() => expect([here.told, there.told].map((told) => told[0]?.event)).toEqual(['unread', 'unread']));
    const begun = performance.now();
    const need = await aNeed({ title: '楼道灯不亮' });
    await eventually(() => {
      expect(here.notices()).toEqual(['need_published']);
      expect(there.notices()).toEqual(['need_published']);
    });
    expect(performance.now() - begun).toBeLessThan(2000);
    expect(there.told.at(-1)?.data).toMatchObject({
      unread: { count: 1, more: false },
      notice: { path: `/needs/${need.id}`, read: false, body: { zh: '需求《楼道灯不亮》已发布，服务方可以看到了。' } },
    });
  } finally {
    await Promise.all([here.leave(), there.leave(), http.stop()]);
  }
});

test('what was missed comes first when the page is back, and nothing twice', async () => {
  const first = await listen(li);
  await eventually(() => expect(first.told).toHaveLength(1));
  const left = first.told[0]?.id;
  await first.leave();
  const one = await aNeed();
  const two = await aNeed();
  await eventually(async () => expect(await about(li, two.id)).toHaveLength(1));
  const back = await listen(li, left);
  await eventually(() => expect(back.notices()).toHaveLength(2));
  expect(back.told.map(({ data }) => data.notice?.subject.id)).toEqual([one.id, two.id]);
  await back.leave();
  const again = await listen(li, back.told.at(-1)?.id);
  const made = await listen(li, '9.9@made.up');
  await eventually(() => expect([again.told.length, made.told.length]).toEqual([1, 1]));
  expect([again.notices(), made.notices()]).toEqual([[], []]);
  await Promise.all([again.leave(), made.leave()]);
});

test('who did it sees it as read, the others do not', async () => {
  const need = await aNeed({ publishedAt: null, state: 'submitted' });
  const published: NeedBody = { ...need, version: 2, state: 'responding', publishedAt: new Date().toISOString() };
  await city.publish('need.published.v1', { type: 'need', id: need.id }, 2, published, li);
  await eventually(async () => expect(await about(zhao, need.id)).toMatchObject([{ read: false }]));
  expect(await about(li, need.id)).toMatchObject([{ kind: 'need_published', read: true }]);
});

describe('whose notice it is', () => {
  let need: NeedBody;
  let notice: NoticeView;
  beforeAll(async () => {
    need = await aNeed({ title: '需要清理楼道' });
    notice = await eventually(async () => {
      const [found] = await about(li, need.id);
      if (!found) throw new Error('not told yet');
      return found;
    });
  });

  test('two persons of one organisation read for themselves', async () => {
    await call(zhao, '/notices/read-all');
    await call(li, '/notices/read-all', { upTo: notice.id });
    const later = await aNeed();
    await eventually(async () => expect(await about(li, later.id)).toHaveLength(1));
    const [mine] = await about(li, later.id);
    const page = await listen(li);
    await eventually(() => expect(page.told[0]?.data.unread.count).toBe(1));
    expect((await call(li, `/notices/${mine?.id}/read`)).body).toEqual({ count: 0, more: false });
    await eventually(() => expect(page.told.at(-1)).toMatchObject({ event: 'unread', data: { unread: { count: 0 } } }));
    await page.leave();
    expect([await unreadOf(li), await unreadOf(zhao)]).toEqual([0, 1]);
    expect((await noticesOf(zhao, '?unread=true')).map(({ id }) => id)).toEqual([mine?.id]);
    expect(await noticesOf(li, '?unread=true')).toEqual([]);
    expect((await call(li, `/notices/${mine?.id}/read`)).status).toBe(200);
  });
  test('somebody else finds nothing, and nobody who is not signed in is told', async () => {
    for (const path of [`/notices/${notice.id}/group-text`])
      expect((await city.as(provider).get(path)).status).toBe(404);
    expect((await call(provider, `/notices/${notice.id}/read`)).status).toBe(404);
    expect((await call(provider, '/notices/read-all', { upTo: notice.id })).status).toBe(404);
    expect((await city.as(li).get(`/notices/${freshId()}/group-text`)).status).toBe(404);
    expect(await about(provider, need.id)).toEqual([]);
    for (const path of ['/notices', '/notices/stream']) expect((await city.as(anonymous).get(path)).status).toBe(401);
  });
  test('its text for a group says what, where and where to look', async () => {
    const { body } = await city.as(li).get<NoticeGroupText>(`/notices/${notice.id}/group-text`);
    expect(body.zh).toContain('需求《需要清理楼道》');
    expect(body.zh).toContain('地点：锦江区 牛市口街道 得胜南社区');
  });
  test('a list goes on by its cursor, newest first', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Items = (await city.as(li).get<Items>(`/notices?limit=2${cursor && `&cursor=${cursor}`}`)).body;
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual([...new Set(seen)].toSorted().toReversed());
    expect((await city.as(li).get('/notices?cursor=nonsense')).status).toBe(400);
  });
});

test('what is muted stays in the list, and is neither counted nor pushed', async () => {
  await call(zhao, '/notices/read-all');
  const before = (await city.as(zhao).get<NoticeSettings>('/notices/settings')).body;
  const change = (ifMatch: number, muted: string[]) =>
    city.as(zhao).change<NoticeSettings>('PUT', '/notices/settings', ifMatch, { muted });
  expect((await change(before.version, ['need', 'need'])).body).toEqual({
    version: before.version + 1,
    muted: ['need'],
  });
  expect((await change(before.version, [])).status).toBe(412);
  const page = await listen(zhao);
  const need = await aNeed();
  await eventually(async () => expect(await about(zhao, need.id)).toHaveLength(1));
  expect(await unreadOf(zhao)).toBe(0);
  await change(before.version + 1, []);
  const heard = await aNeed();
  await eventually(() => expect(page.told.flatMap(({ data }) => data.notice?.subject.id ?? [])).toEqual([heard.id]));
  await page.leave();
});

test('an introduction and its answer are told to both sides, and to the broker who made it', async () => {
  const need = await aNeed({ mode: 'direct' });
  const broker = actingFor(association, 'broker');
  const made = await city.as(broker).create<{ items: IntroductionView[] }>('/introductions', {
    needId: need.id,
    providers: [{ providerId: firm.id }],
  });
  const one = made.body.items[0];
  if (!one) throw new Error(JSON.stringify(made.body));
  expect((await about(provider, one.id)).map(({ kind }) => kind)).toEqual(['introduction_made']);
  await city.as(provider).change('POST', `/introductions/${one.id}/answer`, one.version, { answer: 'interested' });
  expect(await about(li, one.id)).toMatchObject([{ kind: 'introduction_interested', read: false }]);
  expect(await about(broker, one.id)).toMatchObject([{ kind: 'introduction_interested', to: 'person' }]);
});

test('from the deadline to the result everybody hears the own part, whatever comes twice or late', async () => {
  const need = await aNeed({ mode: 'open_call' });
  const loser = await city.organisation({ name: '和平社工服务中心', kind: 'social_org' });
  const lot = aLot(need, { mode: 'open_call' });
  const response: ResponseBody = {
    id: freshId(),
    version: 1,
    lotId: lot.id,
    needId: need.id,
    attempt: 1,
    state: 'submitted',
    posterId: community.id,
    needTitle: need.title,
    organisationId: loser.id,
    organisationName: loser.name,
    packageId: null,
    packageVersion: null,
    members: [],
    conflict: 'clear',
    submittedAt: new Date().toISOString(),
    updatedAt: new Date().toISOString(),
    demo: false,
  };
  const say = (body: ResponseBody) =>
    city.publish('response.changed.v1', { type: 'response', id: body.id }, body.version, body);
  const award = {
    id: freshId(),
    responseId: null,
    organisationId: firm.id,
    organisationName: firm.name,
    packageId: null,
    amountFen: 9_000_000,
    reason: '进场最快',
    decidedAt: new Date().toISOString(),
    noticeUntil: null,
    state: 'effective' as const,
  };
  const decided = { ...lot, version: 3, state: 'awarded' as const, award };
  await city.lot(lot);
  await say(response);
  await city.lot({ ...lot, version: 2, state: 'deciding' });
  await eventually(async () =>
    expect((await about(li, lot.id)).map(({ kind }) => kind).toSorted()).toEqual(['lot_deciding', 'response_received']),
  );
  await city.lot(decided);
  await eventually(async () => expect((await about(provider, lot.id)).map(({ kind }) => kind)).toEqual(['result_won']));
  await say({ ...response, version: 2, state: 'rejected' });
  // Twice, and an older one late.
  await say({ ...response, version: 2, state: 'rejected' });
  await city.lot(decided);
  await city.lot({ ...lot, version: 2, state: 'deciding' });
  const told = actingFor(loser);
  await eventually(async () =>
    expect((await about(told, response.id)).map(({ kind }) => kind)).toEqual(['result_not_won']),
  );
  expect((await about(told, response.id))[0]?.body.zh).toContain('确定理由：进场最快');
  expect((await about(li, lot.id)).map(({ kind }) => kind).toSorted()).toEqual([
    'lot_deciding',
    'response_received',
    'result_made',
  ]);
});

test('what a broker does on behalf is told to the organisation, and names nobody for a group', async () => {
  const acting: PersonActor = {
    ...actingFor(community, 'editor'),
    name: '王芳',
    onBehalf: {
      channel: 'phone',
      note: '李书记来电',
      brokerOrganisationId: association.id,
      brokerOrganisationName: association.name,
    },
  };
  await call(li, '/notices/read-all');
  const need = await aNeed({ publishedAt: null, state: 'draft' });
  const published: NeedBody = { ...need, version: 2, state: 'responding', publishedAt: new Date().toISOString() };
  await city.publish('need.published.v1', { type: 'need', id: need.id }, 2, published, acting);
  const [told] = await eventually(async () => {
    const found = await about(li, need.id);
    expect(found.map(({ kind }) => kind)).toEqual(['done_on_behalf']);
    return found;
  });
  expect(told).toMatchObject({
    read: false,
    body: { zh: expect.stringContaining('王芳，市物业管理协会代办（电话）') },
  });
  const { body } = await city.as(li).get<NoticeGroupText>(`/notices/${told?.id}/group-text`);
  expect(body.zh).toContain('发布了需求');
  expect(JSON.stringify(body)).not.toContain('王芳');
});

test('the lists, the count and what a stream reads walk along an index', async () => {
  const others = Array.from({ length: 3000 }, (_one, i) => [
    freshId(),
    i % 3 === 0 ? community.id : freshId(),
    'organisation',
    100_000 + i,
    'need_published',
    'need',
    'need',
    freshId(),
    'x',
    '{}',
    new Date(),
  ]);
  await city.rows(
    `INSERT INTO notice (id, recipient_id, recipient_type, position, kind, topic, subject_type, subject_id, fact, facts, created_at)
     VALUES ?`,
    [others],
  );
  await city.rows('ANALYZE TABLE notice');
  const explain = async (sql: string): Promise<{ key: string | null; Extra: string }[]> =>
    city.rows<{ key: string | null; Extra: string }>(`EXPLAIN ${sql}`);
  const who = `recipient_id = '${community.id}' AND (roles IS NULL OR FIND_IN_SET('owner', roles) > 0)`;
  const queries: readonly [string, string][] = [
    [`SELECT id FROM notice WHERE ${who} AND id < '${freshId()}' ORDER BY id DESC LIMIT 21`, 'ix_notice_recipient'],
    [`SELECT id FROM notice WHERE ${who} AND position > 3 ORDER BY position LIMIT 50`, 'uq_notice_position'],
    [
      `SELECT kind FROM notice_due WHERE state = 'waiting' AND due_at <= NOW() ORDER BY due_at LIMIT 50`,
      'ix_notice_due',
    ],
  ];
  for (const [sql, key] of queries) {
    const [plan] = await explain(sql);
    expect([sql, plan?.key, plan?.Extra.includes('filesort')]).toEqual([sql, key, false]);
  }
  await city.rows('DELETE FROM notice WHERE position >= 100000');
});
