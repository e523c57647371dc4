import type { Importer } from './importer';

/** Whether a path leads through the parts of a pointer, e.g. `community.district` through `/community`. */
const through = (path: string, pointer: string): boolean => {
  const at = pointer.slice(1).replaceAll('/', '.');
  return path.startsWith(`${at}.`);
};

/** @returns the paths of the columns without which no row passes its schema; the id is made where there is none */
export function requiredFields({ columns, row }: Pick<Importer, 'columns' | 'row'>): ReadonlySet<string> {
  const blank: Record<string, unknown> = { id: 'x' };
  // A group that is asked for as a whole is opened, so that it says which of its fields it asks for.
  for (let round = 0; ; round += 1) {
    const parsed = row.safeParse(blank);
    const pointers = parsed.success ? [] : parsed.error.issues.map(({ path }) => `/${path.map(String).join('/')}`);
    const group = pointers.find((pointer) => columns.some(({ path }) => through(path, pointer)));
    if (group === undefined || round === 10) {
      const missing = new Set(pointers.map((pointer) => pointer.slice(1).replaceAll('/', '.')));
      return new Set(columns.flatMap(({ path }) => (missing.has(path) ? [path] : [])));
    }
    blank[group.slice(1)] = {};
  }
}
