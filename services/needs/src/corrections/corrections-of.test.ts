import { isUsed, shareOf } from './correction';
import { correctionsOf } from './corrections-of';

const component = (code: string, source: 'proposed' | 'confirmed' | 'given') => ({
  code,
  source,
  confidence: 1,
  evidence: [],
});
const understood = [
  { code: 'facility.elevator', evidence: ['电梯'] },
  { code: 'facility.pipe', evidence: ['水管', '漏水'] },
];

test('what was kept means it, what was taken away does not, what was added is told by words not known', () => {
  expect(
    correctionsOf([component('facility.elevator', 'confirmed'), component('livelihood.elder', 'given')], understood, [
      '筲箕会',
    ]),
  ).toEqual([
    { phrase: '电梯', leaf: 'facility.elevator', verdict: 'means' },
    { phrase: '水管', leaf: 'facility.pipe', verdict: 'not' },
    { phrase: '漏水', leaf: 'facility.pipe', verdict: 'not' },
    { phrase: '筲箕会', leaf: 'livelihood.elder', verdict: 'means' },
  ]);
});

test('proposals that nobody has touched say nothing', () => {
  expect(correctionsOf([component('facility.elevator', 'proposed')], understood, ['筲箕会'])).toEqual([]);
});

test('a correction is used from five needs of three organisations on, unless contradicted or taken back', () => {
  const counted = { needs: 5, organisations: 3, counted: 7, takenBackReason: null };
  expect(shareOf(counted)).toBe(71);
  expect(isUsed(counted)).toBe(true);
  expect(isUsed({ ...counted, needs: 4 })).toBe(false);
  expect(isUsed({ ...counted, organisations: 2 })).toBe(false);
  expect(isUsed({ ...counted, counted: 8 })).toBe(false);
  expect(isUsed({ ...counted, takenBackReason: '误会' })).toBe(false);
});
