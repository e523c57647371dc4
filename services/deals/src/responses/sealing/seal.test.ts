import { openWith, seal, type SealedPlace } from './seal';
import { secretSealKeys } from './seal-keys';

const old = 'former-secret-former-secret-former-00';
const present = 'present-secret-present-secret-presen0';
const place: SealedPlace = { lotId: 'l', attempt: 1, responseId: 'r', part: 'content', version: 1 };
const text = '{"plan":"报价 88,000 元"}';

const openedBy = (keys: ReturnType<typeof secretSealKeys>, sealed: ReturnType<typeof seal>, at = place): string =>
  openWith(keys.unwrap(sealed.wrappedKey), sealed.sealedContent, at);
/** The same text with one bit turned in its byte `at`. */
function tampered(encoded: string, at: number): string {
  const bytes = Buffer.from(encoded, 'base64url');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes.toString('base64url');
}

describe('sealing', () => {
  const keys = secretSealKeys([present]);

  it('opens what was sealed, in its place', () => {
    expect(openedBy(keys, seal(keys, text, place))).toBe(text);
  });

  it('never seals the same twice, and shows nothing of it', () => {
    const [one, other] = [seal(keys, text, place), seal(keys, text, place)];
    expect(one.sealedContent).not.toBe(other.sealedContent);
    expect(one.wrappedKey).not.toBe(other.wrappedKey);
    expect(Buffer.from(one.sealedContent, 'base64url').includes('88,000')).toBe(false);
  });

  it('does not open what was altered: nonce, tag, content or wrapped key', () => {
    const sealed = seal(keys, text, place);
    for (const at of [0, 12, 28])
      expect(() => openedBy(keys, { ...sealed, sealedContent: tampered(sealed.sealedContent, at) })).toThrow(
        'authenticate',
      );
    for (const at of [0, 12, 28])
      expect(() => openedBy(keys, { ...sealed, wrappedKey: tampered(sealed.wrappedKey, at) })).toThrow(/altered/);
  });

  it.each<Partial<SealedPlace>>([{ lotId: 'x' }, { attempt: 2 }, { responseId: 'x' }, { part: 'x' }, { version: 2 }])(
    'does not open in another place: %j',
    (elsewhere) => {
      expect(() => openedBy(keys, seal(keys, text, place), { ...place, ...elsewhere })).toThrow('authenticate');
    },
  );

  it('does not open with the key of another response', () => {
    const [one, other] = [seal(keys, text, place), seal(keys, text, place)];
    expect(() => openedBy(keys, { ...one, wrappedKey: other.wrappedKey })).toThrow('authenticate');
  });

  it('opens under a former secret, and seals under the present one only', () => {
    const before = seal(secretSealKeys([old]), text, place);
    const rotated = secretSealKeys([present, old]);
    expect(openedBy(rotated, before)).toBe(text);
    expect(() => openedBy(keys, before)).toThrow(/former/);
    expect(openedBy(keys, seal(rotated, text, place))).toBe(text);
  });
});
