import { fold } from './fold';
import { termsOf } from './terms';

test('Chinese gives pairs of neighbours, other scripts give words', () => {
  expect(termsOf('加装电梯，ABC 2栋')).toEqual(['加装', '装电', '电梯', 'abc', '2', '栋']);
});
test('nothing repeats, and nothing gives nothing', () => {
  expect(termsOf('垃圾垃圾')).toEqual(['垃圾', '圾垃']);
  expect(termsOf(' ,。')).toEqual([]);
});
test('folding keeps every position', () => {
  const text = 'ABC物业İ9';
  expect(fold(text)).toHaveLength(text.length);
  expect(fold('ABC1')).toBe('abc1');
});
