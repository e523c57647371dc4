import { wrongLotState } from './next-lot-state';

test('a refusal names what is going on as those who do it would, and speaks of no lots', () => {
  expect(wrongLotState('open', 'claim').detail?.zh).toBe('现在是“认领中”，不能这样做');
  expect(wrongLotState('open', 'open_call').detail?.zh).toBe('现在是“申报中”，不能这样做');
  expect(wrongLotState('awarded', 'claim').detail?.zh).toBe('现在是“已确定承接方”，不能这样做');
});
