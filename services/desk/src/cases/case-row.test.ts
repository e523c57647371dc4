import { caseRow, stateOfProgress } from './case-row';

test('a row needs an id, a title and a poster, and takes a telephone number that is a number', () => {
  const row = { id: 7, title: '加装电梯', poster: '青龙社区', phone: 13800001234 };
  expect(caseRow.parse(row)).toMatchObject({ id: '7', phone: '13800001234', nextOn: null, note: null });
  for (const field of ['id', 'title', 'poster'])
    expect(caseRow.safeParse({ ...row, [field]: undefined }).success).toBe(false);
  expect(caseRow.safeParse({ ...row, nextOn: '下周' }).success).toBe(false);
});
test.each([
  ['已完成', 'done'],
  [' 办结 ', 'done'],
  ['终止', 'dropped'],
  ['已完成现场踏勘，待报价', 'open'],
  ['', 'open'],
  [null, 'open'],
])('%j is %s', (progress, state) => {
  expect(stateOfProgress(progress)).toBe(state);
});
