import { layBars, signed } from './lay-bars';

test('losses lie to the left of the zero that all bars share, gains to its right', () => {
  const { zeroPercent, bars } = layBars([3000, -1000, 0]);
  expect(zeroPercent).toBe(25);
  expect(bars).toEqual([
    { fromPercent: 25, lengthPercent: 75 },
    { fromPercent: 0, lengthPercent: 25 },
    { fromPercent: 25, lengthPercent: 0 },
  ]);
});

test('without losses the bars begin at the edge, and nothing is no bar', () => {
  expect(layBars([500, 1000])).toEqual({
    zeroPercent: 0,
    bars: [
      { fromPercent: 0, lengthPercent: 50 },
      { fromPercent: 0, lengthPercent: 100 },
    ],
  });
  expect(layBars([0]).bars).toEqual([{ fromPercent: 0, lengthPercent: 0 }]);
});

test('a gain has its plus and a loss its minus', () => {
  expect([1250, -300, 0, -4].map((points) => signed(points, 1))).toEqual(['+12.5', '\u22123.0', '0.0', '0.0']);
});
