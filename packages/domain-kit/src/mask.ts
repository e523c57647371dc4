/**
 * Hides the middle of a telephone number, for people who may know that there is one but not which.
 *
 * @param phone a number as typed; spaces, hyphens and `+86` are dropped from a mobile number
 * @returns `138****5678` for a mobile number; of any other text the last two characters, the rest as `*`
 */
export function maskPhone(phone: string): string {
  const digits = phone
    .normalize('NFKC')
    .replaceAll(/[\s-]/g, '')
    .replace(/^\+?86(?=1\d{10}$)/, '');
  if (/^1\d{10}$/.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(7)}`;
  return digits.length < 6 ? '*'.repeat(digits.length) : '*'.repeat(digits.length - 2) + digits.slice(-2);
}

/**
 * Hides a personal name but for its first character.
 *
 * @param name a name as typed
 * @returns `张**` for 张小丽; a name of one character becomes `*`; nothing stays nothing
 */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  if (characters.length < 2) return '*'.repeat(characters.length);
  return characters[0]! + '*'.repeat(characters.length - 1);
}
