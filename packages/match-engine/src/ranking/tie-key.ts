/**
 * The published key that orders equal scores: smaller first, then the package's id. It depends on the pair only, so no
 * package is favoured in all needs.
 *
 * @param needHash `idHash` of the need's id
 * @param packageHash `idHash` of the package's id
 * @returns unsigned 32-bit integer
 * @see MurmurHash3, fmix32
 */
export function tieKey(needHash: number, packageHash: number): number {
  let h = needHash ^ Math.imul(packageHash, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
