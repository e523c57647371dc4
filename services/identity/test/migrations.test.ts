import { migrateUpDownUp, testEnvironment, testNamespace } from '@duijie/testkit';
import { identitySchema } from '../src/persistence/identity-schema';

test('the tables of identity migrate up, down and up, and equal their entities', async () => {
  expect(
    await migrateUpDownUp(identitySchema, testEnvironment(testNamespace('id')), `${testNamespace('id')}_schema`),
  ).toEqual({ left: [], differences: [] });
}, 60_000);
