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

test('a number survives its way through a cell, and no text becomes one by accident', () => {
  expect(() =>
    fc.assert(fc.property(fc.integer(), (n) => cellValue(n, 'number') === n && cellValue(`${n}`, 'number') === n)),
  ).not.toThrow();
  expect(cellValue('1e3', 'number')).toBe('1e3');
  expect(cellValue('0x10', 'number')).toBe('0x10');
});
