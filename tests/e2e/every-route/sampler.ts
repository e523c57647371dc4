import { randomUUID } from 'node:crypto';
import type { Schema, Schemas } from './schema';

/** Finds a value for a field by its name: an id that exists, a district that exists. */
export type Known = (name: string) => unknown;

// Tried in turn against length and pattern, so that no pattern of a contract needs a case of its own.
const texts = [
  '测试用的一段文字，只为试接口',
  '测试文字',
  'property.custody',
  '510104',
  '510104020',
  '510104020001',
  '123456',
  '91510100MA6CTEST0X',
  'zh',
  'a1',
  'https://example.com/a',
  '2026-12-01',
  'test.leaf-one',
  'x'.repeat(12),
  'x',
];
const byFormat: Readonly<Record<string, () => string>> = {
  uuid: randomUUID,
  date: () => '2026-12-15',
  'date-time': () => '2027-01-05T10:00:00.000Z',
  uri: () => 'https://example.com/a',
  binary: () => '',
};

export interface Sampler {
  /**
   * A value that fits the schema.
   * @param full also the fields that may be left out @param turn chooses among alternatives; another turn, other texts
   */
  sample(schema: Schema, options: { full: boolean; turn: number }, name?: string): unknown;
  /** At most three values that do not fit the schema, of other types. */
  wrong(schema: Schema): unknown[];
}

export function createSampler(schemas: Schemas, known: Known): Sampler {
  function text(schema: Schema, turn: number): string {
    const formatted = schema.format === undefined ? undefined : byFormat[schema.format]?.();
    if (formatted !== undefined) return formatted;
    const marked = texts.map((one) => (turn === 0 ? one : `${one}${turn}`));
    const long = 'x'.repeat(schema.minLength ?? 0);
    return [...marked, ...texts, long].find((one) => schemas.fits(schema, one)) ?? long;
  }
  const isId = (field: string, given: Schema): boolean => {
    const schema = schemas.resolve(given);
    return field.endsWith('Id') || schema.format === 'uuid' || (schema.anyOf ?? []).some((one) => isId(field, one));
  };
  function number(schema: Schema, turn: number): number {
    const least = schema.minimum ?? 1;
    return Math.min(Math.max(least, 3 + turn), schema.maximum ?? Number.MAX_SAFE_INTEGER);
  }
  function sample(given: Schema, options: { full: boolean; turn: number }, name = ''): unknown {
    const schema = schemas.resolve(given);
    const hint = known(name);
    if (hint !== undefined && schemas.fits(schema, hint)) return hint;
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return schema.enum[options.turn % schema.enum.length];
    const ways = schema.anyOf ?? schema.oneOf;
    if (ways) {
      const way = ways[options.turn % ways.length];
      return way ? sample(way, options, name) : null;
    }
    const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
    if (type === 'object' || schema.properties) {
      const required = new Set(schema.required);
      // An id that may be left out is left out, unless one is known: a random one would name nothing.
      const fields = Object.entries(schema.properties ?? {}).filter(
        ([field, one]) => required.has(field) || (options.full && (!isId(field, one) || known(field) !== undefined)),
      );
      return Object.fromEntries(fields.map(([field, one]) => [field, sample(one, options, field)]));
    }
    if (type === 'array') {
      const count = Math.max(schema.minItems ?? 0, options.full ? 1 : 0);
      // An item of `leaves` is known by the same name as the list.
      return Array.from({ length: count }, () => sample(schema.items ?? {}, options, name));
    }
    if (type === 'string') return text(schema, options.turn);
    if (type === 'integer' || type === 'number') return number(schema, options.turn);
    if (type === 'boolean') return options.turn % 2 === 1;
    return schema.default ?? null;
  }
  return {
    sample,
    wrong: (schema) =>
      [12_345.5, { unexpected: 1 }, null, [{ unexpected: 1 }], true, 'x\u0000']
        .filter((value) => !schemas.fits(schema, value))
        .slice(0, 3),
  };
}
