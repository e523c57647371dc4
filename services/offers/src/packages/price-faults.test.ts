import { priceModel } from '@duijie/contracts';
import fc from 'fast-check';
import { priceFaults } from './price-faults';

const pointers = (...args: Parameters<typeof priceFaults>): string[] => priceFaults(...args).map((f) => f.pointer);

test.each(['free', 'invest_share', 'in_kind'] as const)('%s takes no money', (model) => {
  expect(pointers({ model, minFen: 0, maxFen: 0 })).toEqual([]);
  expect(pointers({ model, minFen: 0, maxFen: 1 })).toEqual(['/price/maxFen']);
  expect(pointers({ model, minFen: 1, maxFen: 1 })).toEqual(['/price/minFen', '/price/maxFen']);
});

test.each(['negotiable', 'user_pays'] as const)('%s may leave its range at nothing', (model) => {
  expect(pointers({ model, minFen: 0, maxFen: 0 })).toEqual([]);
  expect(pointers({ model, minFen: 2, maxFen: 1 })).toEqual(['/price/maxFen']);
});

test('an amount meant in another unit is noticed', () => {
  expect(pointers({ model: 'per_m2_month', minFen: 150, maxFen: 380 })).toEqual([]);
  expect(pointers({ model: 'per_m2_month', minFen: 150, maxFen: 3_800_000 })).toEqual(['/price/maxFen']);
  expect(pointers({ model: 'fixed', minFen: 0, maxFen: 0 })).toEqual(['/price/maxFen']);
});

test('an accepted price is always an ordered range', () => {
  const price = fc.record({ model: fc.constantFrom(...priceModel.options), minFen: fc.nat(), maxFen: fc.nat() });
  expect(() =>
    fc.assert(fc.property(price, (one) => priceFaults(one).length > 0 || one.minFen <= one.maxFen)),
  ).not.toThrow();
});
