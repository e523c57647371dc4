import { guessColumns, type NamedColumn } from './guess-columns';

const columns: readonly NamedColumn[] = [
  { path: 'id', headings: ['需求编号', '编号', 'id'], type: 'text' },
  { path: 'title', headings: ['标题', '需求标题', '项目名称', 'title'], type: 'text' },
  { path: 'description', headings: ['需求描述', '需求内容', '情况说明', 'description'], type: 'text' },
  { path: 'place.district', headings: ['所在区', '区县', 'district'], type: 'text', looks: '(区|县|市)$' },
  { path: 'place.subdistrict', headings: ['街道', '街道(镇)'], type: 'text', looks: '(街道|镇|乡)$' },
  { path: 'place.name', headings: ['社区', '村(社区)', 'community'], type: 'text', looks: '(社区|村)$' },
  { path: 'households', headings: ['户数', 'households'], type: 'number' },
  { path: 'budget', headings: ['预算', '预算金额', 'budget'], type: 'range' },
  { path: 'budget.max', headings: ['预算上限', '预算上限(元)'], type: 'number' },
  { path: 'start', headings: ['开始日期', '希望开始时间', 'start'], type: 'day' },
  { path: 'urgent', headings: ['是否紧急'], type: 'flag' },
];
const pathsOf = (sheet: readonly (readonly [string, ...string[]])[]) =>
  guessColumns(
    sheet.map(([heading]) => heading),
    sheet.map(([, ...values]) => values),
    columns,
  ).map(({ path, match }) => (path === null ? null : `${path} ${match}`));

test('headings in other words, stars, brackets and order are told by likeness and by what stands below', () => {
  expect(
    pathsOf([
      ['序号', '1', '2'],
      ['*项目名称(必填)', '电梯坏了'],
      ['具体需求内容描述', '三部电梯停了两部'],
      ['所属街道办', '芳草街街道'],
      ['所在社区名称', '芳草东社区'],
      ['行政区划', '高新区'],
      ['总户数(户)', '320', '1,200'],
      ['项目预算(万元)', '3-5', '8'],
      ['计划开始时间', '2026年12月1日'],
      ['是否属于紧急情况', '否'],
      ['填表人', '小王'],
    ]),
  ).toEqual([
    null,
    'title known',
    'description guessed',
    'place.subdistrict guessed',
    'place.name guessed',
    'place.district guessed',
    'households guessed',
    'budget guessed',
    'start guessed',
    'urgent guessed',
    null,
  ]);
});

test('a heading known for certain goes before any likeness, and a column is given once', () => {
  expect(
    pathsOf([
      ['预算上限(万元)', '5'],
      ['预算金额', '3-5万'],
      ['需求描述', '甲'],
      ['需求描述补充', '乙'],
    ]),
  ).toEqual(['budget.max known', 'budget known', 'description known', null]);
});

test('values of another kind speak against a likely heading', () => {
  expect(pathsOf([['户数情况', '多数是租户,少数自住']])).toEqual([null]);
  expect(pathsOf([['开始日期说明', '等通知再定']])).toEqual([null]);
});
