import type { Operation } from './operations';

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const segmentsOf = (path: string): string[] => path.replace('/imports/', '/imports+').split('/');
const isParameter = (segment: string): boolean => segment.startsWith('{');

/**
 * Remembers what answers show: the latest id or code by the name that paths give it, and the versions of objects.
 */
export interface Harvest {
  take(operation: Operation, body: unknown): void;
  /** Notes a value by hand. */
  put(name: string, value: string): void;
  /** @returns the latest value of this name */
  latest(name: string): string | undefined;
  /** @returns the latest value that the collection before the parameter has shown, else the latest of this name */
  latestIn(operation: Operation, parameter: string): string | undefined;
  versionOf(id: string): number | undefined;
}

export function createHarvest(operations: readonly Operation[]): Harvest {
  const byName = new Map<string, string>();
  const versions = new Map<string, number>();
  // In `/needs/{needId}/joins/{joinId}` whatever `…/needs` and `…/joins` list or make has these names; `/imports/needs`
  // lists imports.
  const namesOf = new Map<string, Set<string>>();
  for (const { path } of operations) {
    const segments = segmentsOf(path);
    for (const [i, segment] of segments.entries()) {
      const collection = segments[i - 1];
      if (!isParameter(segment) || collection === undefined) continue;
      namesOf.set(collection, (namesOf.get(collection) ?? new Set()).add(segment.slice(1, -1)));
    }
  }
  const put = (name: string, value: string): void => void byName.set(name, value);
  const takeOne = (collection: string, value: unknown): void => {
    if (!isMap(value)) return;
    const { id, version } = value;
    if (typeof id === 'string' && typeof version === 'number') versions.set(id, version);
    for (const name of namesOf.get(collection) ?? []) {
      const own = value[name] ?? id ?? value['code'];
      if (typeof own !== 'string' && typeof own !== 'number') continue;
      put(name, String(own));
      put(`${collection}/${name}`, String(own));
    }
  };
  return {
    put,
    latest: (name) => byName.get(name),
    latestIn: ({ path }, parameter) => {
      const segments = segmentsOf(path);
      const collection = segments[segments.indexOf(`{${parameter}}`) - 1] ?? '';
      return byName.get(`${collection}/${parameter}`) ?? byName.get(parameter);
    },
    versionOf: (id) => versions.get(id),
    take({ path }, body) {
      if (!isMap(body)) return;
      const [last = '', before = ''] = segmentsOf(path).toReversed();
      const { items } = body;
      // `/needs/mine` lists needs; `/needs/{needId}` shows one again.
      const collection = namesOf.has(last) ? last : before;
      if (Array.isArray(items)) for (const item of (items as unknown[]).toReversed()) takeOne(collection, item);
      else if (collection === last || isParameter(last)) takeOne(collection, body);
    },
  };
}
