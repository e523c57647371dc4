import type { LotBody, ResponseSummary, ResponseView } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { aPerson, eventually } from '@duijie/testkit';
import { idOf, type Person } from './decided-city';
import { respondingCity, type Listed, type RespondingCity } from './responding-city';

jest.setTimeout(60_000);
let city: RespondingCity;
let poster: Person;
let firm: Person;
let group: Person;
beforeAll(async () => {
  city = await respondingCity('rl');
  poster = await city.organisation('community', '得胜南社区', {}, 'owner');
  firm = await city.organisation('property_firm', '锦江物业');
  group = await city.organisation('social_org', '爱有戏');
}, 60_000);
afterAll(() => city.stop());

const listed = async (actor: Person, lotId: string) =>
  (await city.call<Listed<ResponseSummary>>(actor, `/lots/${lotId}/responses`)).body.items;

describe('light modes', () => {
  test('a claim is one tap: it is in, counted, told and seen by the poster; nobody else sees it', async () => {
    const [lotId] = await city.need(poster, 'claim', { money: { kind: 'none' } });
    const taken = await city.create(firm, lotId);
    expect(taken).toMatchObject({
      status: 201,
      body: { state: 'submitted', conflict: 'clear', unconfirmed: 0, receipt: { contentVersion: 1 } },
    });
    expect(taken.headers.get('location')).toContain(taken.body.id);
    expect(await city.lot(lotId)).toMatchObject({ state: 'open', responseCount: 1 });
    expect((await city.told('response.changed.v1', taken.body.id)).at(-1)?.data).toMatchObject({
      state: 'submitted',
      organisationName: '锦江物业',
      posterId: idOf(poster),
    });
    for (const actor of [poster, city.broker, city.officer, firm])
      expect(await listed(actor, lotId)).toMatchObject([{ id: taken.body.id, readable: true }]);
    expect(await listed(group, lotId)).toEqual([]);
    expect((await city.show(group, taken.body.id)).status).toBe(404);
    expect((await city.show(poster, taken.body.id)).body).toMatchObject({ you: null, content: { plan: '' } });
    expect((await city.show(firm, taken.body.id)).body).toMatchObject({ you: 'leader' });
    expect((await city.onLot(poster, lotId, 'award', { responseId: taken.body.id })).status).toBe(200);
    expect(await city.lot(lotId)).toMatchObject({ state: 'awarded' });
    expect(await city.create(group, lotId)).toMatchObject({ status: 409, body: { reason: 'lot.wrong-state' } });
  });

  test('a tap that is repeated is one response, and taken once from one organisation at a time', async () => {
    const [lotId] = await city.need(poster, 'claim', { money: { kind: 'none' } });
    const key = newId(Date.now());
    const [one, again] = [
      await city.create(firm, lotId, { submit: true }, key),
      await city.create(firm, lotId, { submit: true }, key),
    ];
    expect(again.body).toEqual(one.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect((await city.create(firm, lotId, { submit: true, note: '别的' }, key)).status).toBe(422);
    expect(await city.create(firm, lotId)).toMatchObject({ status: 409, body: { reason: 'response.already' } });
    expect((await city.lot(lotId)).responseCount).toBe(1);

    expect(await city.step(firm, one.body, 'withdraw')).toMatchObject({ status: 200, body: { state: 'withdrawn' } });
    expect((await city.lot(lotId)).responseCount).toBe(0);
    expect((await city.create(firm, lotId)).status).toBe(201);
    const answers = await Promise.all(Array.from({ length: 8 }, () => city.create(group, lotId)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await city.lot(lotId)).responseCount).toBe(2);
  });

  test('the database itself refuses a second live response of an organisation, whatever locks are held', async () => {
    const [lotId] = await city.need(poster, 'claim', { money: { kind: 'none' } });
    const { body } = await city.create(firm, lotId);
    const second = (live: number | null) =>
      city.rows(
        `INSERT INTO response_party (response_id, organisation_id, organisation_name, lot_id, attempt, standing, state, live)
         VALUES (?, ?, '锦江物业', ?, 1, 'leader', ?, ?)`,
        [newId(Date.now()), idOf(firm), lotId, live === null ? 'withdrawn' : 'submitted', live],
      );
    await expect(second(1)).rejects.toMatchObject({ driverError: { errno: 1062 } });
    await expect(second(1)).rejects.toThrow('ux_response_party_live');
    await second(null);
    await expect(city.rows('UPDATE response_party SET live = NULL WHERE response_id = ?', [body.id])).rejects.toThrow(
      'ck_response_party_live',
    );
  });

  test('a direct need takes those who were introduced and did not decline', async () => {
    const [lotId, need] = await city.need(poster, 'direct');
    const refused = { status: 403, body: { reason: 'response.not-invited' } };
    expect(await city.create(firm, lotId)).toMatchObject(refused);
    await city.introduce(need.id, firm, { state: 'shortlisted' });
    expect(await city.create(firm, lotId)).toMatchObject(refused);
    const introduced = await city.introduce(need.id, firm, { by: 'poster' });
    await city.introduce(need.id, firm, { id: introduced, version: 2, state: 'declined' });
    expect(await city.create(firm, lotId)).toMatchObject(refused);
    await city.introduce(need.id, firm, { id: introduced, version: 3, state: 'interested' });
    expect((await city.create(firm, lotId)).status).toBe(201);
  });

  test('whoever is not eligible hears why: kind, verification, package, price', async () => {
    const [lotId] = await city.need(poster, 'open_call', {
      eligibleKinds: ['social_org'],
      money: { kind: 'fixed', amountFen: 5_000_000 },
      terms: { sealed: false, leastResponses: 1, noticeDays: 0, evaluation: 'choice' },
    });
    expect(await city.create(firm, lotId)).toMatchObject({ status: 403, body: { reason: 'response.kind' } });
    const pending = await city.organisation('social_org', '新来的', { verification: 'pending' });
    expect(await city.create(pending, lotId)).toMatchObject({
      status: 403,
      body: { reason: 'organisation.not-verified' },
    });
    const draft = await city.create(pending, lotId, { note: '先写着' });
    expect(draft).toMatchObject({ status: 201, body: { state: 'draft', receipt: null } });
    expect(await city.step(pending, draft.body, 'submit')).toMatchObject({ status: 403 });
    const theirs = await city.packageOf(firm);
    expect(await city.create(group, lotId, { submit: true, packageId: theirs })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/packageId' }] },
    });
    const priced = { submit: true, components: [{ code: 'property.custody', amountFen: 100 }] };
    expect(await city.create(group, lotId, priced)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/components/0/amountFen' }] },
    });
    const own = await city.packageOf(group);
    const { body } = await city.create(group, lotId, { submit: true, packageId: own });
    expect((await city.show(poster, body.id)).body).toMatchObject({ content: { packageId: own, packageVersion: 1 } });
    expect((await city.create(poster, lotId)).status).toBe(403);
  });
});

describe('the conflict wall', () => {
  test('whoever stands behind it is barred without hearing who else does', async () => {
    const [lotId] = await city.need(poster, 'claim', {
      money: { kind: 'none' },
      excludedOrganisationIds: [idOf(firm)],
    });
    const barred = await city.create(firm, lotId, {});
    expect(barred).toMatchObject({ status: 409, body: { reason: 'response.barred' } });
    expect(barred.body.detail).toBe('因利益回避，不能承接本需求');
    expect(await city.create(poster, lotId)).toMatchObject({ status: 403 });
  });

  test('a flag waits for a broker of another association; refused is out, cleared goes on', async () => {
    const association = await city.organisation('association', '锦江协会', {}, 'broker');
    const daughter = await city.organisation('social_org', '协会办的中心');
    const mother = await city.organisation('property_firm', '母公司', {
      affiliations: [{ type: 'sponsors', organisationId: idOf(daughter) }],
    });
    const facts = { money: { kind: 'none' as const }, flaggedOrganisationIds: [idOf(association)] };
    const [lotId, need] = await city.need(poster, 'claim', { ...facts, excludedOrganisationIds: [idOf(mother)] });
    const flagged = await city.create(daughter, lotId);
    expect(flagged).toMatchObject({ status: 201, body: { conflict: 'flagged', state: 'submitted' } });
    const own = await city.show(daughter, flagged.body.id);
    expect(own.body.findings).toMatchObject([{ code: null, words: { zh: '可能存在利益关联，由撮合专员核定' } }]);
    expect((await city.show(city.broker, flagged.body.id)).body.findings).toMatchObject([
      { code: 'linked_to_excluded' },
    ]);
    const waiting = await city.call<Listed<ResponseSummary>>(city.broker, '/responses/flagged');
    expect(waiting.body.items.map(({ id }) => id)).toContain(flagged.body.id);
    expect((await city.onLot(poster, lotId, 'award', { responseId: flagged.body.id })).status).toBe(409);

    const allow = { allow: true, reason: '仅一般出资，不参与管理' };
    expect((await city.step(daughter, flagged.body, 'clearance', allow)).status).toBe(403);
    expect(await city.step(association, flagged.body, 'clearance', allow)).toMatchObject({
      status: 403,
      body: { reason: 'clearance.own-matter' },
    });
    expect((await city.step(city.broker, { ...flagged.body, version: 9 }, 'clearance', allow)).status).toBe(412);
    const cleared = await city.step(city.broker, flagged.body, 'clearance', allow);
    expect(cleared).toMatchObject({ status: 200, body: { conflict: 'cleared', clearance: allow } });
    expect(await city.step(city.broker, cleared.body, 'clearance', allow)).toMatchObject({
      body: { reason: 'response.not-flagged' },
    });
    expect((await city.onLot(poster, lotId, 'award', { responseId: flagged.body.id })).status).toBe(200);

    const [other] = await city.need(poster, 'claim', { ...facts, excludedOrganisationIds: [idOf(mother)] });
    const again = await city.create(daughter, other);
    expect(await city.step(city.broker, again.body, 'clearance', { allow: false, reason: '参与管理' })).toMatchObject({
      body: { conflict: 'refused', state: 'disqualified' },
    });
    // Decided when it was introduced: nobody decides twice.
    await city.introduce(need.id, daughter);
    const [third, thirdNeed] = await city.need(poster, 'claim', { ...facts, excludedOrganisationIds: [idOf(mother)] });
    await city.introduce(thirdNeed.id, daughter, { clearance: 'cleared' });
    expect((await city.create(daughter, third)).body).toMatchObject({ conflict: 'cleared' });
  });

  test('whom the association founded that screened the need waits too, and where it brokers alone an officer decides', async () => {
    const daughter = await city.organisation('social_org', '协会出资的中心');
    const association = await city.organisation(
      'association',
      '唯一的协会',
      { affiliations: [{ type: 'sponsors', organisationId: idOf(daughter) }] },
      'broker',
    );
    const [lotId] = await city.need(poster, 'claim', {
      money: { kind: 'none' },
      flaggedOrganisationIds: [idOf(association)],
    });
    const { body } = await city.create(daughter, lotId);
    expect(body).toMatchObject({ conflict: 'flagged', state: 'submitted' });
    expect((await city.show(poster, body.id)).body.findings).toMatchObject([{ code: 'linked_to_flagged' }]);
    expect(JSON.stringify((await city.show(daughter, body.id)).body.findings)).not.toMatch(/协会|screen|flagged/);
    const allow = { allow: true, reason: '仅出资，不参与管理' };
    expect(await city.step(association, body, 'clearance', allow)).toMatchObject({
      status: 403,
      body: { reason: 'clearance.own-matter' },
    });
    const elsewhere = aPerson('subdistrict', 'officer', { district: '青羊区', subdistrict: '少城街道' });
    expect((await city.step(elsewhere, body, 'clearance', allow)).status).toBe(404);
    expect((await city.step(city.officer, body, 'clearance', allow)).body).toMatchObject({ conflict: 'cleared' });
  });

  test('two of one group in a contest are flagged, and an association that competes sees nobody else’s', async () => {
    const sister = await city.organisation('social_org', '姊妹中心');
    const founder = await city.organisation('property_firm', '出资企业', {
      affiliations: [{ type: 'sponsors', organisationId: idOf(sister) }],
    });
    const association = await city.organisation('association', '也来参加的协会', {}, 'broker');
    const [lotId] = await city.need(poster, 'claim', { money: { kind: 'none' } });
    expect((await city.create(founder, lotId)).body.conflict).toBe('clear');
    const { body } = await city.create(sister, lotId);
    expect(body.conflict).toBe('flagged');
    const competing = await city.create(association, lotId);
    expect(competing.status).toBe(201);
    expect(await listed(association, lotId)).toMatchObject([{ id: competing.body.id }]);
    expect((await city.show(association, body.id)).status).toBe(404);
    expect(await city.step(association, body, 'clearance', { allow: false, reason: '对手' })).toMatchObject({
      status: 403,
    });
  });
});

describe('the end of the time for responses', () => {
  const priced = (amountFen: number) => ({
    submit: true,
    components: [{ code: 'property.custody', amountFen }],
    milestones: [{ title: '进场', dueOn: '2027-01-10', amountFen }],
    team: [{ name: '张三', role: '项目经理' }],
  });

  test('a quotation asks for prices, closes at its deadline, and goes on with enough valid responses', async () => {
    const responsesDueAt = new Date(city.deps.clock.now().getTime() + 3000).toISOString();
    const [lotId, need] = await city.need(poster, 'quotation', { responsesDueAt });
    const [fewId, fewNeed] = await city.need(poster, 'quotation', { responsesDueAt });
    for (const each of [firm, group]) await city.introduce(need.id, each);
    await city.introduce(fewNeed.id, firm);
    expect(await city.create(firm, lotId)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/components' }] },
    });
    const draft = await city.create(firm, lotId, { plan: '先写方案' });
    expect(draft.body).toMatchObject({ state: 'draft' });
    expect(await city.step(firm, draft.body, 'submit')).toMatchObject({ status: 422 });
    const { submit: _submit, ...content } = priced(9_500_000);
    const changed = await city.replace(firm, draft.body, content);
    expect(changed).toMatchObject({ status: 200, body: { state: 'draft', version: 2 } });
    expect((await city.replace(firm, draft.body, content)).status).toBe(412);
    const submitted = await city.step(firm, changed.body, 'submit');
    expect(submitted.body).toMatchObject({ state: 'submitted', receipt: { contentVersion: 2 } });
    const other = await city.create(group, lotId, priced(8_800_000));
    const only = await city.create(firm, fewId, priced(100));
    expect(await listed(poster, lotId)).toHaveLength(2);
    const [view] = [(await city.show(poster, other.body.id)).body];
    expect(view).toMatchObject({ priceFen: 8_800_000, content: { milestones: [{ amountFen: 8_800_000 }] } });
    expect((await city.call(poster, `/lots/${lotId}/opening`)).status).toBe(404);

    await eventually(async () => expect(await city.lot(lotId)).toMatchObject({ state: 'deciding' }));
    await eventually(async () => expect(await city.lot(fewId)).toMatchObject({ state: 'failed' }));
    expect((await city.lot(fewId)).because?.zh).toBe('截止时有效响应 1 份，不足 2 份');
    expect((await city.show(firm, only.body.id)).body).toMatchObject({
      state: 'rejected',
      because: { zh: /不足 2 份/ },
    });
    expect((await city.show(firm, submitted.body.id)).body).toMatchObject({ state: 'opened' });
    expect(await city.create(firm, lotId, priced(1))).toMatchObject({
      status: 409,
      body: { reason: 'lot.wrong-state' },
    });
    expect(await city.sheet(poster, lotId)).toMatchObject({ proposedResponseId: other.body.id });
    expect((await city.call<{ responses: unknown[] }>(poster, `/lots/${lotId}/opening`)).body).toMatchObject({
      by: 'deadline',
      responses: [{ organisationName: '锦江物业' }, { organisationName: '爱有戏' }],
    });
    const opened = await city.show(group, other.body.id);
    expect(await city.step(group, opened.body, 'withdraw', { reason: '人手不够' })).toMatchObject({ status: 200 });
    expect((await city.lot(lotId)).responseCount).toBe(1);
  });

  test('a lot without a deadline is closed by its poster when it wants', async () => {
    const terms = { sealed: false, leastResponses: 1, noticeDays: 0, evaluation: 'choice' } as const;
    const [lotId] = await city.need(poster, 'open_call', { terms });
    const { body } = await city.create(firm, lotId, priced(100));
    const close = (actor: Person) => city.onLot<LotBody>(actor, lotId, 'close-responses');
    expect((await close(firm)).status).toBe(403);
    expect((await city.change(poster, `/lots/${lotId}/close-responses`, 1)).status).toBe(412);
    expect(await close(poster)).toMatchObject({ status: 200, body: { state: 'deciding' } });
    expect((await city.show(firm, body.id)).body).toMatchObject({ state: 'opened' });
    expect((await close(poster)).status).toBe(409);
    const [none] = await city.need(poster, 'open_call', { terms });
    expect(await city.onLot(poster, none, 'close-responses')).toMatchObject({
      status: 200,
      body: { state: 'failed', because: { zh: '截止时没有有效响应' } },
    });
  });

  test('what was offered to a need that is withdrawn ends with the reason', async () => {
    const [lotId, need] = await city.need(poster, 'claim', { money: { kind: 'none' } });
    const taken = await city.create(firm, lotId);
    const drafted = await city.create(group, lotId, {});
    await city.publish('need.changed.v1', { type: 'need', id: need.id }, 2, {
      ...need,
      version: 2,
      state: 'withdrawn',
    });
    await eventually(async () => expect(await city.lot(lotId)).toMatchObject({ state: 'closed' }));
    expect((await city.show(firm, taken.body.id)).body).toMatchObject({
      state: 'rejected',
      because: { zh: '需求已撤回' },
    });
    expect((await city.show(group, drafted.body.id)).body).toMatchObject({ state: 'withdrawn' });
  });
});

test('own responses are listed newest first, by page, state and standing', async () => {
  const own = await city.organisation('social_org', '常响应的');
  const ids: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const [lotId] = await city.need(poster, 'claim', { money: { kind: 'none' } });
    ids.unshift((await city.create(own, lotId, { submit: n > 0 })).body.id);
  }
  const page = async (query: string) => (await city.call<Listed<ResponseSummary>>(own, `/responses${query}`)).body;
  const first = await page('?limit=2');
  expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  expect((await page(`?limit=2&cursor=${first.nextCursor}`)).items.map(({ id }) => id)).toEqual(ids.slice(2));
  expect((await page('?state=draft')).items.map(({ id }) => id)).toEqual(ids.slice(2));
  expect((await page('?as=invited')).items).toEqual([]);
  expect((await page('?as=leader&state=submitted')).items).toHaveLength(2);
});

test('lists walk an index in their order, and no query of them sorts', async () => {
  const id = newId(Date.now());
  const plans: readonly [string, readonly unknown[]][] = [
    ['SELECT response_id FROM response_party WHERE organisation_id = ? ORDER BY response_id DESC LIMIT 21', [id]],
    [
      `SELECT response_id FROM response_party WHERE organisation_id = ? AND standing = 'leader' AND state = 'draft'
       AND response_id < ? ORDER BY response_id DESC LIMIT 21`,
      [id, id],
    ],
    ['SELECT id FROM response WHERE lot_id = ? AND disclosed = 1 AND id > ? ORDER BY id LIMIT 21', [id, id]],
    ['SELECT id FROM response WHERE waits = 1 ORDER BY id LIMIT 21', []],
    ['SELECT * FROM response_receipt WHERE response_id = ? ORDER BY id DESC LIMIT 21', [id]],
  ];
  for (const [sql, values] of plans) {
    const [plan] = await city.rows<{ key: string | null; Extra: string }>(`EXPLAIN ${sql}`, values);
    expect({ sql, key: plan?.key ?? null }).not.toEqual({ sql, key: null });
    expect({ sql, key: plan?.key, sorts: plan?.Extra.includes('filesort') }).toMatchObject({ sql, sorts: false });
  }
});

test('the view of a response that was chosen from is what the poster decides from', async () => {
  const [lotId] = await city.need(poster, 'claim', { money: { kind: 'none' } });
  const { body } = await city.create(firm, lotId, { submit: true, note: '周末也可以' });
  const sent = await city.send(firm, body.id, '资质.pdf', '%PDF-1.4\n资质\n%%EOF\n');
  expect(sent).toMatchObject({ status: 201, body: { documentVersion: 1, receipt: { contentVersion: 1 } } });
  const view: ResponseView = (await city.show(poster, body.id)).body;
  expect(view.documents).toMatchObject([{ fileName: '资质.pdf', mediaType: 'application/pdf', version: 1 }]);
  const file = await city.download(poster, body.id, sent.body.documentId);
  expect(await file.text()).toBe('%PDF-1.4\n资质\n%%EOF\n');
  expect((await city.download(group, body.id, sent.body.documentId)).status).toBe(404);
  const next = await city.send(firm, body.id, '资质2.pdf', '%PDF-1.4\n新\n%%EOF\n', sent.body.documentId);
  expect(next.body).toMatchObject({ documentVersion: 2 });
  expect((await city.download(poster, body.id, sent.body.documentId)).status).toBe(404);
  const removed = await city.call(firm, `/responses/${body.id}/documents/${next.body.documentId}`, {
    method: 'DELETE',
    ifMatch: next.body.version,
  });
  expect(removed).toMatchObject({ status: 200, body: { receipt: { documentSha256s: [] } } });
  const receipts = await city.call<Listed<{ number: string }>>(firm, `/responses/${body.id}/receipts`);
  expect(new Set(receipts.body.items.map(({ number }) => number)).size).toBe(4);
});
