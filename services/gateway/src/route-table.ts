import type { RouteContract } from '@duijie/contracts';

interface Node {
  readonly fixed: Map<string, Node>;
  parameter: Node | undefined;
  contract: RouteContract | undefined;
}
const node = (): Node => ({ fixed: new Map(), parameter: undefined, contract: undefined });

function descend(at: Node | undefined, segments: readonly string[], i: number): RouteContract | undefined {
  if (!at) return undefined;
  const segment = segments[i];
  if (segment === undefined) return at.contract;
  return (
    descend(at.fixed.get(segment), segments, i + 1) ??
    (segment === '' ? undefined : descend(at.parameter, segments, i + 1))
  );
}

/** Finds the contract of a request. */
export interface RouteTable {
  /**
   * @param path below `/api/v1`, percent-encoded as it came, with a leading slash
   * @returns the route whose fixed segments fit furthest; HEAD is answered by GET; case and a trailing slash count
   */
  find(method: string, path: string): RouteContract | undefined;
}

/** @throws Error when two contracts have the same method and pattern */
export function createRouteTable(contracts: readonly RouteContract[]): RouteTable {
  const roots = new Map<string, Node>();
  for (const contract of contracts) {
    let at = roots.get(contract.method) ?? node();
    roots.set(contract.method, at);
    for (const segment of contract.path.slice(1).split('/')) {
      if (segment.startsWith(':')) at = at.parameter ??= node();
      else {
        const next = at.fixed.get(segment) ?? node();
        at.fixed.set(segment, next);
        at = next;
      }
    }
    if (at.contract) throw new Error(`${contract.id} has the address of ${at.contract.id}`);
    at.contract = contract;
  }
  return {
    find: (method, path) =>
      path.startsWith('/')
        ? descend(roots.get(method === 'HEAD' ? 'GET' : method), path.slice(1).split('/'), 0)
        : undefined,
  };
}
