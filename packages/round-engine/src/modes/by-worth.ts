/**
 * @param from Least number in the order.
 * @returns The numbers from … until − 1 by worth, most first; equal ones by number.
 */
export function byWorth(worth: Float64Array, from: number, until: number): Int32Array {
  const count = until - from;
  let fits = true;
  for (let e = from; e < until; e++) if (!(Math.abs(worth[e]!) * count < 2 ** 51)) fits = false;
  if (!fits) {
    const order = Int32Array.from({ length: count }, (_, n) => from + n);
    return order.toSorted((a, b) => (worth[a] === worth[b] ? a - b : worth[b]! > worth[a]! ? 1 : -1));
  }
  // Worth and number in one integer each: sorting numbers needs no comparator.
  const keys = new Float64Array(count);
  for (let n = 0; n < count; n++) keys[n] = -worth[from + n]! * count + n;
  keys.sort();
  const order = new Int32Array(count);
  for (let n = 0; n < count; n++) order[n] = from + (((keys[n]! % count) + count) % count);
  return order;
}
