import { correctQuery } from './correct-query';
import { termsOf } from './terms';
import { buildVocabulary } from './vocabulary';

const leaf = (code: string, zh: string, ...synonyms: string[]) => ({
  code,
  zh,
  en: code,
  synonyms,
  coreService: false,
  retired: false,
});
const vocabulary = buildVocabulary(
  {
    version: 1,
    groups: [
      {
        code: 'facility',
        zh: '设施',
        en: 'Facilities',
        leaves: [
          leaf('facility.waste', '垃圾分类'),
          leaf('facility.elevator', '加装电梯与电梯安全', '加装电梯'),
          leaf('property.introduce', '物业服务引入', '信托制'),
          leaf('property.fee', '物业费', '业委会秘书'),
        ],
      },
    ],
  },
  ['锦江区'],
  [],
  [],
);
const known = new Set(termsOf('垃圾分类 加装电梯 信托制物业服务 物业费 业委会秘书 制物业'));
const correct = (query: string) => correctQuery(query, vocabulary, (pair) => known.has(pair));

test.each([
  ['垃圾分累', '垃圾分类'],
  ['信拖制物业', '信托制物业'],
  ['老楼加装电替', '老楼加装电梯'],
  ['业委会密书招聘', '业委会秘书招聘'],
  ['垃分圾类', '垃圾分类'],
])('%s is read as %s', (written, meant) => {
  const { query, corrections } = correct(written);
  expect(query).toBe(meant);
  expect(corrections).toHaveLength(1);
});
test.each(['垃圾分类', '物业跑路谁接管', '无人机', '', 'abcd'])('%s is left as it is', (written) => {
  expect(correct(written)).toEqual({ query: written, corrections: [] });
});
test('what occurs somewhere is no slip', () => {
  expect(correctQuery('垃圾分累', vocabulary, () => true).corrections).toEqual([]);
});
