import type { RoundProof, RoundView } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { checkRecord, solvePlan } from '@duijie/round-engine';
import { aPerson } from '@duijie/testkit';
import { gunzipSync, gzipSync } from 'node:zlib';
import { startRounds, type Rounds } from './a-round';
import { aNeed } from './facts';

let held: Rounds;
const other = aPerson('association', 'broker');
beforeAll(async () => {
  held = await startRounds('mro', 6);
}, 60_000);
afterAll(() => held.city.stop(), 30_000);

test('a round is put together from stored matches, solved, and its ways of choosing stand beside each other', async () => {
  const { packages, must, start, get, needsIn, cancel, needs } = held;
  let round = await start(needs.map(({ id }) => id));
  expect(round).toMatchObject({ state: 'draft', version: 1, solution: null, counts: { needs: 6, pairs: 0 } });
  round = await must(round, 'solve');
  expect(round.counts).toMatchObject({ needs: 6, pairs: 24, packages: 4, providers: 4 });
  expect(round.solution?.modes.map(({ mode }) => mode)).toEqual(['optimum', 'stable', 'greedy']);
  const [optimum, stable, greedy] = round.solution!.modes;
  expect(optimum).toMatchObject({ offers: 6, needsServed: 6 });
  expect(stable?.blockingPairs).toBe(0);
  expect(optimum!.score).toBeGreaterThanOrEqual(greedy!.score);
  expect(optimum!.score).toBeGreaterThanOrEqual(stable!.score);
  expect(optimum!.districts.reduce((sum, { asked }) => sum + asked, 0)).toBe(6);
  const rows = await needsIn(round);
  expect(rows).toHaveLength(6);
  const scored = rows.flatMap(({ candidates }) => candidates.filter(({ chosenBy }) => chosenBy.includes('optimum')));
  expect(scored.reduce((sum, { score }) => sum + score, 0)).toBe(optimum!.score);
  for (const candidate of rows[0]!.candidates) {
    expect(candidate.contributions.reduce((sum, { points }) => sum + points, 0)).toBe(candidate.score);
    expect(candidate.reasons.length).toBeGreaterThan(0);
  }
  const places = await get<{ items: { free: number; places: number; offers: number }[] }>(
    `/rounds/${round.id}/packages`,
  );
  expect(places.body.items.map(({ free, places: n }) => [free, n])).toEqual(packages.map(() => [2, 2]));
  for (const { offers } of places.body.items) expect(offers).toBeLessThanOrEqual(2);
  await cancel(round);
});

test('pins, vetoes and places are solved again at once, as if solved from nothing; what leaves no solution is refused', async () => {
  const { broker, post, act, must, start, get, needsIn, chosenIn, cancel, needs } = held;
  let round = await start(needs.map(({ id }) => id));
  round = await must(round, 'solve');
  const before = round.solution!.modes[0]!.score;
  const rows = await needsIn(round);
  const { needId } = rows[0]!;
  const least = rows[0]!.candidates.at(-1)!;
  round = await must(round, 'edits', { pairs: [{ needId, packageId: least.packageId, mark: 'pinned' }] });
  expect(round.counts.pinned).toBe(1);
  expect(await chosenIn(round)).toContainEqual({ needId, packageId: least.packageId });
  expect(round.solution!.modes[0]!.score).toBeLessThanOrEqual(before);
  for (const mode of round.solution!.modes) expect(mode.offers).toBe(6);

  const [veto] = (await chosenIn(round)).filter((pair) => pair.needId !== needId);
  round = await must(round, 'edits', { pairs: [{ ...veto, mark: 'vetoed' }] });
  expect(await chosenIn(round)).not.toContainEqual(veto);
  const incremental = round.solution!.modes[0]!.score;
  round = await must(round, 'solve');
  expect(round.solution!.modes[0]!.score).toBe(incremental);
  expect(round.counts).toMatchObject({ pinned: 1, vetoed: 1 });

  // A third pin on a package of two places.
  const two = rows.slice(1, 3).map((row) => ({ needId: row.needId, packageId: least.packageId, mark: 'pinned' }));
  const full = await act(round, 'edits', { pairs: two });
  expect([full.status, full.body.reason]).toEqual([409, 'round.edit-refused']);
  const same = (await get<RoundView>(`/rounds/${round.id}`)).body;
  expect([same.version, same.counts.pinned]).toEqual([round.version, 1]);
  // And it goes on from what was stored, not from what was refused.
  round = await must(round, 'edits', { packages: [{ packageId: least.packageId, places: 3 }], pairs: two });
  expect(round.counts.pinned).toBe(3);
  round = await must(round, 'edits', { needs: [{ needId: rows[3]!.needId, offers: 0 }] });
  expect(round.solution!.modes[0]!.offers).toBe(5);
  expect((await needsIn(round, 'unserved')).map((row) => row.needId)).toEqual([rows[3]!.needId]);
  const unknown = await act(round, 'edits', { pairs: [{ needId, packageId: newId(Date.now()), mark: 'pinned' }] });
  expect(unknown.status).toBe(422);
  const stale = await post(broker, `/rounds/${round.id}/edits`, { pairs: [] }, 1);
  expect(stale.status).toBe(412);
  await cancel(round);
});

test('a need stands in one open round at most, whoever is quicker', async () => {
  const { broker, post, get, needs } = held;
  const [need] = needs;
  const body = { title: '抢同一个需求', selection: { by: 'hand', needIds: [need!.id] } };
  const answers = await Promise.all([post(broker, '/rounds', body), post(other, '/rounds', body)]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  const won = answers.find(({ status }) => status === 201)!.body;
  const lost = answers.find(({ status }) => status === 409)!.body;
  expect(lost.reason).toBe('round.needs-taken');
  const owner = won.organisationId === broker.actingFor?.organisationId ? broker : other;
  const rest = await post(owner, '/rounds', {
    title: '其余的',
    selection: { by: 'filter', districts: ['锦江区'] },
  });
  expect(rest.body.counts.needs).toBe(1);
  expect((await get(`/rounds/${won.id}`, owner === broker ? other : broker)).status).toBe(404);
  for (const round of [won, rest.body]) await post(owner, `/rounds/${round.id}/cancel`, { reason: '测试' }, 1);
});

test('what is frozen is proved and can be solved again by anybody; a tampered round is not published', async () => {
  const { city, act, must, start, get, chosenIn, cancel, needs } = held;
  let round = await start(needs.map(({ id }) => id));
  round = await must(round, 'solve');
  const [pair] = await chosenIn(round);
  round = await must(round, 'edits', { pairs: [{ ...pair, mark: 'pinned' }] });
  expect((await act(round, 'publish')).body.reason).toBe('round.draft');
  round = await must(round, 'freeze');
  expect(round.proof).toMatchObject({ snapshot: expect.stringMatching(/^[0-9a-f]{64}$/), draw: null });
  expect((await act(round, 'edits', { pairs: [] })).body.reason).toBe('round.frozen');
  const { body: proof } = await get<RoundProof>(`/rounds/${round.id}/proof`);
  const plan = proof.plan as Parameters<typeof solvePlan>[0];
  expect(checkRecord(plan, proof.record)?.faults).toEqual([]);
  expect(solvePlan(plan)).toEqual(proof.record);
  expect(proof.pinned).toEqual([pair]);

  const [kept] = await city.rows<{ frozen: Buffer }>('SELECT frozen FROM matching_round WHERE id = ?', [round.id]);
  const stored = JSON.parse(gunzipSync(kept!.frozen).toString()) as RoundProof;
  const tampered = [
    { ...stored, pinned: [] },
    { ...stored, record: { ...stored.record, chosen: stored.record.chosen.slice(1) } },
    {
      ...stored,
      record: { ...stored.record, objective: String(BigInt(stored.record.objective) + 1n) },
    },
    { ...stored, plan: { ...stored.plan, pairs: stored.plan.pairs.map((one) => ({ ...one, score: 1 })) } },
  ];
  for (const wrong of tampered) {
    await city.rows('UPDATE matching_round SET frozen = ? WHERE id = ?', [gzipSync(JSON.stringify(wrong)), round.id]);
    const refused = await act(round, 'publish');
    expect([refused.status, refused.body.reason]).toEqual([409, 'round.proof-refused']);
  }
  await city.rows('UPDATE matching_round SET frozen = ? WHERE id = ?', [kept!.frozen, round.id]);
  round = await must(round, 'thaw', { reason: '再看看' });
  expect(round).toMatchObject({ state: 'draft', proof: null });
  await cancel(round);
});

test('exact ties are drawn once, by a value named before, and never where a contest decides', async () => {
  const { city, act, must, start, get, cancel, needs } = held;
  const contested = aNeed({ mode: 'quotation' });
  await city.needs([contested]);
  await city.settled(needs.length + 1);
  const refused = await start([contested.id], { draw: true });
  expect((await act(refused, 'solve')).body.reason).toBe('round.draw-not-allowed');
  await cancel(refused);
  let round = await start(
    needs.map(({ id }) => id),
    { draw: true },
  );
  round = await must(round, 'solve');
  expect((await act(round, 'freeze')).status).toBe(422);
  round = await must(round, 'freeze', { drawSource: '次日开奖的3D号码' });
  const { score, snapshot } = round.proof!;
  expect((await act(round, 'publish')).body.reason).toBe('round.not-drawn');
  round = await must(round, 'draw', { value: '317' });
  expect(round.proof).toMatchObject({ snapshot, score, draw: { value: '317' } });
  expect((await act(round, 'draw', { value: '318' })).body.reason).toBe('round.drawn');
  expect((await act(round, 'thaw', { reason: '想重抽' })).body.reason).toBe('round.drawn');
  const { body: proof } = await get<RoundProof>(`/rounds/${round.id}/proof`);
  expect(proof.plan.drawWith).toBe('317');
  expect(solvePlan(proof.plan as Parameters<typeof solvePlan>[0])).toEqual(proof.record);
  await cancel(round);
  await city.needs([{ ...contested, version: 2, state: 'withdrawn' }]);
  await city.settled(needs.length);
});

test('reservations that contradict each other are told by name', async () => {
  const { broker, send, act, must, start, get, cancel, needs } = held;
  const [need] = needs;
  let round = await start([need!.id], { reservedForSmall: 1, smallBelow: 100 });
  round = await must(round, 'solve');
  expect(round.solution).toBeNull();
  expect(round.unmet.map(({ zh }) => zh).join()).toContain('锦里电梯');
  expect((await act(round, 'freeze')).body.reason).toBe('round.unsolved');
  const { body } = await get<RoundView>(`/rounds/${round.id}`);
  const settings = { fairDistricts: true, providerPlaces: 1, rotationPoints: 100 };
  const changed = await send('PATCH', broker, `/rounds/${round.id}`, { settings }, body.version);
  round = await must(changed.body, 'solve');
  expect(round.solution?.modes[0]?.offers).toBe(1);
  await cancel(round);
});
