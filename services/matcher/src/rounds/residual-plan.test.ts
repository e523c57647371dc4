import type { RoundPlan } from '@duijie/round-engine';
import { PinsDoNotFit, residualPlan } from './residual-plan';

const plan: RoundPlan = {
  roundId: 'r',
  needs: [
    { id: 'n1', offers: 2 },
    { id: 'n2', offers: 1 },
  ],
  packages: [
    { id: 'p1', in: 'f1', places: 2 },
    { id: 'p2', in: 'f1', places: 1 },
  ],
  providers: [{ id: 'f1', in: 'group:g', places: 2, reserved: 1 }],
  groups: [{ id: 'group:g', places: 2 }],
  pairs: [
    { needId: 'n1', packageId: 'p1', score: 9 },
    { needId: 'n1', packageId: 'p2', score: 5 },
    { needId: 'n2', packageId: 'p1', score: 7 },
  ],
};

test('what is pinned leaves the plan with every place that it takes, what is vetoed without', () => {
  const rest = residualPlan(plan, [{ needId: 'n1', packageId: 'p1' }], new Set(['n2 p1']));
  expect(rest.pairs).toEqual([{ needId: 'n1', packageId: 'p2', score: 5 }]);
  expect(rest.needs).toEqual([
    { id: 'n1', offers: 1 },
    { id: 'n2', offers: 1 },
  ]);
  expect(rest.packages.map(({ places }) => places)).toEqual([1, 1]);
  expect(rest.providers).toEqual([{ id: 'f1', in: 'group:g', places: 1, reserved: 0 }]);
  expect(rest.groups).toEqual([{ id: 'group:g', places: 1 }]);
});

test('more pins than places anywhere on the way do not fit', () => {
  const pins = [
    { needId: 'n1', packageId: 'p1' },
    { needId: 'n1', packageId: 'p2' },
    { needId: 'n2', packageId: 'p1' },
  ];
  expect(() => residualPlan(plan, pins, new Set())).toThrow(PinsDoNotFit);
  expect(() => residualPlan(plan, pins.slice(0, 2), new Set())).not.toThrow();
});
