import type { OpeningRecord, ResponseAck, ResponseReceipt, ResponseSummary, ResponseView } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { serviceContext } from '@duijie/service-kit';
import { anonymous, aPerson, eventually, moveClock } from '@duijie/testkit';
import { Redis } from 'ioredis';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createLotRepository } from '../src/lots/persistence/lot.repository';
import { createSealedRepository } from '../src/responses/persistence/sealed.repository';
import { serverTime } from '../src/responses/persistence/server-time';
import { secretSealKeys } from '../src/responses/sealing/seal-keys';
import { unsealing } from '../src/responses/sealing/unsealing';
import { idOf, type Person } from './decided-city';
import { respondingCity, type Acked, type Listed, type RespondingCity } from './responding-city';

const hourMs = 3_600_000;
const canary = 'JinSiQue';
const canaryFen = 424_242_424;
const canaries = [canary, '金丝雀', String(canaryFen), '4242424.24'];
const sha256 = (value: unknown): string => createHash('sha256').update(sorted(value)).digest('hex');
/** Canonical JSON, written here anew: what anybody needs to check a receipt. */
const sorted = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(sorted).join(',')}]`
    : typeof value === 'object' && value !== null
      ? `{${Object.entries(value)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, each]) => `${JSON.stringify(key)}:${sorted(each)}`)
          .join(',')}}`
      : JSON.stringify(value);

const offer = (amountFen: number, more: Readonly<Record<string, unknown>> = {}) => ({
  components: [{ code: 'property.custody', amountFen }],
  plan: `${canary} 方案：金丝雀先进场`,
  team: [{ name: '金丝雀', role: '项目经理' }],
  milestones: [{ title: `${canary}进场`, amountFen }],
  note: canary,
  ...more,
});
const document = `%PDF-1.4\n${canary} 金丝雀 总价 4242424.24\n%%EOF\n`;

jest.setTimeout(60_000);
let city: RespondingCity;
let people: Readonly<Record<'poster' | 'alone' | 'other' | 'leader' | 'member' | 'stranger', Person>>;
beforeAll(async () => {
  city = await respondingCity('rs');
  const [poster, alone, other, leader, member, stranger] = [
    await city.organisation('community', '得胜南社区', {}, 'owner'),
    await city.organisation('property_firm', '独行物业'),
    await city.organisation('social_org', '另一家'),
    await city.organisation('property_firm', '牵头物业'),
    await city.organisation('social_org', '成员社工'),
    await city.organisation('social_enterprise', '局外企业'),
  ];
  people = { poster, alone, other, leader, member, stranger };
}, 60_000);
afterAll(() => city.stop());

const inAnHour = (): string => new Date(city.deps.clock.now().getTime() + hourMs).toISOString();
const everything = async (): Promise<string> => {
  const tables = await city.rows<{ t: string }>(
    "SELECT table_name AS t FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
  );
  const dumps = await Promise.all(tables.map(async ({ t }) => JSON.stringify(await city.rows(`SELECT * FROM ${t}`))));
  return dumps.join('\n');
};
async function inRedis(): Promise<string> {
  const redis = new Redis(city.environment['DUIJIE_REDIS_URL'] ?? '');
  const found: unknown[] = [];
  try {
    for (const key of await redis.keys(`*${city.environment['DUIJIE_NAMESPACE']}*`)) {
      const kind = await redis.type(key);
      found.push(key);
      if (kind === 'string') found.push(await redis.get(key));
      if (kind === 'hash') found.push(await redis.hgetall(key));
      if (kind === 'list') found.push(await redis.lrange(key, 0, -1));
      if (kind === 'set') found.push(await redis.smembers(key));
      if (kind === 'zset') found.push(await redis.zrange(key, '0', '-1'));
      if (kind === 'stream') found.push(await redis.xrange(key, '-', '+'));
    }
  } finally {
    redis.disconnect();
  }
  return JSON.stringify(found);
}
const inFiles = (): Buffer => {
  const folder = city.environment['DUIJIE_STATE_DIR'] ?? '';
  const paths = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)));
  return Buffer.concat(paths.filter((path) => statSync(path).isFile()).map((path) => readFileSync(path)));
};
const openedLot = (lotId: string) =>
  eventually(async () => expect(await city.lot(lotId)).toMatchObject({ state: 'deciding' }));

describe('an open call with a sealed consortium', () => {
  let lotId: string;
  let alone: Acked;
  let other: Acked;
  let consortium: Acked;
  let documentId: string;
  const answers: string[] = [];

  test('a consortium is drafted, its members confirm by one tap, and then it is handed in', async () => {
    const { leader, member, stranger } = people;
    [lotId] = await city.need(people.poster, 'open_call', { responsesDueAt: inAnHour() });
    const content = offer(canaryFen, { memberIds: [idOf(member)] });
    expect(await city.create(leader, lotId, { ...content, submit: true })).toMatchObject({
      status: 409,
      body: { reason: 'response.unconfirmed' },
    });
    const draft = await city.create(leader, lotId, content);
    expect(draft).toMatchObject({ status: 201, body: { state: 'draft', unconfirmed: 1, receipt: null } });
    expect(await city.step(leader, draft.body, 'submit')).toMatchObject({
      status: 409,
      body: { reason: 'response.unconfirmed' },
    });
    const asked = await city.call<Listed<ResponseSummary>>(member, '/responses?as=invited');
    expect(asked.body.items).toMatchObject([{ id: draft.body.id, you: 'invited', readable: false, priceFen: null }]);
    expect((await city.step(stranger, draft.body, 'confirm')).status).toBe(404);
    expect(await city.step(leader, draft.body, 'confirm')).toMatchObject({ body: { reason: 'response.leads' } });
    const declined = await city.step(member, draft.body, 'decline');
    expect(declined.body).toMatchObject({ unconfirmed: 1 });
    expect((await city.show(member, draft.body.id)).status).toBe(404);
    expect((await city.call<Listed<unknown>>(member, '/responses')).body.items).toEqual([]);
    const asking = await city.replace(leader, declined.body, content);
    const confirmed = await city.step(member, asking.body, 'confirm');
    expect(confirmed.body).toMatchObject({ unconfirmed: 0, state: 'draft' });
    expect((await city.step(member, confirmed.body, 'submit')).status).toBe(403);
    consortium = await city.step(leader, confirmed.body, 'submit');
    expect(consortium).toMatchObject({ status: 200, body: { state: 'submitted', receipt: { contentVersion: 2 } } });
    answers.push(JSON.stringify([draft.body, consortium.body]));
  });

  test('nobody bids twice: not alone beside a consortium, nor in two of them; being asked binds nobody', async () => {
    const { alone: firm, member, other: group } = people;
    expect(await city.create(member, lotId, { ...offer(1), submit: true })).toMatchObject({
      status: 409,
      body: { reason: 'response.already' },
    });
    const second = await city.create(firm, lotId, offer(1, { memberIds: [idOf(member), idOf(group)] }));
    expect(second.status).toBe(201);
    expect(await city.step(member, second.body, 'confirm')).toMatchObject({
      status: 409,
      body: { reason: 'response.already' },
    });
    other = await city.create(group, lotId, { ...offer(canaryFen), submit: true });
    expect(other).toMatchObject({ status: 201, body: { state: 'submitted' } });
    expect(await city.step(group, second.body, 'confirm')).toMatchObject({ body: { reason: 'response.already' } });
    expect((await city.step(firm, second.body, 'withdraw')).status).toBe(200);
    const added = await city.replace(group, other.body, offer(1, { memberIds: [idOf(people.stranger)] }));
    expect(added).toMatchObject({ status: 409, body: { reason: 'response.members-fixed' } });
  });

  test('a whole response is replaced for a new receipt; documents count; a repetition tells the same', async () => {
    const { alone: firm } = people;
    const key = newId(Date.now());
    const body = { ...offer(canaryFen + 1), submit: true };
    const first = await city.create(firm, lotId, body, key);
    expect((await city.create(firm, lotId, body, key)).body).toEqual(first.body);
    const fileKey = newId(Date.now());
    const sent = await city.send(firm, first.body.id, `${canary}报价.pdf`, document, undefined, fileKey);
    expect(sent.status).toBe(201);
    expect((await city.send(firm, first.body.id, `${canary}报价.pdf`, document, undefined, fileKey)).body).toEqual(
      sent.body,
    );
    documentId = sent.body.documentId;
    alone = await city.replace(firm, sent.body, offer(canaryFen));
    const numbers = [first, sent, alone].map((answer) => (answer.body as ResponseAck).receipt?.number);
    expect(new Set(numbers).size).toBe(3);
    expect(alone.body.receipt).toMatchObject({ contentVersion: 2, documentSha256s: [sent.body.documentSha256] });
    expect((await city.lot(lotId)).responseCount).toBe(3);
    answers.push(JSON.stringify([first.body, sent.body, alone.body, other.body]));
  });

  test('nobody hands in, replaces or takes back a sealed one in its provider’s name', async () => {
    const byPhone = (whom: Person): Person => ({
      ...whom,
      onBehalf: {
        channel: 'paper',
        note: '纸质件代录',
        brokerOrganisationId: newId(Date.now()),
        brokerOrganisationName: '协会',
      },
    });
    const { alone: firm, stranger } = people;
    const mine = byPhone(firm);
    const draft = await city.create(stranger, lotId, offer(1));
    const theirs = byPhone(stranger);
    const tried = [
      await city.create(byPhone(people.poster), lotId, offer(1)),
      await city.create(theirs, lotId, { ...offer(1), submit: true }),
      await city.step(theirs, draft.body, 'submit'),
      await city.step(theirs, draft.body, 'withdraw'),
      await city.replace(mine, alone.body, offer(1)),
      await city.step(mine, alone.body, 'withdraw'),
      await city.send(mine, alone.body.id, '报价.pdf', document),
      await city.call(mine, `/responses/${alone.body.id}/documents/${documentId}`, {
        method: 'DELETE',
        ifMatch: alone.body.version,
      }),
    ];
    // A community may not respond at all, whoever asks for it.
    expect(tried.map(({ status, body }) => [status, (body as { reason?: string }).reason])).toEqual([
      [403, undefined],
      ...Array.from({ length: 7 }, () => [403, 'on-behalf.sealed']),
    ]);
    expect((await city.step(stranger, draft.body, 'withdraw')).status).toBe(200);
    expect((await city.lot(lotId)).responseCount).toBe(3);
  });

  test('before the deadline nobody reads anything: neither its sender, nor staff, nor who acts on its behalf', async () => {
    const { alone: firm } = people;
    /** They know of its draft, which was withdrawn. */
    const askedByIt = [people.member, people.other];
    const onBehalf: Person = {
      ...firm,
      onBehalf: {
        channel: 'phone',
        note: '电话委托',
        brokerOrganisationId: newId(Date.now()),
        brokerOrganisationName: '协会',
      },
    };
    const administrator = aPerson('association', 'administrator');
    const officer = aPerson('subdistrict', 'officer', { district: '锦江区', subdistrict: '牛市口街道' });
    const all = [...Object.values(people), onBehalf, administrator, city.broker, officer, anonymous];
    const ids = [alone, other, consortium].map(({ body }) => body.id);
    for (const actor of all) {
      const paths = [
        '/responses',
        '/responses/flagged',
        `/lots/${lotId}`,
        `/lots/${lotId}/responses`,
        `/lots/${lotId}/decision`,
        `/lots/${lotId}/awards`,
        `/lots/${lotId}/opening`,
        ...ids.flatMap((id) =>
          ['', '/receipt', '/receipts', `/documents/${documentId}`].map((p) => `/responses/${id}${p}`),
        ),
      ];
      const told = await Promise.all(paths.map((path) => city.call<unknown>(actor, path)));
      told.forEach(({ body }, at) => {
        const text = JSON.stringify(body);
        const found = canaries.filter((secret) => text.includes(secret));
        const named = text.includes('独行物业') && ![firm, onBehalf, ...askedByIt].includes(actor as Person);
        expect({ path: paths[at], found, named }).toEqual({ path: paths[at], found: [], named: false });
        answers.push(text);
      });
    }
    expect((await city.call<Listed<unknown>>(city.broker, `/lots/${lotId}/responses`)).body.items).toEqual([]);
    for (const actor of [people.poster, city.broker, officer, people.stranger, people.other])
      expect((await city.show(actor, alone.body.id)).status).toBe(404);
    for (const actor of [firm, onBehalf])
      expect((await city.show(actor, alone.body.id)).body).toMatchObject({
        readable: false,
        content: null,
        documents: [],
        priceFen: null,
        findings: [],
      });
    expect((await city.download(firm, alone.body.id, documentId)).status).toBe(404);
  });

  test('nothing of it is in the database, in Redis, in files or in answers; events do not say who came', async () => {
    const places = { database: await everything(), redis: await inRedis(), answers: answers.join('\n') };
    expect(places.database).toContain(alone.body.id);
    expect(places.redis.length).toBeGreaterThan(100);
    for (const [place, held] of Object.entries(places))
      for (const secret of canaries) expect({ place, found: held.includes(secret) }).toEqual({ place, found: false });
    const files = inFiles();
    expect(files.length).toBeGreaterThan(document.length);
    for (const secret of canaries) expect(files.includes(secret)).toBe(false);

    const events = await city.rows<{ type: string; envelope: string }>('SELECT type, envelope FROM outbox');
    expect(events.filter(({ type }) => type === 'response.changed.v1')).toEqual([]);
    expect((await city.told('lot.changed.v1', lotId)).at(-1)).toMatchObject({ data: { responseCount: 3 } });
    for (const { envelope } of events)
      for (const each of [people.alone, people.other, people.leader, people.member]) {
        expect(envelope).not.toContain(idOf(each));
        expect(envelope).not.toContain(each.personId);
      }
    // A plain hash of a price is found by trying all prices.
    const fingerprints = await city.rows<{ fingerprint: string }>('SELECT fingerprint FROM idempotency_key');
    const body = { packageId: null, memberIds: [], submit: true, ...offer(canaryFen) };
    const plain = createHash('sha256')
      .update(JSON.stringify({ params: { lotId }, query: {}, body }))
      .digest('hex');
    expect(fingerprints.map(({ fingerprint }) => fingerprint)).not.toContain(plain);
  });

  test('the database keeps an unopened one from being read or chosen, and from being recorded as opened too early', async () => {
    const set = (fields: string) => city.rows(`UPDATE response SET ${fields} WHERE id = ?`, [alone.body.id]);
    for (const fields of ["content = '{}'", 'price_fen = 1', 'disclosed = 1', `package_id = '${newId(1)}'`])
      await expect(set(fields)).rejects.toThrow('ck_response_sealed');
    await expect(set("state = 'opened'")).rejects.toThrow('ck_response_chosen');
    await expect(
      city.rows(
        `INSERT INTO lot_opening (lot_id, attempt, due_at, opened_at, opened_by, entries)
         VALUES (?, 1, '2030-01-02 00:00:00', '2030-01-01 00:00:00', 'deadline', '[]')`,
        [lotId],
      ),
    ).rejects.toThrow('ck_lot_opening_time');
  });

  test('the only way to a data key asks the server for the time, whoever calls it', async () => {
    const { database, host } = city.deps;
    const lots = createLotRepository(database);
    const unwrapped: string[] = [];
    const keys = secretSealKeys([city.environment['DUIJIE_SECRET'] ?? '']);
    const unseal = (aheadMs: number) =>
      unsealing({
        lots,
        sealed: createSealedRepository(database),
        serverTime: serverTime(database, { clockAheadMs: () => host.clockAheadMs() + aheadMs }),
        keys: {
          unwrap(wrapped) {
            unwrapped.push(wrapped);
            return keys.unwrap(wrapped);
          },
        },
      });
    const open = (aheadMs: number) => database.run(serviceContext('deals'), (ctx) => unseal(aheadMs)(ctx, lotId));
    await expect(open(0)).rejects.toMatchObject({ reason: 'response.sealed' });
    await expect(open(hourMs - 60_000)).rejects.toMatchObject({ reason: 'response.sealed' });
    expect(unwrapped).toEqual([]);
    expect([...(await open(hourMs)).keys()].toSorted()).toEqual(
      [alone.body.id, other.body.id, consortium.body.id].toSorted(),
    );
  });

  test('at the deadline all of it is opened at once, recorded and told', async () => {
    await moveClock(city.environment, hourMs + 1000);
    await openedLot(lotId);
    const { poster, alone: firm, leader, member, other: group, stranger } = people;
    const listed = await city.call<Listed<ResponseSummary>>(poster, `/lots/${lotId}/responses`);
    expect(listed.body.items).toHaveLength(3);
    for (const one of listed.body.items)
      expect(one).toMatchObject({ state: 'opened', readable: true, priceFen: canaryFen, conflict: 'clear' });
    expect((await city.lot(lotId)).openedAt).not.toBeNull();
    expect((await city.show(member, consortium.body.id)).body).toMatchObject({
      you: 'confirmed',
      parties: [
        { organisationName: '牵头物业', leads: true },
        { organisationName: '成员社工', leads: false, state: 'confirmed' },
      ],
      content: { note: canary },
    });
    for (const actor of [group, stranger, leader]) expect((await city.show(actor, alone.body.id)).status).toBe(404);
    const told = await city.told('response.changed.v1', consortium.body.id);
    expect(told).toMatchObject([
      {
        actor: { type: 'service' },
        data: { state: 'opened', members: [{ organisationName: '成员社工', confirmed: true }] },
      },
    ]);
    const file = await city.download(poster, alone.body.id, documentId);
    expect(await file.text()).toBe(document);
    const record = await city.call<OpeningRecord>(anonymous, `/lots/${lotId}/opening`);
    expect(record.body.responses).toHaveLength(3);
    expect(record.body).toMatchObject({ by: 'deadline', attempt: 1 });
    const ofAlone = record.body.responses.find(({ responseId }) => responseId === alone.body.id);
    expect(ofAlone).toMatchObject({
      organisationName: '独行物业',
      receiptNumber: alone.body.receipt?.number,
      sha256: alone.body.receipt?.sha256,
      valid: true,
    });
    expect(await city.step(firm, (await city.show(firm, alone.body.id)).body, 'submit')).toMatchObject({
      status: 409,
    });
  });

  test('anybody who sees a response can check its receipt', async () => {
    for (const { body } of [alone, other, consortium]) {
      const view: ResponseView = (await city.show(people.poster, body.id)).body;
      const { body: receipt } = await city.call<ResponseReceipt>(people.poster, `/responses/${body.id}/receipt`);
      expect(receipt).toEqual(body.receipt);
      expect(sha256(view.content)).toBe(receipt.contentSha256);
      const documents = view.documents.map(({ fileName, mediaType, salt, sha256: hash, size }) =>
        sha256({ fileName, mediaType, salt, sha256: hash, size }),
      );
      expect(documents).toEqual(receipt.documentSha256s);
      const { responseId, lotId: ofLot } = receipt;
      expect(
        sha256({ responseId, lotId: ofLot, attempt: view.attempt, content: receipt.contentSha256, documents }),
      ).toBe(receipt.sha256);
    }
  });
});
