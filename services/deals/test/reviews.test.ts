import type { agreementTimelineEntry, providerRecordView } from '@duijie/contracts';
import type { AgreementView, Page, PayerReviewView, Problem, ProviderRecord, ReviewView } from '@duijie/contracts';
import { anonymous, aPerson, eventually, moveClock } from '@duijie/testkit';
import type { z } from 'zod';
import { awardedCity, type Awarded } from './awarded-lot';

jest.setTimeout(30_000);
let city: Awaited<ReturnType<typeof awardedCity>>;
beforeAll(async () => {
  city = await awardedCity('rv', { DUIJIE_DEALS_RECORDS_EVERY_MS: '100' });
}, 60_000);
afterAll(() => city.stop());

const broker = aPerson('association', 'broker');
const administrator = aPerson('association', 'administrator');
const free = { money: { kind: 'none' } as const, funding: 'none' as const, mode: 'claim' as const };
const day = 86_400_000;
const idOf = (one: Awarded['poster']): string => one.actingFor?.organisationId ?? '';

async function completed(provider?: Awarded['provider']): Promise<Awarded & { readonly agreement: AgreementView }> {
  const one = await city.awarded(free, null, provider);
  return { ...one, agreement: await city.finished(one, await city.lightlySigned(one)) };
}
const review = <T = ReviewView>(
  one: { poster: Awarded['poster']; agreement: { id: string } },
  rating: number,
  text = '',
) => city.create<T>(one.poster, `/agreements/${one.agreement.id}/review`, { rating, text });
const recordOf = async (organisationId: string) =>
  (await city.call<z.output<typeof providerRecordView>>(anonymous, `/providers/${organisationId}/record`)).body;

test('a completion and a rating make the record, by line, for everybody to see, with its method', async () => {
  const one = await completed();
  const providerId = idOf(one.provider);
  expect(await recordOf(providerId)).toMatchObject({
    version: 1,
    lines: [{ leaf: 'property.custody', ratingMean: null, ratingCount: 0, completed: 1 }],
    method: { priorMean: 4.2, priorWeight: 5, halfLifeDays: 730 },
    latestReviews: [],
  });
  const written = await review(one, 1, '不及时');
  expect(written).toMatchObject({ status: 201, body: { rating: 1, leaves: ['property.custody'], reply: null } });
  // (5 × 4.2 + 1) / 6
  expect(await recordOf(providerId)).toMatchObject({
    version: 2,
    lines: [{ ratingMean: 3.67, ratingCount: 1, completed: 1 }],
    latestReviews: [{ id: written.body.id, text: '不及时' }],
  });
  const told = await city.told<ProviderRecord>('record.changed.v1', providerId);
  expect(told.map(({ version, lines }) => [version, lines[0]?.ratingMean])).toEqual([
    [1, null],
    [2, 3.67],
  ]);
  expect(await city.told('review.published.v1', written.body.id)).toMatchObject([{ version: 1, rating: 1 }]);
});

test('one review a side: a second, and one at the same time, is refused by the code and by the database', async () => {
  const one = await completed();
  const both = await Promise.all([review(one, 5), review(one, 4), review(one, 3)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
  expect((await recordOf(idOf(one.provider))).lines[0]?.ratingCount).toBe(1);
  await expect(
    city.rows(
      `INSERT INTO review SELECT UUID(), version, agreement_id, need_id, need_title, by_id, by_name, about_id, about_name,
        leaves, rating, text, aspects, reply_text, replied_at, published_at, updated_at, demo FROM review
        WHERE agreement_id = ?`,
      [one.agreement.id],
    ),
  ).rejects.toThrow('ux_review_agreement');
  await expect(city.rows('UPDATE review SET rating = 6 WHERE agreement_id = ?', [one.agreement.id])).rejects.toThrow(
    'ck_review_rating',
  );
});

test('nobody reviews before completion, or what is not theirs', async () => {
  const one = await city.awarded(free);
  const agreement = await city.lightlySigned(one);
  const early = await review<Problem>({ ...one, agreement }, 5);
  expect(early).toMatchObject({ status: 409, body: { reason: 'agreement.not-completed' } });
  expect((await review({ poster: aPerson('community'), agreement }, 5)).status).toBe(404);
  expect((await review({ poster: one.provider, agreement }, 5)).status).toBe(403);
});

test('an author changes it for 14 days, the provider replies once, everybody reads both', async () => {
  const one = await completed();
  const written = (await review(one, 2, '一般')).body;
  const put = (ifMatch: number, rating: number, actor = one.poster) =>
    city.call<ReviewView & Problem>(actor, `/reviews/${written.id}`, { method: 'PUT', ifMatch, body: { rating } });
  expect((await put(1, 1, aPerson('community'))).status).toBe(403);
  expect((await put(1, 5)).body).toMatchObject({ rating: 5, version: 2 });
  // (5 × 4.2 + 5) / 6
  expect((await recordOf(idOf(one.provider))).lines).toMatchObject([{ ratingMean: 4.33, ratingCount: 1 }]);
  const reply = (ifMatch: number, actor = one.provider) =>
    city.change<ReviewView & Problem>(actor, `/reviews/${written.id}/reply`, ifMatch, { text: '谢谢，已整改' });
  expect((await reply(2, aPerson('property_firm'))).status).toBe(403);
  expect((await reply(2)).body).toMatchObject({ reply: { text: '谢谢，已整改' } });
  expect(await reply(3)).toMatchObject({ status: 409, body: { reason: 'review.replied' } });
  const listed = await city.call<Page<ReviewView>>(anonymous, `/providers/${idOf(one.provider)}/reviews`);
  expect(listed.body.items).toMatchObject([{ id: written.id, rating: 5, reply: { text: '谢谢，已整改' } }]);
  await moveClock(city.environment, 15 * day);
  expect(await put(3, 1)).toMatchObject({ status: 409, body: { reason: 'review.closed' } });
});

test('reviews of a provider are pages, newest first', async () => {
  const first = await completed();
  const second = await completed(first.provider);
  const third = await completed(first.provider);
  const ids: string[] = [];
  for (const one of [first, second, third]) ids.unshift((await review(one, 4)).body.id);
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Page<ReviewView> = (
      await city.call<Page<ReviewView>>(
        anonymous,
        `/providers/${idOf(first.provider)}/reviews?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      )
    ).body;
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(ids);
  expect((await recordOf(idOf(first.provider))).lines).toMatchObject([{ ratingCount: 3, completed: 3 }]);
});

test('what a provider says of a payer is for brokers and its author: nobody else finds a trace of it', async () => {
  const one = await completed();
  const canary = '付款拖了三个月-CANARY';
  const body = { paidOnTime: 1, cooperation: 2, text: canary };
  const path = `/agreements/${one.agreement.id}/payer-review`;
  expect((await city.create(one.poster, path, body)).status).toBe(403);
  const both = await Promise.all([1, 2].map(() => city.create<PayerReviewView>(one.provider, path, body)));
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  const written = both.find(({ status }) => status === 201)?.body as PayerReviewView;

  const posterId = idOf(one.poster);
  for (const actor of [broker, administrator]) {
    expect((await city.call<PayerReviewView>(actor, `/payer-reviews/${written.id}`)).body.text).toBe(canary);
    const list = await city.call<Page<PayerReviewView>>(actor, `/payers/${posterId}/reviews`);
    expect(list.body.items.map(({ id }) => id)).toEqual([written.id]);
  }
  expect((await city.call(one.provider, `/payer-reviews/${written.id}`)).status).toBe(200);

  const onBehalf = {
    ...one.poster,
    onBehalf: {
      channel: 'phone' as const,
      note: '电话',
      brokerOrganisationId: idOf(broker),
      brokerOrganisationName: '协会',
    },
  };
  const strangers = [
    one.poster,
    onBehalf,
    aPerson('association', 'viewer'),
    aPerson('association', 'editor'),
    aPerson('subdistrict', 'officer', { district: '锦江区', subdistrict: '牛市口街道' }),
    aPerson('department', 'officer'),
    aPerson('property_firm'),
    aPerson('community'),
    { ...aPerson('community'), actingFor: null },
  ];
  for (const actor of strangers) {
    expect((await city.call(actor, `/payer-reviews/${written.id}`)).status).toBe(404);
    expect((await city.call(actor, `/payers/${posterId}/reviews`)).status).toBe(403);
    const change = { method: 'PUT', ifMatch: 1, body };
    expect([403, 404]).toContain((await city.call(actor, `/payer-reviews/${written.id}`, change)).status);
  }
  expect((await city.call(anonymous, `/payer-reviews/${written.id}`)).status).toBe(401);

  const after = await city.call<AgreementView>(one.poster, `/agreements/${one.agreement.id}`);
  expect(after.body).toEqual({ ...one.agreement, you: 'payer' });
  const timeline = await city.call<Page<z.output<typeof agreementTimelineEntry>>>(
    one.poster,
    `/agreements/${one.agreement.id}/timeline`,
  );
  expect(timeline.body.items.filter(({ action }) => action.includes('review'))).toEqual([]);
  const everywhere = await city.rows(
    `SELECT id FROM outbox WHERE envelope LIKE '%CANARY%' UNION SELECT id FROM audit_entry WHERE data LIKE '%CANARY%'
       OR reason LIKE '%CANARY%' UNION SELECT id FROM review WHERE text LIKE '%CANARY%'`,
  );
  expect(everywhere).toEqual([]);
});

test('ratings decay by themselves: years later the record has come back to the prior, told only when it moved', async () => {
  const one = await completed();
  const providerId = idOf(one.provider);
  await review(one, 1);
  const before = (await recordOf(providerId)).version;
  const dueAt = async (): Promise<number> => {
    const [row] = await city.rows<{ due_at: Date }>('SELECT due_at FROM provider_record WHERE organisation_id = ?', [
      providerId,
    ]);
    return row?.due_at.getTime() ?? 0;
  };
  const first = await dueAt();
  await moveClock(city.environment, 8 * day);
  await eventually(async () => expect((await dueAt()) - first).toBeGreaterThan(7 * day));
  expect((await recordOf(providerId)).version).toBe(before);
  await moveClock(city.environment, 730 * day);
  // (5 × 4.2 + ½ × 1) / 5½
  await eventually(async () =>
    expect(await recordOf(providerId)).toMatchObject({
      version: before + 1,
      lines: [{ ratingMean: 3.91, ratingCount: 1 }],
    }),
  );
});
