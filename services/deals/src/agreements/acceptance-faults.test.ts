import { acceptanceFaults } from './acceptance-faults';

const empty = { scores: [], supervisors: [], conclusion: undefined };
const pointers = (...given: Parameters<typeof acceptanceFaults>): string[] =>
  acceptanceFaults(...given).map(({ pointer }) => pointer);

test('in the light form nothing is asked', () => {
  expect(pointers(empty, false, true)).toEqual([]);
  expect(pointers(empty, false, false)).toEqual([]);
});

test('a fund project asks for its sheet with the last acceptance only', () => {
  expect(pointers(empty, true, false)).toEqual([]);
  expect(pointers(empty, true, true)).toEqual(['/scores', '/supervisors', '/conclusion']);
});

test('no score exceeds its maximum, and the overall conclusion comes last', () => {
  const sheet = { scores: [{ criterion: '质量', score: 51, outOf: 50 }], supervisors: ['王一'], conclusion: '合格' };
  expect(pointers(sheet, true, true)).toEqual(['/scores/0/score']);
  expect(pointers(sheet, false, false)).toEqual(['/scores/0/score', '/conclusion']);
});
