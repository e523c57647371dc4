/** One provider sponsors, leads or hosts another one. */
export interface GroupLink {
  readonly from: string;
  readonly to: string;
}

/**
 * Provider groups: whoever is joined by such links, over any number of steps.
 * @param providers who is asked about
 * @param links between organisations; they may name others too
 * @returns by provider the least id of its group; nothing for one that stands alone among those asked about
 */
export function providerGroups(providers: readonly string[], links: readonly GroupLink[]): ReadonlyMap<string, string> {
  const above = new Map<string, string>();
  const top = (id: string): string => {
    const next = above.get(id);
    if (next === undefined || next === id) return id;
    const found = top(next);
    above.set(id, found);
    return found;
  };
  for (const { from, to } of links) {
    const [a, b] = [top(from), top(to)].toSorted();
    if (a !== undefined && b !== undefined && a !== b) above.set(b, a);
  }
  const members = new Map<string, number>();
  for (const id of providers) members.set(top(id), (members.get(top(id)) ?? 0) + 1);
  return new Map(providers.flatMap((id) => ((members.get(top(id)) ?? 0) > 1 ? [[id, top(id)] as const] : [])));
}
