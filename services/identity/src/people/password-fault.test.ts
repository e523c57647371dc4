import { passwordFault } from './password-fault';

test.each([
  ['1234567890', 'zhang'],
  ['Password123', 'zhang'],
  ['aaaaaaaaaaaa', 'zhang'],
  ['１２３４５６７８９０', 'zhang'],
  ['wo shi Zhang San 9', 'zhang'],
])('refuses %s for %s', (password, login) => {
  expect(passwordFault(password, login)).not.toBeNull();
});

test('takes a sentence', () => {
  expect(passwordFault('院坝里的三角梅开了', 'zhang')).toBeNull();
});
