/**
 * Binary logarithm of a ratio in fixed point, by integers only, so that it is the same on every machine.
 *
 * @param numerator positive integer below 2^31
 * @param denominator positive integer, at most `numerator`
 * @returns floor-like approximation of 256 × log2(numerator / denominator), an integer ≥ 0
 * @see Turner, "A fast binary logarithm algorithm", IEEE Signal Processing Magazine 27(5), 2010
 * @example fixedLog2(8, 1) // 768
 */
export function fixedLog2(numerator: number, denominator: number): number {
  let x = Math.floor((numerator * 65_536) / denominator);
  let result = 0;
  while (x >= 131_072) {
    x = Math.floor(x / 2);
    result += 256;
  }
  for (let bit = 128; bit >= 1; bit /= 2) {
    x = Math.floor((x * x) / 65_536);
    if (x >= 131_072) {
      x = Math.floor(x / 2);
      result += bit;
    }
  }
  return result;
}
