import type { ImportView } from '@duijie/contracts';
import { clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { administratorOf, type SignedIn } from '../e2e/people';
import { startSystem, type RunningSystem, type SystemForm } from '../e2e/running-system';
import { aLargeCity } from './a-large-city';
import { figureOf } from './figures';
import { importedRows, importWhole, startImport, untilImported, viewImport } from './import-rows';
import { settledWith, untilSettled } from './standing';

/** With DUIJIE_LONG=1 2,000 needs over the whole sample of packages, in both forms; fewer in one form in every run. */
const long = process.env['DUIJIE_LONG'] === '1';
const count = long ? 2000 : 200;
const patienceMs = 60_000 + count * 60;
const source = 'large-city';
const forms: readonly (readonly [SystemForm, string])[] = [
  ['one process', 'kill1'],
  ...(long ? [['one process a service', 'killn'] as const] : []),
];
jest.setTimeout(3 * patienceMs);

describe.each(forms)(`kill -9 in the middle of importing ${count} needs, in %s`, (form, word) => {
  const namespace = testNamespace(word);
  const city = aLargeCity(count, long ? undefined : 30);
  let system: RunningSystem;
  let administrator: SignedIn;
  let started: ImportView;
  /** What the report said of rows before the kill: acknowledged, so it must stay true. */
  let acknowledged: ReadonlyMap<number, string | null>;
  let killed = false;

  beforeAll(async () => {
    await clearNamespace(testEnvironment(namespace));
    system = await startSystem(form, namespace, { DUIJIE_RATE_PERSON: '1000000' });
    administrator = await administratorOf(system);
    await importWhole(administrator.client, 'organisations', city.organisations, source);
    await importWhole(administrator.client, 'packages', city.packages, source);
  });
  afterAll(() => system.stop());

  test('it is killed while rows are done and rows are pending', async () => {
    started = await startImport(administrator.client, 'needs', city.needs, source);
    expect(started.rows).toBe(count);
    await eventually(async () => {
      const { counts } = await viewImport(administrator.client, 'needs', started.id);
      if (counts.created < count / 8) throw new Error(`${counts.created} are done`);
    }, patienceMs);
    acknowledged = new Map(
      (await importedRows(administrator.client, 'needs', started.id))
        .filter(({ outcome }) => outcome === 'created')
        .map(({ line, aggregateId }) => [line, aggregateId]),
    );
    await system.kill('needs');
    killed = true;
    const left = await figureOf(
      system.environment,
      'needs',
      `SELECT COUNT(*) AS n FROM import_row WHERE import_id = ? AND outcome = 'pending'`,
      [started.id],
    );
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(count);
    expect(acknowledged.size).toBeGreaterThan(0);
  });

  test('started again, it ends without a hand: every row has one outcome, and what was told before the kill stands', async () => {
    // What runs must not be started twice.
    expect(killed).toBe(true);
    await system.revive('needs');
    const view = await untilImported(administrator.client, 'needs', started.id, patienceMs);
    expect(view.counts).toMatchObject({ created: count, pending: 0, refused: 0 });
    const rows = await importedRows(administrator.client, 'needs', started.id);
    expect(rows.map(({ line }) => line)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
    expect(new Set(rows.map(({ aggregateId }) => aggregateId)).size).toBe(count);
    for (const [line, aggregateId] of acknowledged) expect(rows[line - 1]?.aggregateId).toBe(aggregateId);
  });

  test('killed again while matching and search follow, they catch up without a hand', async () => {
    for (const service of form === 'one process'
      ? (['needs'] as const)
      : (['needs', 'matcher', 'discovery'] as const)) {
      await system.kill(service);
      await system.revive(service);
    }
    expect(await untilSettled(system, administrator.client, count, patienceMs)).toEqual(settledWith(count));
  });

  test('each need is there once', async () => {
    const origin = (field: string): string => `JSON_VALUE(private_content, '$.origin.${field}')`;
    expect(await figureOf(system.environment, 'needs', 'SELECT COUNT(*) AS n FROM need')).toBe(count);
    expect(
      await figureOf(
        system.environment,
        'needs',
        `SELECT COUNT(DISTINCT ${origin('source')}, ${origin('externalId')}) AS n FROM need`,
      ),
    ).toBe(count);
  });

  test('imported again, nothing changes', async () => {
    const versions = (): Promise<number> => figureOf(system.environment, 'needs', 'SELECT SUM(version) AS n FROM need');
    const events = (): Promise<number> => figureOf(system.environment, 'needs', 'SELECT COUNT(*) AS n FROM outbox');
    const before = [await versions(), await events()];
    const { id } = await startImport(administrator.client, 'needs', city.needs, source);
    const { counts } = await untilImported(administrator.client, 'needs', id, patienceMs);
    expect(counts).toMatchObject({ unchanged: count, created: 0, updated: 0, refused: 0, pending: 0 });
    expect([await versions(), await events()]).toEqual(before);
    await untilSettled(system, administrator.client, count);
  });

  test('every process ends with code 0', async () => {
    const codes = await system.stop();
    expect(codes).toEqual(codes.map(() => 0));
  });
});
