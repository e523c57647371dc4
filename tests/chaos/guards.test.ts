import { eventEnvelope, type EventEnvelope } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { startHost, type Host } from '@duijie/service-kit';
import { actorHeaders, aPerson, clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import mysql from 'mysql2/promise';
import { inDisorder } from './in-disorder';
import { tallies } from './tallies.module';

jest.setTimeout(60_000);
const namespace = testNamespace('guards');
const environment = testEnvironment(namespace, { DUIJIE_MYSQL_POOL: '16' });
const poster = aPerson('community');
const tally = tallies();
let host: Host;

const figure = async (sql: string): Promise<number> => Number((await tally.query<{ n: unknown }>(sql))[0]?.n);

beforeAll(async () => {
  // Keys are dropped below: a run that was broken off must not leave its tables to this one.
  const connection = await mysql.createConnection(environment['DUIJIE_MYSQL_URL'] ?? '');
  await connection.query(`DROP DATABASE IF EXISTS ${namespace}_needs`);
  await connection.end();
  await clearNamespace(environment);
  host = await startHost([tally.module], environment);
});
afterAll(() => host.stop());
beforeEach(() => tally.empty());
afterEach(() => Object.assign(tally.guards, { keyLock: true, sequence: true }));

/** Takes a table's primary key away while `work` runs. */
async function withoutKey<T>(table: 'idempotency_key' | 'inbox', column: string, work: () => Promise<T>): Promise<T> {
  await tally.query(`ALTER TABLE ${table} DROP PRIMARY KEY`);
  try {
    return await work();
  } finally {
    await tally.query(`DELETE FROM ${table}`);
    await tally.query(`ALTER TABLE ${table} ADD PRIMARY KEY (${column})`);
  }
}

describe('one effect a key, under four equal requests at a time', () => {
  interface Race {
    readonly marks: number;
    readonly names: number;
    readonly statuses: readonly number[];
    readonly ids: number;
  }
  async function race(keys: number): Promise<Race> {
    const answers = await Promise.all(
      Array.from({ length: keys * 4 }, async (_, i) => {
        const name = `mark-${Math.floor(i / 4)}`;
        const answer = await fetch(`${host.url}/api/v1/needs`, {
          method: 'POST',
          headers: {
            ...actorHeaders(environment, poster),
            'content-type': 'application/json',
            'idempotency-key': `key-of-${name}`,
          },
          body: JSON.stringify({ name }),
        });
        const { id } = (await answer.json()) as { id?: string };
        return { status: answer.status, id };
      }),
    );
    return {
      marks: await figure('SELECT COUNT(*) AS n FROM mark'),
      names: await figure('SELECT COUNT(DISTINCT name) AS n FROM mark'),
      statuses: [...new Set(answers.map(({ status }) => status))].toSorted((a, b) => a - b),
      ids: new Set(answers.flatMap(({ id }) => id ?? [])).size,
    };
  }

  test('with both guards each key has one effect, and the others get its answer or are told to wait', async () => {
    const { statuses, ...effects } = await race(20);
    expect(effects).toEqual({ marks: 20, names: 20, ids: 20 });
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
  });

  test('the lock alone is enough', async () => {
    expect(await withoutKey('idempotency_key', 'scope', () => race(20))).toMatchObject({ marks: 20, names: 20 });
  });

  test('the unique key alone is enough', async () => {
    tally.guards.keyLock = false;
    expect(await race(20)).toMatchObject({ marks: 20, names: 20 });
  });

  test('without both the race makes doubles, so that this test can fail', async () => {
    tally.guards.keyLock = false;
    const { marks, names } = await withoutKey('idempotency_key', 'scope', () => race(20));
    expect(names).toBe(20);
    expect(marks).toBeGreaterThan(20);
  });
});

describe('one effect an event, delivered five times in disorder among older ones', () => {
  interface Effects {
    /** Effects of each event, in the order of their sequence. */
    readonly each: readonly number[];
    readonly held: number;
  }
  async function deliver(): Promise<Effects> {
    const aggregateId = newId(Date.now());
    await tally.query('INSERT INTO held VALUES (?, 0)', [aggregateId]);
    const events: EventEnvelope[] = Array.from({ length: 6 }, (_, i) =>
      eventEnvelope.parse({
        id: newId(Date.now()),
        type: 'taxonomy.changed.v1',
        occurredAt: new Date().toISOString(),
        actor: poster,
        aggregate: { type: 'taxonomy', id: aggregateId },
        sequence: i + 1,
        traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
        data: { version: i + 1, groups: [] },
      }),
    );
    await tally.deliver(inDisorder(events.flatMap((event) => Array.from({ length: 5 }, () => event))));
    await eventually(async () => expect(await tally.undelivered()).toBe(0), 20_000);
    const effects = await tally.query<{ id: string }>('SELECT event_id AS id FROM effect');
    return {
      each: events.map((event) => effects.filter(({ id }) => id === event.id).length),
      held: await figure('SELECT sequence AS n FROM held'),
    };
  }

  test('with both guards the newest takes effect once and none twice', async () => {
    const { each, held } = await deliver();
    expect(held).toBe(6);
    expect(each.at(-1)).toBe(1);
    expect(Math.max(...each)).toBe(1);
    expect(await figure('SELECT COUNT(*) AS n FROM inbox')).toBe(6);
  });

  test('the inbox alone lets each take effect once', async () => {
    tally.guards.sequence = false;
    expect((await deliver()).each).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('the look at the sequence alone lets none take effect twice', async () => {
    const { each, held } = await withoutKey('inbox', 'event_id', deliver);
    expect(held).toBe(6);
    expect(each.at(-1)).toBe(1);
    expect(Math.max(...each)).toBe(1);
  });

  test('without both repetitions take effect again, so that this test can fail', async () => {
    tally.guards.sequence = false;
    expect(await withoutKey('inbox', 'event_id', async () => (await deliver()).each)).toEqual([5, 5, 5, 5, 5, 5]);
  });
});

describe('a sealed audit chain', () => {
  const entries = 12;
  const at = (position: number): string => `WHERE position = ${position}`;
  const swapped = (column: string): string[] => [
    `UPDATE audit_entry a JOIN audit_copy b ON b.position = 11 - a.position SET a.${column} = b.${column} WHERE a.position IN (5, 6)`,
  ];
  const altered: readonly (readonly [string, string])[] = [
    ['id', `'0190a000-0000-7000-8000-000000000000'`],
    ['occurred_at', 'occurred_at + INTERVAL 1 SECOND'],
    ['actor', `'service.other'`],
    ['organisation_id', `'0190a000-0000-7000-8000-000000000000'`],
    ['in_place_of', `'0190a000-0000-7000-8000-000000000000'`],
    ['action', `'mark.removed'`],
    ['aggregate_type', `'other'`],
    ['aggregate_id', `'other'`],
    ['from_state', 'NULL'],
    ['to_state', `'draft'`],
    ['reason', `'第 7 次。'`],
    ['data', `'{"number":8}'`],
    ['request_id', `'other'`],
    ['remote_address', `'10.0.0.1'`],
    ['previous_hash', `REPEAT('0', 64)`],
    ['hash', `REPEAT('0', 64)`],
  ];

  beforeEach(async () => {
    await tally.query('DELETE FROM audit_entry');
    await tally.query(`UPDATE audit_head SET position = 0, hash = REPEAT('0', 64)`);
    await tally.record(entries);
    await eventually(async () => {
      const { entries: sealed, faults } = await tally.verifyAudit();
      if (sealed !== entries || faults.length > 0) throw new Error(`${sealed} entries are sealed`);
    });
    await tally.query('DROP TABLE IF EXISTS audit_copy');
    await tally.query('CREATE TABLE audit_copy AS SELECT * FROM audit_entry');
  });
  /** Tampers, looks, puts all back. @returns positions that do not fit */
  async function found(statements: readonly string[]): Promise<number[]> {
    for (const sql of statements) await tally.query(sql);
    const { faults } = await tally.verifyAudit();
    await tally.query('DELETE FROM audit_entry');
    await tally.query('INSERT INTO audit_entry SELECT * FROM audit_copy');
    expect((await tally.verifyAudit()).faults).toEqual([]);
    return faults.map(({ position }) => position);
  }

  test('shows every altered column of an entry, and where', async () => {
    for (const [column, value] of altered)
      expect([column, (await found([`UPDATE audit_entry SET ${column} = ${value} ${at(7)}`]))[0]]).toEqual([column, 7]);
  });

  test('shows entries that are gone: the first, one amid, the last, the end, all', async () => {
    const gone = (condition: string): Promise<number[]> => found([`DELETE FROM audit_entry ${condition}`]);
    expect(await gone(at(1))).toContain(1);
    expect(await gone(at(6))).toContain(6);
    expect(await gone(at(entries))).toEqual([entries]);
    expect(await gone('WHERE position > 8')).toEqual([entries]);
    expect(await gone('')).toEqual([entries]);
  });

  test('shows two entries that changed places, with their positions or with their content', async () => {
    expect(
      await found([
        `UPDATE audit_entry SET position = 1000 ${at(5)}`,
        `UPDATE audit_entry SET position = 5 ${at(6)}`,
        `UPDATE audit_entry SET position = 6 ${at(1000)}`,
      ]),
    ).toEqual(expect.arrayContaining([5, 6]));
    expect(await found(swapped('reason'))).toEqual(expect.arrayContaining([5, 6]));
    expect(await found(swapped('data'))).toEqual(expect.arrayContaining([5, 6]));
  });

  test('shows an entry put in between, and one that the sealer is made to take again', async () => {
    expect(
      await found([
        `INSERT INTO audit_entry (id, occurred_at, actor, organisation_id, in_place_of, action, aggregate_type, aggregate_id, from_state, to_state, reason, data, request_id, remote_address, position, previous_hash, hash) SELECT '0190a000-0000-7000-8000-000000000000', occurred_at, actor, organisation_id, in_place_of, action, aggregate_type, aggregate_id, from_state, to_state, reason, data, request_id, remote_address, 13, previous_hash, hash FROM audit_copy ${at(6)}`,
      ]),
    ).toContain(entries + 1);
    // The sealer runs, and gives it a new place at the end.
    await tally.query(`UPDATE audit_entry SET position = NULL ${at(6)}`);
    expect((await tally.verifyAudit()).faults[0]).toMatchObject({ position: 6 });
  });

  test('cut off together with its head, it shows by the head that somebody kept', async () => {
    const { head: kept } = await tally.verifyAudit();
    await tally.query('DELETE FROM audit_entry WHERE position > 8');
    await tally.query(
      'UPDATE audit_head JOIN audit_entry ON audit_entry.position = 8 SET audit_head.position = 8, audit_head.hash = audit_entry.hash',
    );
    const report = await tally.verifyAudit();
    expect(report).toMatchObject({ entries: 8, faults: [] });
    expect(report.head).not.toBe(kept);
  });
});
