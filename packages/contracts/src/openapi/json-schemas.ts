import { z } from 'zod';

export type JsonSchema = { readonly [key: string]: unknown };
/** `input` what may be sent, `output` what is answered. */
export type Side = 'input' | 'output';

const prefix = '#/$defs/';
const isMap = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rewrites references so that they point into the components. */
function placed(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => placed(one, rename));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '$schema' && key !== '$defs')
      .map(([key, v]) =>
        key === '$ref' && typeof v === 'string'
          ? [key, `#/components/schemas/${rename(v.slice(prefix.length))}`]
          : [key, placed(v, rename)],
      ),
  );
}

/** Schemas of one document: written in place, or once under `components.schemas` where they have a name. */
export interface JsonSchemas {
  of(schema: z.ZodType, side: Side): JsonSchema;
  /** Schema of an object whose fields become parameters: always in place, since parameters cannot refer to it. */
  inPlace(schema: z.ZodType, side: Side): JsonSchema;
  /** Every named schema that was used, by name in alphabetical order. */
  components(): Readonly<Record<string, JsonSchema>>;
}

/**
 * Turns zod schemas into JSON Schema of draft 2020-12, the dialect of OpenAPI 3.1. A named schema that takes other
 * content than it gives becomes two components: the one for requests ends in `Input`; where the name itself does, the
 * one for answers ends in `Output`.
 * @param named name → schema
 */
export function createJsonSchemas(named: ReadonlyMap<string, z.ZodType>): JsonSchemas {
  const registry = z.registry<{ id: string }>();
  for (const [name, schema] of named) registry.add(schema, { id: name });
  const raw = (schema: z.ZodType, side: Side): JsonSchema =>
    z.toJSONSchema(schema, {
      io: side,
      metadata: registry,
      unrepresentable: 'any',
      override({ jsonSchema }) {
        // The bounds of an integer that has no bounds.
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
        if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      },
    }) as JsonSchema;

  const differs = new Map<string, boolean>();
  const nameOn = (side: Side) => (name: string) => {
    const schema = named.get(name);
    if (!schema || name.endsWith('Input') === (side === 'input')) return name;
    if (!differs.has(name))
      differs.set(name, JSON.stringify(raw(schema, 'input')) !== JSON.stringify(raw(schema, 'output')));
    return differs.get(name) === true ? `${name}${side === 'input' ? 'Input' : 'Output'}` : name;
  };

  const used = new Map<string, JsonSchema>();
  const place = (json: JsonSchema, side: Side, except?: unknown): JsonSchema => {
    const rename = nameOn(side);
    for (const [name, definition] of Object.entries(isMap(json['$defs']) ? json['$defs'] : {}))
      if (definition !== except) used.set(rename(name), placed(definition, rename) as JsonSchema);
    return placed(except ?? json, rename) as JsonSchema;
  };
  return {
    of: (schema, side) => place(raw(schema, side), side),
    inPlace(schema, side) {
      const json = raw(schema, side);
      const own = typeof json['$ref'] === 'string' ? json['$ref'].slice(prefix.length) : undefined;
      return place(json, side, own === undefined ? undefined : (json['$defs'] as JsonSchema)[own]);
    },
    components: () => Object.fromEntries([...used].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}
