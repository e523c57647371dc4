import type { Words } from '@duijie/service-kit';
import { commonPasswords } from './common-passwords';
import { normalizeLogin } from './normalize-login';

/**
 * Tells why a password may not be chosen. Its length is checked by the contract.
 * @returns words for people, or null when it is good
 * @see NIST SP 800-63B-4, section 3.1.1: length and a list of common ones instead of kinds of characters
 */
export function passwordFault(password: string, login: string): Words | null {
  const plain = password.normalize('NFKC').toLowerCase();
  if (commonPasswords.has(plain) || new Set(plain).size < 4)
    return { zh: '这个密码太常见，请换一个', en: 'This password is too common; choose another' };
  if (plain.includes(normalizeLogin(login)))
    return { zh: '密码不能包含登录名', en: 'The password must not contain the login name' };
  return null;
}
