import { migrateUpDownUp, testEnvironment, testNamespace } from '@duijie/testkit';
import { discoverySchema } from '../src/persistence/discovery-schema';

test('the tables of discovery migrate up, down and up, and equal their entities', async () => {
  expect(
    await migrateUpDownUp(discoverySchema, testEnvironment(testNamespace('ds')), `${testNamespace('ds')}_schema`),
  ).toEqual({ left: [], differences: [] });
});
