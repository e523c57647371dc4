/** Calls `work` with at most `size` items at a time. @returns what all calls gave, in order */
export async function inBatches<T, R>(
  items: readonly T[],
  size: number,
  work: (batch: readonly T[]) => Promise<Iterable<R>>,
): Promise<R[]> {
  const all: R[] = [];
  for (let at = 0; at < items.length; at += size)
    for (const one of await work(items.slice(at, at + size))) all.push(one);
  return all;
}
