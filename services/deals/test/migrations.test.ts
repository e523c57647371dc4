import { migrateUpDownUp, testEnvironment, testNamespace } from '@duijie/testkit';
import { dealsSchema } from '../src/persistence/deals-schema';

test('the tables of deals migrate up, down and up, and equal their entities', async () => {
  const namespace = testNamespace('dlm');
  expect(await migrateUpDownUp(dealsSchema, testEnvironment(namespace), `${namespace}_schema`)).toEqual({
    left: [],
    differences: [],
  });
}, 60_000);
