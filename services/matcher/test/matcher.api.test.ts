import type { NeedMatch, PairExplanation, UnmatchedReasons } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { anonymous, aPerson, eventually, migrateUpDownUp } from '@duijie/testkit';
import { matcherSchema } from '../src/persistence/matcher-schema';
import { startCity, type City } from './a-city';
import { aNeed, anOrganisation, aPackage, theTaxonomy } from './facts';

let city: City;
const poster = aPerson('community', 'owner', { district: '锦江区', subdistrict: '牛市口街道' });
const posterId = poster.actingFor?.organisationId ?? '';
const twin = aPerson('community', 'owner', { district: '锦江区', subdistrict: '牛市口街道' });
const officer = aPerson('subdistrict', 'officer', { district: '锦江区', subdistrict: '牛市口街道' });
const otherOfficer = aPerson('subdistrict', 'officer', { district: '锦江区', subdistrict: '春熙路街道' });
const broker = aPerson('association', 'broker');
const firm = aPerson('professional_firm');
const firmId = firm.actingFor?.organisationId ?? '';
const rival = aPerson('professional_firm');
const rivalId = rival.actingFor?.organisationId ?? '';
const pendingFirm = aPerson('professional_firm', 'owner', { verification: 'pending' });
const pendingId = pendingFirm.actingFor?.organisationId ?? '';

const need = aNeed({ organisationId: posterId, requiredQualifications: [] });
const draft = aNeed({ organisationId: posterId, state: 'draft', title: '电梯检修（草稿）', publishedAt: null });
const elsewhere = aNeed({
  organisationId: posterId,
  components: [{ code: 'facility.green', source: 'given', confidence: 1, evidence: [] }],
  categories: ['facility.green'],
  title: '院内绿化补种',
  description: '补种几株桂花，修剪绿篱。',
  money: { kind: 'none' },
});
const firms = aPackage({ providerId: firmId, title: '电梯检修与更新' });
const rivals = aPackage({ providerId: rivalId, title: '电梯维修快修' });
const firmsDraft = aPackage({ providerId: firmId, state: 'draft', publishedAt: null });
const pendings = aPackage({ providerId: pendingId, state: 'draft', publishedAt: null });
const narrow = aPackage({
  providerId: pendingId,
  state: 'draft',
  publishedAt: null,
  serviceArea: { districts: ['郫都区'], radius: null },
});
const greens = aPackage({
  providerId: rivalId,
  title: '绿化补种与修剪',
  description: '绿篱修剪、补种。',
  categories: ['facility.green'],
  serviceArea: { districts: ['武侯区'], radius: null },
});

const matchesOf = (needId: string) => `/needs/${needId}/matches`;
interface MatchPage {
  readonly items: NeedMatch[];
  readonly nextCursor: string | null;
  readonly matchedAt: string | null;
  readonly upToDate: boolean;
}
const listed = async (actor: Parameters<City['call']>[0], needId: string, query = ''): Promise<MatchPage> => {
  const { status, body } = await city.call(actor, `${matchesOf(needId)}${query}`);
  expect(status).toBe(200);
  return body;
};

beforeAll(async () => {
  city = await startCity('ma', { DUIJIE_MATCHER_THREADS: '2' });
  await city.taxonomy(theTaxonomy());
  await city.organisations([
    anOrganisation({ id: firmId }),
    anOrganisation({ id: rivalId, name: '快修电梯' }),
    anOrganisation({ id: pendingId, verification: 'pending' }),
  ]);
  await city.packages([firms, rivals, firmsDraft, pendings, narrow, greens]);
  await city.needs([need, draft, elsewhere]);
  await city.settled(3);
}, 60_000);
afterAll(() => city.stop(), 30_000);

test('a list shows score, contributions that sum, reasons in both languages and the package', async () => {
  const { items, matchedAt, upToDate } = await listed(poster, need.id);
  expect(items.map((item) => item.package.id).toSorted()).toEqual([firms.id, rivals.id].toSorted());
  expect(upToDate).toBe(true);
  expect(matchedAt).not.toBeNull();
  for (const item of items) {
    expect(item.contributions.reduce((sum, { points }) => sum + points, 0)).toBe(item.score);
    expect(item.scoreShown).toBeCloseTo(item.score / 100, 1);
    expect(item.reasons.length).toBeGreaterThan(0);
    for (const words of item.reasons) {
      expect(words.zh).toMatch(/\p{Script=Han}/u);
      expect(words.en).toMatch(/[a-z]/);
    }
    expect(item.findings.every(({ outcome }) => outcome === 'pass' || outcome === 'unknown')).toBe(true);
  }
  const first = await listed(poster, need.id, '?limit=1');
  const second = await listed(poster, need.id, `?limit=1&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  expect(second.nextCursor).toBeNull();
});

test('the own side, officers of the area and brokers see a list; a provider its own pairs; twins nothing', async () => {
  for (const actor of [poster, officer, broker]) expect((await listed(actor, need.id)).items).toHaveLength(2);
  expect((await listed(firm, need.id)).items.map((item) => item.package.id)).toEqual([firms.id]);
  for (const actor of [twin, otherOfficer]) expect((await city.call(actor, matchesOf(need.id))).status).toBe(404);
  expect((await city.call(anonymous, matchesOf(need.id))).status).toBe(401);
  expect((await listed(poster, draft.id)).items).toHaveLength(2);
  for (const actor of [twin, officer, broker, firm])
    expect((await city.call(actor, matchesOf(draft.id))).status).toBe(404);
  expect((await city.call(poster, matchesOf(newId(Date.now())))).status).toBe(404);
  expect((await city.call(poster, matchesOf('nothing'))).status).toBe(404);
  expect((await city.call(poster, `${matchesOf(need.id)}?cursor=x`)).status).toBe(400);
  expect((await city.call(poster, `${matchesOf(need.id)}?limit=0`)).status).toBe(422);
});

test('a provider sees the published needs that its package fits, never drafts', async () => {
  const { status, body } = await city.call(firm, `/packages/${firms.id}/matches`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ total: 1, supposed: false, upToDate: true, items: [{ need: { id: need.id } }] });
  expect((await city.call(broker, `/packages/${firms.id}/matches`)).status).toBe(200);
  expect((await city.call(rival, `/packages/${firms.id}/matches`)).status).toBe(404);
  expect((await city.call(poster, `/packages/${firms.id}/matches`)).status).toBe(403);
});

test('a draft package and one of a pending provider see what would fit', async () => {
  for (const [actor, pkg] of [
    [firm, firmsDraft],
    [pendingFirm, pendings],
  ] as const) {
    const { body } = await city.call(actor, `/packages/${pkg.id}/matches`);
    expect(body).toMatchObject({ total: 1, supposed: true, nextCursor: null, items: [{ need: { id: need.id } }] });
  }
  expect((await city.call(broker, `/packages/${firmsDraft.id}/matches`)).status).toBe(404);
  expect((await listed(poster, need.id)).items).toHaveLength(2);
});

test('a draft is told where more would fit if it were served there as well', async () => {
  const { body } = await city.call(pendingFirm, `/packages/${narrow.id}/matches`);
  expect(body).toMatchObject({ total: 0, supposed: true, items: [], wider: [{ district: '锦江区', more: 1 }] });
  const whole = await city.call(pendingFirm, `/packages/${pendings.id}/matches`);
  expect(whole.body).toMatchObject({ total: 1, wider: [] });
});

test('any pair is explained to its sides: why not, and what would change it', async () => {
  const path = `/needs/${elsewhere.id}/packages/${greens.id}/explanation`;
  const { status, body } = await city.call(poster, path);
  expect(status).toBe(200);
  const explanation: PairExplanation = body;
  expect(explanation).toMatchObject({ eligible: false, suggested: false, rank: null, dismissed: false });
  const failed = explanation.findings.filter(({ outcome }) => outcome === 'fail').map(({ rule }) => rule);
  expect(failed.toSorted()).toEqual(['area', 'money']);
  expect(explanation.whyNot.map(({ zh }) => zh).join()).toContain('锦江区');
  expect(explanation.whatWouldChange.filter(({ kind }) => kind === 'cure_rule')).toHaveLength(2);
  for (const actor of [rival, broker, officer]) expect((await city.call(actor, path)).status).toBe(200);
  for (const actor of [firm, twin, otherOfficer]) expect((await city.call(actor, path)).status).toBe(404);

  const ofDraft = `/needs/${need.id}/packages/${firmsDraft.id}/explanation`;
  expect((await city.call(firm, ofDraft)).body).toMatchObject({ eligible: false, package: { state: 'draft' } });
  for (const actor of [poster, broker, rival]) expect((await city.call(actor, ofDraft)).status).toBe(404);
});

test('what was not matched is told by rule', async () => {
  const { status, body } = await city.call(poster, `/needs/${elsewhere.id}/unmatched-reasons`);
  expect(status).toBe(200);
  const reasons: UnmatchedReasons = body;
  expect(reasons).toMatchObject({ considered: 1, suggested: 0, belowThreshold: 0 });
  expect(reasons.components).toMatchObject([{ code: 'facility.green', packages: 1 }]);
  expect(reasons.rules.map(({ rule, packages, alone }) => `${rule} ${packages} ${alone}`).toSorted()).toEqual([
    'area 1 0',
    'money 1 0',
  ]);
  expect(reasons.summary.length).toBeGreaterThan(1);
  expect((await city.call(twin, `/needs/${elsewhere.id}/unmatched-reasons`)).status).toBe(404);
  expect((await city.call(firm, `/needs/${elsewhere.id}/unmatched-reasons`)).status).toBe(403);
});

test('a dismissal holds until need or package has a newer version, can be taken back, and is in the audit', async () => {
  const pair = (actor = poster) =>
    listed(actor, need.id).then(({ items }) => items.find((item) => item.package.id === firms.id));
  const act = (verb: string, init: { ifMatch?: number; body?: unknown }, actor = poster) =>
    city.call(actor, `${matchesOf(need.id)}/${firms.id}/${verb}`, { method: 'POST', body: {}, ...init });
  const before = await pair();
  if (!before) throw new Error('the pair is not suggested');
  const { version } = before;
  expect((await act('dismiss', {})).status).toBe(428);
  expect((await act('dismiss', { ifMatch: version + 1 })).status).toBe(412);
  expect((await act('dismiss', { ifMatch: version }, twin)).status).toBe(404);
  expect((await act('dismiss', { ifMatch: version }, firm)).status).toBe(403);
  expect((await act('dismiss', { ifMatch: version, body: { why: 1 } })).status).toBe(422);

  const dismissed = await act('dismiss', { ifMatch: version, body: { reason: '已另有安排' } });
  expect([dismissed.status, dismissed.body]).toMatchObject([200, { state: 'dismissed', version: version + 1 }]);
  expect((await act('dismiss', { ifMatch: version + 1 })).body).toMatchObject({ reason: 'match.dismissed' });
  await eventually(async () => expect((await listed(poster, need.id)).items.map(({ rank }) => rank)).toEqual([1]));
  expect((await listed(poster, need.id, '?state=dismissed')).items.map((item) => item.package.id)).toEqual([firms.id]);
  expect((await city.call(firm, `/packages/${firms.id}/matches`)).body).toMatchObject({ total: 0 });

  const restored = await act('restore', { ifMatch: version + 1 });
  expect([restored.status, restored.body]).toMatchObject([200, { state: 'suggested', version: version + 2 }]);
  expect((await act('dismiss', { ifMatch: version + 2 })).status).toBe(200);
  await city.settled(3);
  expect(await pair()).toBeUndefined();

  // Another package's change is no reason to bring it back; a new version of its own is.
  await city.packages([{ ...rivals, version: 2, title: '电梯维修快修（新）' }]);
  await city.settled(3);
  expect(await pair()).toBeUndefined();
  await city.packages([{ ...firms, version: 2, title: '电梯检修与更新（新）' }]);
  await eventually(async () => expect(await pair()).toMatchObject({ state: 'suggested', version: version + 4 }));

  await act('dismiss', { ifMatch: version + 4 });
  await city.needs([{ ...need, version: 2, title: '小区电梯老化，想请人尽快维修' }]);
  await eventually(async () => expect(await pair()).toMatchObject({ state: 'suggested' }));

  const actions = await city.rows<{ action: string; actor: string }>(
    `SELECT action, actor FROM audit_entry WHERE aggregate_id = ? ORDER BY id`,
    [before.id],
  );
  expect(actions.map(({ action }) => action)).toEqual([
    'match.dismissed',
    'match.restored',
    'match.dismissed',
    'match.returned',
    'match.dismissed',
    'match.returned',
  ]);
  expect(actions[0]?.actor).toBe(poster.personId);
  const administrator = aPerson('association', 'administrator');
  await eventually(async () => {
    const { body } = await city.call(administrator, '/audit/matcher/verify');
    expect(body).toMatchObject({ entries: 7, unsealed: 0, faults: [] });
  });
  expect((await city.call(broker, '/audit/matcher/verify')).status).toBe(403);
}, 60_000);

test('who drafted for a poster does not supply it, and who is sponsored by somebody excluded is flagged', async () => {
  const sponsor = newId(Date.now());
  await city.organisations([
    anOrganisation({ id: sponsor, version: 1, affiliations: [{ type: 'sponsors', organisationId: rivalId }] }),
    anOrganisation({ id: firmId, version: 2, affiliations: [{ type: 'drafted', organisationId: posterId }] }),
  ]);
  await city.needs([{ ...need, version: 3, excludedOrganisationIds: [sponsor] }]);
  await eventually(async () => {
    const { items } = await listed(poster, need.id);
    expect(items.map((item) => item.package.id)).toEqual([rivals.id]);
    expect(items[0]?.flags).toMatchObject([{ code: 'sponsored_by_excluded', organisationId: sponsor }]);
  });
  const { body } = await city.call(poster, `/needs/${need.id}/packages/${firms.id}/explanation`);
  const explanation: PairExplanation = body;
  expect(explanation.findings.find(({ rule }) => rule === 'conflict')?.outcome).toBe('fail');
});

test('status and weights are told to whom they concern', async () => {
  await city.settled(3);
  const { status, body } = await city.call(broker, '/matching/status');
  expect(status).toBe(200);
  expect(body).toMatchObject({ needs: { open: 3, due: 0 }, packages: { published: 3, due: 0 }, threads: 2 });
  expect((await city.call(poster, '/matching/status')).status).toBe(403);
  const weights = await city.call(poster, '/matching/weights');
  const { parts } = weights.body as { parts: { part: string; points: number }[] };
  expect(parts.filter(({ part }) => part !== 'limits').reduce((sum, { points }) => sum + points, 0)).toBe(10_000);
  expect((await city.call(anonymous, '/matching/weights')).status).toBe(401);
  const metrics = await (await fetch(`${city.host.url}/metrics`)).text();
  expect(metrics).toContain('duijie_match_due_needs 0');
  expect(metrics).toMatch(/duijie_match_seconds_count\{kind="needs"\} \d+/);
});

test('a withdrawn need leaves the lists of packages', async () => {
  await city.needs([{ ...need, version: 4, state: 'withdrawn' }]);
  await eventually(async () =>
    expect((await city.call(rival, `/packages/${rivals.id}/matches`)).body).toMatchObject({ total: 0, items: [] }),
  );
  expect((await city.call(rival, matchesOf(need.id))).status).toBe(404);
  expect(
    (await city.call(poster, `${matchesOf(need.id)}/${rivals.id}/dismiss`, { method: 'POST', body: {}, ifMatch: 1 }))
      .body,
  ).toMatchObject({ reason: 'need.closed' });
});

test('lists and sweeps are sorted by their indexes', async () => {
  // With a handful of rows the server reads them all, whatever the index; hence FORCE INDEX.
  for (const [sql, values] of [
    [
      'SELECT * FROM need_match FORCE INDEX (ix_need_match_list) WHERE need_id = ? AND state = ? ORDER BY place, package_id LIMIT 20',
      [need.id, 'suggested'],
    ],
    [
      `SELECT * FROM need_match FORCE INDEX (ix_need_match_package) WHERE package_id = ? AND state = 'suggested' AND need_shown = 1 ORDER BY score DESC, need_id DESC LIMIT 20`,
      [firms.id],
    ],
    [
      'SELECT id FROM need_copy FORCE INDEX (ix_need_copy_due) WHERE due_since IS NOT NULL AND due_since <= ? ORDER BY due_since, id LIMIT 20',
      [new Date()],
    ],
    [
      'SELECT id FROM need_copy FORCE INDEX (ix_need_copy_epoch) WHERE open = 1 AND matched_epoch < ? ORDER BY matched_epoch, id LIMIT 20',
      [1_000_000],
    ],
    [
      'SELECT id FROM package_copy FORCE INDEX (ix_package_copy_due) WHERE due_since IS NOT NULL AND due_since <= ? ORDER BY due_since, id LIMIT 20',
      [new Date()],
    ],
  ] as const) {
    const [plan] = await city.rows<{ Extra: string }>(`EXPLAIN ${sql}`, values);
    expect([sql, plan?.Extra]).not.toEqual([sql, expect.stringContaining('filesort')]);
  }
});

test('migrations go up, down and up again, and give the entities their tables', async () => {
  expect(
    await migrateUpDownUp(matcherSchema, city.environment, `${city.environment['DUIJIE_NAMESPACE']}_schema`),
  ).toEqual({
    left: [],
    differences: [],
  });
}, 60_000);
