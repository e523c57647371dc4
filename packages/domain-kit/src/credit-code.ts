const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const bodyShape = /^[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{9}$/;

/**
 * Computes the 18th character of a unified social credit code (统一社会信用代码).
 *
 * @param body the first 17 characters, upper case
 * @returns one character of the alphabet without I, O, S, V and Z
 * @throws RangeError when `body` is not two characters, six digits of the region and nine characters
 * @see GB 32100-2015, 附录 A: weights 3^(i−1) mod 31, modulus 31
 */
export function creditCodeCheckDigit(body: string): string {
  if (!bodyShape.test(body)) throw new RangeError(`not the first 17 characters of a credit code: ${body}`);
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31]!;
}

/**
 * Tells whether a text is a unified social credit code with the right check character.
 * That the code was issued, and to whom, only the register can tell.
 *
 * @param text 18 characters, upper case without spaces; see {@link normalizeCreditCode}
 * @returns true when shape and check character are right
 * @see GB 32100-2015
 */
export function isCreditCode(text: string): boolean {
  const body = text.slice(0, 17);
  return text.length === 18 && bodyShape.test(body) && text[17] === creditCodeCheckDigit(body);
}

/**
 * Brings a typed or pasted code into its written form: full-width to plain, upper case, no spaces or hyphens.
 * @param text what was typed
 * @returns the text for {@link isCreditCode}
 */
export function normalizeCreditCode(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
}
