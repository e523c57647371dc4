import { markSnippet, markText } from './mark-text';
import { termsOf } from './terms';

const joined = (parts: readonly { text: string }[]): string => parts.map((p) => p.text).join('');

test('neighbouring matches of Chinese become one piece', () => {
  expect(markText('老楼加装电梯服务', termsOf('加装电梯'))).toEqual([
    { text: '老楼', hit: false },
    { text: '加装电梯', hit: true },
    { text: '服务', hit: false },
  ]);
});
test('case and width do not matter, and the text stays as it was written', () => {
  expect(markText('用APP报修', termsOf('app'))).toEqual([
    { text: '用', hit: false },
    { text: 'APP', hit: true },
    { text: '报修', hit: false },
  ]);
});
test('a long text is cut to where most matches are', () => {
  const text = `${'甲'.repeat(200)}垃圾分类指导${'乙'.repeat(200)}`;
  const snippet = markSnippet(text, termsOf('垃圾分类'), 40);
  expect(snippet).toContainEqual({ text: '垃圾分类', hit: true });
  expect(joined(snippet).length).toBeLessThanOrEqual(42);
  expect(snippet[0]).toEqual({ text: '…', hit: false });
});
test('a text without matches begins at its beginning, and no character is cut in two', () => {
  const text = '𠮷'.repeat(100);
  const snippet = joined(markSnippet(text, ['没有'], 41));
  expect(snippet.startsWith('𠮷')).toBe(true);
  expect(snippet).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
});
