import { tokenise } from '../text/tokenise';

/** Share of the shorter name's bigrams that must stand in the other one. */
const ALIKE_PERCENT = 80;

/**
 * Tells whether a held qualification answers a required one: the same name, one inside the other, or nearly the same
 * words.
 *
 * @param required key of the required one, by `qualificationKey`
 * @param held key of the held one
 * @returns true when it answers it
 */
export function sameQualification(required: string, held: string): boolean {
  if (required.length < 2 || held.length < 2) return required === held;
  if (held.includes(required) || required.includes(held)) return true;
  const a = new Set(tokenise(required));
  const b = new Set(tokenise(held));
  let shared = 0;
  for (const term of a) if (b.has(term)) shared++;
  return shared * 100 >= ALIKE_PERCENT * Math.min(a.size, b.size);
}
