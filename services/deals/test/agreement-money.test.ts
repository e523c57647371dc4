import type { AgreementView, LotView, NeedBody, Problem } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { aPerson, eventually } from '@duijie/testkit';
import { awardedCity, type Awarded } from './awarded-lot';

jest.setTimeout(30_000);
let city: Awaited<ReturnType<typeof awardedCity>>;
beforeAll(async () => {
  city = await awardedCity('am');
}, 60_000);
afterAll(() => city.stop());

const broker = aPerson('association', 'broker', { organisationName: '协会' });
const fixed = (amountFen: number) => ({ money: { kind: 'fixed', amountFen } as const });
const pointers = ({ status, body }: { status: number; body: unknown }): unknown =>
  status === 422 ? (body as Problem).errors?.map(({ pointer }) => pointer) : status;

/** Two lots of one emergency, each of one component. */
const twoLots = (second: string): Partial<NeedBody> => ({
  mode: 'emergency',
  components: ['property.custody', 'environment.cleaning'].map((code) => ({
    code,
    source: 'given' as const,
    confidence: 1,
    evidence: [],
  })),
  lots: [
    { id: newId(Date.now()), title: '一标段', components: ['property.custody'] },
    { id: second, title: '二标段', components: ['environment.cleaning'] },
  ],
});

async function appointed(one: Awarded, lotId: string, amountFen: number | null, provider = one.provider) {
  const organisationId = provider.actingFor?.organisationId;
  const { version } = (await city.call<LotView>(one.poster, `/lots/${lotId}`)).body;
  return city.change<LotView>(one.poster, `/lots/${lotId}/appoint`, version, {
    organisationId,
    amountFen,
    reason: '应急处置',
  });
}
const propose = (one: Awarded, agreement: AgreementView, priceFen: number) =>
  city.create(one.provider, `/agreements/${agreement.id}/changes`, { reason: '工作量有变', terms: { priceFen } });
async function agreed(one: Awarded, agreement: AgreementView, priceFen: number): Promise<AgreementView> {
  const { body } = await propose(one, agreement, priceFen);
  const change = `/agreements/${agreement.id}/changes/${body.openChange?.id}`;
  const answer = await city.change(one.poster, `${change}/agree`, body.version);
  expect(answer).toMatchObject({ status: 200, body: { priceFen } });
  return answer.body;
}

test('a draft costs no more than was awarded, whoever draws it up or changes it', async () => {
  const one = await city.awarded(fixed(6_000_000), 5_000_000);
  const draft = (priceFen: number) =>
    city.create(one.provider, '/agreements', { awardId: one.awardId, terms: { priceFen } });
  expect(pointers(await draft(5_000_001))).toEqual(['/terms/priceFen']);
  const drafted = (await draft(5_000_000)).body;
  const path = `/agreements/${drafted.id}`;
  const dearer = await city.call(one.provider, path, {
    method: 'PATCH',
    ifMatch: drafted.version,
    body: { priceFen: 5_000_001 },
  });
  expect(pointers(dearer)).toEqual(['/priceFen']);
});

test('the one who is paid does not record the signing', async () => {
  const one = await city.awarded(fixed(6_000_000), 5_000_000);
  const drafted = (await city.create(one.provider, '/agreements', { awardId: one.awardId })).body;
  const path = `/agreements/${drafted.id}/sign`;
  const sign = (actor: typeof broker) =>
    city.upload(actor, path, { signedOn: '2026-01-05' }, { 'if-match': `"${drafted.version}"` });
  expect((await sign(one.provider)).status).toBe(403);
  expect(await sign(broker)).toMatchObject({ status: 200, body: { state: 'signed' } });
});

test('where there is no money there is no price', async () => {
  const one = await city.awarded({ money: { kind: 'none' }, funding: 'none', mode: 'claim' });
  const draft = (priceFen: number | null) =>
    city.create(one.provider, '/agreements', { awardId: one.awardId, terms: { priceFen } });
  expect(pointers(await draft(1))).toEqual(['/terms/priceFen']);
  expect((await draft(null)).status).toBe(201);
});

test('a change that both sides want goes beyond the award as far as the other lots leave money', async () => {
  const second = newId(Date.now());
  const one = await city.awarded({ ...twoLots(second), ...fixed(10_000_000) }, 6_000_000);
  expect(pointers(await appointed(one, second, 4_000_001))).toEqual(['/amountFen']);
  const helper = await city.organisation('social_org', '锦江社工');
  expect((await appointed(one, second, 3_000_000, helper)).status).toBe(200);
  const first = await city.signedOnPaper(one);
  expect(pointers(await propose(one, first, 7_000_001))).toEqual(['/terms/priceFen']);
  const dearer = await agreed(one, first, 7_000_000);
  const other: Awarded = {
    ...one,
    provider: helper,
    lotId: second,
    awardId: (await city.lot(second))?.award?.id ?? '',
  };
  const next = await city.signedOnPaper(other);
  expect(pointers(await propose(other, next, 3_000_001))).toEqual(['/terms/priceFen']);
  // What the one lot gives up, the other may take: the signed price counts, no more the award.
  await agreed(one, dearer, 5_000_000);
  expect(await agreed(other, next, 5_000_000)).toMatchObject({ payees: [{ dueFen: 5_000_000 }] });
});

test('two lots that grow at once never take more than there is together', async () => {
  const second = newId(Date.now());
  const one = await city.awarded({ ...twoLots(second), ...fixed(10_000_000) }, 4_000_000);
  const helper = await city.organisation('social_org', '锦江社工');
  expect((await appointed(one, second, 4_000_000, helper)).status).toBe(200);
  const other = { ...one, provider: helper, lotId: second, awardId: (await city.lot(second))?.award?.id ?? '' };
  const signed = [await city.signedOnPaper(one), await city.signedOnPaper(other)] as const;
  const open = [await propose(one, signed[0], 6_000_000), await propose(other, signed[1], 6_000_000)] as const;
  const answers = await Promise.all(
    open.map(({ body }) =>
      city.change(one.poster, `/agreements/${body.id}/changes/${body.openChange?.id}/agree`, body.version),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
});

test('a draft is not signed once the money has become less', async () => {
  const one = await city.awarded(fixed(6_000_000), 5_000_000);
  const drafted = (await city.create(one.poster, '/agreements', { awardId: one.awardId })).body;
  await city.rows(`UPDATE need_copy SET body = REPLACE(body, '6000000', '4000000') WHERE id = ?`, [one.need.id]);
  const answer = await city.upload<Problem>(
    one.poster,
    `/agreements/${drafted.id}/sign`,
    { signedOn: '2026-01-05' },
    { 'if-match': `"${drafted.version}"` },
  );
  expect(answer).toMatchObject({ status: 409, body: { reason: 'agreement.beyond-money' } });
});

test('what was paid before a termination is spent, and what is paid after it leaves what was agreed anew', async () => {
  const one = await city.awarded({ mode: 'emergency', ...fixed(10_000_000) }, 8_000_000);
  const signed = await city.signedOnPaper(one);
  const path = `/agreements/${signed.id}`;
  const pay = (amountFen: number) =>
    city.create(one.poster, `${path}/payments`, {
      organisationId: one.provider.actingFor?.organisationId,
      amountFen,
      paidOn: '2026-02-01',
    });
  expect((await pay(3_000_000)).status).toBe(201);
  const running = (await city.call<AgreementView>(one.poster, path)).body;
  await city.change(one.poster, `${path}/terminate`, running.version, { reason: '人手不足', handOver: [] });
  const again = { ...one.need, version: 2, publishedAt: new Date(Date.now() + 1000).toISOString() };
  await city.publish('need.published.v1', { type: 'need', id: one.need.id }, 2, again);
  await eventually(async () => expect(await city.lot(one.lotId)).toMatchObject({ state: 'open', attempt: 2 }));
  const successor = await city.organisation('property_firm', '接续物业');
  expect(pointers(await appointed(one, one.lotId, 7_000_001, successor))).toEqual(['/amountFen']);
  expect((await appointed(one, one.lotId, 6_500_000, successor)).status).toBe(200);
  expect(pointers(await pay(500_001))).toEqual(['/amountFen']);
  expect((await pay(500_000)).status).toBe(201);
});
