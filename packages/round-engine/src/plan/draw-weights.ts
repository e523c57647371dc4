import { createHash } from 'node:crypto';
import type { RoundInstance } from '../round-instance';

/**
 * Folds a draw into weights, so that it decides between rounds of exactly equal score and never against score: each weight times
 * a factor, plus a key from SHA-256(public value, snapshot, need, package). Anyone with the four can reckon it again. What is
 * then still equal (rarely) is decided by the order of ids.
 *
 * @param names Need and package of each pair.
 * @throws RangeError when scores are too large for keys beside them.
 */
export function drawWeights(
  { weight, demand }: RoundInstance,
  names: readonly { readonly needId: string; readonly packageId: string }[],
  snapshot: string,
  publicValue: string,
): Float64Array {
  const offers = demand.reduce((sum, d) => sum + d, 0);
  const top = weight.reduce((most, w) => (w === -Infinity ? most : Math.max(most, Math.abs(w))), 1);
  // As many bits as fit beside the scores, at most 24.
  let bits = 24;
  while (bits > 0 && (top + 1) * 2 ** bits * (offers + 1) > 2 ** 50) bits--;
  if (bits < 8) throw new RangeError('the scores leave no room for a draw');
  const factor = 2 ** bits * (offers + 1);
  return weight.map((w, e) => {
    const { needId, packageId } = names[e]!;
    const digest = createHash('sha256')
      .update(JSON.stringify([publicValue, snapshot, needId, packageId]))
      .digest();
    return w * factor + (digest.readUInt32BE(0) >>> (32 - bits));
  });
}
