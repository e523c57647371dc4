import { owedPermille } from './exposure-account';

test('who was shown less than its merit calls for is owed the rest, in steps; who was shown more owes nothing', () => {
  expect(owedPermille(1000, 500)).toBe(500);
  expect(owedPermille(1000, 960)).toBe(0);
  expect(owedPermille(1000, 940)).toBe(50);
  expect(owedPermille(1000, 0)).toBe(1000);
  expect(owedPermille(1000, 2000)).toBe(0);
  expect(owedPermille(0, 0)).toBe(0);
});
