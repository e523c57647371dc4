import { questionWords } from './question-words';

test.each([
  ['  老人  助餐 ', '老人 助餐'],
  ['EPC改造', 'epc改造'],
  ['2026年物业', '2026年物业'],
])('%p is counted as %p', (q, words) => expect(questionWords(q)).toBe(words));

test.each([
  '',
  '   ',
  '13812345678',
  '找张三 138 1234 5678',
  '138.1234.5678',
  '138\u20141234\u20145678',
  '51010419900101123X',
  'a@b.cn',
  '长'.repeat(41),
])('%p is not counted', (q) => expect(questionWords(q)).toBeNull());
