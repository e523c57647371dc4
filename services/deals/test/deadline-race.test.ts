import type { OpeningRecord } from '@duijie/contracts';
import { anonymous, eventually, moveClock } from '@duijie/testkit';
import type { Person } from './decided-city';
import { respondingCity, type Acked, type RespondingCity } from './responding-city';

const hourMs = 3_600_000;
const providers = 16;
const rounds = 6;
/** Too late; or the lot is opened already, with it the response that was to be withdrawn. */
const ways = ['409 response.too-late', '409 lot.wrong-state', '412 '];

jest.setTimeout(60_000);
let city: RespondingCity;
let poster: Person;
let firms: readonly Person[];
beforeAll(async () => {
  city = await respondingCity('rr', { DUIJIE_DEALS_TERMS_EVERY_MS: '50', DUIJIE_MYSQL_POOL: '12' });
  poster = await city.organisation('community', '得胜南社区', {}, 'owner');
  firms = await Promise.all(
    Array.from({ length: providers }, (_, n) => city.organisation('property_firm', `第${n + 1}物业`)),
  );
}, 60_000);
afterAll(() => city.stop());

const offer = (amountFen: number) => ({ submit: true, components: [{ code: 'property.custody', amountFen }] });

/** Everybody responds at once, two withdraw, and after the `after`-th answer the deadline passes. */
async function race(sealed: boolean, after: number) {
  const responsesDueAt = new Date(city.deps.clock.now().getTime() + hourMs).toISOString();
  const terms = { sealed, leastResponses: 1, noticeDays: 0, evaluation: 'choice' } as const;
  const [lotId] = await city.need(poster, 'open_call', { responsesDueAt, terms });
  const early = await Promise.all(firms.slice(0, 3).map((firm, n) => city.create(firm, lotId, offer(n + 1))));
  let answered = 0;
  let moved: Promise<void> | undefined;
  const counted = async (answer: Promise<Acked>): Promise<Acked> => {
    const given = await answer;
    answered += 1;
    if (answered === after) moved = moveClock(city.environment, hourMs + 1);
    return given;
  };
  const [withdrawn, late] = await Promise.all([
    Promise.all(
      [0, 1].map((n) => counted(city.step(firms[n] ?? poster, early[n]?.body ?? { id: '', version: 0 }, 'withdraw'))),
    ),
    Promise.all(firms.slice(3).map((firm, n) => counted(city.create(firm, lotId, offer(100 + n))))),
  ]);
  await moved;
  await eventually(async () => expect(await city.lot(lotId)).not.toMatchObject({ state: 'open' }));
  return { lotId, responsesDueAt, early, withdrawn, late };
}

test.each([true, false])(
  'what is acknowledged before the deadline is opened, and what is not is refused: sealed %s',
  async (sealed) => {
    const outcomes = { in: 0, refused: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const { lotId, responsesDueAt, early, withdrawn, late } = await race(sealed, 1 + round * 2);
      const gone = new Set(withdrawn.filter(({ status }) => status === 200).map(({ body }) => body.id));
      const acknowledged = [...early, ...late].filter(({ status, body }) => status === 201 && !gone.has(body.id));
      const refused = [...late, ...withdrawn].filter(({ status }) => status !== 201 && status !== 200);
      outcomes.in += late.filter(({ status }) => status === 201).length;
      outcomes.refused += refused.length;
      const reasons = refused.map(({ status, body }) => `${status} ${body.reason ?? ''}`);
      expect(reasons.filter((reason) => !ways.includes(reason))).toEqual([]);
      for (const { body } of acknowledged) expect((body.receipt?.submittedAt ?? '') < responsesDueAt).toBe(true);

      const rows = await city.rows<{ id: string; state: string; price: string }>(
        'SELECT id, state, price_fen AS price FROM response WHERE lot_id = ? ORDER BY id',
        [lotId],
      );
      const opened = rows.filter(({ state }) => state === 'opened');
      expect(opened.map(({ id }) => id)).toEqual(acknowledged.map(({ body }) => body.id).toSorted());
      expect(opened.every(({ price }) => Number(price) > 0)).toBe(true);
      expect(rows.filter(({ state }) => state !== 'opened').map(({ state }) => state)).toEqual(
        [...gone].map(() => 'withdrawn'),
      );
      expect(await city.lot(lotId)).toMatchObject({ state: 'deciding', responseCount: acknowledged.length });
      const { body: record } = await city.call<OpeningRecord>(anonymous, `/lots/${lotId}/opening`);
      expect(new Map(record.responses.map(({ responseId, sha256 }) => [responseId, sha256]))).toEqual(
        new Map(acknowledged.map(({ body }) => [body.id, body.receipt?.sha256 ?? ''])),
      );
    }
    // A race that only ever ends one way shows nothing.
    expect(outcomes.in).toBeGreaterThan(0);
    expect(outcomes.refused).toBeGreaterThan(0);
  },
  120_000,
);

test('a member that is asked twice at once joins one consortium', async () => {
  const member = firms[0] ?? poster;
  const memberId = member.actingFor?.organisationId;
  const [lotId] = await city.need(poster, 'claim', { money: { kind: 'none' } });
  const drafts = await Promise.all(
    firms.slice(1, 9).map((firm) => city.create(firm, lotId, { memberIds: [memberId] })),
  );
  const answers = await Promise.all([
    ...drafts.map(({ body }) => city.step(member, body, 'confirm')),
    city.create(member, lotId),
  ]);
  expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(8);
});
