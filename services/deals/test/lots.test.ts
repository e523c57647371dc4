import type { LotBody, LotView, NeedBody } from '@duijie/contracts';
import {
  aNeedBody,
  anonymous,
  eventually,
  migrateUpDownUp,
  startBeside,
  testNamespace,
  type Beside,
} from '@duijie/testkit';
import { dealsModule } from '../src';
import { dealsSchema } from '../src/persistence/deals-schema';

let city: Beside;
beforeAll(async () => {
  city = await startBeside(dealsModule, ['identity', 'needs', 'offers', 'desk'], 'dl');
}, 60_000);
afterAll(() => city.stop());

const tell = (need: NeedBody, type: 'need.drafted.v1' | 'need.published.v1' | 'need.changed.v1' = 'need.changed.v1') =>
  city.publish(type, { type: 'need', id: need.id }, need.version, need);
const lotsOf = (needId: string) =>
  city.rows<{ id: string; state: string; attempt: number; because: string | null; version: number }>(
    'SELECT id, state, attempt, because, version FROM lot WHERE need_id = ? ORDER BY id',
    [needId],
  );
const put = (sql: string, ...values: unknown[]) => city.rows(sql, values);

test('the schema goes up, down and up again', async () => {
  const name = `${testNamespace('dl')}_schema`;
  expect(await migrateUpDownUp(dealsSchema, city.environment, name)).toEqual({ left: [], differences: [] });
});

test('a published need opens its lots, and tells so', async () => {
  const need = aNeedBody({
    lots: [
      { id: '019a0000-0000-7000-8000-00000000000a', title: '安防', components: ['property.custody'] },
      { id: '019a0000-0000-7000-8000-00000000000b', title: '保洁', components: ['property.custody'] },
    ],
  });
  await tell(need, 'need.published.v1');
  await eventually(async () => {
    expect((await lotsOf(need.id)).map(({ state, attempt }) => [state, attempt])).toEqual([
      ['open', 1],
      ['open', 1],
    ]);
  });
  const told = await city.rows<{ envelope: string }>(
    `SELECT envelope FROM outbox WHERE type = 'lot.changed.v1' AND aggregate_id = ?`,
    ['019a0000-0000-7000-8000-00000000000a'],
  );
  expect(told.map(({ envelope }) => (JSON.parse(envelope) as { data: LotBody }).data)).toMatchObject([
    { state: 'open', needId: need.id, title: '安防', responseCount: 0, award: null },
  ]);
});

test('an enquiry period keeps a lot from opening until the need says so', async () => {
  const need = aNeedBody({ state: 'published' });
  await tell(need, 'need.published.v1');
  await eventually(async () => expect(await lotsOf(need.id)).toMatchObject([{ state: 'upcoming' }]));
  await tell({ ...need, version: 2, state: 'responding' });
  await eventually(async () => expect(await lotsOf(need.id)).toMatchObject([{ state: 'open', attempt: 1 }]));
});

test('a withdrawn need closes its lot with the reason, and a new publication opens it for another attempt', async () => {
  const need = aNeedBody();
  await tell(need, 'need.published.v1');
  await eventually(async () => expect(await lotsOf(need.id)).toHaveLength(1));
  await tell({ ...need, version: 2, state: 'returned' });
  await eventually(async () => {
    const [lot] = await lotsOf(need.id);
    expect(lot?.state).toBe('closed');
    expect(JSON.parse(lot?.because ?? '')).toMatchObject({ zh: '需求已退回修改' });
  });
  const again = { ...need, version: 4, publishedAt: new Date(Date.now() + 1000).toISOString() };
  await tell(again, 'need.published.v1');
  await eventually(async () => expect(await lotsOf(need.id)).toMatchObject([{ state: 'open', attempt: 2 }]));
});

test('a change that was under way when a lot failed does not open it again; a new publication does', async () => {
  const need = aNeedBody();
  await tell(need, 'need.published.v1');
  await eventually(async () => expect(await lotsOf(need.id)).toHaveLength(1));
  await put(`UPDATE lot SET state = 'failed' WHERE need_id = ?`, need.id);
  await tell({ ...need, version: 2, title: '改了标题' });
  await eventually(async () =>
    expect(await put('SELECT need_title AS t, state FROM lot WHERE need_id = ?', need.id)).toEqual([
      { t: '改了标题', state: 'failed' },
    ]),
  );
});

test('what comes late changes nothing', async () => {
  const need = aNeedBody({ version: 5 });
  await tell(need, 'need.published.v1');
  await eventually(async () => expect(await lotsOf(need.id)).toHaveLength(1));
  await tell({ ...need, version: 3, state: 'withdrawn' });
  const next = aNeedBody();
  await tell(next, 'need.published.v1');
  await eventually(async () => expect(await lotsOf(next.id)).toHaveLength(1));
  expect(await lotsOf(need.id)).toMatchObject([{ state: 'open' }]);
});

test('a lot taken out of its need is closed', async () => {
  const need = aNeedBody();
  const [lot] = need.lots;
  const other = { id: '019a0000-0000-7000-8000-0000000000ff', title: '另一标段', components: ['property.custody'] };
  await tell({ ...need, lots: [...(lot ? [lot] : []), other] }, 'need.published.v1');
  await eventually(async () => expect(await lotsOf(need.id)).toHaveLength(2));
  await tell({ ...need, version: 2 });
  await eventually(async () => {
    const states = new Map((await lotsOf(need.id)).map(({ id, state }) => [id, state]));
    expect([states.get(lot?.id ?? ''), states.get(other.id)]).toEqual(['open', 'closed']);
  });
});

test('a need that goes back to screening takes nothing until it is published again, in the same attempt', async () => {
  const need = aNeedBody();
  await tell(need, 'need.published.v1');
  await eventually(async () => expect(await lotsOf(need.id)).toMatchObject([{ state: 'open' }]));
  await tell({ ...need, version: 2, state: 'submitted' });
  await eventually(async () => expect(await lotsOf(need.id)).toMatchObject([{ state: 'upcoming', attempt: 1 }]));
  const again = { ...need, version: 3, publishedAt: new Date(Date.now() + 1000).toISOString() };
  await tell(again, 'need.published.v1');
  await eventually(async () => expect(await lotsOf(need.id)).toMatchObject([{ state: 'open', attempt: 1 }]));
});

test('a need that ends while nobody sees it closes its lots all the same, and shows nothing of what was never public', async () => {
  for (const state of ['withdrawn', 'returned', 'duplicate_of', 'referred_to'] as const) {
    const need = aNeedBody();
    const lotId = need.lots[0]?.id ?? '';
    await tell(need, 'need.published.v1');
    await eventually(async () => expect(await lotsOf(need.id)).toMatchObject([{ state: 'open' }]));
    const rewritten: NeedBody = {
      ...need,
      version: 2,
      state: 'submitted',
      title: '没人看过的标题',
      money: { kind: 'range', minFen: 1, maxFen: 2 },
      excludedOrganisationIds: [need.organisationId],
    };
    await tell(rewritten);
    await eventually(async () => expect(await lotsOf(need.id)).toMatchObject([{ state: 'upcoming' }]));
    const shown = (await city.call<LotView>(anonymous, `/lots/${lotId}`)).body;
    expect(shown).toMatchObject({ needTitle: need.title, need: { money: need.money } });
    await tell({ ...rewritten, version: 3, state }, 'need.drafted.v1');
    await eventually(async () => expect(await lotsOf(need.id)).toMatchObject([{ state: 'closed' }]));
    expect((await city.call<LotView>(anonymous, `/lots/${lotId}`)).body).toMatchObject({ need: { money: need.money } });
    const [copy] = await put('SELECT body FROM need_copy WHERE id = ?', need.id);
    const { title, excludedOrganisationIds } = JSON.parse((copy as { body: string }).body) as NeedBody;
    expect([title, excludedOrganisationIds]).toEqual([need.title, [need.organisationId]]);
  }
});

test('a draft that was never published is not kept', async () => {
  const draft = aNeedBody({ state: 'draft', publishedAt: null });
  await tell(draft, 'need.drafted.v1');
  const next = aNeedBody();
  await tell(next, 'need.published.v1');
  await eventually(async () => expect(await lotsOf(next.id)).toHaveLength(1));
  expect(await put('SELECT id FROM need_copy WHERE id = ?', draft.id)).toEqual([]);
});

test('what failed or was given back ends with its need, but not when the need is only returned to be published again', async () => {
  for (const state of ['failed', 'given_back'] as const) {
    const need = aNeedBody();
    await tell(need, 'need.published.v1');
    await eventually(async () => expect(await lotsOf(need.id)).toHaveLength(1));
    await put('UPDATE lot SET state = ? WHERE need_id = ?', state, need.id);
    await tell({ ...need, version: 2, state: 'returned' });
    await eventually(async () =>
      expect(await put('SELECT sequence FROM need_copy WHERE id = ?', need.id)).toEqual([{ sequence: '2' }]),
    );
    expect(await lotsOf(need.id)).toMatchObject([{ state }]);
    await tell({ ...need, version: 3, state: 'withdrawn' }, 'need.drafted.v1');
    await eventually(async () => expect(await lotsOf(need.id)).toMatchObject([{ state: 'closed' }]));
  }
});
