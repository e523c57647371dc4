import type { NeedBody } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { serviceContext } from '@duijie/service-kit';
import { aNeedBody, aPackageBody, eventually } from '@duijie/testkit';
import { createCapacity } from '../src/capacity/create-capacity';
import { createCopiesRepository } from '../src/copies/persistence/copies.repository';
import { createLotRepository } from '../src/lots/persistence/lot.repository';
import { storeLot } from '../src/lots/store-lot';
import { decidedCity, idOf, type DecidedCity, type People, type Person } from './decided-city';
import { mendConstraints, without, type Guard } from './loosen';

/** Of each race; `DUIJIE_ROUNDS=500` is the full proof. */
const rounds = Number(process.env['DUIJIE_ROUNDS'] ?? 40);
const patience = 60_000 + rounds * 2500;
/** Rounds with a guard taken away: enough to see it. */
const few = Math.min(rounds, 5);
const ctx = serviceContext('deals');

let city: DecidedCity;
let people: People;
let crowd: readonly Person[];
beforeAll(async () => {
  city = await decidedCity('rc', { DUIJIE_MYSQL_POOL: '12' });
  await mendConstraints(city.deps.database);
  people = await city.people();
  crowd = await Promise.all(Array.from({ length: 8 }, (_, i) => city.organisation('property_firm', `第${i + 1}物业`)));
}, 60_000);
afterAll(() => city.stop());

const all = <T>(count: number, work: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => work(i)));
const count = async (sql: string): Promise<number> => Number((await city.rows<{ n: string }>(sql))[0]?.n);
const tally = (values: readonly (string | number)[]): Readonly<Record<string, number>> => {
  const found: Record<string, number> = {};
  for (const value of values) found[value] = (found[value] ?? 0) + 1;
  return found;
};

/** A lot as it comes from its need, without waiting for an event. */
async function aLot(
  mode: NeedBody['mode'],
  terms: NonNullable<NeedBody['terms']>,
  due: Date | null = null,
): Promise<string> {
  const need = aNeedBody({
    organisationId: idOf(people.poster),
    mode,
    terms,
    responsesDueAt: due?.toISOString() ?? null,
  });
  const { database, clock } = city.deps;
  const lots = createLotRepository(database);
  const id = need.lots[0]?.id ?? '';
  await database.run(ctx, async (inner) => {
    await createCopiesRepository(database).putNeed(inner, need, 1, false);
    const now = clock.now();
    await storeLot({ ...city.deps, lots })(
      inner,
      null,
      {
        id,
        version: 0,
        needId: need.id,
        needVersion: 1,
        needTitle: need.title,
        organisationId: need.organisationId,
        organisationName: need.organisationName,
        district: need.place.district,
        subdistrict: need.place.subdistrict,
        title: '全部',
        components: ['property.custody'],
        mode,
        terms,
        state: 'open',
        attempt: 1,
        responsesDueAt: due,
        publishedAt: now,
        openedAt: null,
        responseCount: 0,
        award: null,
        agreementId: null,
        because: null,
        demo: false,
        createdAt: now,
        updatedAt: now,
      },
      [],
    );
  });
  return id;
}
const light = { sealed: false, leastResponses: 0, noticeDays: 0, evaluation: 'choice' } as const;

async function clear(): Promise<void> {
  for (const table of ['capacity_use', 'package_capacity', 'award', 'response_party', 'response', 'lot'])
    await city.rows(`DELETE FROM ${table}`);
}
/** How often each thing came back, and what stands in the database that must not. */
interface Outcome {
  readonly answers: Readonly<Record<string, number>>;
  readonly breaches: number;
}
const answerOf = ({ status, body }: { readonly status: number; readonly body: { readonly reason?: string } }): string =>
  status === 200 ? 'done' : (body.reason ?? String(status));

/** Eight awards of one lot at once, to four responses. */
async function awardRace(times: number): Promise<Outcome> {
  const answers: string[] = [];
  for (let round = 0; round < times; round += 1) {
    const lotId = await aLot('direct', light);
    const responses: string[] = [];
    for (const provider of crowd.slice(0, 4)) responses.push(await city.respond(lotId, provider));
    const { version } = await city.lot(lotId);
    const came = await all(8, (i) =>
      city.change<{ reason?: string }>(people.poster, `/lots/${lotId}/award`, version, {
        responseId: responses[i % 4],
      }),
    );
    answers.push(...came.map(answerOf));
  }
  const twice = await count(
    'SELECT COUNT(*) AS n FROM (SELECT lot_id FROM award WHERE live = 1 GROUP BY lot_id HAVING COUNT(*) > 1) AS doubled',
  );
  const winners = await count(
    `SELECT COUNT(*) AS n FROM (SELECT lot_id FROM response WHERE state = 'awarded' GROUP BY lot_id HAVING COUNT(*) > 1) AS doubled`,
  );
  return { answers: tally(answers), breaches: twice + winners };
}

const heldOf = `SELECT used, (SELECT COUNT(*) FROM capacity_use u WHERE u.package_id = c.package_id AND u.freed_at IS NULL) AS uses
  FROM package_capacity c WHERE package_id = ?`;

/** Eight awards take a package of three places at once; then each place is given back three times at once. */
async function capacityRace(times: number): Promise<Outcome> {
  const { database } = city.deps;
  const ledger = createCapacity(city.deps);
  const answers: string[] = [];
  let breaches = 0;
  for (let round = 0; round < times; round += 1) {
    const pkg = aPackageBody({ capacity: 3 });
    const packageId = pkg.id;
    await database.run(ctx, (inner) => ledger.follow(inner, pkg));
    const awards = Array.from({ length: 8 }, () => newId(Date.now()));
    const came = await all(8, (i) =>
      database
        .run(ctx, (inner) => ledger.takeCapacity(inner, { awardId: awards[i] ?? '', packageId }))
        .then(
          () => 'taken',
          (error: { reason?: string; driverError?: { errno: number } }) =>
            error.reason ?? String(error.driverError?.errno ?? 'failed'),
        ),
    );
    answers.push(...came);
    const [row] = await city.rows<{ used: number; uses: string }>(heldOf, [packageId]);
    if (Number(row?.uses) > 3 || row?.used !== Number(row?.uses)) breaches += 1;
    const freed = came.flatMap((answer, i) => (answer === 'taken' ? [awards[i] ?? ''] : []));
    await all(freed.length * 3, (i) =>
      database
        .run(ctx, (inner) => ledger.freeCapacity(inner, freed[i % freed.length] ?? ''))
        .catch((error: unknown) => void answers.push(`free: ${String(error)}`)),
    );
    // As the event that gives it back comes again: what a deadlock kept is given back now, the others not twice.
    for (const awardId of freed) await database.run(ctx, (inner) => ledger.freeCapacity(inner, awardId));
    const [after] = await city.rows<{ used: number; uses: string }>(heldOf, [packageId]);
    if (after?.used !== 0 || Number(after.uses) !== 0) breaches += 1;
  }
  return { answers: tally(answers), breaches };
}

/** Four awards and four withdrawals of one response at once. */
async function withdrawalRace(times: number): Promise<Outcome> {
  const answers: string[] = [];
  for (let round = 0; round < times; round += 1) {
    const lotId = await aLot('direct', light);
    const [provider] = crowd;
    if (!provider) throw new Error('no provider');
    const responseId = await city.respond(lotId, provider);
    const { version } = await city.lot(lotId);
    const came = await all(8, async (i) => {
      const award = i % 2 === round % 2;
      const answer = award
        ? await city.change<{ reason?: string }>(people.poster, `/lots/${lotId}/award`, version, { responseId })
        : await city.change<{ reason?: string }>(provider, `/responses/${responseId}/withdraw`, 1);
      return `${award ? 'award' : 'withdraw'}: ${answerOf(answer)}`;
    });
    answers.push(...came);
  }
  const breaches = await count(
    `SELECT COUNT(*) AS n FROM response r LEFT JOIN award a ON a.response_id = r.id AND a.live = 1
     WHERE (r.state = 'awarded') <> (a.id IS NOT NULL)`,
  );
  const counted = await count(
    `SELECT COUNT(*) AS n FROM lot l WHERE l.response_count <>
       (SELECT COUNT(*) FROM response r WHERE r.lot_id = l.id AND r.state <> 'withdrawn')`,
  );
  return { answers: tally(answers), breaches: breaches + counted };
}

const unguarded = ['locks', 'versions', 'constraints'] as const;
const loosened = (guards: readonly Guard[], race: () => Promise<Outcome>): Promise<Outcome> =>
  without(city.deps.database, guards, race, clear);
/** Two guards taken away and one kept; those that have none of the kind are told apart by name. */
const oneLess: readonly (readonly [string, readonly Guard[]])[] = [
  ['the constraints', ['constraints']],
  ['the locks', ['locks']],
  ['the locks and versions, with the constraints alone', ['locks', 'versions']],
];

describe('eight awards of one lot at once', () => {
  test(
    'one of them is made in every round',
    async () => {
      await clear();
      const { answers, breaches } = await awardRace(rounds);
      expect(breaches).toBe(0);
      expect(answers['done']).toBe(rounds);
      expect((answers['done'] ?? 0) + (answers['412'] ?? 0) + (answers['lot.wrong-state'] ?? 0)).toBe(rounds * 8);
    },
    patience,
  );

  test.each(oneLess)(
    'never two without %s',
    async (_name, guards) => {
      const { answers, breaches } = await loosened(guards, () => awardRace(few));
      expect(breaches).toBe(0);
      expect(answers['done']).toBe(few);
    },
    patience,
  );

  test(
    'the constraint is what refuses the others when nothing else does',
    async () => {
      const { answers } = await loosened(['locks', 'versions'], () => awardRace(few));
      expect(answers['lot.awarded-already']).toBeGreaterThan(0);
    },
    patience,
  );

  test(
    'with no guard left, lots are awarded twice: this race can be lost',
    async () => {
      expect((await loosened(unguarded, () => awardRace(few))).breaches).toBeGreaterThan(0);
    },
    patience,
  );
});

describe('eight awards take a package of three places at once', () => {
  test(
    'three of them get one in every round, and each is given back once',
    async () => {
      const { answers, breaches } = await capacityRace(rounds);
      expect(breaches).toBe(0);
      expect(answers).toEqual({ taken: rounds * 3, 'capacity.full': rounds * 5 });
      expect(await count('SELECT COALESCE(SUM(used), 0) AS n FROM package_capacity')).toBe(0);
    },
    patience,
  );

  test.each(oneLess.slice(0, 2))(
    'never more without %s',
    async (_name, guards) => {
      expect((await loosened(guards, () => capacityRace(few))).breaches).toBe(0);
    },
    patience,
  );

  test(
    'the constraint alone refuses what is too much',
    async () => {
      const { answers } = await loosened(['locks', 'versions'], () => capacityRace(few));
      expect(answers['taken']).toBe(few * 3);
      // MySQL 3819, MariaDB 4025: a CHECK was violated.
      expect((answers['3819'] ?? 0) + (answers['4025'] ?? 0)).toBeGreaterThan(0);
    },
    patience,
  );

  test(
    'with no guard left, more is taken than there is: this race can be lost',
    async () => {
      expect((await loosened(unguarded, () => capacityRace(few))).breaches).toBeGreaterThan(0);
    },
    patience,
  );
});

describe('awards and withdrawals of one response at once', () => {
  test(
    'either it is awarded or it is gone, and the lot counts right',
    async () => {
      await clear();
      const { answers, breaches } = await withdrawalRace(rounds);
      expect(breaches).toBe(0);
      expect((answers['award: done'] ?? 0) + (answers['withdraw: done'] ?? 0)).toBe(rounds);
    },
    patience,
  );

  test(
    'so it is by versions alone, without the locks',
    async () => {
      expect((await loosened(['locks'], () => withdrawalRace(few))).breaches).toBe(0);
    },
    patience,
  );

  test(
    'with neither, a response that is gone is awarded: this race can be lost',
    async () => {
      expect((await loosened(['locks', 'versions'], () => withdrawalRace(few * 2))).breaches).toBeGreaterThan(0);
    },
    patience,
  );
});

/** Sealed responses sent while their lots close: `size` lots with one deadline, six senders each. */
async function lastSecond(size: number): Promise<{ readonly taken: number; readonly late: number }> {
  const sealed = { sealed: true, leastResponses: 0, noticeDays: 0, evaluation: 'scored' } as const;
  const far = new Date(city.deps.clock.now().getTime() + 3_600_000);
  const lotIds = await all(size, () => aLot('open_call', sealed, far));
  const spread = 300 + size * 30;
  const due = new Date(city.deps.clock.now().getTime() + 4 * spread);
  await city.rows('UPDATE lot SET responses_due_at = ? WHERE id IN (?)', [due, lotIds]);
  const untilDue = due.getTime() - city.deps.clock.now().getTime();
  const sent = await all(size * 6, async (i) => {
    const provider = crowd[i % 6];
    const lotId = lotIds[Math.floor(i / 6)] ?? '';
    if (!provider) throw new Error('no provider');
    // Most of them early, since a machine that is busy answers late.
    const at = Math.max(0, untilDue - (3.5 - Math.random() * 3.8) * spread);
    await new Promise((resolve) => setTimeout(resolve, at));
    const answer = await city.call<{ id: string; reason?: string }>(provider, `/lots/${lotId}/responses`, {
      method: 'POST',
      body: { submit: true, components: [{ code: 'property.custody', amountFen: 10_000_000 + i }] },
    });
    return { lotId, status: answer.status, id: answer.body.id, reason: answer.body.reason };
  });
  await eventually(
    async () => expect(await city.rows(`SELECT id FROM lot WHERE id IN (?) AND state = 'open'`, [lotIds])).toEqual([]),
    60_000,
  );
  const acknowledged = sent.filter(({ status }) => status === 201).map(({ id }) => id);
  const kept = await city.rows<{ id: string; state: string; price: string | null; at: Date }>(
    'SELECT id, state, price_fen AS price, submitted_at AS at FROM response WHERE lot_id IN (?)',
    [lotIds],
  );
  expect(kept.map(({ id }) => id).toSorted()).toEqual(acknowledged.toSorted());
  expect(kept.filter(({ state, price }) => state !== 'opened' || price === null)).toEqual([]);
  expect(kept.filter(({ at }) => at >= due)).toEqual([]);
  const opened = await city.rows<{ entries: string }>('SELECT entries FROM lot_opening WHERE lot_id IN (?)', [lotIds]);
  const listed = opened.flatMap(({ entries }) =>
    (JSON.parse(entries) as { responseId: string }[]).map((e) => e.responseId),
  );
  expect(listed.toSorted()).toEqual(acknowledged.toSorted());
  const late = sent.filter(({ status }) => status !== 201);
  expect(late.filter(({ status }) => status !== 409)).toEqual([]);
  return { taken: acknowledged.length, late: late.length };
}

test(
  'what is sent in the last second is in and opened, or refused: nothing that was acknowledged is lost, nothing late is in',
  async () => {
    const batch = 20;
    const sum = { taken: 0, late: 0 };
    for (let done = 0; done < rounds; done += batch) {
      const { taken, late } = await lastSecond(Math.min(batch, rounds - done));
      sum.taken += taken;
      sum.late += late;
    }
    // Both kinds came, so that the line between them was tried.
    expect(sum.taken).toBeGreaterThan(0);
    expect(sum.late).toBeGreaterThan(0);
  },
  patience,
);
