import { titleFrom } from './need-title';

test.each([
  ['电梯老是坏，想请人来看看。', '电梯老是坏'],
  ['您好，我们想请一家物业公司来管门卫。', '请一家物业公司来管门卫'],
  ['急。放学后孩子没人接', '放学后孩子没人接'],
  ['修灯', '修灯'],
  ['?', '未命名需求'],
])('proposes a title for %s', (description, title) => {
  expect(titleFrom(description)).toBe(title);
});

test('a long clause is cut to 30 characters', () => {
  const title = titleFrom('想'.repeat(3) + '为小区一百三十六户居民重新铺设地下给水管网并更换全部楼道照明和门禁设备');
  expect([...title]).toHaveLength(30);
  expect(title.endsWith('…')).toBe(true);
});
