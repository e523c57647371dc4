import { halfMarks, proseOf, stringsOf, withFullMarks } from './chinese-marks';
import { readText, sourceFiles } from './repository';

/** Words as people type them, which are matched with, and patterns that are no prose. */
const inputs = [
  /^packages\/match-engine\/(?:test|src\/(?:text|understanding|taxonomy)\/)/,
  /^packages\/match-engine\/src\/rules\/(?:qualification-key|same-qualification\.test)\.ts$/,
  /^packages\/service-kit\/src\/imports\/files\/(?:cell-value|row-reader)/,
  /^packages\/contracts\/src\/imports\/guess-columns\.test\.ts$/,
  /^packages\/domain-kit\/src\/state-machine/,
  /^services\/discovery\/src\/engine\/engine-filter\.test\.ts$/,
  /^packages\/service-kit\/src\/files\/sniff\.test\.ts$/,
  /\/migrations?\//,
  /chinese-marks/,
];

test('texts in Chinese have the marks of Chinese, in code and in guides', () => {
  const files = sourceFiles('*.ts', '*.tsx', '*.mjs', '*.cjs', 'README.md', 'docs/guides/*.md', 'docs/*.md').filter(
    (path) => !inputs.some((input) => input.test(path)),
  );
  expect(files.length).toBeGreaterThan(1000);
  const wrong = files.flatMap((path) => {
    const [before, after] = [readText(path).split('\n'), withFullMarks(path, readText(path)).split('\n')];
    return before.flatMap((line, at) => (line === after[at] ? [] : [`${path}:${at + 1} ${line.trim()}`]));
  });
  expect(wrong).toEqual([]);
});

const mended = (text: string): string => withFullMarks('a.ts', `x = '${text}';`).slice(5, -2);
test.each([
  ['已保存;双方的确认需要重新点', '已保存；双方的确认需要重新点'],
  ['你好, 世界', '你好，世界'],
  ['有同样的需要?一键加入!', '有同样的需要？一键加入！'],
  ['动态口令(6 位)', '动态口令（6 位）'],
  ['按 GB18030(GBK)编码', '按 GB18030（GBK）编码'],
  ['{{name}}:{{n}} 条', '{{name}}：{{n}} 条'],
  ['截止:12月5日18:00', '截止：12月5日18:00'],
  ['总价 88,000 元', '总价 88,000 元'],
  ['见 /needs?state=草稿', '见 /needs?state=草稿'],
  ['(区|县)$', '(区|县)$'],
  ['the community (社区), as a rule', 'the community (社区), as a rule'],
])('%s reads %s', (text, wanted) => {
  expect(mended(text)).toBe(wanted);
});

test('strings are told from comments, patterns and what templates fill in; prose from code', () => {
  const code =
    "const a = /'(.*)'/; // it's, 不是\nconst b = `共 ${n(`里,面`)} 行,好`; const c = <b>don't</b>;\nconst d = 'e';";
  expect(stringsOf(code).map(({ text }) => text.replaceAll('\uE000', '_'))).toEqual([
    '里,面',
    '共 ___________ 行,好',
    'e',
  ]);
  expect(halfMarks('共 \uE000 行,好').map(({ from }) => from)).toEqual([5]);
  expect(proseOf('看 `a,b`,好').map(({ text }) => text.replaceAll('\uE000', '_'))).toEqual(['看 _____,好']);
});
