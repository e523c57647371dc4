import type {
  AgreementBody,
  AppointmentBody,
  CompoundNeedDates,
  MarketConcentration,
  MarketNeeds,
  MarketTimes,
  NeedBody,
  Page,
  Problem,
} from '@duijie/contracts';
import { xlsxMediaType } from '@duijie/contracts';
import { addDays, dayOf } from '@duijie/domain-kit';
import { actorHeaders, eventually } from '@duijie/testkit';
import { createCopiesRepository } from '../src/copies/persistence/copies.repository';
import { createIntroductionRepository } from '../src/introductions/persistence/introduction.repository';
import { createMarketRepository } from '../src/market/persistence/market.repository';
import { compoundTimelineSql } from '../src/market/persistence/compound-timeline.read-model';
import { needsSql, sharesSql, spreadSql, type MarketAsked } from '../src/market/persistence/market-figures.read-model';
import { countUncounted, settleMarket } from '../src/market/settle-market';
import { actingFor, aLot, freshId } from './desk-city';
import { deskOffice, type DeskOffice } from './desk-office';
import { after, anAgreement, awardedLot, needOf, place } from './market-facts';

jest.setTimeout(30_000);
let office: DeskOffice;
let reader: ReturnType<typeof actingFor>;
beforeAll(async () => {
  office = await deskOffice('dm');
  reader = actingFor(office.community);
}, 60_000);
afterAll(() => office.city.stop());

const get = async <T>(path: string): Promise<T> => {
  const { status, body } = await office.city.as(reader).get<T>(path);
  expect([status, body]).toEqual([200, body]);
  return body;
};
const needsOf = async (query: string): Promise<MarketNeeds[]> => [
  ...(await get<Page<MarketNeeds>>(`/market/needs?${query}`)).items,
];

const aNeedOf = (...given: Parameters<typeof needOf>): Promise<NeedBody> => office.aNeed(needOf(...given));
const agree = (one: AgreementBody): Promise<void> =>
  office.city.publish('agreement.changed.v1', { type: 'agreement', id: one.id }, one.version, one);

test('needs are counted once as needs and once under each of their leaves and groups, by how far they are', async () => {
  const district = '青羊区';
  await aNeedOf(district, ['property.custody', 'property.quality', 'facility.fire']);
  await aNeedOf(district, ['property.custody'], { state: 'completed', publishedAt: after(31) });
  await aNeedOf(district, ['facility.fire'], { state: 'failed' });
  const where = `district=${encodeURIComponent(district)}`;
  await eventually(async () =>
    expect(await needsOf(where)).toMatchObject([{ needs: 3, open: 1, completed: 1, failed: 1, underWay: 0 }]),
  );
  expect((await needsOf(`${where}&by=category`)).map(({ category, needs }) => [category, needs])).toEqual([
    ['facility', 2],
    ['property', 2],
  ]);
  expect((await needsOf(`${where}&by=leaf&category=property`)).map(({ leaf, needs }) => [leaf, needs])).toEqual([
    ['property.custody', 2],
    ['property.quality', 1],
  ]);
  expect((await needsOf(`by=district&category=property`)).find((one) => one.district === district)).toMatchObject({
    needs: 2,
    name: { zh: district },
  });
  const months = await needsOf(`${where}&by=month`);
  expect(months.map(({ month }) => month)).toEqual([
    ...new Set([after(0), after(31)].map((at) => dayOf(new Date(at)).slice(0, 7))),
  ]);
  // By pages, too.
  const first = await get<Page<MarketNeeds>>(`/market/needs?${where}&by=leaf&limit=2`);
  const rest = await get<Page<MarketNeeds>>(`/market/needs?${where}&by=leaf&limit=2&cursor=${first.nextCursor}`);
  expect([...first.items, ...rest.items].map(({ leaf }) => leaf)).toEqual([
    'facility.fire',
    'property.custody',
    'property.quality',
  ]);
  expect(rest.nextCursor).toBeNull();
  // One that somebody made up is refused, not compared with what holds no such letters.
  const madeUp = Buffer.from(JSON.stringify(['无'])).toString('base64url');
  for (const path of ['needs', 'times', 'concentration'])
    expect((await office.city.as(reader).get(`/market/${path}?by=leaf&cursor=${madeUp}`)).status).toBe(400);
});

test('what not everybody sees is not counted, and what is taken back is counted no longer', async () => {
  const district = '金牛区';
  const where = `district=${encodeURIComponent(district)}`;
  const seen = await aNeedOf(district, ['property.custody']);
  await aNeedOf(district, ['property.custody'], { state: 'draft', publishedAt: null });
  await aNeedOf(district, ['property.custody'], { state: 'submitted', publishedAt: null });
  await eventually(async () => expect(await needsOf(where)).toMatchObject([{ needs: 1 }]));
  // Back in screening: it goes to those who screen alone.
  const back: NeedBody = { ...seen, version: 2, state: 'submitted' };
  await office.city.publish('need.drafted.v1', { type: 'need', id: back.id }, 2, back);
  await eventually(async () => expect(await needsOf(where)).toEqual([]));
  const again = await aNeedOf(district, ['property.custody']);
  await office.city.need({ ...again, version: 2, state: 'withdrawn' });
  await eventually(async () => expect(await needsOf(where)).toMatchObject([{ needs: 1, open: 0, closed: 1 }]));
});

test('demand without supply is what is open and fits no package', async () => {
  const district = '龙泉驿区';
  const where = `district=${encodeURIComponent(district)}&by=leaf`;
  const need = await aNeedOf(district, ['livelihood.elder']);
  await eventually(async () => expect(await needsOf(where)).toMatchObject([{ open: 1, withoutPackage: 0 }]));
  await office.matched(need, 1, { suggested: 0, best: [] });
  await eventually(async () => expect(await needsOf(where)).toMatchObject([{ open: 1, withoutPackage: 1 }]));
  // Somebody answers though nothing was suggested.
  await office.city.lot(aLot(need, { responseCount: 1 }));
  await eventually(async () => expect(await needsOf(where)).toMatchObject([{ open: 1, withoutPackage: 0 }]));
});

test('times are told by quartiles, and not of fewer than three needs', async () => {
  const district = '成华区';
  const where = `district=${encodeURIComponent(district)}`;
  const timesOf = async (): Promise<MarketTimes | undefined> =>
    (await get<Page<MarketTimes>>(`/market/times?${where}`)).items[0];
  for (const days of [2, 4]) await office.city.lot(awardedLot(await aNeedOf(district, ['property.custody']), days));
  await eventually(async () => expect(await needsOf(where)).toMatchObject([{ needs: 2 }]));
  expect(await timesOf()).toMatchObject({ toMatch: null, toDecision: null, toAcceptance: null });
  const need = await aNeedOf(district, ['property.custody'], { state: 'completed' });
  const asked: AppointmentBody = {
    id: freshId(),
    version: 1,
    lotId: freshId(),
    needId: need.id,
    needTitle: need.title,
    posterId: need.organisationId,
    posterName: need.organisationName,
    organisationId: office.firm.id,
    organisationName: office.firm.name,
    packageId: null,
    state: 'accepted',
    askedAt: after(0.5),
    updatedAt: after(1),
    demo: false,
  };
  await office.city.publish('appointment.changed.v1', { type: 'appointment', id: asked.id }, 1, asked);
  await office.city.lot(awardedLot(need, 10, { state: 'completed' }));
  await agree(anAgreement(need, office.firm.id, { state: 'completed', endedAt: after(40) }));
  await eventually(async () =>
    expect(await timesOf()).toMatchObject({
      toMatch: { needs: 3, lowerDays: 0.5, medianDays: 2, upperDays: 4 },
      toDecision: { needs: 3, lowerDays: 2, medianDays: 4, upperDays: 10 },
      toAcceptance: null,
    }),
  );
});

test('concentration names nobody, and is not told of fewer than three providers', async () => {
  const district = '武侯区';
  const where = `district=${encodeURIComponent(district)}`;
  const told = async (): Promise<MarketConcentration | undefined> =>
    (await get<Page<MarketConcentration>>(`/market/concentration?${where}`)).items[0];
  const providers = [freshId(), freshId(), freshId(), freshId()];
  const sign = async (at: number, priceFen: number | null): Promise<void> =>
    agree(anAgreement(await aNeedOf(district, ['making.culture']), providers[at] ?? '', { priceFen }));
  await sign(0, 100_00);
  await sign(0, 300_00);
  await sign(1, 100_00);
  await eventually(async () => expect(await told()).toMatchObject({ agreements: 3, providers: 2, byAgreements: null }));
  await sign(2, null);
  await sign(3, 500_00);
  await eventually(async () =>
    expect(await told()).toMatchObject({
      agreements: 5,
      providers: 4,
      // Shares 40, 20, 20 and 20 %.
      byAgreements: { hhi: 2800, topThreePercent: 80 },
      // Shares 40, 10 and 50 % of those who are paid.
      byAmount: { amountFen: 1000_00, providers: 3, hhi: 4200, topThreePercent: 100 },
    }),
  );
  const text = JSON.stringify(await get(`/market/concentration?${where}&by=leaf`));
  for (const id of providers) expect(text).not.toContain(id);
  const cancelled = anAgreement(await aNeedOf(district, ['making.culture']), freshId(), { state: 'cancelled' });
  await agree(cancelled);
  await eventually(async () => expect(await needsOf(where)).toMatchObject([{ needs: 6 }]));
  expect(await told()).toMatchObject({ agreements: 5 });
});

test('the timeline of a compound tells its needs newest first, as far as everybody may know', async () => {
  const compoundId = freshId();
  const older = await aNeedOf('简阳市', ['property.custody'], {
    place: { ...place, district: '简阳市', compoundId },
    state: 'completed',
  });
  const newer = await aNeedOf('简阳市', ['property.custody'], {
    place: { ...place, district: '简阳市', compoundId },
    publishedAt: after(5),
  });
  await office.city.lot(awardedLot(older, 3));
  await agree(anAgreement(older, office.firm.id, { state: 'completed', endedAt: after(40) }));
  const list = (query = ''): Promise<Page<CompoundNeedDates>> => get(`/compounds/${compoundId}/timeline${query}`);
  await eventually(async () =>
    expect((await list()).items).toEqual([
      {
        needId: newer.id,
        title: newer.title,
        organisationName: office.community.name,
        state: 'responding',
        publishedAt: after(5),
        decidedAt: null,
        signedOn: null,
        acceptedAt: null,
      },
      {
        needId: older.id,
        title: older.title,
        organisationName: office.community.name,
        state: 'completed',
        publishedAt: after(0),
        decidedAt: after(3),
        signedOn: dayOf(new Date(after(10))),
        acceptedAt: after(40),
      },
    ]),
  );
  const { nextCursor, items } = await list('?limit=1');
  expect(items.map(({ needId }) => needId)).toEqual([newer.id]);
  expect((await list(`?limit=1&cursor=${nextCursor}`)).items.map(({ needId }) => needId)).toEqual([older.id]);
});

test('periods are bounded, and words come from the taxonomy', async () => {
  const refused = async (query: string): Promise<Problem> => {
    const { status, body } = await office.city.as(reader).get<Problem>(`/market/needs?${query}`);
    expect(status).toBe(422);
    return body;
  };
  expect((await refused('from=2026-02-01&to=2026-01-31')).errors).toMatchObject([{ pointer: '?from' }]);
  expect((await refused('from=2020-01-01&to=2026-01-31')).errors).toMatchObject([{ pointer: '?from' }]);
  const today = dayOf(new Date());
  expect(await needsOf(`from=${addDays(today, 1)}&to=${addDays(today, 2)}`)).toEqual([]);
  await aNeedOf('郫都区', ['making.culture']);
  await office.city.publish('taxonomy.changed.v1', { type: 'taxonomy', id: freshId() }, 3, {
    version: 3,
    groups: [{ code: 'making', zh: '社区营造与志愿服务', en: 'Community building', leaves: [] }],
  });
  const query = `district=${encodeURIComponent('郫都区')}&by=category`;
  await eventually(async () =>
    expect(await needsOf(query)).toMatchObject([{ category: 'making', name: { en: 'Community building' } }]),
  );
  const { environment, host } = office.city;
  const sheet = await fetch(`${host.url}/api/v1/market/needs?${query}&format=xlsx`, {
    headers: actorHeaders(environment, reader),
  });
  expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, xlsxMediaType]);
});

test('what was known before it was counted is counted later, and only once', async () => {
  const need = await aNeedOf('都江堰市', ['property.custody']);
  const where = `district=${encodeURIComponent('都江堰市')}`;
  await eventually(async () => expect(await needsOf(where)).toMatchObject([{ needs: 1 }]));
  await office.city.rows('DELETE FROM market_need WHERE need_id = ?', [need.id]);
  await office.city.rows('DELETE FROM market_line WHERE need_id = ?', [need.id]);
  expect(await needsOf(where)).toEqual([]);
  const { database } = office.city.deps;
  const market = createMarketRepository(database);
  const settle = settleMarket({
    database,
    market,
    copies: createCopiesRepository(database),
    introductions: createIntroductionRepository(database),
  });
  const count = countUncounted({ database, market, settle });
  expect(await count()).toBeGreaterThan(0);
  expect(await needsOf(where)).toMatchObject([{ needs: 1 }]);
  await count();
  expect(await needsOf(where)).toMatchObject([{ needs: 1 }]);
});

test('every figure is a walk along one index', async () => {
  const asked: MarketAsked = { by: 'all', from: '2026-01-01', to: '2026-12-31', limit: 20 };
  for (const by of ['all', 'month', 'district', 'category', 'leaf'] as const)
    for (const narrowed of [{}, { district: '锦江区' }, { category: 'property' }])
      for (const { sql, values } of [
        needsSql({ ...asked, ...narrowed, by }),
        spreadSql({ ...asked, ...narrowed, by }, 'match_hours', by === 'district' ? ['一', '龥'] : ['0', 'z'], 3),
        sharesSql({ ...asked, ...narrowed, by }),
      ]) {
        const plan = await office.city.rows<{ table: string | null; key: string | null; type: string; Extra: string }>(
          `EXPLAIN ${sql}`,
          values,
        );
        const walks = plan.filter(({ table }) => table?.startsWith('market_'));
        expect(walks).toHaveLength(1);
        expect(walks[0]).toMatchObject({ type: 'range', key: expect.stringMatching(/^ix_market_(line|part)_period$/) });
        expect(walks[0]?.Extra).toContain('Using index');
      }
  const { sql, values } = compoundTimelineSql(freshId(), { limit: 20 });
  const [row] = await office.city.rows<{ key: string; Extra: string }>(`EXPLAIN ${sql}`, values);
  expect(row).toMatchObject({ key: 'ix_market_need_compound' });
  expect(row?.Extra).not.toContain('filesort');
});
