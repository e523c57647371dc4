import { createSealing } from './sealing';

const sealing = createSealing('a secret of at least thirty-two characters');

test('opens what it sealed, and seals the same text differently each time', () => {
  const sealed = sealing.seal('张三 13800001234');
  expect(sealing.open(sealed)).toBe('张三 13800001234');
  expect(sealing.seal('张三 13800001234')).not.toBe(sealed);
});

test('refuses what was altered or sealed with another key', () => {
  const sealed = Buffer.from(sealing.seal('13800001234'), 'base64url');
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  expect(() => sealing.open(sealed.toString('base64url'))).toThrow(/authenticate/);
  expect(() => createSealing('another secret of thirty-two characters').open(sealing.seal('x'))).toThrow(
    /authenticate/,
  );
});
