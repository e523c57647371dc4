import type { Actor, RoundNeed, RoundProof, RoundView } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { checkRecord, solvePlan } from '@duijie/round-engine';
import { actorHeaders, aPerson, eventually } from '@duijie/testkit';
import { gunzipSync, gzipSync } from 'node:zlib';
import { startCity, type City } from './a-city';
import { aNeed, anOrganisation, aPackage, theTaxonomy } from './facts';

let city: City;
const broker = aPerson('association', 'broker');
const colleague: Actor = { ...aPerson('association', 'broker'), actingFor: broker.actingFor };
const other = aPerson('association', 'broker');
const districts = ['锦江区', '青羊区', '成华区'];
const packages = Array.from({ length: 4 }, (_, n) =>
  aPackage({
    title: `电梯检修与更新${n + 1}队`,
    capacity: 2,
    trackRecord: { ratingMean: 4.9 - n * 0.4, ratingCount: 20, completed: 12 - n * 4 },
  }),
);
const providers = packages.map(({ providerId }, n) => anOrganisation({ id: providerId, name: `锦里电梯${n + 1}公司` }));
const needsOf = (count: number) =>
  Array.from({ length: count }, (_, n) => {
    const base = aNeed();
    return aNeed({ place: { ...base.place, district: districts[n % 3]! } });
  });
const first = needsOf(6);

beforeAll(async () => {
  city = await startCity('mro');
  await city.taxonomy(theTaxonomy());
  await city.organisations(providers);
  await city.packages(packages);
  await city.needs(first);
  await city.settled(first.length);
}, 60_000);
afterAll(() => city.stop(), 30_000);

async function post(actor: Actor, path: string, body: unknown, ifMatch?: number) {
  const response = await fetch(`${city.host.url}/api/v1${path}`, {
    method: 'POST',
    headers: {
      ...actorHeaders(city.environment, actor),
      'content-type': 'application/json',
      ...(ifMatch === undefined ? { 'idempotency-key': newId(Date.now()) } : { 'if-match': `"${ifMatch}"` }),
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as RoundView & { reason?: string } };
}
const start = async (needIds: readonly string[], settings: Record<string, unknown> = {}) => {
  const { status, body } = await post(broker, '/rounds', {
    title: '电梯专场',
    selection: { by: 'hand', needIds },
    settings,
  });
  expect([status, body]).toEqual([201, expect.anything()]);
  return body;
};
const act = async (round: RoundView, step: string, body: unknown = {}, actor: Actor = broker) =>
  post(actor, `/rounds/${round.id}/${step}`, body, round.version);
const must = async (round: RoundView, step: string, body: unknown = {}) => {
  const answer = await act(round, step, body);
  expect([step, answer.status, answer.body]).toEqual([step, 200, expect.anything()]);
  return answer.body;
};
const get = async <T>(path: string, actor: Actor = broker) =>
  (await city.call(actor, path)) as { status: number; body: T };
const needsIn = async (round: RoundView, show = 'all') =>
  (await get<{ items: RoundNeed[] }>(`/rounds/${round.id}/needs?limit=100&show=${show}`)).body.items;
const chosenIn = async (round: RoundView) =>
  (await needsIn(round)).flatMap(({ needId, candidates }) =>
    candidates.filter(({ chosenBy }) => chosenBy.includes('optimum')).map(({ packageId }) => ({ needId, packageId })),
  );
const cancel = async (round: RoundView) => {
  const { body } = await get<RoundView>(`/rounds/${round.id}`);
  await must(body, 'cancel', { reason: '测试结束' });
};

test('a round is put together from stored matches, solved, and its ways of choosing stand beside each other', async () => {
  let round = await start(first.map(({ id }) => id));
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
  let round = await start(first.map(({ id }) => id));
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
  const [need] = first;
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
  let round = await start(first.map(({ id }) => id));
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
  const contested = aNeed({ mode: 'quotation' });
  await city.needs([contested]);
  await city.settled(first.length + 1);
  const refused = await start([contested.id], { draw: true });
  expect((await act(refused, 'solve')).body.reason).toBe('round.draw-not-allowed');
  await cancel(refused);
  let round = await start(
    first.map(({ id }) => id),
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
  await city.settled(first.length);
});

test('reservations that contradict each other are told by name', async () => {
  const [need] = first;
  let round = await start([need!.id], { reservedForSmall: 1, smallBelow: 100 });
  round = await must(round, 'solve');
  expect(round.solution).toBeNull();
  expect(round.unmet.map(({ zh }) => zh).join()).toContain('锦里电梯');
  expect((await act(round, 'freeze')).body.reason).toBe('round.unsolved');
  const { body } = await get<RoundView>(`/rounds/${round.id}`);
  const changed = await fetch(`${city.host.url}/api/v1/rounds/${round.id}`, {
    method: 'PATCH',
    headers: {
      ...actorHeaders(city.environment, broker),
      'content-type': 'application/json',
      'if-match': `"${body.version}"`,
    },
    body: JSON.stringify({ settings: { fairDistricts: true, providerPlaces: 1, rotationPoints: 100 } }),
  });
  round = await must((await changed.json()) as RoundView, 'solve');
  expect(round.solution?.modes[0]?.offers).toBe(1);
  await cancel(round);
});

test('published by one of two at once; what no longer holds falls out with its reason; the desk is told once a need', async () => {
  const needs = needsOf(5);
  await city.needs(needs);
  await city.settled(first.length + needs.length);
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
      /foreign key/i,
    );
  await expect(city.rows('DELETE FROM matching_round WHERE id = ?', [round.id])).rejects.toThrow(/constraint/i);
  // The needs may take part in another one; what was introduced may not.
  const again = await start(kept.map(({ needId }) => needId));
  expect((await must(again, 'solve')).state).toBe('draft');
  await cancel(again);
}, 60_000);
