import { maskName, maskPhone } from './mask';

describe('masks', () => {
  it.each([
    ['13812345678', '138****5678'],
    ['+86 138-1234-5678', '138****5678'],
    ['８６13812345678', '138****5678'],
    ['028-85551234', '*********34'],
    ['12345', '*****'],
    ['', ''],
  ])('hide the number %p', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  it.each([
    ['张小丽', '张**'],
    [' 李明 ', '李*'],
    ['𠮷田', '𠮷*'],
    ['王', '*'],
    ['', ''],
  ])('hide the name %p', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});
