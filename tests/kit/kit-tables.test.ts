import { migrateUpDownUp, testEnvironment, testNamespace } from '@duijie/testkit';

test('the kit tables migrate up, down and up, and equal their entities', async () => {
  expect(
    await migrateUpDownUp(
      { entities: [], migrations: [] },
      testEnvironment(testNamespace('kit')),
      `${testNamespace('kit')}_schema`,
    ),
  ).toEqual({ left: [], differences: [] });
});
