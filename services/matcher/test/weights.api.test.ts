import type { Actor, IntroductionBody, WeightsLearning, WeightsVersion } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { defaultWeights } from '@duijie/match-engine';
import { actorHeaders, aPerson, eventually } from '@duijie/testkit';
import { startCity, type City } from './a-city';
import { aNeed, anOrganisation, aPackage, theTaxonomy } from './facts';

let city: City;
const [proposer, releaser] = [aPerson('association', 'administrator'), aPerson('association', 'administrator')];
const broker = aPerson('association', 'broker');
const firm = anOrganisation();
const rival = anOrganisation({ name: '快修电梯' });
/** The one that people choose speaks less like the needs and is better known. */
const liked = aPackage({
  providerId: firm.id,
  title: '设备养护',
  description: '电梯等设备的养护。',
  trackRecord: { ratingMean: 4.9, ratingCount: 60, completed: 40 },
});
const alike = aPackage({
  providerId: rival.id,
  title: '小区电梯老化维修',
  description: '电梯老化、经常困人的检修，有资质。',
  trackRecord: { ratingMean: 4.1, ratingCount: 30, completed: 2 },
});
const needs = Array.from({ length: 36 }, (_, n) => aNeed({ title: `小区电梯老化，想请人维修（${n + 1}）` }));

async function ask<T = WeightsVersion>(
  actor: Actor,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: T & { reason?: string; errors?: { pointer: string }[] } }> {
  const response = await fetch(`${city.host.url}/api/v1/matching/weights${path}`, {
    method,
    headers: {
      ...actorHeaders(city.environment, actor),
      'content-type': 'application/json',
      'idempotency-key': newId(Date.now()),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as never };
}
const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });
const shift = (by: number) => [
  { name: 'words', value: defaultWeights.points.words - by },
  { name: 'track_record', value: defaultWeights.points.track_record + by },
];
const published = () => ask<{ version: string; history: { label: string; kind: string }[] }>(broker, 'GET', '');
const introduction = (needId: string, state: IntroductionBody['state']): IntroductionBody => ({
  id: newId(Date.now()),
  version: 1,
  needId,
  needTitle: '',
  posterId: firm.id,
  organisationId: firm.id,
  organisationName: firm.name,
  packageId: liked.id,
  packageTitle: liked.title,
  state,
  by: 'broker',
  clearance: 'clear',
  answeredAt: null,
  updatedAt: new Date().toISOString(),
  demo: false,
});

beforeAll(async () => {
  city = await startCity('mwv');
  await city.taxonomy(theTaxonomy());
  await city.organisations([firm, rival]);
  await city.packages([liked, alike]);
  await city.needs(needs);
  await city.settled(needs.length);
}, 60_000);
afterAll(() => city.stop(), 30_000);

test('the weights shipped are in force from the first start on, and published with what was in force before', async () => {
  const { body } = await published();
  expect(body.version).toBe(defaultWeights.version);
  expect(body.history).toEqual([expect.objectContaining({ label: defaultWeights.version, kind: 'first' })]);
  expect((await ask(aPerson('community'), 'GET', '/versions')).status).toBe(403);
});

test('weights that do not come to their total, lie beyond their bounds or change nothing are refused', async () => {
  const refused = async (changes: unknown) => {
    const { status, body } = await ask(proposer, 'POST', '/versions', { reason: '试着调整', changes });
    return [status, body.errors?.[0]?.pointer];
  };
  expect(await refused([{ name: 'words', value: 1 }])).toEqual([422, '/changes']);
  expect(await refused([{ name: 'leastScore', value: 9999 }])).toEqual([422, '/changes/0/value']);
  expect(await refused([{ name: 'words', value: defaultWeights.points.words }])).toEqual([422, '/changes']);
});

test('too few outcomes teach nothing', async () => {
  const { status, body } = await ask<WeightsLearning>(broker, 'POST', '/learn');
  expect([status, body]).toEqual([200, { needs: 0, needed: 30, heldOut: null, proposal: null }]);
});

test('proposed, tried out on past needs, released by a second person, and taken back by another', async () => {
  const { status, body: proposed } = await ask(proposer, 'POST', '/versions', {
    reason: '口碑应更受重视',
    changes: shift(700),
  });
  expect(status).toBe(201);
  expect(proposed).toMatchObject({
    state: 'proposed',
    source: 'person',
    basedOn: defaultWeights.version,
    tryOut: null,
  });
  const path = `/versions/${proposed.id}`;
  const release = (actor: Actor, version: number) =>
    ask(actor, 'POST', `${path}/release`, { reason: '试算结果可以' }, ifMatch(version));

  expect((await release(releaser, proposed.version)).body.reason).toBe('weights.not-tried');

  await city.publish(
    'desk',
    'introduction.changed.v1',
    'introduction',
    needs.map(({ id }) => {
      const data = introduction(id, 'interested');
      return { id: data.id, version: 1, data };
    }),
  );
  await eventually(async () => expect(await city.rows('SELECT 1 FROM pair_step')).toHaveLength(needs.length));
  const { body: tried } = await ask(broker, 'POST', `${path}/try-out`);
  expect(tried.tryOut).toMatchObject({ against: defaultWeights.version, needs: needs.length });
  const { outcomes, otherFirst, differences } = tried.tryOut!;
  expect(outcomes!.proposed.ndcg10).toBeGreaterThanOrEqual(outcomes!.inForce.ndcg10);
  expect(outcomes!.inForce.needs).toBe(needs.length);
  expect(differences.length).toBe(Math.min(50, otherFirst));

  const same = await release(proposer, tried.version);
  expect([same.status, same.body.reason]).toEqual([403, 'weights.same-person']);
  expect((await release(broker, tried.version)).status).toBe(403);
  expect((await release(releaser, tried.version - 1)).status).toBe(412);
  const { body: released } = await release(releaser, tried.version);
  expect(released).toMatchObject({ state: 'in_force', releasedBy: { name: releaser.name } });
  expect((await published()).body).toMatchObject({
    version: proposed.label,
    history: [{ label: proposed.label, kind: 'release' }, { kind: 'first' }],
  });

  await eventually(async () => {
    const rows = await city.rows<{ weights_version: string }>('SELECT DISTINCT weights_version FROM need_match');
    expect(rows.map((row) => row.weights_version)).toEqual([proposed.label]);
  }, 30_000);

  const { body: page } = await ask<{ items: WeightsVersion[] }>(broker, 'GET', '/versions');
  const first = page.items.find(({ label }) => label === defaultWeights.version)!;
  expect(first.state).toBe('retired');
  const back = (actor: Actor) =>
    ask(actor, 'POST', `/versions/${first.id}/roll-back`, { reason: '投诉增多' }, ifMatch(first.version));
  expect((await back(releaser)).body.reason).toBe('weights.same-person');
  expect((await back(broker)).body).toMatchObject({ state: 'in_force', label: defaultWeights.version });
  await eventually(async () => {
    const rows = await city.rows<{ weights_version: string }>('SELECT DISTINCT weights_version FROM need_match');
    expect(rows.map((row) => row.weights_version)).toEqual([defaultWeights.version]);
  }, 30_000);
}, 120_000);

test('the database itself refuses a release by who proposed it, and two versions in force', async () => {
  const one = async (sql: string) =>
    city.rows(sql).then(
      () => 'done',
      (error: Error) => error.message,
    );
  expect(await one('UPDATE weights_version SET released_by = proposed_by WHERE proposed_by IS NOT NULL')).toMatch(
    /ck_weights_version_two/,
  );
  expect(await one(`UPDATE weights_version SET state = 'in_force', force_slot = 1 WHERE state = 'retired'`)).toMatch(
    /ux_weights_version_force/,
  );
});

test('what people chose teaches weights, which are proposed and not released', async () => {
  const learn = async () => (await ask<WeightsLearning>(broker, 'POST', '/learn')).body.proposal!;
  const body = await learn();
  expect((await learn()).id).toBe(body.id);
  expect(body).toMatchObject({ state: 'proposed', source: 'learnt', proposedBy: { name: broker.name } });
  expect(body.learnt!.learnt.ndcg10).toBeGreaterThan(body.learnt!.inForce.ndcg10);
  const of = (name: string) => body.values.find((value) => value.name === name)!;
  expect(of('track_record').value).toBeGreaterThan(of('track_record').before);
  const { body: withdrawn } = await ask(
    broker,
    'POST',
    `/versions/${body.id}/withdraw`,
    { reason: '再看看' },
    ifMatch(body.version),
  );
  expect(withdrawn.state).toBe('withdrawn');
  expect((await published()).body.version).toBe(defaultWeights.version);
}, 60_000);
