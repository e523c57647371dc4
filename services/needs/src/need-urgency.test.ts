import { urgencyFrom } from './need-urgency';

test.each([
  ['物业连夜撤走，电梯停水泵停，求马上接管', 'emergency'],
  ['希望尽快有人来', 'high'],
  ['这件事不急，有空再说', 'low'],
  ['不用立即处理', 'normal'],
  ['想办一次活动', 'normal'],
])('reads the urgency of %s', (text, urgency) => {
  expect(urgencyFrom(text)).toBe(urgency);
});
