import fc from 'fast-check';
import { cellValue } from './cell-value';

test.each([
  [' 文字 ', 'text', '文字'],
  [12, 'text', '12'],
  ['=SUM(A1)', 'text', '=SUM(A1)'],
  ["'@all", 'text', '@all'],
  ["'tis", 'text', "'tis"],
  ['1,200.50', 'number', 1200.5],
  ['1200', 'number', 1200],
  ['约1200', 'number', '约1200'],
  ['甲、乙,丙;丁\n戊', 'list', ['甲', '乙', '丙', '丁', '戊']],
  ['甲\uFF0C乙\uFF1B丙', 'list', ['甲', '乙', '丙']],
  ['2026年12月1日', 'day', '2026-12-01'],
  ['2026/1/9 08:30', 'day', '2026-01-09'],
  ['20261201', 'day', '2026-12-01'],
  [new Date('2026-12-01T00:00:00Z'), 'day', '2026-12-01'],
  ['明天', 'day', '明天'],
  ['是', 'flag', true],
  [false, 'flag', false],
  ['也许', 'flag', '也许'],
  ['  ', 'text', undefined],
  [null, 'number', undefined],
] as const)('%j as %s is %j', (cell, type, value) => {
  expect(cellValue(cell, type)).toEqual(value);
});

test.each([
  ['5万', '预算上限', 50_000],
  ['5', '预算上限（万元）', 50_000],
  ['1.1万元', '', 11_000],
  ['320户', '户数', 320],
  ['2010年', '', 2010],
])('%j under %j is the number %j', (cell, heading, value) => {
  expect(cellValue(cell, 'number', heading)).toBe(value);
});
test.each([
  ['3-5万', '', { min: 30_000, max: 50_000 }],
  ['3万～5万元', '', { min: 30_000, max: 50_000 }],
  ['3至5', '预算(万元)', { min: 30_000, max: 50_000 }],
  ['约2万', '', { min: 20_000, max: 20_000 }],
  ['不超过 8,000 元', '', { min: 0, max: 8_000 }],
  ['2万以内', '', { min: 0, max: 20_000 }],
  [50_000, '', { min: 50_000, max: 50_000 }],
  ['无', '', { min: 0, max: 0 }],
  ['面议', '', { max: '面议' }],
])('%j under %j is the range %j', (cell, heading, value) => {
  expect(cellValue(cell, 'range', heading)).toEqual(value);
});

test('a number survives its way through a cell, and no text becomes one by accident', () => {
  expect(() =>
    fc.assert(fc.property(fc.integer(), (n) => cellValue(n, 'number') === n && cellValue(`${n}`, 'number') === n)),
  ).not.toThrow();
  expect(cellValue('1e3', 'number')).toBe('1e3');
  expect(cellValue('0x10', 'number')).toBe('0x10');
});
