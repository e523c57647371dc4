import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Where data keys are wrapped: a key derived from the host's secret at first, a key service later. */
export interface SealKeys {
  /** @param dataKey 32 bytes @returns printable ASCII, at most 200 characters */
  wrap(dataKey: Buffer): string;
  /** @throws Error when it was altered, or wrapped under a key that is not held */
  unwrap(wrapped: string): Buffer;
}

/**
 * Wraps by AES-256-GCM under a key derived from the host's secret (HKDF-SHA-256).
 * @param secrets the present one, then former ones, newest first: what was wrapped under these can still be unwrapped
 * @see NIST SP 800-38D (GCM), RFC 5869 (HKDF)
 */
export function secretSealKeys(secrets: readonly [string, ...string[]]): SealKeys {
  const keyOf = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'duijie deals seal key', 32));
  const [present, ...former] = [keyOf(secrets[0]), ...secrets.slice(1).map(keyOf)] as [Buffer, ...Buffer[]];

  function unwrapUnder(key: Buffer, bytes: Buffer): Buffer | null {
    try {
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
      cipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]);
    } catch {
      return null;
    }
  }
  return {
    wrap(dataKey) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', present, nonce);
      const content = Buffer.concat([cipher.update(dataKey), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), content]).toString('base64url');
    },
    unwrap(wrapped) {
      const bytes = Buffer.from(wrapped, 'base64url');
      for (const key of [present, ...former]) {
        const dataKey = unwrapUnder(key, bytes);
        if (dataKey) return dataKey;
      }
      throw new Error('A wrapped key was altered, or the secret it was wrapped under is not among the former ones');
    },
  };
}
