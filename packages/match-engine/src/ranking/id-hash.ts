const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Hash of an id, 32 bits, over its UTF-16 code units.
 *
 * @param id any text
 * @returns unsigned 32-bit integer
 * @see FNV-1a, https://datatracker.ietf.org/doc/html/draft-eastlake-fnv
 */
export function idHash(id: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), FNV_PRIME);
  return hash >>> 0;
}
