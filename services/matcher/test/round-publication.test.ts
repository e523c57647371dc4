import type { Actor, RoundView } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { aPerson, eventually } from '@duijie/testkit';
import { needsOf, startRounds, type Rounds } from './a-round';

let held: Rounds;
beforeAll(async () => {
  held = await startRounds('mrp', 1);
}, 60_000);
afterAll(() => held.city.stop(), 30_000);

test('published by one of two at once; what no longer holds falls out with its reason; the desk is told once a need', async () => {
  const { broker, city, act, must, start, get, needsIn, chosenIn, cancel } = held;
  const colleague: Actor = { ...aPerson('association', 'broker'), actingFor: broker.actingFor };
  const needs = needsOf(5);
  await city.needs(needs);
  await city.settled(1 + needs.length);
  let round = await start(needs.map(({ id }) => id));
  round = await must(round, 'solve');
  expect(round.solution!.modes[0]!.offers).toBe(5);
  round = await must(round, 'freeze');
  const chosen = await chosenIn(round);
  // Meanwhile: a need is withdrawn, a package is full.
  const gone = chosen[0]!;
  const full = chosen.find(({ needId, packageId }) => needId !== gone.needId && packageId !== gone.packageId)!;
  const withdrawn = needs.find(({ id }) => id === gone.needId)!;
  await city.needs([{ ...withdrawn, version: 2, state: 'withdrawn' }]);
  await city.publish('deals', 'capacity.changed.v1', 'package', [
    { id: full.packageId, version: 1, data: { packageId: full.packageId, version: 1, capacity: 2, used: 2 } },
  ]);
  await eventually(async () => {
    const [row] = await city.rows<{ used: number; state: string }>(
      'SELECT (SELECT used FROM capacity_copy WHERE package_id = ?) AS used, state FROM need_copy WHERE id = ?',
      [full.packageId, gone.needId],
    );
    expect(row).toMatchObject({ used: 2, state: 'withdrawn' });
  });

  const answers = await Promise.all([
    act(round, 'publish'),
    act(round, 'publish', {}, colleague),
    act(round, 'publish'),
  ]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
  round = answers.find(({ status }) => status === 200)!.body;
  const fallen = (await needsIn(round, 'fallen')).flatMap(({ needId, candidates }) =>
    candidates.flatMap(({ packageId, outcome }) => (outcome ? [{ needId, packageId, outcome }] : [])),
  );
  expect(fallen).toContainEqual({
    ...gone,
    outcome: { state: 'fallen', words: expect.objectContaining({ zh: '需求已不接受推介' }) },
  });
  const lost = chosen.filter(({ packageId }) => packageId === full.packageId);
  for (const pair of lost)
    expect(fallen).toContainEqual({
      ...pair,
      outcome: { state: 'fallen', words: expect.objectContaining({ zh: expect.stringMatching(/承接余量|承接名额/) }) },
    });
  expect(fallen).toHaveLength(1 + lost.filter(({ needId }) => needId !== gone.needId).length);

  const kept = chosen.filter((pair) => !fallen.some((one) => one.needId === pair.needId));
  const told = async () =>
    (
      await city.rows<{ envelope: string }>(
        `SELECT envelope FROM outbox WHERE type = 'round.offered.v1' AND aggregate_id = ? ORDER BY id`,
        [round.id],
      )
    ).map(({ envelope }) => JSON.parse(envelope) as { actor: Actor; data: { needId: string; offers: unknown[] } });
  await eventually(async () => expect(await told()).toHaveLength(kept.length));
  expect((await told()).map(({ data }) => data.needId).toSorted()).toEqual(kept.map(({ needId }) => needId).toSorted());
  expect((await told())[0]?.actor).toMatchObject({ type: 'person' });

  // What the desk makes of it comes back, once.
  const [one, ...rest] = kept;
  const taken = (outcome: 'introduced' | 'refused') => ({
    roundId: round.id,
    version: round.version,
    needId: one!.needId,
    outcomes: [{ packageId: one!.packageId, outcome, words: outcome === 'refused' ? { zh: '不行', en: 'no' } : null }],
  });
  const publishTaken = (outcome: 'introduced' | 'refused') =>
    city.publish('desk', 'round.taken.v1', 'round', [{ id: round.id, version: round.version, data: taken(outcome) }]);
  await publishTaken('introduced');
  const counts = async () =>
    Object.fromEntries(
      (await get<RoundView>(`/rounds/${round.id}`)).body.publication!.offers.map(({ state, count }) => [state, count]),
    );
  await eventually(async () => expect(await counts()).toMatchObject({ introduced: 1, fallen: fallen.length }));
  const received = async () => Number((await city.rows<{ n: string }>('SELECT COUNT(*) AS n FROM inbox'))[0]!.n);
  const before = await received();
  await publishTaken('refused');
  await eventually(async () => expect(await received()).toBe(before + 1));
  expect(await counts()).toMatchObject({ introduced: 1, told: rest.length, fallen: fallen.length });

  // Published is published: by the code, and by the database.
  for (const [step, body] of [
    ['cancel', { reason: '不想要了' }],
    ['thaw', { reason: '想改' }],
    ['edits', {}],
    ['publish', {}],
  ] as const)
    expect((await act(round, step, body)).body.reason).toBe('round.published');
  for (const change of [`state = 'draft'`, 'version = version + 1', `snapshot = REPEAT('0', 64)`])
    await expect(city.rows(`UPDATE matching_round SET ${change} WHERE id = ?`, [round.id])).rejects.toThrow(
      /constraint/i,
    );
  await expect(city.rows('DELETE FROM matching_round WHERE id = ?', [round.id])).rejects.toThrow(/constraint/i);
  // The needs may take part in another one; what was introduced may not.
  const again = await start(kept.map(({ needId }) => needId));
  expect((await must(again, 'solve')).state).toBe('draft');
  await cancel(again);
}, 60_000);

test('a round with anything invented in it goes with the demonstration, the published one too', async () => {
  const { city, providers } = held;
  const rounds = async () => (await city.rows<{ id: string }>('SELECT id FROM matching_round')).map(({ id }) => id);
  const published = await city.rows<{ id: string }>('SELECT round_id AS id FROM round_publication');
  expect(published).toHaveLength(1);
  await city.publish('identity', 'demo.emptied.v1', 'demo', [
    {
      id: newId(Date.now()),
      version: 1,
      data: { ids: providers.map(({ id }) => id), at: new Date().toISOString() },
    },
  ]);
  await eventually(async () => expect(await rounds()).not.toContain(published[0]!.id), 20_000);
  for (const table of ['round_offer', 'round_publication', 'round_package', 'round_pair'])
    expect(await city.rows(`SELECT 1 FROM ${table}`)).toEqual([]);
}, 60_000);
