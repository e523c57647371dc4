import { z } from 'zod';
import * as contracts from '../index';

/**
 * Every object, union and enumeration that the contracts export, under its export's name with a capital letter.
 * A name is not given twice: of two exports of one schema the first in the alphabet counts.
 */
export function namedSchemas(): ReadonlyMap<string, z.ZodType> {
  const seen = new Set<unknown>();
  const named = new Map<string, z.ZodType>();
  for (const [name, value] of Object.entries<unknown>(contracts).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const nameable = value instanceof z.ZodObject || value instanceof z.ZodUnion || value instanceof z.ZodEnum;
    if (!nameable || seen.has(value)) continue;
    seen.add(value);
    named.set(name.charAt(0).toUpperCase() + name.slice(1), value);
  }
  return named;
}
