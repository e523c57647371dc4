/**
 * The two ways MySQL and MariaDB check a password.
 * @see https://dev.mysql.com/doc/dev/mysql-server/latest/page_caching_sha2_authentication_exchanges.html
 * @module
 */
import { constants, createHash, publicEncrypt } from 'node:crypto';

/**
 * @param {string} plugin `mysql_native_password` or `caching_sha2_password`
 * @param {string} password
 * @param {Buffer} nonce 20 bytes sent by the server
 * @returns {Buffer} proof that the password is known; empty for an empty password
 * @throws {Error} for another plugin
 */
export function answerFor(plugin, password, nonce) {
  if (password === '') return Buffer.alloc(0);
  if (plugin === 'mysql_native_password') {
    const once = hash('sha1', Buffer.from(password));
    return xor(once, hash('sha1', nonce, hash('sha1', once)));
  }
  if (plugin === 'caching_sha2_password') {
    const once = hash('sha256', Buffer.from(password));
    return xor(once, hash('sha256', hash('sha256', once), nonce));
  }
  throw new Error(`The database asks for the sign-in method ${plugin}, which this check does not know`);
}

/**
 * @param {string} key the server's public key, PEM
 * @param {string} password
 * @param {Buffer} nonce
 * @returns {Buffer} the password, readable by the server only
 */
export function encryptedPassword(key, password, nonce) {
  const plain = Buffer.from(`${password}\0`);
  const mixed = Buffer.from(plain.map((byte, index) => byte ^ (nonce[index % nonce.length] ?? 0)));
  return publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING }, mixed);
}

/** @param {string} algorithm @param {...Buffer} pieces */
function hash(algorithm, ...pieces) {
  const digest = createHash(algorithm);
  for (const piece of pieces) digest.update(piece);
  return digest.digest();
}

/** @param {Buffer} left @param {Buffer} right */
function xor(left, right) {
  return Buffer.from(left.map((byte, index) => byte ^ (right[index] ?? 0)));
}
