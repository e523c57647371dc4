import { changeRemarks } from './change-remarks';

const toward = (priceFen: number | null) => ({ priceFen });

test('additions of exactly 10 % pass without a word, one fen more is told', () => {
  expect(changeRemarks(1_000, toward(1_100))).toEqual([]);
  expect(changeRemarks(1_000, toward(1_101))).toMatchObject([{ zh: expect.stringContaining('10%') as string }]);
});

test('a price where there was none is told, a lower one and none are not', () => {
  expect(changeRemarks(null, toward(100))).toHaveLength(1);
  expect(changeRemarks(0, toward(100))).toHaveLength(1);
  expect(changeRemarks(1_000, toward(500))).toEqual([]);
  expect(changeRemarks(1_000, toward(null))).toEqual([]);
});
