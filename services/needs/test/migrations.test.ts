import { migrateUpDownUp, testEnvironment, testNamespace } from '@duijie/testkit';
import { needsSchema } from '../src/persistence/needs-schema';

test('the tables of needs migrate up, down and up, and equal their entities', async () => {
  const namespace = testNamespace('ndm');
  expect(await migrateUpDownUp(needsSchema, testEnvironment(namespace), `${namespace}_schema`)).toEqual({
    left: [],
    differences: [],
  });
}, 30_000);
