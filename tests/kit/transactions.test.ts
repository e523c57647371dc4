import { defineModule, serviceContext, startHost, type DatabaseDeps, type Host } from '@duijie/service-kit';
import { clearNamespace, testEnvironment, testNamespace } from '@duijie/testkit';
import { z } from 'zod';

const environment = testEnvironment(testNamespace('tx'));
const ctx = serviceContext('offers');
const deps: Partial<Record<'offers' | 'needs', DatabaseDeps>> = {};
let host: Host;

const moduleOf = (name: 'offers' | 'needs') =>
  defineModule({
    name,
    config: z.object({}),
    schema: { entities: [], migrations: [] },
    create(given: DatabaseDeps) {
      deps[name] = given;
      return { routes: [] };
    },
  });
const databaseOf = (name: 'offers' | 'needs') => {
  const { database } = deps[name] ?? {};
  if (!database) throw new Error('not started');
  return database;
};

beforeAll(async () => {
  await clearNamespace(environment);
  host = await startHost([moduleOf('offers'), moduleOf('needs')], environment);
});
afterAll(() => host.stop());

test('a query beside the transaction it stands in is refused, and so is a transaction of its own', async () => {
  const database = databaseOf('offers');
  const beside = 'A query beside the transaction';
  await expect(database.run(ctx, async () => database.manager().query('SELECT 1'))).rejects.toThrow(beside);
  await expect(database.run(ctx, () => database.run(ctx, async () => 1))).rejects.toThrow(beside);
  await expect(
    database.run(ctx, async (inner) => {
      await database.manager(inner).query('SELECT 1');
      return Promise.all([1, 2].map(async () => database.manager(ctx).query('SELECT 1')));
    }),
  ).rejects.toThrow(beside);
});

test('what goes on after the transaction, or in another database, is free', async () => {
  const database = databaseOf('offers');
  const later: Promise<unknown>[] = [];
  let go: (value?: unknown) => void = () => undefined;
  const ended = new Promise((resolve) => {
    go = resolve;
  });
  const seen = await database.run(ctx, async (inner) => {
    inner.transaction.afterCommit(() => void later.push(database.manager().query('SELECT 1')));
    later.push(ended.then(() => database.manager().query('SELECT 1')));
    await databaseOf('needs').manager().query('SELECT 1');
    return database.run(inner, async (joined) => database.manager(joined).query('SELECT 1'));
  });
  go();
  expect(seen).toHaveLength(1);
  expect(await Promise.all(later)).toHaveLength(2);
});
