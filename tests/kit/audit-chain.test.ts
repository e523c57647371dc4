import { auditContract, type AuditReport } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { defineModule, serviceContext, startHost, type DatabaseDeps, type Host } from '@duijie/service-kit';
import { actorHeaders, aPerson, clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

jest.setTimeout(60_000);
let environment: Record<string, string>;
let deps: DatabaseDeps;
let host: Host;

const offers = defineModule({
  name: 'offers' as const,
  config: z.object({}),
  schema: { entities: [], migrations: [] },
  create(given: DatabaseDeps) {
    deps = given;
    return { routes: [] };
  },
});
const query = async <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await deps.database.manager().query(sql, values)) as T[];
async function record(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1)
    await deps.database.run(serviceContext('offers'), (ctx) =>
      deps.audit.record(ctx, { action: 'mark.added', aggregate: { type: 'mark', id: newId(Date.now()) } }),
    );
  await eventually(async () => expect((await deps.verifyAudit()).unsealed).toBe(0));
}
/** A stop leaves the head outside the database. */
async function restart(overrides: Readonly<Record<string, string>> = {}): Promise<void> {
  await host.stop();
  host = await startHost([offers], { ...environment, ...overrides });
}
const headsPath = (): string => join(environment['DUIJIE_STATE_DIR'] ?? '', 'audit-heads.jsonl');
const faultsOf = async (): Promise<AuditReport['faults']> => (await deps.verifyAudit()).faults;
/** Takes the end of the chain away, and makes the entry at `position` its head. */
async function cutAfter(position: number): Promise<void> {
  await query('DELETE FROM audit_entry WHERE position > ?', [position]);
  await query('UPDATE audit_head h JOIN audit_entry e ON e.position = ? SET h.position = e.position, h.hash = e.hash', [
    position,
  ]);
}

beforeEach(async () => {
  environment = testEnvironment(testNamespace('ach'));
  await clearNamespace(environment);
  host = await startHost([offers], environment);
  await record(6);
  await restart();
});
afterEach(() => host.stop());

test('the head stands outside the database after a stop, for the owner only, once as long as it is the same', async () => {
  await restart();
  const lines = readFileSync(headsPath(), 'utf8').trimEnd().split('\n');
  expect(new Set(lines.map((line) => JSON.parse(line) as { hash: string }).map(({ hash }) => hash)).size).toBe(1);
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    service: 'offers',
    position: 6,
    hash: (await deps.verifyAudit()).head,
    at: expect.stringMatching(/^\d{4}-.*Z$/),
  });
  expect(statSync(headsPath()).mode & 0o777).toBe(0o600);
  expect(await faultsOf()).toEqual([]);
});

test('rows and head rewritten with hashes that fit each other, but made without the secret, are found', async () => {
  type Row = Record<string, string | Date | null>;
  const rows = await query<Row>('SELECT * FROM audit_entry ORDER BY position');
  let previous = '0'.repeat(64);
  for (const [i, row] of rows.entries()) {
    const camel = Object.entries({ ...row, reason: 'never happened' })
      .map(([k, v]) => [k.replace(/_(.)/g, (_m, c: string) => c.toUpperCase()), v] as const)
      .filter(([k]) => k !== 'previousHash' && k !== 'hash');
    const entry = Object.fromEntries(camel.map(([k, v]) => [k, k === 'position' ? i + 1 : v]));
    const canonical = JSON.stringify(entry, Object.keys(entry).toSorted());
    const hash = createHash('sha256').update(canonical).update(previous).digest('hex');
    await query('UPDATE audit_entry SET reason = ?, previous_hash = ?, hash = ? WHERE position = ?', [
      'never happened',
      previous,
      hash,
      i + 1,
    ]);
    previous = hash;
  }
  await query('UPDATE audit_head SET hash = ?', [previous]);
  expect(await faultsOf()).toEqual([
    ...[1, 2, 3, 4, 5, 6].map((position) => ({ position, fault: 'altered' })),
    { position: 6, fault: 'head' },
  ]);
});

test('the end cut off together with the head is found, also once the chain has grown beyond', async () => {
  await cutAfter(4);
  expect(await faultsOf()).toEqual([{ position: 6, fault: 'head' }]);
  await record(5);
  expect(await faultsOf()).toEqual([{ position: 6, fault: 'head' }]);
});

test('after a change of the secret the chain verifies with the former one, and not without', async () => {
  const former = environment['DUIJIE_SECRET'] ?? '';
  const DUIJIE_SECRET = 'another-secret-another-secret-another';
  await restart({ DUIJIE_SECRET, DUIJIE_FORMER_SECRETS: former });
  await record(2);
  expect(await deps.verifyAudit()).toMatchObject({ entries: 8, faults: [] });
  await restart({ DUIJIE_SECRET });
  expect((await faultsOf()).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
  // The former secret makes no links any more once the present one has made some.
  await restart({ DUIJIE_SECRET: former });
  await record(1);
  await restart({ DUIJIE_SECRET, DUIJIE_FORMER_SECRETS: former });
  expect(await faultsOf()).toEqual([{ position: 9, fault: 'altered' }]);
});

test('every module with a database answers for its chain, to administrators', async () => {
  const ask = (role: 'administrator' | 'broker'): Promise<Response> =>
    fetch(`${host.url}/api/v1${auditContract('offers').path}`, {
      headers: actorHeaders(environment, aPerson('association', role)),
    });
  expect(await (await ask('administrator')).json()).toMatchObject({ entries: 6, unsealed: 0, faults: [] });
  expect((await ask('broker')).status).toBe(403);
});
