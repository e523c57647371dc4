import { createSealContact } from './seal-contact';

const sealing = createSealContact('a-secret-of-at-least-32-characters!!');

test('a contact comes back, and is not readable meanwhile', () => {
  const contact = { name: '王主任', phone: '028-8451 2230' };
  const sealed = sealing.seal(contact) ?? '';
  expect(sealed).not.toContain('8451');
  expect(Buffer.from(sealed, 'base64url').includes('8451')).toBe(false);
  expect(sealing.open(sealed)).toEqual(contact);
  expect(sealing.seal(contact)).not.toBe(sealed);
});
test('nobody is nothing', () => {
  expect(sealing.seal(null)).toBeNull();
  expect(sealing.seal({ name: null, phone: null })).toBeNull();
  expect(sealing.open(null)).toBeNull();
});
test('what was altered or sealed elsewhere does not open', () => {
  const sealed = Buffer.from(sealing.seal({ name: '王', phone: null }) ?? '', 'base64url');
  sealed[30] = (sealed[30] ?? 0) ^ 1;
  expect(() => sealing.open(sealed.toString('base64url'))).toThrow('unable to authenticate data');
  const elsewhere = createSealContact('another-secret-of-at-least-32-characters');
  expect(() => sealing.open(elsewhere.seal({ name: '王', phone: null }))).toThrow('unable to authenticate data');
});
