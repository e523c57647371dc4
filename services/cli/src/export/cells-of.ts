export type Cell = string | number;

function flatten(value: unknown, path: string, into: Map<string, Cell>): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value))
    into.set(path, value.map((v) => (typeof v === 'object' ? JSON.stringify(v) : String(v))).join('、'));
  else if (typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) flatten(inner, path === '' ? key : `${path}.${key}`, into);
  else into.set(path, typeof value === 'number' ? value : `${value as string | boolean}`);
}

/**
 * A table of objects: a column for every path that occurs, in the order of first appearance; lists are joined by 、.
 * @returns headings, and rows of as many cells
 */
export function cellsOf(items: readonly Readonly<Record<string, unknown>>[]): { headings: string[]; rows: Cell[][] } {
  const flat = items.map((item) => {
    const cells = new Map<string, Cell>();
    flatten(item, '', cells);
    return cells;
  });
  const headings = [...new Set(flat.flatMap((cells) => [...cells.keys()]))];
  return { headings, rows: flat.map((cells) => headings.map((heading) => cells.get(heading) ?? '')) };
}
